"""Which days a close covers, and which day is next."""

from collections.abc import Callable
from datetime import date, timedelta

DAY = timedelta(days=1)
#: Longer than any row of holidays.
LONGEST = 14

WorksOn = Callable[[date], bool]


def days_closed_with(day: date, works_on: WorksOn) -> list[date]:
    """The day and the days off right before it: a weekend closes with the next business day."""
    found = [day]
    while len(found) < LONGEST and not works_on(found[0] - DAY):
        found.insert(0, found[0] - DAY)
    return found


def next_to_close(last_closed: date | None, today: date, works_on: WorksOn) -> date:
    """The oldest business day that is not closed; where none was ever closed, today or the next business day."""
    day = today if last_closed is None else last_closed + DAY
    while not works_on(day):
        day += DAY
    return day
