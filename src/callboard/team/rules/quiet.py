"""When a person may be disturbed: quiet hours in their zone, and their working time where they want only that."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from callboard.team.rules.business_time import NeverOpen, WorkCalendar, next_open

#: Quiet hours and working hours alternate at most so often before something gives.
TURNS = 8


@dataclass(frozen=True)
class Quiet:
    """From and to in wall time (the same twice: never quiet); only_hours: never outside working time."""

    starts: time
    ends: time
    only_hours: bool
    digest_at: time


def quiet_until(quiet: Quiet, calendar: WorkCalendar, now: datetime) -> datetime | None:
    """When a held notice may leave; None when now is as good a time as any.

    Where hours and quiet hours leave no moment, the quiet hours give way: nothing is held for ever.
    """
    at = now
    for _turn in range(TURNS):
        later = _after_night(quiet, calendar, at)
        if quiet.only_hours:
            try:
                later = next_open(calendar, later)
            except NeverOpen:
                return later if later > now else None
        if later == at:
            break
        at = later
    return at if at > now else None


def digest_time(quiet: Quiet, calendar: WorkCalendar, now: datetime) -> datetime:
    """The next digest: at its time on the next day of work (any day where they never work)."""
    local = now.astimezone(calendar.tz)
    for ahead in range(60):
        on = local.date() + timedelta(days=ahead)
        at = datetime.combine(on, quiet.digest_at, calendar.tz).astimezone(UTC)
        if at > now and (calendar.works_on(on) or not calendar.week):
            return at
    return now + timedelta(days=1)


def _after_night(quiet: Quiet, calendar: WorkCalendar, at: datetime) -> datetime:
    """The instant itself, or the end of the quiet hours it lies in."""
    if quiet.starts == quiet.ends:
        return at
    local = at.astimezone(calendar.tz)
    clock = local.time()
    over_night = quiet.starts > quiet.ends
    inside = (clock >= quiet.starts or clock < quiet.ends) if over_night else quiet.starts <= clock < quiet.ends
    if not inside:
        return at
    on = local.date() + timedelta(days=1 if over_night and clock >= quiet.starts else 0)
    return datetime.combine(on, quiet.ends, calendar.tz).astimezone(UTC)
