"""The one place that reads the clock.  Bodies of actions get ``by.now``; only the frame, pages and jobs call ``now()``."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string


def now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def business_day(at: datetime) -> date:
    """The company's business day that contains the instant ``at`` (its zone and cut-off; ``settings.BUSINESS_DAY`` names the function)."""
    return _business_day()(at)


@cache
def _business_day() -> Callable[[datetime], date]:
    path = getattr(settings, "BUSINESS_DAY", "")
    found: Callable[[datetime], date] = import_string(path) if path else _utc_day
    return found


def _utc_day(at: datetime) -> date:
    return at.astimezone(UTC).date()
