"""In: raw bytes to a stored row, and nothing more.  Reading comes after."""

from datetime import datetime
from hashlib import sha256

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries
from callboard.channels.actions.capturing import between_colleagues
from callboard.channels.actions.refusing import tell_not_taken
from callboard.channels.actions.ring import ring
from callboard.channels.models import Capture, Mailbox, Message, NotTaken
from callboard.channels.reading import ReadMail, digest, fingerprint
from callboard.channels.rules import KEPT
from callboard.core import files
from callboard.core.actions import Actor, Invalid, action
from callboard.team.models import Person

#: Why a mail was not taken that may be taken when it comes by another way.
REFUSED = (NotTaken.STRANGER, NotTaken.UNPROVEN, NotTaken.LEFT)


def store_message(
    *,
    by: Actor,
    raw: bytes,
    mailbox: Mailbox | None = None,
    uid: int | None = None,
    uid_validity: int | None = None,
    received_at: datetime | None = None,
    capture: str = "",
    person: Person | None = None,
    direction: Message.Direction = Message.Direction.IN,
) -> Message:
    """Keep a mail: raw bytes on disk first, then the row; when this returns, the server may be told.

    `capture`: no work of the desk, but drafted for `person`; None where the mail itself says whose it is.
    Mail to the archive among our own people alone is nobody's business: a fingerprint of it is kept, and no file.
    `direction`: of an own mailbox, whose sent folder says which mails are ours, whatever the sender is called.

    The same mail (Message-ID and contents) delivered again answers with the row that is there.  Reading it is the caller's
    next step: `read_messages`, or `ring_reader` where the worker shall do it; a job looks every minute at the latest.
    """
    if capture == Capture.ARCHIVE or (mailbox is not None and mailbox.use == Mailbox.Use.ARCHIVE):
        mail = queries.read_stored(sha256(raw).hexdigest(), raw)
        if _is_between_colleagues(mail):  # asked before it lies on any disk of ours
            return leave_between(
                by=by,
                digest=fingerprint(mail),
                sender=Person.objects.active().filter(email=mail.from_address).first(),
                mailbox=mailbox,
                uid=uid,
                uid_validity=uid_validity,
                received_at=received_at,
            )
    sha = files.store(raw)
    queries.read_stored(sha, raw)  # before the transaction, so that none is held open while a large mail is read
    return receive_message(
        by=by,
        raw_sha=sha,
        raw_size=len(raw),
        mailbox=mailbox,
        uid=uid,
        uid_validity=uid_validity,
        received_at=received_at,
        capture=capture,
        person=person,
        direction=direction,
    )


def _is_between_colleagues(mail: ReadMail) -> bool:
    try:
        return between_colleagues([mail], mail.from_address)[0]
    except DatabaseError:
        raise
    except Exception:  # whatever one mail does, it is stored, and fails where it is read and somebody sees it
        return False


@action(_("Stored message"), who="channels.carry", final=KEPT, icon="mail-down")
def receive_message(
    *,
    by: Actor,
    raw_sha: str,
    raw_size: int,
    mailbox: Mailbox | None = None,
    uid: int | None = None,
    uid_validity: int | None = None,
    received_at: datetime | None = None,
    capture: str = "",
    person: Person | None = None,
    direction: Message.Direction = Message.Direction.IN,
) -> Message:
    """Keep the row of a mail whose raw bytes are in the file store already, and nothing more: reading comes after."""
    try:
        mail = queries.read_stored(raw_sha)
    except (OSError, ValueError) as error:
        raise Invalid({"raw_sha": _("No mail is stored under this name.")}) from error
    if mailbox is not None and mailbox.use == Mailbox.Use.ARCHIVE:
        capture = Capture.ARCHIVE
    found, first = queries.same_mail(mail.message_id[:500], digest(mail), mail if capture else None)
    if found is None or found.not_taken in REFUSED:
        fresh = _row(mail, first, by, raw_sha, raw_size)
        fresh.mailbox, fresh.uid, fresh.uid_validity = mailbox, uid, uid_validity
        fresh.received_at = received_at or by.now
        fresh.capture, fresh.by_person = capture, person if capture else None
        fresh.direction = direction if capture == Capture.OWN else Message.Direction.IN
        found = _insert(fresh) if found is None else _taken_up(found, fresh)
    _came_to(mailbox, uid, uid_validity, by)
    return found


def _came_to(mailbox: Mailbox | None, uid: int | None, uid_validity: int | None, by: Actor) -> None:
    """So far the mailbox is taken in."""
    if mailbox is not None and uid is not None:
        at = {"uid_validity": uid_validity, "last_uid": uid, "last_read_at": by.now, "last_error": ""}
        Mailbox.objects.filter(pk=mailbox.pk).update(**at)


@action(_("Left out mail between colleagues"), who="channels.carry", final=_("The mail itself lies where it lay."))
def leave_between(
    *,
    by: Actor,
    digest: str,
    sender: Person | None = None,
    mailbox: Mailbox | None = None,
    uid: int | None = None,
    uid_validity: int | None = None,
    received_at: datetime | None = None,
) -> Message:
    """Keep the fingerprint of a mail to the archive that went among our own people alone, and tell its sender."""
    known = Message.objects.filter(capture=Capture.ARCHIVE, digest=digest).first()
    found = known or _insert(
        Message(
            direction=Message.Direction.IN,
            state=Message.State.READ,
            capture=Capture.ARCHIVE,
            not_taken=NotTaken.BETWEEN,
            digest=digest,
            mailbox=mailbox,
            uid=uid,
            uid_validity=uid_validity,
            received_at=received_at or by.now,
            created_at=by.now,
            updated_at=by.now,
        )
    )
    _came_to(mailbox, uid, uid_validity, by)
    if known is None:
        tell_not_taken(sender, NotTaken.BETWEEN, found, by)
    return found


#: What of a mail is another where it comes another way.
ANEW = (
    "raw_sha", "raw_size", "capture", "by_person_id", "direction", "state", "not_taken", "thread_id", "received_at", "created_at",
    "updated_at",
)  # fmt: skip


def _taken_up(message: Message, fresh: Message) -> Message:
    """What was refused because nobody vouched for it, and comes another way: it is read anew, as that way has it."""
    message.attachments.all().delete()
    alone = message.thread
    for name in ANEW:
        setattr(message, name, getattr(fresh, name))
    message.save()
    if alone is not None:
        alone.delete()  # what is not taken has a conversation of its own
    return message


def _row(mail: ReadMail, first: Message | None, by: Actor, raw_sha: str, raw_size: int) -> Message:
    return Message(
        direction=Message.Direction.IN,
        state=Message.State.STORED,
        raw_sha=raw_sha,
        raw_size=raw_size,
        message_id=mail.message_id[:500],
        digest=digest(mail),
        duplicate_of=first,
        from_address=mail.from_address,
        subject=mail.subject[:500],
        created_at=by.now,
        updated_at=by.now,
    )


def _insert(message: Message) -> Message:
    try:
        with transaction.atomic():
            message.save()
    except IntegrityError:  # another worker stored the same mail in this moment, or this UID is here already
        mail = queries.read_stored(message.raw_sha) if message.capture and message.raw_sha else None
        same = queries.same_mail(message.message_id, message.digest, mail)[0]
        same = same or _with_uid(message.mailbox, message.uid_validity, message.uid)
        if same is None:
            raise
        return same
    return message


def _with_uid(mailbox: Mailbox | None, uid_validity: int | None, uid: int | None) -> Message | None:
    return Message.objects.filter(mailbox=mailbox, uid_validity=uid_validity, uid=uid).first() if uid else None


def ring_reader() -> None:
    """Let the worker read what is stored."""
    ring("read_stored_messages")
