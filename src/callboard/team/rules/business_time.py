"""Business time: arithmetic over weekly hours and holidays in a time zone.

Instants are aware datetimes and come back in UTC. Hours are wall time, so a stretch is an hour shorter or longer on a
day on which the clocks change inside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
#: How far ahead a search looks before it says that nobody ever works.
HORIZON = 3 * 366

Stretch = tuple[time, time]
Span = tuple[datetime, datetime]


class NeverOpen(ValueError):
    """The calendar has no working time within three years."""


@dataclass(frozen=True)
class WorkCalendar:
    """When somebody works: stretches of wall time by weekday (0 is Monday), less holidays."""

    zone: str
    week: Mapping[int, tuple[Stretch, ...]]
    holidays: frozenset[date] = field(default_factory=frozenset)

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def day_of(self, at: datetime) -> date:
        """The calendar day of an instant, in the calendar's zone."""
        return at.astimezone(self.tz).date()

    def works_on(self, on: date) -> bool:
        """Whether anything of the day is working time."""
        return on not in self.holidays and bool(self.week.get(on.weekday()))


def office_week(starts: time, ends: time) -> dict[int, tuple[Stretch, ...]]:
    """Monday to Friday, the same hours each day."""
    return dict.fromkeys(range(5), ((starts, ends),))


def spans_on(calendar: WorkCalendar, on: date) -> list[Span]:
    """The working stretches of a day as instants in UTC, in order, without overlap."""
    if not calendar.works_on(on):
        return []
    found: list[Span] = []
    for starts, ends in sorted(calendar.week[on.weekday()]):
        begin = datetime.combine(on, starts, calendar.tz).astimezone(UTC)
        end = datetime.combine(on, ends, calendar.tz).astimezone(UTC)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif begin < end:
            found.append((begin, end))
    return found


def is_open(calendar: WorkCalendar, at: datetime) -> bool:
    """Whether the instant is working time."""
    return any(begin <= at < end for begin, end in spans_on(calendar, calendar.day_of(at)))


def next_open(calendar: WorkCalendar, at: datetime) -> datetime:
    """The instant itself if it is working time, else when work begins next. Raises NeverOpen."""
    begin, _end = next(_spans_from(calendar, at))
    return begin


def add_business_time(calendar: WorkCalendar, at: datetime, amount: timedelta) -> datetime:
    """The instant by which `amount` of working time has passed since `at`. Raises NeverOpen."""
    if amount < timedelta(0):
        raise ValueError("Business time is added forward only.")
    for begin, end in _spans_from(calendar, at):
        if amount <= end - begin:
            return begin + amount
        amount -= end - begin
    raise NeverOpen


def by_business_time(calendar: WorkCalendar, at: datetime, amount: timedelta) -> datetime:
    """The same for what has to be due at some time: plain hours where the calendar never opens."""
    try:
        return add_business_time(calendar, at, amount)
    except NeverOpen:
        return at + amount


def business_time_between(calendar: WorkCalendar, start: datetime, end: datetime) -> timedelta:
    """Working time from `start` to `end`; zero when `end` is not later."""
    total = timedelta(0)
    on, last = calendar.day_of(start), calendar.day_of(end)
    while on <= last:
        for begin, finish in spans_on(calendar, on):
            total += max(min(finish, end) - max(begin, start), timedelta(0))
        on += DAY
    return total


def business_minutes_between(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Whole minutes of working time from `start` to `end`."""
    return int(business_time_between(calendar, start, end) // timedelta(minutes=1))


def next_business_day(calendar: WorkCalendar, on: date, count: int = 1) -> date:
    """The `count`-th working day after `on`. Raises NeverOpen."""
    for _step in range(HORIZON):
        on += DAY
        count -= calendar.works_on(on)
        if count <= 0:
            return on
    raise NeverOpen


def business_days_between(calendar: WorkCalendar, start: date, end: date) -> int:
    """Working days from `start` to `end`, both included."""
    return sum(calendar.works_on(start + DAY * step) for step in range((end - start).days + 1))


def _spans_from(calendar: WorkCalendar, at: datetime) -> Iterator[Span]:
    """What is left of the day's stretches, then those of later days. Raises NeverOpen after a long silence."""
    on = calendar.day_of(at)
    silent = 0
    while silent < HORIZON:
        spans = [(max(begin, at), end) for begin, end in spans_on(calendar, on) if end > at]
        yield from spans
        silent = 0 if spans else silent + 1
        on += DAY
    raise NeverOpen
