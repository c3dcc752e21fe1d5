"""An office in Texas: its hours, and an instant by the clock on its wall."""

from datetime import UTC, datetime, time

from callboard.team.rules.business_time import WorkCalendar, office_week

OFFICE = WorkCalendar("America/Chicago", office_week(time(8), time(17)))


def chicago(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of March 2026 by the clock of Texas (summer time since the 8th)."""
    return datetime(2026, 3, day, hour, minute, tzinfo=OFFICE.tz).astimezone(UTC)
