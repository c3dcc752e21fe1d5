"""In: raw bytes to a stored row, and nothing more.  Reading comes after."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries
from callboard.channels.actions.reading import KEPT
from callboard.channels.actions.ring import ring
from callboard.channels.models import Mailbox, Message
from callboard.channels.reading import ReadMail, digest
from callboard.core import files
from callboard.core.actions import Actor, Invalid, action


def store_message(
    *,
    by: Actor,
    raw: bytes,
    mailbox: Mailbox | None = None,
    uid: int | None = None,
    uid_validity: int | None = None,
    received_at: datetime | None = None,
) -> Message:
    """Keep a mail: raw bytes on disk first, then the row; when this returns, the server may be told.

    The same mail (Message-ID and contents) delivered again answers with the row that is there.  Reading it is the caller's
    next step: `read_messages`, or `ring_reader` where the worker shall do it; a job looks every minute at the latest.
    """
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
    )


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
) -> Message:
    """Keep the row of a mail whose raw bytes are in the file store already, and nothing more: reading comes after."""
    try:
        mail = queries.read_stored(raw_sha)
    except (OSError, ValueError) as error:
        raise Invalid({"raw_sha": _("No mail is stored under this name.")}) from error
    found, first = queries.same_mail(mail.message_id[:500], digest(mail))
    if found is None:
        found = _insert(mail, first, by, raw_sha, raw_size, mailbox, uid, uid_validity, received_at)
    if mailbox is not None and uid is not None:
        at = {"uid_validity": uid_validity, "last_uid": uid, "last_read_at": by.now, "last_error": ""}
        Mailbox.objects.filter(pk=mailbox.pk).update(**at)
    return found


def _insert(
    mail: ReadMail,
    first: Message | None,
    by: Actor,
    raw_sha: str,
    raw_size: int,
    mailbox: Mailbox | None,
    uid: int | None,
    uid_validity: int | None,
    received_at: datetime | None,
) -> Message:
    message = Message(
        mailbox=mailbox,
        direction=Message.Direction.IN,
        state=Message.State.STORED,
        raw_sha=raw_sha,
        raw_size=raw_size,
        message_id=mail.message_id[:500],
        digest=digest(mail),
        duplicate_of=first,
        uid=uid,
        uid_validity=uid_validity,
        from_address=mail.from_address,
        subject=mail.subject[:500],
        received_at=received_at or by.now,
        created_at=by.now,
        updated_at=by.now,
    )
    try:
        with transaction.atomic():
            message.save()
    except IntegrityError:  # another worker stored the same mail in this moment, or this UID is here already
        same = queries.same_mail(message.message_id, message.digest)[0] or _with_uid(mailbox, uid_validity, uid)
        if same is None:
            raise
        return same
    return message


def _with_uid(mailbox: Mailbox | None, uid_validity: int | None, uid: int | None) -> Message | None:
    return Message.objects.filter(mailbox=mailbox, uid_validity=uid_validity, uid=uid).first() if uid else None


def ring_reader() -> None:
    """Let the worker read what is stored."""
    ring("read_stored_messages")
