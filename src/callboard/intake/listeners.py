"""What the Inbox does when something happens below it."""

from callboard.channels.models import Message
from callboard.core import events
from callboard.core.actions import Actor
from callboard.intake.actions import create_items, finish_item
from callboard.intake.models import Assignment


@events.message_received.listen
def make_items(by: Actor, *, message_ids: list[int]) -> None:
    """Messages become items, once; automatic mail, bounces and lists do not, nor what was captured."""
    fresh = Message.objects.filter(
        pk__in=message_ids, direction=Message.Direction.IN, kind=Message.Kind.MESSAGE, capture=""
    )
    messages = list(
        fresh.filter(item=None).select_related("account", "contact").prefetch_related("attachments").order_by("id")
    )
    if messages:
        create_items(messages=messages, by=by)


@events.work_finished.listen
def close_item_of(by: Actor, *, task_id: int) -> None:
    """Finishing the task finishes the item; what else happens to the task, `follow_task` follows."""
    assignment = Assignment.objects.filter(task=task_id, ended_at=None).select_related("item").first()
    if assignment is not None:
        finish_item(assignment.item, by=by)
