"""How a clock counts: working time of one calendar, from when it runs until it is stopped, without its pauses."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from callboard.team.rules.business_time import WorkCalendar, business_time_between, by_business_time

#: A warning comes when this part of the time is used.
WARN_PART = 0.75


@dataclass(frozen=True)
class Reading:
    """A clock as it stands.  allowed: the working time it has; used: what was counted up to its last pause; since: from when
    it runs, None while it stands."""

    allowed: timedelta
    used: timedelta = timedelta(0)
    since: datetime | None = None


def used_by(calendar: WorkCalendar, reading: Reading, now: datetime) -> timedelta:
    """The working time used up to an instant."""
    if reading.since is None:
        return reading.used
    return reading.used + business_time_between(calendar, reading.since, now)


def paused(calendar: WorkCalendar, reading: Reading, now: datetime) -> Reading:
    """The clock, standing from an instant on."""
    return replace(reading, used=used_by(calendar, reading, now), since=None)


def resumed(reading: Reading, now: datetime) -> Reading:
    """The clock, running from an instant on."""
    return replace(reading, since=now)


def due_at(calendar: WorkCalendar, reading: Reading) -> datetime | None:
    """When its time is used up if nothing stops it; when it began to run where that was before; None while it stands."""
    return _when(calendar, reading, reading.allowed)


def warn_at(calendar: WorkCalendar, reading: Reading, part: float = WARN_PART) -> datetime | None:
    """When this part of its time is used; None while it stands."""
    return _when(calendar, reading, reading.allowed * part)


def print_of(calendar: WorkCalendar) -> str:
    """The same for two calendars that count alike: what a due instant was reckoned by."""
    week = sorted((day, sorted(stretches)) for day, stretches in calendar.week.items())
    words = repr((calendar.zone, week, sorted(calendar.holidays)))
    return hashlib.sha256(words.encode()).hexdigest()


def _when(calendar: WorkCalendar, reading: Reading, amount: timedelta) -> datetime | None:
    if reading.since is None:
        return None
    return by_business_time(calendar, reading.since, max(amount - reading.used, timedelta(0)))
