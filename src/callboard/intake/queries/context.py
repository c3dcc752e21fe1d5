"""What helps to answer a customer, from the apps below."""

from callboard.channels.models import Message
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.intake.models import QueueItem
from callboard.journal.models import Interaction
from callboard.work.models import Task


def last_note(account_id: int, actor: Actor) -> Interaction | None:
    """The newest write-up on the account that this person may read."""
    rows = visible(Interaction.objects.filter(account_links__account=account_id, removed_at=None), actor)
    return rows.exclude(text="").select_related("person").order_by("-at", "-id").first()


def open_promises(account_id: int) -> list[Task]:
    """What we promised them and did not do yet, soonest first."""
    rows = Task.objects.open().filter(account=account_id, promised=True)
    return list(rows.order_by("due_at", "id")[:3])


def answer_of_another(item: QueueItem, person_id: int | None) -> Message | None:
    """What a colleague wrote in the conversation since this came; None where nobody did."""
    if item.message is None or item.message.thread_id is None:
        return None
    rows = Message.objects.filter(
        thread=item.message.thread_id, direction=Message.Direction.OUT, by_person__isnull=False
    ).exclude(by_person=person_id)
    return rows.filter(received_at__gte=item.received_at).select_related("by_person").order_by("-id").first()
