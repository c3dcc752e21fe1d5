"""The order of My Day: one table of weights, added up for each task.

What was promised and not kept comes first; then what is late; then today by the hour; then the days after. Money decides
among equals, and age where no money is named; never across those steps: they lie further apart than all money can bridge.
Equal is what reads the same in the row: of two that are "2 days over" the larger amount stands above, whatever the hour
and however long each has been there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from math import log10
from typing import Protocol, TypeVar

from callboard.work.rules.due import DAY, HOUR, is_over, lateness

PINNED = 2000
OVERDUE = 700
BROKEN_PROMISE = 300  # on top of overdue
EACH_DAY_LATE, DAYS_LATE = 5, 10  # points a day, counted up to this many
TODAY_AT_A_TIME = 620
EACH_HOUR_AHEAD, HOURS_AHEAD = -30, 10
TODAY = 290
TOMORROW = 260
THIS_WEEK = 230  # in two days
EACH_DAY_AHEAD = -30
UNDATED = 50
LATER = 20
EACH_TENFOLD_OF_STAKE, MOST_FOR_STAKE = 6, 24  # counted from ten: 100 gives 6, 1,000 gives 12
EACH_DAY_OLD, DAYS_OLD = 0.5, 10


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
    parts = [("pinned", float(PINNED))] if task.pinned else []
    parts += _due(task, now, zone)
    if task.stake:
        parts.append(("stake", _stake(task.stake)))
    elif task.created_at is not None:
        days = min(max((now - task.created_at) / DAY, 0), DAYS_OLD)
        parts.append(("age", EACH_DAY_OLD * days))
    return Score(tuple(parts))


def _due(task: Rankable, now: datetime, zone: tzinfo) -> list[tuple[str, float]]:
    if task.due_at is None:
        return [("undated", UNDATED)]
    if is_over(task.due_at, task.due_kind, now, zone):
        late = lateness(task.due_at, task.due_kind, now, zone)
        parts: list[tuple[str, float]] = [("overdue", OVERDUE), ("late", EACH_DAY_LATE * min(late / DAY, DAYS_LATE))]
        return [("broken promise", BROKEN_PROMISE), *parts] if task.promised else parts
    days = (task.due_at.astimezone(zone).date() - now.astimezone(zone).date()).days
    if days > 0:
        return [_ahead(days)]
    if task.due_kind == "day":
        return [("today", TODAY)]
    return [("today at a time", TODAY_AT_A_TIME + EACH_HOUR_AHEAD * min((task.due_at - now) / HOUR, HOURS_AHEAD))]


def _ahead(days: int) -> tuple[str, float]:
    if days == 1:
        return ("tomorrow", TOMORROW)
    return ("this week", THIS_WEEK + EACH_DAY_AHEAD * (days - 2)) if days <= 7 else ("later", LATER)


def _stake(stake: Decimal) -> float:
    """Tenfold money, a few points more; a negative amount counts as much as a positive one."""
    return min(EACH_TENFOLD_OF_STAKE * max(log10(abs(float(stake)) / 10), 0), MOST_FOR_STAKE)
