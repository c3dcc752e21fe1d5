"""Which days are closed."""

from collections.abc import Collection
from datetime import date

from callboard.orders.models import PeriodLock
from callboard.orders.rules.booking import book


def locked_since(day: date) -> Collection[date]:
    """The closed days from this one on."""
    return set(PeriodLock.objects.filter(day__gte=day).values_list("day", flat=True))


def booked_if_accepted_on(day: date) -> date:
    """The day an order accepted now would be booked on: the next one, once this one is closed."""
    return book(day, day, locked_since(day)).booked_on
