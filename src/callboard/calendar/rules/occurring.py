"""Each time an event happens within a stretch of days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from callboard.calendar.rules.recurrence import as_time, instant, starts_of

DAY = timedelta(days=1)


class Recurring(Protocol):
    """What an event says of its times: a model's row, or one that was read from a file."""

    @property
    def starts(self) -> date | datetime: ...
    @property
    def ends(self) -> date | datetime: ...
    @property
    def zone(self) -> str: ...
    @property
    def rule(self) -> str: ...


@dataclass(frozen=True)
class Time:
    """One time it happens. key: its start on the wall.  first, last: the days it touches, of times by UTC.  starts_at, ends_at:
    instants, None for whole days."""

    key: str
    first: date
    last: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None


def times_of(
    event: Recurring, adds: list[date | datetime], leaves: list[date | datetime], *, since: date, until: date
) -> list[Time]:
    """Each time it happens on days from `since` up to before `until`, in order."""
    starts, ends = event.starts, event.ends
    length = as_time(ends) - as_time(starts)
    window = {
        "since": datetime.combine(since, time(0)) - length - DAY,
        "until": datetime.combine(until, time(0)) + DAY,
    }
    found = starts_of(starts, event.rule, adds, leaves, **window)
    made = (_day(at, length) if not isinstance(starts, datetime) else _timed(at, length, event.zone) for at in found)
    return [each for each in made if each.first < until and each.last >= since]


def _day(at: datetime, length: timedelta) -> Time:
    return Time(at.date().isoformat(), at.date(), (at + length).date())


def _timed(at: datetime, length: timedelta, zone: str) -> Time:
    """Its end is as far on the wall's clock as in the series' first time: nine to five stays nine to five."""
    begin = instant(at, zone)
    end = max(instant(at + length, zone), begin)
    # What ends at midnight does not touch the day that begins then.
    last = end - timedelta(microseconds=1) if end > begin else end
    return Time(at.isoformat(), begin.astimezone(UTC).date(), last.astimezone(UTC).date(), begin, end)
