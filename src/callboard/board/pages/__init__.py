"""The pages of the board: the figures, their rows, the close of a day, the goals."""

from callboard.board.pages.board import SalesBoard
from callboard.board.pages.close import Close, ClosedDay
from callboard.board.pages.goals import GoalRecord, Goals
from callboard.board.pages.rows import Movements, OneTimeEntries, Saves

__all__ = ["Close", "ClosedDay", "GoalRecord", "Goals", "Movements", "OneTimeEntries", "SalesBoard", "Saves"]
