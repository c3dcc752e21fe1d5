"""What can be done with calendars and what stands in them."""

from callboard.calendar.actions.calendars import (
    archive_calendar,
    bring_category_back,
    change_calendar,
    create_calendar,
    create_category,
    rename_category,
    restore_calendar,
    retire_category,
)
from callboard.calendar.actions.events import (
    change_event,
    create_event,
    hand_over_event,
    move_event,
    put_event_back,
    remove_event,
    restore_event,
)
from callboard.calendar.actions.layers import hide_layer, show_layer
from callboard.calendar.actions.moving import Which, move_time, take_back_move
from callboard.calendar.actions.reminding import Later, remind_again, tell_reminders
from callboard.calendar.actions.series import change_one, join_parts, join_series, leave_out, move_one, split_series
from callboard.calendar.actions.standing import work_out

__all__ = [
    "Later",
    "Which",
    "archive_calendar",
    "bring_category_back",
    "change_calendar",
    "change_event",
    "change_one",
    "create_calendar",
    "create_category",
    "create_event",
    "hand_over_event",
    "hide_layer",
    "join_parts",
    "join_series",
    "leave_out",
    "move_event",
    "move_one",
    "move_time",
    "put_event_back",
    "remind_again",
    "remove_event",
    "rename_category",
    "restore_calendar",
    "restore_event",
    "retire_category",
    "show_layer",
    "split_series",
    "take_back_move",
    "tell_reminders",
    "work_out",
]
