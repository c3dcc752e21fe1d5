"""How a month and its weeks are laid out: what is a line of its day, what is a bar over several, which bars stand above each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

DAY = timedelta(days=1)
#: Bars above each other in a week, and lines of a day; what is beyond is counted, with a link to the day. A bar takes the room
#: of a line, but so many stay.
LANES, LINES, LEFT = 3, 4, 2
#: More lines than any day has.
ENDLESS = 4000


class Lies(Protocol):
    """What has days."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def spans(self) -> bool: ...


T = TypeVar("T", bound=Lies)


@dataclass(frozen=True)
class Bar(Generic[T]):
    """One over several days of a week. column: 1 to 7.  lane: 1 is lowest.  begins, ends: whether it does so in this week."""

    shown: T
    column: int
    length: int
    lane: int
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Cell(Generic[T]):
    """One day of a week. more: how many do not fit.  barred: how many bars lie over it."""

    day: date
    inside: bool
    today: bool
    lines: Sequence[T]
    more: int
    barred: int = 0

    @property
    def weekend(self) -> bool:
        return self.day.weekday() > 4

    @property
    def count(self) -> int:
        """How much is on that day, shown or not."""
        return len(self.lines) + self.more + self.barred


@dataclass(frozen=True)
class Week(Generic[T]):
    """Seven cells, and the bars below their lines. lanes: how many stand above each other."""

    cells: list[Cell[T]]
    bars: list[Bar[T]]

    @property
    def lanes(self) -> int:
        return max((bar.lane for bar in self.bars), default=0)


def weeks_of(
    days: Sequence[Sequence[date]],
    shown: Iterable[T],
    first: date,
    today: date,
    *,
    lines: int = LINES,
    together: int | None = None,
) -> list[Week[T]]:
    """The weeks of a month that begins on `first`, or of any stretch: what spans days is a bar, everything else a line.

    lines: of each day.  together: of all weeks one below the other, instead: one with much on it takes what others leave.
    """
    spanning: list[T] = []
    begun: dict[date, list[T]] = {}
    for one in shown:
        if one.spans:
            spanning.append(one)
        else:
            # A meeting that runs past midnight is a line of the day it begins on.
            begun.setdefault(one.first, []).append(one)
    if together is not None:
        whole = [_week(week, spanning, begun, first, today, ENDLESS) for week in days]
        lines = _shared([_height(week) for week in whole], together)
    return [_week(week, spanning, begun, first, today, lines) for week in days]


def _height(week: Week[T]) -> int:
    """Lines that its fullest day needs, bars among them."""
    return max(len(cell.lines) + cell.more for cell in week.cells) + week.lanes


def _shared(needs: Sequence[int], together: int) -> int:
    """The most lines a week may have, so that all of them have no more than `together`."""
    most = LEFT
    while most < max(needs) and sum(min(need, most + 1) for need in needs) <= together:
        most += 1
    return most


def _week(
    week: Sequence[date], spanning: Sequence[T], begun: Mapping[date, Sequence[T]], first: date, today: date, lines: int
) -> Week[T]:
    within = [one for one in spanning if one.first <= week[-1] and one.last >= week[0]]
    bars, hidden = _bars(within, week)
    lines = max(lines - max((bar.lane for bar in bars), default=0), LEFT)
    cells = []
    for day in week:
        own = begun.get(day, ())
        left = sum(one.first <= day <= one.last for one in hidden)
        fits = own if len(own) + left <= lines else own[: max(lines - 1, 0)]
        barred = sum(one.first <= day <= one.last for one in within) - left
        cells.append(Cell(day, day.month == first.month, day == today, fits, len(own) - len(fits) + left, barred))
    return Week(cells, bars)


def _bars(spanning: Sequence[T], week: Sequence[date]) -> tuple[list[Bar[T]], list[T]]:
    """The bars of a week, the longest lowest where several begin together; and those that find no lane."""
    taken: list[date] = []
    bars, hidden = [], []
    for one in sorted(spanning, key=lambda each: (max(each.first, week[0]), -(each.last - each.first))):
        begin, end = max(one.first, week[0]), min(one.last, week[-1])
        lane = next((number for number, until in enumerate(taken) if until < begin), len(taken))
        if lane >= LANES:
            hidden.append(one)
            continue
        taken[lane : lane + 1] = [end]
        bars.append(
            Bar(
                one,
                (begin - week[0]).days + 1,
                (end - begin).days + 1,
                lane + 1,
                one.first >= week[0],
                one.last <= week[-1],
            )
        )
    return bars, hidden
