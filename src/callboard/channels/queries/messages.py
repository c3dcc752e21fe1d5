"""Messages by what they are and whom they answer."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Mailbox, Message, Thread
from callboard.channels.queries.stored import read_stored
from callboard.channels.reading import ReadMail
from callboard.channels.rules import in_conversation, plain_subject
from callboard.core.actions import Actor
from callboard.directory.models import Medium
from callboard.directory.queries import Asked, Denied, match_addresses, may_contact_all
from callboard.directory.rules import ERASED, is_erased
from callboard.team.models import Person

#: RFC 3834: at most one automatic answer to a sender in this time.
ANSWER_ONCE_IN = timedelta(days=7)


def same_mail(message_id: str, digest: str, captured: ReadMail | None = None) -> tuple[Message | None, Message | None]:
    """(the message with this Message-ID and these contents, the first one with this Message-ID), each or None.

    What comes to the desk is work, whether or not somebody captured it too.  What is `captured` is one with what its sender
    wrote under this Message-ID to the same people about the same: a customer's work for the desk, a mail we sent, the copy
    another way brought, whose contents may differ by a footer; a mail of ours that the desk got in copy is both.  What was
    not taken is one with nothing but itself: whoever got a mail can send another under its Message-ID.
    """
    inbound = Message.objects.filter(direction=Message.Direction.IN, capture="")
    rows = inbound if captured is None else Message.objects.all()
    if captured is not None and Person.objects.filter(email=captured.from_address).exists():
        rows = rows.exclude(direction=Message.Direction.IN, capture="")
    if not message_id:
        return rows.filter(digest=digest).first(), None
    found = list(rows.filter(message_id=message_id).order_by("id")[:100])
    same = next((row for row in found if row.digest == digest), None)
    if same is None and captured is not None:
        same = next((row for row in found if not row.not_taken and _is_another_copy(row, captured)), None)
    return same, found[0] if found else None


def _is_another_copy(row: Message, mail: ReadMail) -> bool:
    if row.from_address.lower() != mail.from_address:
        return False
    if not row.raw_sha:  # we composed it
        return {*row.to, *row.cc} == {*mail.to, *mail.cc}
    try:
        other = read_stored(row.raw_sha)
    except OSError:  # its file was erased: no second copy of it is taken in
        return True
    return {*other.to, *other.cc} == {*mail.to, *mail.cc} and plain_subject(other.subject) == plain_subject(
        mail.subject
    )


def failed() -> QuerySet[Message]:
    """What could not be read or sent; somebody must see it."""
    return Message.objects.filter(state=Message.State.FAILED)


def to_read() -> QuerySet[Message]:
    """What is stored and not read, oldest first."""
    return Message.objects.filter(state=Message.State.STORED).order_by("id")


def to_send(now: datetime) -> QuerySet[Message]:
    """What is to leave now, oldest first.  What a killed worker left half sent comes again once its time is up."""
    due = Q(next_try_at=None) | Q(next_try_at__lte=now)
    return Message.objects.filter(due, state__in=[Message.State.QUEUED, Message.State.SENDING]).order_by("id")


def not_allowed_now(messages: Sequence[Message], *, by: Actor) -> dict[int, str]:
    """Those of queued messages that may not leave any more, with the sentence why, by id: who asked us to stop, or to be
    forgotten, since they were written; each address and whom the mail is for are asked about.  As many statements for fifty
    as for one."""
    prefetch_related_objects([*messages], "contact", "answers")
    owners = match_addresses([message.to[0] for message in messages if message.contact_id and message.to])
    found: dict[int, str] = {}
    for message in messages:
        owner = owners.get(message.to[0], (None, None))[0] if message.to else None
        if _for_the_erased(message):
            found[message.pk] = str(TO_ERASED)
        elif message.contact_id and owner is not None and owner.pk != message.contact_id:
            found[message.pk] = str(_MOVED)
    pairs = [
        (message, address)
        for message in messages
        if message.purpose and message.pk not in found
        for address in (*message.to, *message.cc)
    ]
    asked = [
        Asked(
            address,
            Medium.MAIL,
            message.purpose,
            message.contact if address == message.to[0] else None,
            in_conversation(message.answers, address),
        )
        for message, address in pairs
    ]
    for (message, _address), allowed in zip(pairs, may_contact_all(asked, by=by, now=by.now), strict=True):
        if isinstance(allowed, Denied):
            found.setdefault(message.pk, str(allowed.sentence))
    return found


TO_ERASED = _("Whom it was for asked to be forgotten. It was not sent.")
_MOVED = _("The address belongs to somebody else by now. It was not sent.")


def waiting_for(contact_ids: Collection[int], addresses: Collection[str]) -> QuerySet[Message]:
    """What is queued for these people, by name or by one of the addresses (lower case), now or for later, oldest first."""
    theirs = Q(contact__in=contact_ids)
    for address in addresses:
        theirs |= Q(to__contains=[address]) | Q(cc__contains=[address])
    return Message.objects.filter(theirs, state=Message.State.QUEUED).order_by("id")


def _for_the_erased(message: Message) -> bool:
    """Whether somebody it was for was erased since: the person, or one of the addresses."""
    if message.contact is not None and is_erased(message.contact):
        return True
    return any(ERASED in address for address in (*message.to, *message.cc))


class Threads:
    """The conversations a batch of mails may belong to, asked in two queries and kept up to date as the batch is read."""

    def __init__(self, message_ids: Iterable[str], references: Iterable[str]) -> None:
        rows = Message.objects.filter(thread__isnull=False).select_related("thread")
        self.kept: dict[int, Thread] = {}
        self.of: dict[str, Thread] = {}
        self.answering: dict[str, Thread] = {}
        for row in rows.filter(message_id__in=set(references) - {""}).order_by("-id"):
            self.add(row.message_id, "", row.thread)
        for row in rows.filter(in_reply_to__in=set(message_ids) - {""}).order_by("-id"):
            self.add("", row.in_reply_to, row.thread)

    def add(self, message_id: str, answers: str, thread: Thread | None) -> None:
        """A message of a thread is known now; one instance a thread."""
        if thread is None:
            return
        thread = self.kept.setdefault(thread.pk, thread)
        if message_id:
            self.of[message_id] = thread
        if answers:
            self.answering[answers] = thread

    def find(self, message_id: str, references: Sequence[str]) -> Thread | None:
        """That of a mail it refers to, the nearest first, or of one that answers it already."""
        nearest = next((self.of[reference] for reference in reversed(references) if reference in self.of), None)
        return nearest or self.answering.get(message_id)


def desk_mailboxes() -> QuerySet[Mailbox]:
    """The mailboxes that write to customers and our people, the oldest first; an archive is for reading alone."""
    return Mailbox.objects.filter(active=True, use=Mailbox.Use.DESK).order_by("id")


def answered_lately(address: str, now: datetime) -> bool:
    """Whether a program wrote to this address in the last seven days."""
    ours = Message.objects.filter(direction=Message.Direction.OUT, by_person=None, created_at__gte=now - ANSWER_ONCE_IN)
    return ours.filter(to__contains=[address]).exists()
