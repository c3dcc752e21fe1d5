"""What orders does when something below it happened."""

from callboard.core import events
from callboard.core.actions import Actor
from callboard.orders.actions.deciding import complete_order
from callboard.orders.actions.joining import follow_subscriptions
from callboard.orders.actions.tasks import open_steps_of
from callboard.orders.models import Order, OrderState


@events.work_finished.listen
def complete_when_all_is_done(by: Actor, *, task_id: int) -> None:
    """The last step of an order was finished: the order is complete."""
    order = Order.objects.filter(steps__task_id=task_id, state=OrderState.ACCEPTED).first()
    if order is not None and not open_steps_of(order).exists():
        complete_order(order, by=by)


@events.account_merged.listen
def move_mrr(by: Actor, *, kept_id: int, merged_id: int) -> None:
    """Two accounts became one, or one became two again: the MRR goes where its subscriptions went."""
    follow_subscriptions([kept_id, merged_id], by)
