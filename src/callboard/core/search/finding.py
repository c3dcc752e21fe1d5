"""Finding: candidates by the copy, ranked, and each record asked whether the actor may see it before it is shown.

Two questions where something was found at once (candidates, rights), three where a typing error had to be mended.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.fields import CharField
from django.db.models.functions import Concat, Left

from callboard.core import clock
from callboard.core.access import access_of, allows, policy, tokens, visible
from callboard.core.actor import Actor
from callboard.core.db import rows
from callboard.core.refs import Ref, model_of
from callboard.core.registry import SearchSource, register
from callboard.core.search import asking, typos
from callboard.core.search import statements as ask
from callboard.core.search.asking import Asked
from callboard.core.search.index import LANGUAGE
from callboard.core.search.source import LONGEST_TEXT, month_mark, records_of, sources
from callboard.core.search.words import fold

#: Rows an arm may give: for the palette, and for the page of results.
PALETTE, PAGE = 60, 1000
#: With so many candidates the wide arms are not asked.
ENOUGH = 40
#: With fewer titles than this, typing errors are looked for.
FEW = 4
RECENT_DAYS = 75

EXACT, BEGINS, IN_TITLE, BESIDE, MENDED, IN_TEXT = range(6)
Rank = tuple[int, bool, int, float, int]


@dataclass(frozen=True)
class Limits:
    """What a search is limited to.  kinds: () for all; owner: an id, 0 for nobody; since and until: instants, the second excluded."""

    kinds: tuple[str, ...] = ()
    owner: int | None = None
    account: int | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Hit:
    """A record that was found and may be seen.  title and detail as indexed; rank orders hits, smallest first."""

    ref: Ref
    title: str
    detail: str
    state: str
    root_id: int | None
    at: datetime | None
    rank: Rank

    @property
    def tier(self) -> int:
        return self.rank[0]


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


def find(actor: Actor, text: str, limits: Limits = Limits(), *, most: int = PALETTE) -> Found:
    """What the actor may see of what is meant by ``text``, at most ``most`` an arm."""
    asked = asking.read(text, {each.word: each.name for each in register.search_source if each.word})
    kinds = _kinds(actor, asked, limits)
    if asked.empty or not any(kinds.values()):
        return Found(asked)
    given = _given(actor, asked, limits, kinds, most)
    taken = rows.ask(ask.QUESTION, given)
    candidates, corrected = _candidates(taken, asked), _corrected(taken, asked)
    mended: set[int] = set()
    if corrected:
        meaning = asked.meaning(corrected)
        again = given | _queries(meaning) | {"begin": "", "typed": [], "inside": [], "slips": [], "exact": ""}
        more = _candidates(rows.ask(ask.QUESTION, again), meaning)
        mended = more.keys() - candidates.keys()
        candidates = more | candidates
    people = policy().people(actor)
    ranked = sorted(
        (_hit(row, asked, people, row["id"] in mended) for row in candidates.values()), key=lambda hit: hit.rank
    )
    cut = len(ranked) > most or any(count >= most for count in Counter(row[0] for row in taken).values())
    hits = seen_of(actor, ranked[: most if most >= PAGE else 2 * most])
    meant = _meant(asked, corrected, hits[0]) if hits and hits[0].tier == MENDED else ""
    return Found(asked, hits, meant, cut, _marked(asked, corrected))


def seen_of(actor: Actor, hits: Sequence[Hit]) -> list[Hit]:
    """Those of the hits whose record the actor may see now.  One question, however many kinds."""
    seen = {Ref(kind, pk) for kind, pk, *_text in _ask_records(actor, (hit.ref for hit in hits))}
    return [hit for hit in hits if hit.ref in seen]


def texts_of(actor: Actor, refs: Iterable[Ref]) -> dict[Ref, str]:
    """The long text of records that have one and may be seen now.  One question, however many kinds."""
    return {Ref(kind, pk): text for kind, pk, text in _ask_records(actor, refs, with_text=True)}


def _ask_records(actor: Actor, refs: Iterable[Ref], with_text: bool = False) -> list[tuple[Any, ...]]:
    by_kind: dict[str, list[int]] = {}
    for ref in refs:
        by_kind.setdefault(ref.kind, []).append(ref.id)
    asked: list[QuerySet[Any]] = []
    for kind, ids in sorted(by_kind.items()):
        source = register.search_source.get(kind)
        if source is None or model_of(kind) is None or (with_text and not source.text):
            continue
        if source.operation and not allows(actor, source.operation):
            continue
        found = visible(records_of(source).filter(pk__in=ids), actor).order_by()
        found = found.annotate(found_kind=Value(kind, output_field=CharField()))
        names = ["found_kind", "pk"]
        if with_text:
            found, names = found.annotate(found_text=_text(source)), [*names, "found_text"]
        asked.append(found.values_list(*names))
    if not asked:
        return []
    first, *others = asked
    return list(first.union(*others, all=True) if others else first)


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
    typed = asked.typed
    marks = _marks(asked, limits, kinds)
    not_words, not_body = ask.none_of(asked.without)
    return {
        **kinds,
        **_queries(asked),
        "people": people,
        "teams": sorted(policy().teams(actor)),
        "everything": actor.kind == "clock",
        "tokens": held,
        "hidden": [f"-{token}" for token in held if token.startswith("person:")],
        "owner": limits.owner,
        "account": ask.any_of([f"=a:{limits.account}"]) if limits.account is not None else None,
        "since": limits.since,
        "until": limits.until,
        "not_words": not_words,
        "not_body": not_body,
        "language": LANGUAGE,
        "marks": marks,
        "mine": ask.all_of([marks, ask.any_of([f"=o:{person}" for person in people])]),
        "recent": ask.all_of([marks, ask.any_of(_months())]),
        "typed": typed,
        "inside": [f"%{ask.escaped(word)}%" for word in typed],
        "slips": sorted({slip for word in typed if len(word) < 6 for slip in typos.slips(word)}),
        "enough": ENOUGH if most < PAGE else most,
        "few": FEW,
        "most": most,
    }


def _queries(asked: Asked) -> dict[str, Any]:
    return {
        "words": ask.words_query(asked),
        "body": ask.body_query(asked),
        "exact": ask.exact_query(asked),
        "begin": asked.short,
        "end": asked.short + "\U0010ffff",
        "begins": ask.begins(asked),
    }


def _marks(asked: Asked, limits: Limits, kinds: Mapping[str, list[str]]) -> str:
    """The filters as marks, so that the index of words answers them too."""
    some = [f"=k:{kind}" for given in kinds.values() for kind in given]
    narrow = bool(asked.kind or limits.kinds or asked.only == "@")
    parts = [ask.any_of(some) if narrow else ""]
    parts += [ask.any_of([f"=o:{limits.owner}"])] if limits.owner is not None else []
    parts += [ask.any_of([f"=a:{limits.account}"])] if limits.account is not None else []
    return ask.all_of(parts)


def _months() -> list[str]:
    now = clock.now()
    return sorted({month_mark(now - timedelta(days=days)) for days in range(0, RECENT_DAYS, 15)})


# What was taken.

_COLUMNS = (
    "arm",
    "id",
    "ref_kind",
    "ref_id",
    "root_id",
    "title",
    "detail",
    "short",
    "keys",
    "people",
    "state",
    "weight",
    "at",
)


def _candidates(taken: Iterable[tuple[Any, ...]], asked: Asked) -> dict[int, dict[str, Any]]:
    """Rows by id; of one that several arms gave, the surest arm counts."""
    found: dict[int, dict[str, Any]] = {}
    for values in taken:
        row = dict(zip(_COLUMNS, values, strict=False))
        if row["arm"] != 9 and (row["id"] not in found or row["arm"] < found[row["id"]]["arm"]):
            found[row["id"]] = row
    return found


def _corrected(taken: Iterable[tuple[Any, ...]], asked: Asked) -> dict[str, list[str]]:
    """What each typed word may have meant; a word that is known as it stands is left alone."""
    near: dict[str, list[str]] = {}
    for values in taken:
        if values[0] == 9:
            near.setdefault(values[-1], []).append(values[5])
    return {
        typed: meant for typed, words in near.items() if (meant := typos.nearest(typed, words)) and meant != [typed]
    }


def _hit(row: Mapping[str, Any], asked: Asked, people: frozenset[int], mended: bool) -> Hit:
    mine = bool(people.intersection(row["people"]))
    at = row["at"].timestamp() if row["at"] is not None else 0.0
    rank = (_tier(row, asked, mended), not mine, -int(row["weight"]), -at, int(row["id"]))
    ref = Ref(row["ref_kind"], row["ref_id"])
    return Hit(ref, row["title"], row["detail"], row["state"], row["root_id"], row["at"], rank)


def _tier(row: Mapping[str, Any], asked: Asked, mended: bool) -> int:
    if set(asked.keys).intersection(row["keys"]) or row["short"] == asked.short:
        return EXACT
    if mended:
        return MENDED
    if asked.short and row["short"].startswith(asked.short):
        return BEGINS
    title = asking.title_words(row["short"])
    if all(_stands(term, title) for term in asked.terms):
        return IN_TITLE
    return IN_TEXT if row["arm"] in (7, 8) else BESIDE


def _stands(term: asking.Term, title: set[str]) -> bool:
    ways = (term.words, ("".join(term.words),), *term.others)
    return any(all(any(word.startswith(part) for word in title) for part in way) for way in ways)


def _meant(asked: Asked, corrected: Mapping[str, Sequence[str]], best: Hit) -> str:
    """The text with each mistyped word as it stands in what was found; from a hit that may be seen, so it gives nothing away."""
    there = asking.title_words(fold(f"{best.title} {best.detail}"))
    words = []
    for term in asked.terms:
        typed = " ".join(term.words)
        near = corrected.get(typed, ()) if not _stands(term, there) else ()
        ways = [word for word in near if word in there and typed not in word]
        words.append(ways[0] if ways else typed)
    said = " ".join(words)
    return said if said != " ".join(" ".join(term.words) for term in asked.terms) else ""


def _marked(asked: Asked, corrected: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found = [word for term in asked.terms for way in (term.words, *term.others) for word in way]
    found += [word for words in corrected.values() for word in words]
    return tuple(
        dict.fromkeys(part for word in found for part in (asking.parts(word) if "@" in word else [word]) if part)
    )
