"""From records to rows of the index: what a source's paths say, read for many records in a few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Field, Model, QuerySet
from django.utils import translation

from callboard.core.access import access_of
from callboard.core.frame import EVERYONE
from callboard.core.refs import model_of
from callboard.core.registry import SearchSource, register
from callboard.core.search.words import LONGEST_KEY, endings_of, fold, keys_of, placed, vector

LONGEST_TITLE = 400
LONGEST_SHORT = 200
#: Of longer texts the beginning is indexed: the rest of a mail is what it quotes.
LONGEST_TEXT = 20_000
KEYS = 100
#: How far those that come last go back in weight.
FADED = 40
#: So that a phrase never spans a title and what follows it.
GAP = 20

Values = dict[str, list[Any]]


class Row(NamedTuple):
    """One row of the index before it is written; see SearchEntry.  words, marks: texts of a tsvector.

    spelled: words of the title a slip may mean; unspelled: those of addresses, that are only begun.
    """

    ref_id: int
    root_id: int | None
    audience: tuple[str, ...]
    people: tuple[int, ...]
    teams: tuple[int, ...]
    owner_id: int | None
    title: str
    detail: str
    short: str
    keys: tuple[str, ...]
    words: str
    body: str
    marks: str
    state: str
    weight: int
    at: datetime | None
    spelled: tuple[str, ...]
    unspelled: tuple[str, ...]


def sources() -> list[SearchSource]:
    """Those whose app is installed."""
    return [source for source in register.search_source if model_of(source.name) is not None]


def records_of(source: SearchSource) -> QuerySet[Any]:
    """The records of a kind that can be found, whoever asks."""
    found = _model(source)._default_manager.order_by()
    return found.filter(source.where) if source.where is not None else found


def rows_of(source: SearchSource, ids: Sequence[int]) -> list[Row]:
    """Rows for those of the ids that exist and can be found.  One query, and one more a path that leads to many."""
    records = records_of(source).filter(pk__in=ids)
    values = _values(source, records)
    with translation.override(settings.LANGUAGE_CODE):
        return [_row(source, pk, given) for pk, given in sorted(values.items())]


@cache
def _model(source: SearchSource) -> type[Model]:
    model = model_of(source.name)
    if model is None:
        raise LookupError(source.name)
    return model


# What a source reads.


@dataclass(frozen=True)
class _Paths:
    single: tuple[str, ...]
    many: tuple[str, ...]
    labels: dict[str, dict[Any, Any]]


def own_paths(source: SearchSource) -> list[str]:
    return _ends(access_of(_model(source)).own)


def team_paths(source: SearchSource) -> list[str]:
    return _ends(access_of(_model(source)).team)


def _ends(paths: str) -> list[str]:
    return ["pk" if path == "self" else path for path in paths.split()]


@cache
def _paths(source: SearchSource) -> _Paths:
    access = access_of(_model(source))
    wanted = [*source.title, *source.detail, *source.also, *source.keys, *source.text, source.state, source.at]
    wanted += [source.root, access.audience, *own_paths(source), *team_paths(source)]
    all_paths = list(dict.fromkeys(path for path in wanted if path and path != "pk"))
    many = tuple(path for path in all_paths if _leads_to_many(_model(source), path))
    single = tuple(path for path in all_paths if path not in many)
    labels = {path: dict(field.flatchoices) for path in all_paths if (field := _field(source, path)) and field.choices}
    return _Paths(single, many, labels)


def _steps(model: type[Model], path: str) -> Iterator[Any]:
    at: Any = model
    for name in path.split("__"):
        if at is None:
            return
        step = at._meta.pk if name == "pk" else at._meta.get_field(name)
        yield step
        at = step.related_model if step.is_relation else None


def _leads_to_many(model: type[Model], path: str) -> bool:
    return any(step.is_relation and (step.one_to_many or step.many_to_many) for step in _steps(model, path))


def _field(source: SearchSource, path: str) -> "Field[Any, Any] | None":
    last = list(_steps(_model(source), path))[-1]
    return last if isinstance(last, Field) else None


@cache
def follows(source: SearchSource) -> dict[str, set[str]]:
    """Kinds whose words or owners stand in this source's rows too, and the paths to them: when they change, it does."""
    found: dict[str, set[str]] = defaultdict(set)
    paths = _paths(source)
    for path in (*paths.single, *paths.many):
        names = path.split("__")
        for place, step in enumerate(_steps(_model(source), path)):
            if step.is_relation and step.related_model is not None and place < len(names):
                found[step.related_model._meta.label_lower].add("__".join(names[: place + 1]))
    return {kind: way for kind, way in found.items() if register.search_source.get(kind) is not None}


def _values(source: SearchSource, records: QuerySet[Any]) -> dict[int, Values]:
    paths = _paths(source)
    faded = ExpressionWrapper(source.faded, output_field=BooleanField()) if source.faded is not None else None
    rows = records.annotate(is_faded=faded) if faded is not None else records
    names = ("pk", *paths.single, *(("is_faded",) if faded is not None else ()))
    found: dict[int, Values] = {}
    for values in rows.values_list(*names):
        found[values[0]] = {name: [value] for name, value in zip(names[1:], values[1:], strict=True)}
    for path in paths.many:
        for given in found.values():
            given[path] = []
        for pk, value in (
            _model(source)._default_manager.filter(pk__in=list(found)).order_by(path).values_list("pk", path)
        ):
            found[pk][path].append(value)
    return found


# From what was read to a row.


def _row(source: SearchSource, pk: int, given: Values) -> Row:
    labels = _paths(source).labels
    title = next((text for path in source.title for text in _texts(given[path], labels.get(path))), "")
    detail = ", ".join(dict.fromkeys(text for path in source.detail for text in _texts(given[path], labels.get(path))))
    also = " ".join(text for path in source.also for text in _texts(given[path], labels.get(path)))
    keys = [key for path in source.keys for text in _texts(given[path], None) for key in keys_of(text)]
    people = _ids(pk, own_paths(source), given)
    roots = sorted(set(_ids(pk, [source.root], given))) if source.root else []
    at = _instant(given[source.at][0]) if given.get(source.at) else None
    said = fold(str(source.shown).format(title=title))
    marks = _marks(source, people[0] if people else 0, roots, at)
    words = _words(said, fold(also), fold(detail))
    spelled, unspelled = _lexicon(said, fold(also), fold(detail))
    text = "\n".join(text for path in source.text for text in _texts(given[path], labels.get(path)))[:LONGEST_TEXT]
    return Row(
        ref_id=pk,
        root_id=roots[0] if roots else None,
        audience=_audience(source, given),
        people=tuple(people),
        teams=tuple(_ids(pk, team_paths(source), given)),
        owner_id=people[0] if people else None,
        title=title[:LONGEST_TITLE],
        detail=detail[:LONGEST_TITLE],
        short=fold(title)[:LONGEST_SHORT],
        keys=tuple(dict.fromkeys(key[:LONGEST_KEY] for key in keys))[:KEYS],
        words=vector(words, [*keys[:KEYS], *endings_of(keys[:KEYS]), *marks]),
        body=fold(f"{said}\n{also}\n{detail}\n{text}") if text.strip() else "",
        marks=vector((), marks),
        state=str(given[source.state][0] or "") if source.state else "",
        weight=source.weight - (FADED if given.get("is_faded", [False])[0] else 0),
        at=at,
        spelled=spelled,
        unspelled=unspelled,
    )


def _texts(values: Iterable[Any], labels: "dict[Any, Any] | None") -> Iterator[str]:
    """What can be read of some values: labels of choices, the texts in a list, no empty ones."""
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _texts(value, labels)
        elif isinstance(value, dict):
            yield from _texts(value.values(), labels)
        elif value not in (None, ""):
            shown = " ".join(str(labels.get(value, value) if labels else value).split())
            if shown:
                yield shown


def _words(title: str, also: str, detail: str) -> list[tuple[str, int]]:
    """Words with their places: the title's, then the others beyond a gap."""
    found = list(placed(title))
    after = found[-1][1] + GAP if found else GAP
    for text in (also, detail):
        found += [(word, place + after) for word, place in placed(text)]
        after = found[-1][1] + GAP if found else after
    return found


def _lexicon(*texts: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words a typing error may mean, and those of addresses, that nobody spells."""
    chunks = [chunk for text in texts for chunk in text.split()]
    spelled = _known(chunk for chunk in chunks if "@" not in chunk)
    return tuple(sorted(spelled)), tuple(sorted(_known(chunk for chunk in chunks if "@" in chunk) - spelled))


def _known(chunks: Iterable[str]) -> set[str]:
    return {word for chunk in chunks for word, _place in placed(chunk) if len(word) > 2 and not word.isdigit()}


def _marks(source: SearchSource, owner: int, roots: Sequence[int], at: datetime | None) -> list[str]:
    found = [f"=k:{source.name}", f"=o:{owner}", *(f"=a:{root}" for root in roots)]
    if source.named:
        return [*found, "=n"]
    return [*found, month_mark(at)] if at else found


def month_mark(at: datetime | date) -> str:
    return f"=m:{at:%Y%m}"


def _ids(pk: int, paths: Iterable[str], given: Values) -> list[int]:
    found = (value for path in paths for value in ([pk] if path == "pk" else given[path]) if value is not None)
    return list(dict.fromkeys(int(value) for value in found))


def _audience(source: SearchSource, given: Values) -> tuple[str, ...]:
    column = access_of(_model(source)).audience
    return tuple(given[column][0] or ()) if column else tuple(EVERYONE)


def _instant(value: Any) -> datetime | None:
    if isinstance(value, datetime) or value is None:
        return value
    return datetime.combine(value, time(12), UTC)
