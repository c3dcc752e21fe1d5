"""What can be done in the Inbox."""

from callboard.intake.actions.items import (
    accept_proposal,
    assign_item,
    correct_item,
    finish_item,
    hand_over_item,
    ignore_item,
    put_back_item,
    reopen_item,
    take_item,
)
from callboard.intake.actions.receiving import create_item, create_items
from callboard.intake.actions.routing import route_item, route_waiting
from callboard.intake.actions.table import (
    change_rule,
    create_rule,
    give_rule,
    move_rule,
    restore_rule,
    retire_rule,
)
from callboard.intake.actions.usual import add_usual_rules, retire_usual_rules
from callboard.intake.actions.warning import escalate_item, warn_of_item
from callboard.intake.actions.working import (
    create_order_from_item,
    make_lead_from_item,
    match_item,
    note_on_item,
    open_cancellation_from_item,
    reply_to_item,
)

__all__ = [
    "accept_proposal",
    "add_usual_rules",
    "assign_item",
    "change_rule",
    "correct_item",
    "create_item",
    "create_items",
    "create_order_from_item",
    "create_rule",
    "escalate_item",
    "finish_item",
    "give_rule",
    "hand_over_item",
    "ignore_item",
    "make_lead_from_item",
    "match_item",
    "move_rule",
    "note_on_item",
    "open_cancellation_from_item",
    "put_back_item",
    "reopen_item",
    "reply_to_item",
    "restore_rule",
    "retire_rule",
    "retire_usual_rules",
    "route_item",
    "route_waiting",
    "take_item",
    "warn_of_item",
]
