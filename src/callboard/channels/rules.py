"""Decisions about messages: no writes, no clock."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.models import Mailbox, Message, Retry
from callboard.channels.reading import ReadMail
from callboard.channels.reading.own import PREFIX
from callboard.directory.models import Contact
from callboard.directory.rules import UNASKED, unsubscribe_token

#: No word of a person: nobody asked for anything by them.
UNASKED_FOR = (Message.Kind.AUTO_REPLY, Message.Kind.BOUNCE, Message.Kind.FEEDBACK)
KEPT = gettext_lazy("Mail that came in is kept.")
QUOTED_LINES = 200
#: Minutes to wait after each failed attempt to send.
PAUSES = (1, 2, 5, 15, 60, 180, 360)


def plain_subject(subject: str) -> str:
    """A subject without "Re:" and the like."""
    return PREFIX.sub("", subject).strip()


def answer_subject(subject: str) -> str:
    return f"Re: {plain_subject(subject)}"[:500]


def unsubscribe_path(message: Message) -> str:
    """The path of the link that takes its receiver off sales and campaigns; "" for a mail of another purpose."""
    if message.purpose not in UNASKED or not message.key:
        return ""
    return reverse("unsubscribe", args=[unsubscribe_token(message.key)])


def kind_for(mail: ReadMail, mailbox: Mailbox | None, known: bool) -> str:
    """The kind of a mail in one of our mailboxes, which decides whether somebody must see it.

    Where the "list" is the mailbox itself (a shared group address), or a known contact's program only added a bulk
    header, it is a message.
    """
    if mail.kind == "list":
        ours = mailbox.address.lower() if mailbox else ""
        if (ours and mail.list_address == ours) or (known and not mail.list_address):
            return "message"
    return mail.kind


def references_for(parent: Message | None) -> list[str]:
    """The References of an answer: those of what it answers, and that itself; the first and the last of a long chain."""
    if parent is None or not parent.message_id:
        return []
    chain = [*parent.references, parent.message_id]
    return chain if len(chain) <= 20 else [chain[0], *chain[-19:]]


def asked_at(answered: Message | None, contact: Contact | None, addresses: Collection[str]) -> datetime | None:
    """When they wrote what is answered; None where the message is none of theirs: our own, a report, automatic, somebody
    else's. addresses: of whoever is reached."""
    if answered is None or answered.direction != Message.Direction.IN or answered.kind in UNASKED_FOR:
        return None
    theirs = contact is not None and answered.contact_id == contact.pk
    return (answered.received_at or answered.created_at) if theirs or answered.from_address in addresses else None


def in_conversation(answered: Message | None, address: str) -> datetime | None:
    """The same of a mail to everybody it went to: whoever it names by their address."""
    if answered is not None and address in (*answered.to, *answered.cc):
        return asked_at(answered, None, (answered.from_address,))
    return asked_at(answered, None, (address,))


def quoted(parent: Message) -> str:
    """What is answered, as a quote below the answer."""
    lines = (parent.reply_text or parent.text).strip().split("\n")[:QUOTED_LINES]
    at = parent.sent_at or parent.received_at
    when = formats.date_format(at, "DATETIME_FORMAT") if at else ""
    head = _("On {when}, {who} wrote:").format(when=when, who=parent.sender)
    return "\n".join([head, *(f"> {line}".rstrip() for line in lines)])


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many attempts; None: give up and let a person see it."""
    if attempts > len(PAUSES):
        return None
    return now + timedelta(minutes=PAUSES[attempts - 1])


def retry_text(retry: Retry) -> str:
    """What came of it: "42 tried: 40 read or sent, 2 failed again."."""
    said = _("{total} tried: {done} read or sent, {failed} failed again.")
    if retry.waiting:
        said = _("{total} tried: {done} read or sent, {failed} failed again, {waiting} still under way.")
    return said.format(total=retry.total, done=retry.done, failed=retry.failed, waiting=retry.waiting)
