"""The pages of the board: the figures, their rows, the close of a day, the goals, the contact report and its reviews."""

from callboard.board.pages.board import SalesBoard
from callboard.board.pages.close import Close, ClosedDay
from callboard.board.pages.contact import ContactReport
from callboard.board.pages.goals import GoalRecord, Goals
from callboard.board.pages.overdue import ContactAccounts
from callboard.board.pages.reviews import ContactReviews, ReviewRecord
from callboard.board.pages.rows import Movements, OneTimeEntries, Saves
from callboard.board.pages.unwritten import Unwritten

__all__ = [
    "Close",
    "ClosedDay",
    "ContactAccounts",
    "ContactReport",
    "ContactReviews",
    "GoalRecord",
    "Goals",
    "Movements",
    "OneTimeEntries",
    "ReviewRecord",
    "SalesBoard",
    "Saves",
    "Unwritten",
]
