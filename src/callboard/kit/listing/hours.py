"""When a schedule comes round again.  Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from callboard.kit.listing.models import Every

SATURDAY = 5


def next_run(every: str, weekday: int, day: int, hour: int, zone: str, after: datetime) -> datetime:
    """The first instant after `after` that the schedule names, counted by the clock on the wall of its zone.

    An hour that summer time skips comes when the clock has passed it; one that comes twice is the first of the two.
    """
    local = ZoneInfo(zone)
    at = after.astimezone(local).date()
    for step in range(64):
        candidate = at + timedelta(days=step)
        fits = {
            Every.DAY: candidate.weekday() < SATURDAY,
            Every.WEEK: candidate.weekday() == weekday,
            Every.MONTH: candidate.day == day,
        }[Every(every)]
        instant = datetime.combine(candidate, time(hour), local)
        if fits and instant.timestamp() > after.timestamp():
            return datetime.fromtimestamp(instant.timestamp(), after.tzinfo)
    raise ValueError(f"No day fits {every}, {weekday}, {day}.")
