"""A week by its hours: which row each event begins in, how many it takes, and what stands beside what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, Protocol, TypeVar

#: The hours that are drawn where nothing begins before or ends after them.
FROM, TO = 7, 19
#: Rows of an hour, and of a day.
HALF, DAY_ROWS = 2, 48
#: So many stand beside each other; and so many that have no hour above each other. What is beyond is counted.
BESIDE, ABOVE = 4, 6


class Timed(Protocol):
    """What has days and, unless it is of the whole day, hours of its first."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def at(self) -> time | None: ...
    @property
    def until(self) -> time | None: ...


T = TypeVar("T", bound=Timed)


@dataclass(frozen=True)
class Slot(Generic[T]):
    """Where one stands. row: 1 is the first above the hours.  length: rows.  column, columns: beside how many.  shown: None for
    what is only counted, which `more` are."""

    shown: T | None
    row: int
    length: int
    column: int = 1
    columns: int = 1
    more: int = 0


@dataclass(frozen=True)
class Hours(Generic[T]):
    """above: rows above the hours.  first: the hour of the row after them.  rows: above and below.  days: the slots of each."""

    above: int
    first: int
    rows: int
    days: Sequence[Sequence[Slot[T]]]

    @property
    def marks(self) -> list[tuple[int, time]]:
        """The row of every hour that is drawn, and when it is."""
        count = (self.rows - self.above) // HALF
        return [(self.above + HALF * n + 1, time(self.first + n)) for n in range(count)]


def hours_of(days: Sequence[Sequence[T]]) -> Hours[T]:
    """The days of a week, each with what is on it, by hours."""
    timed = [[one for one in day if one.at is not None] for day in days]
    halves = [_halves(one) for day in timed for one in day]
    first = min([FROM, *(begin // HALF for begin, _end in halves)])
    last = max([TO, *(-(-end // HALF) for _begin, end in halves)])
    untimed = [[one for one in day if one.at is None] for day in days]
    above = min(max((len(day) for day in untimed), default=0), ABOVE)
    begin = above - HALF * first
    found = [[*_above(whole), *_below(day, begin)] for whole, day in zip(untimed, timed, strict=True)]
    return Hours(above, first, above + HALF * (last - first), found)


def _halves(one: Timed) -> tuple[int, int]:
    """The half hours of its first day it begins in and ends before; at least one. What runs past midnight ends with the day."""
    at = one.at or time()
    begin = at.hour * HALF + at.minute * HALF // 60
    until = at if one.until is None else one.until
    if one.last > one.first or until == time() < at:
        return begin, DAY_ROWS
    end = until.hour * HALF + -(-until.minute * HALF // 60)
    return begin, max(end, begin + 1)


def _above(whole: Sequence[T]) -> list[Slot[T]]:
    fits = whole if len(whole) <= ABOVE else whole[: ABOVE - 1]
    slots: list[Slot[T]] = [Slot(one, row, 1) for row, one in enumerate(fits, 1)]
    if len(fits) < len(whole):
        slots.append(Slot(None, ABOVE, 1, more=len(whole) - len(fits)))
    return slots


def _below(timed: Iterable[T], begin: int) -> list[Slot[T]]:
    """Those that share a half hour, directly or by another between them, share their width."""
    slots: list[Slot[T]] = []
    bunch: list[tuple[T, int, int]] = []
    ends = 0
    for one, start, end in sorted(((one, *_halves(one)) for one in timed), key=lambda each: each[1:]):
        if bunch and start >= ends:
            slots += _bunch(bunch, begin)
            bunch = []
        ends = max(end, ends if bunch else end)
        bunch.append((one, start, end))
    return slots + (_bunch(bunch, begin) if bunch else [])


def _bunch(bunch: Sequence[tuple[T, int, int]], begin: int) -> list[Slot[T]]:
    free: list[int] = []
    placed: list[tuple[T, int, int, int]] = []
    for one, start, end in bunch:
        column = next((n for n, until in enumerate(free) if until <= start), len(free))
        free[column : column + 1] = [end]
        placed.append((one, start, end, column))
    columns = min(len(free), BESIDE)
    room = columns if len(free) <= BESIDE else BESIDE - 1
    slots: list[Slot[T]] = [
        Slot(one, begin + start + 1, end - start, column + 1, columns)
        for one, start, end, column in placed
        if column < room
    ]
    hidden = [(start, end) for _one, start, end, column in placed if column >= room]
    if hidden:
        start, end = hidden[0][0], max(end for _start, end in hidden)
        slots.append(Slot(None, begin + start + 1, end - start, BESIDE, columns, more=len(hidden)))
    return slots
