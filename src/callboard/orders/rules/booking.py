"""On which day an entry counts for the board, the goals and the close."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
#: A customer who leaves within so many days of being saved was not saved.
SAVE_HOLDS_DAYS = 90


@dataclass(frozen=True)
class Booking:
    """``booked_on``, and the locked day the entry is late for, or None."""

    booked_on: date
    corrects_day: date | None


def book(happened_on: date, today: date, locked: Collection[date]) -> Booking:
    """The day it was accepted or received while that day is open; once it is locked, today, naming the day it corrects.

    When today is closed already, the first open day after it.
    """
    if happened_on not in locked:
        return Booking(happened_on, None)
    day = today
    while day in locked:
        day += DAY
    return Booking(day, happened_on)


def holds_since(lost_on: date) -> date:
    """The first day on which a save does not count any more where the customer is lost on this day."""
    return lost_on - SAVE_HOLDS_DAYS * DAY
