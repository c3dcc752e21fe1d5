"""On whose account a captured message stands, said by hand.  Part of an action of a room above."""

from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Message
from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.models import Account, Contact

NO_SUBJECT = _("(no subject)")


def place_message(message: Message, account: Account | None, contact: Contact | None, by: Actor) -> None:
    """Its account, person and conversation, and the line of the timeline.  What came to the desk is placed there."""
    if not message.capture:
        return
    TimelineEntry.objects.filter(ref_kind=kind_of(message), ref_id=message.pk).delete()
    message.account, message.contact, message.updated_at = account, contact, by.now
    message.save(update_fields=["account", "contact"])
    if message.thread is not None and not message.thread.messages.exclude(pk=message.pk).exists():
        message.thread.account, message.thread.contact, message.thread.updated_at = account, contact, by.now
        message.thread.save(update_fields=["account", "contact"])
    by.changed(message)
    tell_timeline(message, by)


def tell_timeline(message: Message, by: Actor) -> None:
    """Automatic mail is kept with its conversation, but is no event in the life of an account."""
    if message.account_id is None or message.kind != Message.Kind.MESSAGE:
        return
    by.timeline(
        message.account_id,
        f"channels.message_{message.direction}",
        ref=message,
        title=message.subject or str(NO_SUBJECT),
        text=message.reply_text[:500],
        at=message.received_at or by.now,
    )
