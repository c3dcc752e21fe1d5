"""What the journal does when something else happens."""

from callboard.channels.models import Capture, Message
from callboard.channels.queries import held_among
from callboard.core import events
from callboard.core.actions import Actor
from callboard.directory.actions import raise_fact
from callboard.journal.actions.drafting import draft_messages, follow_asked
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.queries import replies_among
from callboard.work.models import Task


@events.message_received.listen
def _their_word(by: Actor, *, message_ids: list[int]) -> None:
    """What they wrote is their last word; where it answers us, it is a conversation. Automatic mail is neither."""
    rows = Message.objects.filter(
        pk__in=message_ids,
        direction=Message.Direction.IN,
        kind=Message.Kind.MESSAGE,
        account__isnull=False,
        received_at__isnull=False,
    )
    replies = replies_among(message_ids)
    for message in rows:
        if message.account_id is None or message.received_at is None:
            continue
        raise_fact([message.account_id], "last_word_at", message.received_at)
        if message.pk in replies:
            raise_fact([message.account_id], "last_conversation_at", message.received_at)


@events.message_received.listen
def _draft(by: Actor, *, message_ids: list[int]) -> None:
    """What was captured becomes a draft of whose it is, and of whoever passed it on with others; a dropped file is drafted by
    whoever drops it."""
    captured = Message.objects.filter(pk__in=message_ids).exclude(capture="").select_related("account", "by_person")
    found = list(captured.order_by("id"))
    if not found:
        return
    mine = [
        message
        for message in found
        if message.kind == Message.Kind.MESSAGE and not message.not_taken and message.capture != Capture.FILE
    ]
    draft_messages([*mine, *held_among(message_ids)], by)


@events.work_finished.listen
def _done_by_hand(by: Actor, *, task_id: int) -> None:
    """The task that asks for a note was finished without one: its mail needs none."""
    for task in Task.objects.filter(pk=task_id, kind=UNWRITTEN):
        follow_asked(by, task, "dropped")
