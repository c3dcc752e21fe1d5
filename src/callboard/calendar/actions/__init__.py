"""What can be done with calendars and what stands in them."""

from callboard.calendar.actions.bringing import bring_in_events, drop_event_file, read_event_file, take_events_back
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
from callboard.calendar.actions.feeds import create_feed, end_feed
from callboard.calendar.actions.inviting import (
    add_guest,
    answer_event,
    call_off,
    note_answer,
    remove_guest,
    send_invitations,
)
from callboard.calendar.actions.layers import hide_layer, show_layer
from callboard.calendar.actions.moving import Which, change_time, move_time, take_back_move
from callboard.calendar.actions.reminding import Later, remind_again, tell_reminders
from callboard.calendar.actions.replying import answer_invitation
from callboard.calendar.actions.series import change_one, join_parts, join_series, leave_out, move_one, split_series
from callboard.calendar.actions.standing import work_out

__all__ = [
    "Later",
    "Which",
    "add_guest",
    "answer_event",
    "answer_invitation",
    "archive_calendar",
    "bring_category_back",
    "bring_in_events",
    "call_off",
    "change_calendar",
    "change_event",
    "change_one",
    "change_time",
    "create_calendar",
    "create_category",
    "create_event",
    "create_feed",
    "drop_event_file",
    "end_feed",
    "hand_over_event",
    "hide_layer",
    "join_parts",
    "join_series",
    "leave_out",
    "move_event",
    "move_one",
    "move_time",
    "note_answer",
    "put_event_back",
    "read_event_file",
    "remind_again",
    "remove_event",
    "remove_guest",
    "rename_category",
    "restore_calendar",
    "restore_event",
    "retire_category",
    "send_invitations",
    "show_layer",
    "split_series",
    "take_back_move",
    "take_events_back",
    "tell_reminders",
    "work_out",
]
