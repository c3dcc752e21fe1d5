"""What can be done with tasks, and with the days and words behind them.

People use the actions. Rooms above call `open_task` and `reweigh` inside their own action's body, which is the cause
and holds the log line; everything else is nested with `by=by`.
"""

from callboard.work.actions.anchors import (
    change_anchor,
    create_anchor,
    hand_over_anchor,
    remove_anchor,
    restore_anchor,
    untie_anchor,
)
from callboard.work.actions.approval_rules import create_approval_rule, end_approval_rule, reopen_approval_rule
from callboard.work.actions.approving import (
    approve_approval,
    ask_approval,
    reject_approval,
    request_approval,
    withdraw_approval,
)
from callboard.work.actions.blocking import block_time, change_block, end_block, put_block_back, resume_block
from callboard.work.actions.clocks import miss_clock, recount_clock, warn_clock
from callboard.work.actions.closing import drop_task, finish_task, reopen_task
from callboard.work.actions.deadlines import (
    change_deadline,
    create_deadline,
    drop_deadline,
    finish_deadline,
    follow_anchor,
    forget_deadline_told,
    mark_deadline_told,
    reopen_deadline,
    set_deadline_day,
)
from callboard.work.actions.handing import open_handoff
from callboard.work.actions.handoffs import (
    accept_handoff,
    answer_handoff,
    ask_back,
    finish_handoff,
    release_handoff,
    reopen_handoff,
    request_handoff,
    return_handoff,
    withdraw_handoff,
)
from callboard.work.actions.joining import part_again, welcome_person
from callboard.work.actions.levels import create_service_level, end_service_level, reopen_service_level
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
from callboard.work.actions.promises import (
    break_promise,
    give_promise_again,
    make_promise,
    mark_promise_broken,
    mark_promise_kept,
    promise_task,
    withdraw_promise,
)
from callboard.work.actions.shifting import move_anchor, move_anchor_back, tie_anchor

__all__ = [
    "accept_handoff",
    "answer_handoff",
    "approve_approval",
    "ask_approval",
    "ask_back",
    "block_time",
    "break_promise",
    "change_anchor",
    "change_block",
    "change_deadline",
    "change_task",
    "create_anchor",
    "create_approval_rule",
    "create_deadline",
    "create_service_level",
    "create_task",
    "drop_deadline",
    "drop_task",
    "end_approval_rule",
    "end_block",
    "end_service_level",
    "finish_deadline",
    "finish_handoff",
    "finish_task",
    "follow_anchor",
    "forget_deadline_told",
    "give_promise_again",
    "hand_over_anchor",
    "hand_over_task",
    "make_promise",
    "mark_deadline_told",
    "mark_promise_broken",
    "mark_promise_kept",
    "miss_clock",
    "move_anchor",
    "move_anchor_back",
    "open_handoff",
    "open_task",
    "part_again",
    "pin_task",
    "promise_task",
    "put_block_back",
    "recount_clock",
    "reject_approval",
    "release_handoff",
    "release_task",
    "remove_anchor",
    "reopen_approval_rule",
    "reopen_deadline",
    "reopen_handoff",
    "reopen_service_level",
    "reopen_task",
    "request_approval",
    "request_handoff",
    "restore_anchor",
    "resume_block",
    "return_handoff",
    "reweigh",
    "set_deadline_day",
    "snooze_task",
    "take_task",
    "tie_anchor",
    "unpin_task",
    "untie_anchor",
    "wake_task",
    "warn_clock",
    "welcome_person",
    "withdraw_approval",
    "withdraw_handoff",
    "withdraw_promise",
]
