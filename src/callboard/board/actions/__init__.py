"""What can be done on the board: goals set, days closed, contacts counted, a rep's week talked over."""

from callboard.board.actions.contact import ask_for_address, count_contacts, plan_call
from callboard.board.actions.goals import change_goal, close_day, set_goal
from callboard.board.actions.reviews import (
    answer_review,
    ask_back,
    close_review,
    coach_review,
    make_review,
    read_review,
    reopen_review,
    see_review,
    start_task,
    take_back_answer,
    take_back_words,
    unread_review,
)

__all__ = [
    "answer_review",
    "ask_back",
    "ask_for_address",
    "change_goal",
    "close_day",
    "close_review",
    "coach_review",
    "count_contacts",
    "make_review",
    "plan_call",
    "read_review",
    "reopen_review",
    "see_review",
    "set_goal",
    "start_task",
    "take_back_answer",
    "take_back_words",
    "unread_review",
]
