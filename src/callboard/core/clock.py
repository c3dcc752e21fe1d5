"""The one place that reads the clock.  Bodies of actions get ``by.now``; only the frame, pages and jobs call ``now()``."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

#: Up to so many days are counted in days of work.
DAYS_OF_WORK = 4
LOOK_AHEAD = 31


def now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def business_day(at: datetime) -> date:
    """The company's business day that contains the instant ``at`` (its zone and cut-off; ``settings.BUSINESS_DAY`` names the function)."""
    path = getattr(settings, "BUSINESS_DAY", "")
    on: date = _named(path)(at) if path else at.astimezone(UTC).date()
    return on


def works_on(on: date) -> bool:
    """Whether the company works that day (``settings.WORKS_ON`` names the function; without one, every day)."""
    path = getattr(settings, "WORKS_ON", "")
    return not path or bool(_named(path)(on))


def workday_after(on: date, days: int) -> date:
    """So many days of work later, up to four; more are days of the calendar, then the first day of work that is further on
    than those four. So +1, +3 and +7 are three days whatever holidays lie between. A day the company works on none of the
    next month is counted by the calendar."""
    wanted = on + timedelta(days=days)
    rounded = next((day for n in range(LOOK_AHEAD) if works_on(day := wanted + timedelta(days=n))), wanted)
    if days <= 0:
        return rounded
    ahead = (on + timedelta(days=n) for n in range(1, LOOK_AHEAD))
    counted = list(islice((day for day in ahead if works_on(day)), min(days, DAYS_OF_WORK)))
    if len(counted) < min(days, DAYS_OF_WORK):
        return wanted
    return counted[-1] if days <= DAYS_OF_WORK else max(rounded, counted[-1])


@cache
def _named(path: str) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = import_string(path)
    return found
