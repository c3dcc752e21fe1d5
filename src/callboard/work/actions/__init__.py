"""What can be done with tasks.

People use the actions. Rooms above call `open_task` and `reweigh` inside their own action's body, which is the cause
and holds the log line; everything else is nested with `by=by`.
"""

from callboard.work.actions.blocking import block_time, change_block, end_block, put_block_back, resume_block
from callboard.work.actions.closing import drop_task, finish_task, reopen_task
from callboard.work.actions.joining import part_again, welcome_person
from callboard.work.actions.moving import (
    hand_over_task,
    pin_task,
    release_task,
    snooze_task,
    take_task,
    unpin_task,
    wake_task,
)
from callboard.work.actions.opening import change_task, create_task, open_task, reweigh

__all__ = [
    "block_time",
    "change_block",
    "change_task",
    "create_task",
    "drop_task",
    "end_block",
    "finish_task",
    "hand_over_task",
    "open_task",
    "part_again",
    "pin_task",
    "put_block_back",
    "release_task",
    "reopen_task",
    "resume_block",
    "reweigh",
    "snooze_task",
    "take_task",
    "unpin_task",
    "wake_task",
    "welcome_person",
]
