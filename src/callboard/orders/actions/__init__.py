"""What can be done with products, orders and cancellations. The only place that writes."""

from callboard.orders.actions.cancelling import (
    change_cancellation,
    confirm_cancellation,
    discard_cancellation,
    open_cancellation,
    reopen_cancellation,
    save_cancellation,
)
from callboard.orders.actions.catalogue import (
    add_fulfilment_step,
    change_product,
    create_product,
    remove_fulfilment_step,
    restore_product,
    retire_product,
)
from callboard.orders.actions.checking import answer_desk_check, take_back_answer
from callboard.orders.actions.deciding import (
    accept_order,
    complete_order,
    reject_order,
    return_order,
    take_back_acceptance,
)
from callboard.orders.actions.writing import (
    add_line,
    change_line,
    change_order,
    create_order,
    give_order,
    recall_order,
    remove_line,
    submit_order,
    withdraw_order,
)

__all__ = [
    "accept_order",
    "add_fulfilment_step",
    "add_line",
    "answer_desk_check",
    "change_cancellation",
    "change_line",
    "change_order",
    "change_product",
    "complete_order",
    "confirm_cancellation",
    "create_order",
    "create_product",
    "discard_cancellation",
    "give_order",
    "open_cancellation",
    "recall_order",
    "reject_order",
    "remove_fulfilment_step",
    "remove_line",
    "reopen_cancellation",
    "restore_product",
    "retire_product",
    "return_order",
    "save_cancellation",
    "submit_order",
    "take_back_acceptance",
    "take_back_answer",
    "withdraw_order",
]
