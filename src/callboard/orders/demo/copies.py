"""The business of a company many times the size: orders, subscriptions, ledgers and cancellations of other customers."""

from callboard.core.copies import Copied
from callboard.core.demo import World
from callboard.core.refs import kind_of
from callboard.orders.models import (
    Cancellation,
    DeskCheckAnswer,
    Movement,
    MrrEntry,
    OneTimeEntry,
    Order,
    OrderLine,
    OrderStep,
    SaveEntry,
    Subscription,
)
from callboard.work.models import Handoff, HandoffStep

#: A text that names one order, with its copy's number.
NUMBERED = "regexp_replace({}, '[0-9]+', o.number::text)"

#: The hand-offs of orders: no clock counts them. A copy's task leads to the copy.
UNCOUNTED = "SELECT h.id FROM work_handoff h JOIN work_task w ON w.id = h.task_id WHERE w.kind = 'orders.fulfil'"
LED_TO = (
    "UPDATE work_task AS w SET reason_args = jsonb_set(w.reason_args, '{handoff_id}', to_jsonb(h.id)) FROM work_handoff AS h"
    " WHERE h.id >= {first} AND h.task_id = w.id"
)


def copies(world: World, times: int) -> list[Copied]:
    """Everything an account's orders left; texts name the copies' own numbers."""
    of_order = f"o.id >= {{first}} AND {{0}}_kind = '{kind_of(Order)}' AND {{0}}_id = o.id"
    lines = "UPDATE core_timelineentry AS e SET title = {} FROM orders_order AS o WHERE {}"
    tasks = "UPDATE work_task AS w SET title = {} FROM orders_order AS o WHERE {}"
    steps = (
        "UPDATE work_task AS w SET reason_args = jsonb_set(w.reason_args, '{{order}}', to_jsonb({})) FROM orders_order AS o"
        " JOIN orders_orderstep AS s ON s.order_id = o.id WHERE o.id >= {{first}} AND s.task_id = w.id"
    )
    return [
        Copied(
            Order,
            numbers={"number": "orders_order_number"},
            after=[
                lines.format(NUMBERED.format("e.title"), of_order.format("e.ref", first="{first}")),
                tasks.format(NUMBERED.format("w.title"), of_order.format("w.source", first="{first}")),
                steps.format(NUMBERED.format("w.reason_args ->> 'order'")),
            ],
        ),
        *(Copied(model) for model in (OrderLine, OrderStep, DeskCheckAnswer, Subscription, Cancellation)),
        Copied(Handoff, {"context": "'{}'"}, where=f"t.id IN ({UNCOUNTED})", after=[LED_TO]),
        Copied(HandoffStep, where=f"t.handoff_id IN ({UNCOUNTED})"),
        *(Copied(model) for model in (MrrEntry, OneTimeEntry, SaveEntry, Movement)),
    ]
