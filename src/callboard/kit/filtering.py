"""What a filter is, and reading all filters of a list at once.  The filters themselves stand in filters.py.

A value that makes no sense is never an error: it says so (``Taken.problem``), and a list that cannot tell what was
meant shows no rows rather than all of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.asking import Question, Row, answers
from callboard.kit.tables import Text

Query = Mapping[str, list[str]]


@dataclass(frozen=True)
class Taken:
    """What a filter took from the address: a condition, the words of its chip, and what was wrong with it.

    A problem beside a condition names a value left out of several; without one nothing could be read at all.
    """

    where: Q | None = None
    shown: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Control:
    """How a filter is drawn.  kind: choice, person, dates, search, flag; options are (value, label, chosen); values by parameter name.

    problem: why what stands in it cannot be read.
    """

    key: str
    label: Text
    kind: str
    options: list[tuple[str, Text, bool]] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    problem: str = ""


class Filter(Protocol):
    """The shape of a filter: the parameters it reads, what they mean, how it is drawn."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> Text: ...
    def names(self) -> tuple[str, ...]: ...
    def take(self, query: Query, model: type[Model], actor: Actor) -> Taken: ...
    def control(self, query: Query, model: type[Model], actor: Actor) -> Control: ...


@runtime_checkable
class Asks(Protocol):
    """A filter whose choices are rows."""

    def asks(self) -> Question | None: ...
    def control_from(self, query: Query, rows: Iterable[Row]) -> Control: ...


def controls(filters: Iterable[Filter], query: Query, model: type[Model], actor: Actor) -> list[Control]:
    """All filters as they are drawn.  The choices that are rows cost one query together, however many filters have some."""
    given = list(filters)
    asked = {each.key: question for each in given if isinstance(each, Asks) and (question := each.asks()) is not None}
    found = answers(asked)
    return [
        each.control_from(query, found[each.key])
        if isinstance(each, Asks) and each.key in found
        else each.control(query, model, actor)
        for each in given
    ]


def first(query: Query, name: str) -> str:
    """The first value of a parameter, without spaces around it; "" when absent.  NUL never reaches the database."""
    return (query.get(name) or [""])[0].replace("\0", "").strip()


def every(query: Query, name: str) -> list[str]:
    """All values of a parameter, also those separated by commas."""
    return [part for value in query.get(name) or [] for part in value.replace("\0", "").split(",") if part]


@dataclass(frozen=True)
class Chip:
    """A filter in force: its words, and the address without it.  wrong: why it cannot be read."""

    key: str
    label: Text
    value: str
    remove_url: str
    wrong: str = ""


@dataclass(frozen=True)
class Applied:
    """All filters of a list read at once: the condition, the chips, what was wrong, and the parameters that counted.

    unread: filters of which nothing could be read, by key, with the sentence that says why; typed: their parameters.
    """

    where: Q = field(default_factory=Q)
    chips: tuple[Chip, ...] = ()
    problems: tuple[str, ...] = ()
    kept: dict[str, list[str]] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    typed: dict[str, list[str]] = field(default_factory=dict)


def apply(
    filters: Iterable[Filter],
    query: Query,
    model: type[Model],
    actor: Actor,
    url: Callable[[dict[str, list[str]]], str],
) -> Applied:
    """Read every filter from the query.  `url` makes the address of a set of parameters, for the chips."""
    taken = [(each, each.take(query, model, actor)) for each in filters]
    kept = _given(query, (each for each, got in taken if got.where is not None))
    typed = _given(query, (each for each, got in taken if got.where is None and got.problem))
    where, chips = Q(), []
    for each, got in taken:
        if got.where is None and not got.problem:
            continue
        where = where & got.where if got.where is not None else where
        without = {name: values for name, values in {**kept, **typed}.items() if name not in each.names()}
        wrong = got.problem if got.where is None else ""
        shown = got.shown or " – ".join(value for name in each.names() for value in query.get(name, []) if value)
        chips.append(Chip(each.key, each.label or _("Search"), shown, url(without), wrong))
    unread = {each.key: got.problem for each, got in taken if got.where is None and got.problem}
    problems = tuple(got.problem for _each, got in taken if got.problem)
    return Applied(where, tuple(chips), problems, kept, unread, typed)


def _given(query: Query, filters: Iterable[Filter]) -> dict[str, list[str]]:
    """What the address has for these filters."""
    return {name: list(query[name]) for each in filters for name in each.names() if query.get(name)}
