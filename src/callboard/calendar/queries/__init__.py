"""What can be asked of calendars."""

from callboard.calendar.queries.showing import Dates, Shown, shown_between
from callboard.calendar.queries.times import times_within

__all__ = ["Dates", "Shown", "shown_between", "times_within"]
