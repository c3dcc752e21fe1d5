"""Finding: candidates by the copy, ranked, and each record asked whether the actor may see it before it is shown.

Three questions: what the words may be, the candidates, their rights.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Concat, Left

from callboard.core import clock
from callboard.core.access import access_of, allows, policy, tokens, visible
from callboard.core.actor import Actor
from callboard.core.asking import Question, Row, kept
from callboard.core.present import given_ids
from callboard.core.refs import Ref, model_of
from callboard.core.registry import SearchSource, register
from callboard.core.search import asking, lexicon, ranking
from callboard.core.search import statements as ask
from callboard.core.search.asking import Asked
from callboard.core.search.index import LANGUAGE
from callboard.core.search.ranking import Hit
from callboard.core.search.source import LONGEST_TEXT, month_mark, records_of, sources
from callboard.core.whose import whose

#: Rows an arm may give: for the palette, and for the page of results.
PALETTE, PAGE = 60, 300
#: With so many candidates the wide arms are not asked.
ENOUGH = 40
#: With fewer titles than this, typing errors are looked for.
FEW = 4
RECENT_DAYS = 75


@dataclass(frozen=True)
class Limits:
    """What a search is limited to; () and None for no limit.  owners: ids, 0 for nobody.  until: the first instant beyond."""

    kinds: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()
    account: int | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Found:
    """hits: best first.  meant: what a typing error was taken for, "" where there was none.  cut: there are more than were looked at.

    words: beginnings to mark in titles and texts.
    """

    asked: Asked
    hits: Sequence[Hit] = ()
    meant: str = ""
    cut: bool = False
    words: tuple[str, ...] = field(default=())


def find(
    actor: Actor, text: str, limits: Limits = Limits(), *, most: int = PALETTE, each: int = 0, any_word: bool = False
) -> Found:
    """What the actor may see of what is meant by ``text``: at most ``most`` an arm, and of a kind at most ``each`` where that
    is said.  any_word: one of the words is enough.
    """
    asked = replace(asking.read(text, words_of_kinds()), any_word=any_word)
    kinds = _kinds(actor, asked, limits)
    if asked.empty or not any(kinds.values()):
        return Found(asked)
    known = lexicon.look_up(asked.typed)
    meaning = asked.meaning(known.near)
    given = _given(actor, asked, limits, kinds, most) | _queries(asked, meaning, known)
    found = ranking.ranked(_ask(given), asked, meaning, policy().people(actor))
    hits = seen_of(actor, _some(found, each) if each else found[:most])
    meant = ranking.meant(asked, known.near, hits[0]) if hits else ""
    # Told by what may be seen: how much there is beside it is nobody's business.
    cut = not each and len(found) >= most and len(hits) >= most // 2
    return Found(asked, hits, meant, cut, ranking.marked(asked, known.near))


def _ask(given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Planned anew each time, with the words in it: a word half of all records have wants another way than a rare one."""
    with connection.cursor() as cursor:
        cursor.execute(ask.QUESTION, given)
        return list(cursor.fetchall())


def _some(found: Sequence[Hit], each: int) -> list[Hit]:
    """The best of every kind, so that only what may be shown is asked for its right."""
    count: Counter[str] = Counter()
    some = []
    for hit in found:
        count[hit.ref.kind] += 1
        if count[hit.ref.kind] <= each:
            some.append(hit)
    return some


def words_of_kinds() -> dict[str, str]:
    """What limits a search to a kind when it stands before a colon."""
    return {each.word: each.name for each in sources() if each.word}


def kinds_of(actor: Actor) -> list[SearchSource]:
    """The kinds of which the actor may see any."""
    seen = {kind for kinds in _kinds(actor, Asked(), Limits()).values() for kind in kinds}
    return [source for source in sources() if source.name in seen]


def seen_of(actor: Actor, hits: Sequence[Hit]) -> list[Hit]:
    """Those of the hits whose record the actor may see now.  One question, however many kinds."""
    seen = _asked(actor, (hit.ref for hit in hits), "seen", _among)
    return [hit for hit in hits if hit.ref in seen]


def texts_of(actor: Actor, refs: Iterable[Ref]) -> dict[Ref, str]:
    """The long text of records that have one and may be seen now.  One question, however many kinds."""
    long = (ref for ref in refs if (source := register.search_source.get(ref.kind)) is not None and source.text)
    return {ref: row["found_text"] for ref, row in _asked(actor, long, "texts", _texts_among).items()}


Rows = Callable[[Actor, SearchSource], QuerySet[Any, Any]]


def _asked(actor: Actor, refs: Iterable[Ref], what: str, rows: Rows) -> dict[Ref, Row]:
    """What ``rows`` gives of each of these records; ids are given under the name of their kind.  what: a name for the question."""
    by_kind: dict[str, list[int]] = {}
    for ref in refs:
        by_kind.setdefault(ref.kind, []).append(ref.id)
    kinds = {kind: source for kind in sorted(by_kind) if (source := _open(actor, kind)) is not None}
    statement = kept(
        (what, tuple(kinds), whose(actor)),
        lambda: {kind: Question("list", rows(actor, source)) for kind, source in kinds.items()},
    )
    found = statement.answers(**{kind: by_kind[kind] for kind in kinds})
    return {Ref(kind, row["pk"]): row for kind, rows_ in found.items() for row in rows_}


def _open(actor: Actor, kind: str) -> SearchSource | None:
    """How records of the kind are found, where the actor may find any."""
    source = register.search_source.get(kind)
    if source is None or model_of(kind) is None or (source.operation and not allows(actor, source.operation)):
        return None
    return source


def _among(actor: Actor, source: SearchSource) -> QuerySet[Any, Any]:
    """Of the given ids those the actor may see."""
    return visible(records_of(source).filter(pk__in=given_ids(source.name)), actor).order_by().values("pk")


def _texts_among(actor: Actor, source: SearchSource) -> QuerySet[Any, Any]:
    """The same with their long text."""
    rows: QuerySet[Any, Any] = _among(actor, source).annotate(found_text=_text(source))
    return rows


def _text(source: SearchSource) -> Any:
    paths = [part for path in source.text for part in (path, Value("\n"))]
    whole = Concat(*paths, output_field=TextField()) if len(paths) > 1 else paths[0]
    return Left(whole, LONGEST_TEXT)


# What is asked.


def _kinds(actor: Actor, asked: Asked, limits: Limits) -> dict[str, list[str]]:
    """The kinds to look at, by how much of them the actor may see: all, own, team."""
    found: dict[str, list[str]] = {"all": [], "own": [], "team": []}
    for source in sources():
        if asked.only == "@" and not source.people:
            continue
        if (asked.kind and source.name != asked.kind) or (limits.kinds and source.name not in limits.kinds):
            continue
        if source.operation and not allows(actor, source.operation):
            continue
        scope = _scope(actor, source)
        if scope != "none":
            found[scope].append(source.name)
    return found


def _scope(actor: Actor, source: SearchSource) -> str:
    if actor.kind == "clock":
        return "all"
    model: Any = model_of(source.name)
    return policy().scope(actor, access_of(model).view or f"{model._meta.app_label}.view")


def _given(actor: Actor, asked: Asked, limits: Limits, kinds: Mapping[str, list[str]], most: int) -> dict[str, Any]:
    people = sorted(policy().people(actor))
    held = sorted(tokens(actor))
    marks = _marks(asked, limits, kinds)
    not_words, not_body = ask.none_of(asked.without)
    return {
        **kinds,
        "people": people,
        "teams": sorted(policy().teams(actor)),
        "everything": actor.kind == "clock",
        "tokens": held,
        "hidden": [f"-{token}" for token in held if token.startswith("person:")],
        "owners": list(limits.owners),
        "account": ask.any_of([f"=a:{limits.account}"]) if limits.account is not None else None,
        "since": limits.since,
        "until": limits.until,
        "not_words": not_words,
        "not_body": not_body,
        "language": LANGUAGE,
        "marks": marks,
        "mine": ask.all_of([marks, ask.any_of([f"=o:{person}" for person in people])]),
        "names": ask.all_of([marks, ask.any_of(["=n"])]),
        "recent": ask.all_of([marks, ask.any_of(_months())]),
        "enough": ENOUGH if most < PAGE else most,
        "few": FEW,
        "most": most,
    }


def _queries(asked: Asked, meaning: Asked, known: lexicon.Known) -> dict[str, Any]:
    return {
        "words": ask.words_query(asked, known),
        "mended": ask.words_query(meaning, known) if known.near else "",
        "body": ask.body_query(asked, known),
        "exact": ask.exact_query(asked),
        "begin": asked.short,
        "end": asked.short + "\U0010ffff",
        "begins": ask.begins(asked, known),
    }


def _marks(asked: Asked, limits: Limits, kinds: Mapping[str, list[str]]) -> str:
    """The filters as marks, so that the index of words answers them too."""
    some = [f"=k:{kind}" for given in kinds.values() for kind in given]
    narrow = bool(asked.kind or limits.kinds or asked.only == "@")
    parts = [ask.any_of(some) if narrow else ""]
    parts += [ask.any_of([f"=o:{owner}" for owner in limits.owners])]
    parts += [ask.any_of([f"=a:{limits.account}"])] if limits.account is not None else []
    return ask.all_of(parts)


def _months() -> list[str]:
    now = clock.now()
    return sorted({month_mark(now - timedelta(days=days)) for days in range(0, RECENT_DAYS, 15)})
