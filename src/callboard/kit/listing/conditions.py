"""The conditions a person builds: field, operator, value; all of them, or any.

The fields are those the list declares: its filters first, then its columns.  A condition that cannot be read stays where
it was typed and says why, and the list shows no rows until it is mended; one about a field that is gone is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models
from django.db.models import Model, Q
from django.utils import formats, timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.names import sort_key
from callboard.core.refs import number_in
from callboard.kit import filters
from callboard.kit.filtering import Chip, Taken
from callboard.kit.listing.address import CONDITIONS, EXACT, Query
from callboard.kit.listing.subjects import Subject
from callboard.kit.tables import Text, field_of

SEPARATOR = "~"
#: Of a condition no more is read, or shown again where it cannot be read.
LONGEST = 300
LONGEST_SPAN_DAYS = 3660
#: What stands for a record that somebody else may see, or that is gone.
NOT_SEEN = _("one you do not see")
WORDS: dict[str, Text] = {
    "is": _("is"),
    EXACT: _("is exactly"),
    "not": _("is not"),
    "has": _("contains"),
    "lacks": _("does not contain"),
    "starts": _("starts with"),
    "ge": _("at least"),
    "le": _("at most"),
    "on": _("on"),
    "from": _("on or after"),
    "to": _("on or before"),
    "last": _("in the last … days"),
    "next": _("in the next … days"),
    "empty": _("is empty"),
    "known": _("is known"),
}
OPERATORS: dict[str, tuple[str, ...]] = {
    "text": ("has", "lacks", "is", EXACT, "not", "starts", "empty", "known"),
    "number": ("is", "ge", "le", "empty", "known"),
    "day": ("on", "from", "to", "last", "next", "empty", "known"),
    "choice": ("is", "not", "empty", "known"),
    "person": ("is", "not", "empty", "known"),
    #: Another record by its id: groups lead to it; nobody types it.
    "record": ("is", "not", "empty", "known"),
    "flag": ("is",),
}
#: No row at all.
NOTHING = Q(pk__in=[])
#: Operators that ask for no value.
BARE = ("empty", "known")


@dataclass(frozen=True)
class Condition:
    """One row of the builder, as written in the address.  wrong: why it cannot be read."""

    subject: Subject
    operator: str
    value: str
    wrong: str = ""

    @property
    def text(self) -> str:
        return SEPARATOR.join((self.subject.key, self.operator, self.value))


@dataclass(frozen=True)
class Built:
    """All conditions of a list read at once; `problems` says what was left out."""

    where: Q = field(default_factory=Q)
    any: bool = False
    conditions: tuple[Condition, ...] = ()
    shown: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def wrong(self) -> list[str]:
        """Why some cannot be read, in sentences."""
        return [each.wrong for each in self.conditions if each.wrong]

    @property
    def query(self) -> Query:
        """The parameters of the builder, those that cannot be read among them."""
        if not self.conditions:
            return {}
        kept: Query = {"where": [each.text for each in self.conditions]}
        return {**kept, "match": ["any"]} if self.any and len(self.conditions) > 1 else kept


def read(query: Query, known: Mapping[str, Subject], model: type[Model], actor: Actor) -> Built:
    """The conditions of an address."""
    any_of = (query.get("match") or [""])[0] == "any"
    parts: list[Q] = []
    taken: list[tuple[Condition, str]] = []
    problems: list[str] = []
    wanted = query.get("where", [])
    if len(wanted) > CONDITIONS:
        problems.append(now_("A list takes {n} conditions; the others were left out.").format(n=CONDITIONS))
    for text in wanted[:CONDITIONS]:
        condition, got = _taken(text, known, model, actor)
        if condition is None:
            problems.append(got.problem)
        elif got.where is not None or got.problem:
            parts.append(got.where if got.where is not None else NOTHING)
            taken.append((replace(condition, wrong="" if got.where is not None else got.problem), got.shown))
    where = Q()
    for part in parts:
        where = where | part if any_of else where & part
    if any(condition.wrong for condition, _shown in taken):
        where = NOTHING
    conditions = tuple(condition for condition, _shown in taken)
    return Built(where, any_of, conditions, tuple(shown for _condition, shown in taken), tuple(problems))


def _taken(text: str, known: Mapping[str, Subject], model: type[Model], actor: Actor) -> tuple[Condition | None, Taken]:
    name, operator, value = [*text.split(SEPARATOR, 2), "", ""][:3]
    if operator != EXACT:
        value = value[:LONGEST].strip()
    subject = known.get(name)
    if not name and value:
        said = now_("Choose the field that “{value}” is about.").format(value=value[:40])
        return Condition(Subject("", _("Condition"), "text"), operator, value), Taken(shown=value, problem=said)
    if subject is None:
        return None, Taken(problem=now_("“{name}” is no field of this list; it was left out.").format(name=name[:40]))
    condition = Condition(subject, operator, "" if operator in BARE else value)
    got = Taken(problem=_lacking(condition)) if _lacking(condition) else _asked(condition, model, actor)
    return condition, replace(got, shown=_words(condition, got.shown or condition.value))


def _lacking(condition: Condition) -> str:
    """What a condition needs before it can be read; "" for nothing."""
    label, operator = condition.subject.label, condition.operator
    if not operator:
        return now_("{field}: say how it is compared.").format(field=label)
    if operator not in OPERATORS[condition.subject.kind]:
        return now_("{field} cannot be asked for “{operator}”.").format(
            field=label, operator=str(WORDS.get(operator, operator))[:40]
        )
    if not condition.value and operator not in BARE:
        return now_("{field}: say what it is compared with.").format(field=label)
    return ""


def _words(condition: Condition, shown: str) -> str:
    """The operator and the value as a chip says them."""
    if condition.subject.kind == "flag":
        return shown
    said = str(WORDS.get(condition.operator, condition.operator))
    return said.replace("…", condition.value) if "…" in said else f"{said} {shown}".strip()


def _asked(condition: Condition, model: type[Model], actor: Actor) -> Taken:
    if condition.operator in BARE:
        empty = _empty(condition.subject.path, model)
        return Taken(empty if condition.operator == "empty" else ~empty)
    return _READERS[condition.subject.kind](condition, model, actor)


def _empty(path: str, model: type[Model]) -> Q:
    stored = field_of(model, path)
    nothing = Q(**{f"{path}__isnull": True})
    return nothing | Q(**{path: ""}) if isinstance(stored, (models.CharField, models.TextField)) else nothing


def _text(condition: Condition, model: type[Model], actor: Actor) -> Taken:
    path, value = condition.subject.path, condition.value
    if condition.operator == EXACT:
        return Taken(Q(**{f"{path}__exact": value}), f"“{value}”")
    if too_long := filters.too_long(value, condition.subject.label):
        return Taken(problem=too_long)
    lookup = {"has": "icontains", "lacks": "icontains", "is": "iexact", "not": "iexact", "starts": "istartswith"}
    name, given = lookup[condition.operator], value
    keyed = f"{path.rpartition('__')[0]}__sort_key".lstrip("_")
    if path.rpartition("__")[2] == "name" and field_of(model, keyed) is not None:
        path, name, given = keyed, name.removeprefix("i"), sort_key(value)
    where = Q(**{f"{path}__{name}": given})
    return Taken(~where if condition.operator in ("lacks", "not") else where, f"“{value}”")


def _number(condition: Condition, model: type[Model], actor: Actor) -> Taken:
    try:
        number = Decimal(condition.value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) > 10**12:
        said = now_("{field}: “{value}” is no number.").format(
            field=condition.subject.label, value=condition.value[:40]
        )
        return Taken(problem=said)
    stored = field_of(model, condition.subject.path)
    given: Any = number
    if isinstance(stored, models.IntegerField):
        given = int(number) if number == int(number) else number
    lookup = {"is": "exact", "ge": "gte", "le": "lte"}[condition.operator]
    return Taken(
        Q(**{f"{condition.subject.path}__{lookup}": given}),
        formats.number_format(number, use_l10n=True, force_grouping=True),
    )


def _day(condition: Condition, model: type[Model], actor: Actor) -> Taken:
    subject, value = condition.subject, condition.value
    start, end = f"{subject.key}_from", f"{subject.key}_to"
    reader = subject.filter
    if reader is None:
        return Taken()
    if condition.operator not in ("last", "next"):
        names = {"on": (start, end), "from": (start,), "to": (end,)}[condition.operator]
        got = reader.take({name: [value] for name in names}, model, actor)
        return Taken(got.where, value if got.where is not None else "", got.problem)
    number = number_in(value)
    if number is None or not 0 < number <= LONGEST_SPAN_DAYS:
        said = now_("{field}: say a number of days up to {most}.").format(field=subject.label, most=LONGEST_SPAN_DAYS)
        return Taken(problem=said)
    today, span = timezone.localdate(clock.now()), timedelta(days=number)
    days = (today - span, today) if condition.operator == "last" else (today, today + span)
    got = reader.take({start: [days[0].isoformat()], end: [days[1].isoformat()]}, model, actor)
    return Taken(got.where, value, got.problem)


def _listed(condition: Condition, model: type[Model], actor: Actor) -> Taken:
    reader = condition.subject.filter
    if reader is None:
        return Taken()
    got = reader.take({condition.subject.key: [condition.value]}, model, actor)
    where = ~got.where if got.where is not None and condition.operator == "not" else got.where
    return Taken(where, got.shown, got.problem)


def _record(condition: Condition, model: type[Model], actor: Actor) -> Taken:
    path, value = condition.subject.path, condition.value
    stored: Any = field_of(model, path)
    rows = visible(stored.related_model._default_manager.all(), actor)
    number = number_in(value)
    if number is None:
        return Taken(problem=now_("{field}: there is no such record.").format(field=condition.subject.label))
    record = rows.filter(pk=number).first()
    where = Q(**{path: number})
    return Taken(~where if condition.operator == "not" else where, str(record or NOT_SEEN))


_READERS: dict[str, Callable[[Condition, type[Model], Actor], Taken]] = {
    "text": _text, "number": _number, "day": _day, "choice": _listed, "person": _listed, "flag": _listed, "record": _record,
}  # fmt: skip


def chips(built: Built, url: Callable[[Query], str]) -> list[Chip]:
    """A chip a condition; its key says whether "or" stands before it.  `url` gives the address with these parameters of the builder instead."""
    found = []
    for place, (condition, words) in enumerate(zip(built.conditions, built.shown, strict=True)):
        rest = [each for number, each in enumerate(built.conditions) if number != place]
        without = Built(any=built.any, conditions=tuple(rest)).query
        key = "or" if built.any and place else "where"
        found.append(Chip(key, condition.subject.label, words, url(without), condition.wrong))
    return found
