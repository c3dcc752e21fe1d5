"""The order of My Day: one table of weights, added up for each task.

What was promised and not kept comes first; then what is late; then today by the hour; then the days after. Money decides
among equals, and age where no money is named; never across those steps: they lie further apart than all money can bridge.
Equal is what reads the same in the row: of two that are "2 days over" the larger amount stands above, whatever the hour
and however long each has been there.

The table is read here, by the statement that ranks thousands in the database (queries/weighing.py) and by the page that
shows it; a test holds the first two equal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from math import log10
from typing import Any, Protocol, TypeVar

from django.utils.translation import gettext_lazy as _

from callboard.work.rules.due import DAY, HOUR, is_over, lateness


@dataclass(frozen=True)
class Weight:
    """A row of the table: its points, and a step more for each unit, counted up to `most` of them."""

    word: str
    label: Any  #: as a person reads it
    points: float = 0
    step: float = 0
    most: float = 0
    unit: Any = ""  #: what a unit is

    def worth(self, units: float) -> float:
        """The points of a task with so many units."""
        return self.points + self.step * min(units, self.most)


WEIGHTS = (
    Weight("pinned", _("You pinned it"), 2000),
    Weight("broken promise", _("Promised to the customer, and late"), 300),
    Weight("overdue", _("Late"), 700),
    Weight("late", _("For each day it is late"), 0, 5, 10, _("day late")),
    Weight("today at a time", _("Due today at a time, less for each hour ahead"), 620, -30, 10, _("hour ahead")),
    Weight("today", _("Due today"), 290),
    Weight("tomorrow", _("Due tomorrow"), 260),
    Weight("this week", _("Due within a week"), 230, -30, 5, _("day after the second")),
    Weight("later", _("Due later"), 20),
    Weight("undated", _("No due date"), 50),
    Weight("stake", _("For the money at stake"), 0, 6, 4, _("tenfold: $100, $1,000, $10,000")),
    Weight("age", _("For its age"), 0, 0.5, 10, _("day old, where no money is named")),
)
WEIGHT = {weight.word: weight for weight in WEIGHTS}
#: The last day that is "within a week", counted from today.
WEEK = 7


class Rankable(Protocol):
    """What the order looks at."""

    @property
    def pk(self) -> int: ...
    @property
    def pinned(self) -> bool: ...
    @property
    def promised(self) -> bool: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def due_kind(self) -> str: ...
    @property
    def stake(self) -> Decimal | None: ...
    @property
    def created_at(self) -> datetime | None: ...


T = TypeVar("T", bound=Rankable)


@dataclass(frozen=True)
class Score:
    """The sum, and what it is made of: (a word of the table, points)."""

    parts: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        return sum(points for _word, points in self.parts)


def rank(tasks: Iterable[T], now: datetime, zone: tzinfo) -> list[T]:
    """The tasks, the most pressing first; equals by due instant, the older first, then by number."""
    far = now + timedelta(days=36500)
    return sorted(tasks, key=lambda task: (-score(task, now, zone).total, *_among_equals(task, far)))


def _among_equals(task: Rankable, far: datetime) -> tuple[Decimal, datetime, datetime, int]:
    # Beyond what counts for points the larger amount still comes first.
    return -abs(task.stake or Decimal(0)), task.due_at or far, task.created_at or far, task.pk


def score(task: Rankable, now: datetime, zone: tzinfo) -> Score:
    """Why a task stands where it stands."""
    units = [("pinned", 0.0)] if task.pinned else []
    units += _due(task, now, zone)
    if task.stake:
        # A negative amount counts as much as a positive one.
        units.append(("stake", max(log10(abs(float(task.stake)) / 10), 0)))
    elif task.created_at is not None:
        units.append(("age", max(apart(task.created_at, now) / DAY, 0)))
    return Score(tuple((word, WEIGHT[word].worth(count)) for word, count in units))


def _due(task: Rankable, now: datetime, zone: tzinfo) -> list[tuple[str, float]]:
    if task.due_at is None:
        return [("undated", 0)]
    if is_over(task.due_at, task.due_kind, now, zone):
        late = [("overdue", 0.0), ("late", lateness(task.due_at, task.due_kind, now, zone) / DAY)]
        return [("broken promise", 0), *late] if task.promised else late
    days = (task.due_at.astimezone(zone).date() - now.astimezone(zone).date()).days
    if days > 0:
        return [_ahead(days)]
    if task.due_kind == "day":
        return [("today", 0)]
    return [("today at a time", apart(now, task.due_at) / HOUR)]


def _ahead(days: int) -> tuple[str, float]:
    if days == 1:
        return "tomorrow", 0
    return ("this week", days - 2) if days <= WEEK else ("later", 0)


def apart(first: datetime, second: datetime) -> timedelta:
    """From one instant to the other as clocks run, also over the night that has an hour more."""
    return second.astimezone(UTC) - first.astimezone(UTC)
