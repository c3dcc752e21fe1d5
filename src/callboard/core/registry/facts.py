"""What is computed and stored, and whether the two agree."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callboard.core.asking import Question


@dataclass(frozen=True)
class Fact:
    """A column of AccountFacts and the app that owns it.  recompute(account ids) -> {id: value}; what is unknown is absent."""

    name: str
    app: str
    recompute: Callable[[Iterable[int]], dict[int, Any]]


@dataclass(frozen=True)
class Difference:
    """What ``check`` found: the stored value is not the computed one."""

    kind: str
    record: str
    stored: str
    computed: str


@dataclass(frozen=True)
class Check:
    name: str
    run: Callable[[], Iterable[Difference]]


@dataclass(frozen=True)
class Metric:
    """A figure of accounts on any day, from the app that keeps it.  on_days(account ids, days) -> {day: {id: value}};
    what is unknown on a day is absent.

    ahead(account id, day) -> the question what is agreed and counts only after the day: no row, or one of `more`, by how much
    the figure changes, and `first`, the first of the days it changes.
    """

    name: str
    label: Any
    on_days: Callable[[list[int], Sequence[date]], dict[date, dict[int, Any]]]
    ahead: "Callable[[int, date], Question] | None" = None
