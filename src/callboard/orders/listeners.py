"""What orders does when something below it happened."""

from callboard.core import events
from callboard.core.actions import Actor
from callboard.orders.actions.deciding import complete_order
from callboard.orders.actions.tasks import open_steps_of
from callboard.orders.models import Order, OrderState


@events.work_finished.listen
def complete_when_all_is_done(by: Actor, *, task_id: int) -> None:
    """The last step of an order was finished: the order is complete."""
    order = Order.objects.filter(steps__task_id=task_id, state=OrderState.ACCEPTED).first()
    if order is not None and not open_steps_of(order).exists():
        complete_order(order, by=by)
