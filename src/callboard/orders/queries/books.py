"""Which days are closed."""

from collections.abc import Collection
from datetime import date

from callboard.orders.models import PeriodLock


def locked_since(day: date) -> Collection[date]:
    """The closed days from this one on."""
    return set(PeriodLock.objects.filter(day__gte=day).values_list("day", flat=True))
