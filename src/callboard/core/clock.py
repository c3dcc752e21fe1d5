"""The one place that reads the clock.  Bodies of actions get ``by.now``; only the frame, pages and jobs call ``now()``."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


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
    """So many days later, or the first day of work after that; the day itself where the company works on none of the next month."""
    wanted = on + timedelta(days=days)
    return next((day for n in range(31) if works_on(day := wanted + timedelta(days=n))), wanted)


@cache
def _named(path: str) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = import_string(path)
    return found
