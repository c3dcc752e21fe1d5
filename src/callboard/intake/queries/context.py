"""What helps to answer a customer, from the apps below."""

from callboard.channels.models import Message
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.intake.models import QueueItem
from callboard.journal.models import Interaction
from callboard.work.models import Task

PROMISES_SHOWN = 3


def account_asked(account_id: int, actor: Actor) -> dict[str, Question]:
    """The newest write-up on the account that this person may read, and what we promised them and did not do yet."""
    notes = visible(Interaction.objects.filter(account_links__account=account_id, removed_at=None), actor)
    promises = Task.objects.open().filter(account=account_id, promised=True).order_by("due_at", "id")
    return {
        "note": Question("records", notes.exclude(text="").select_related("person").order_by("-at", "-id")[:1]),
        "promises": Question("records", promises[:PROMISES_SHOWN]),
    }


def answer_of_another(item: QueueItem, person_id: int | None) -> Message | None:
    """What a colleague wrote in the conversation since this came; None where nobody did."""
    if item.message is None or item.message.thread_id is None:
        return None
    rows = Message.objects.filter(
        thread=item.message.thread_id, direction=Message.Direction.OUT, by_person__isnull=False
    ).exclude(by_person=person_id)
    return rows.filter(received_at__gte=item.received_at).select_related("by_person").order_by("-id").first()
