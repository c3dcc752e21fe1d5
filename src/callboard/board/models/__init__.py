"""Goals, the record of a closed day, the counts of the contact report and its reviews."""

from callboard.board.models.contact import ContactCount, ContactTally, RepDay
from callboard.board.models.goals import CloseTick, DayClose, Goal, Metric, Tick
from callboard.board.models.review import ContactReview, ReviewLine, ReviewNote, ReviewState, Said

__all__ = [
    "CloseTick",
    "ContactCount",
    "ContactReview",
    "ContactTally",
    "DayClose",
    "Goal",
    "Metric",
    "RepDay",
    "ReviewLine",
    "ReviewNote",
    "ReviewState",
    "Said",
    "Tick",
]
