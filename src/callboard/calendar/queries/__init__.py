"""What can be asked of calendars."""

from callboard.calendar.queries.layers import hidden_layers, layers
from callboard.calendar.queries.showing import Dates, Known, Shown, known_between, shown_between
from callboard.calendar.queries.times import times_within

__all__ = ["Dates", "Known", "Shown", "hidden_layers", "known_between", "layers", "shown_between", "times_within"]
