"""In: raw bytes to a stored row, a stored row to a read message that the rest of the program hears of."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries, rules
from callboard.channels.actions.answers import take_answer
from callboard.channels.actions.retrying import settle
from callboard.channels.actions.ring import ring
from callboard.channels.models import Attachment, Mailbox, Message, Thread
from callboard.channels.reading import ReadMail, digest
from callboard.core import events, files
from callboard.core.actions import Actor, Invalid, action
from callboard.core.errors import RootsMissing
from callboard.directory.actions import mark_bounced
from callboard.directory.models import Account, Contact, ContactEmail
from callboard.directory.queries import match_addresses

logger = logging.getLogger("callboard.channels")

BATCH = 50
KEPT = _("Mail that came in is kept.")
STORED, READ, FAILED = Message.State.STORED, Message.State.READ, Message.State.FAILED
Match = tuple[Contact | None, Account | None]


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
        state=STORED,
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


def read_messages(*, by: Actor, ids: Iterable[int]) -> int:
    """Read stored messages, in batches of at most 50; returns how many are read now."""
    wanted = list(ids)
    done = 0
    for first in range(0, len(wanted), BATCH):
        batch = list(Message.objects.filter(pk__in=wanted[first : first + BATCH], state=STORED).order_by("id"))
        if batch:
            read_batch(messages=batch, by=by)
            done += Message.objects.filter(pk__in=[message.pk for message in batch], state=READ).count()
    return done


@action(
    _("Read messages"),
    who="channels.carry",
    final=KEPT,
    roots=lambda kw: _roots_of(kw["messages"]),
    icon="mail-opened",
)
def read_batch(*, messages: list[Message], by: Actor) -> None:
    """Parse, match, thread; then the rest of the program hears of them.  One that fails keeps its error and stops no other."""
    wanted = Message.objects.filter(pk__in=[message.pk for message in messages], state=STORED)
    locked = list(wanted.select_for_update(skip_locked=True, of=("self",)).select_related("mailbox").order_by("id"))
    mails = {message.pk: mail for message in locked if (mail := _load(message, by)) is not None}
    matches = match_addresses(
        address for mail in mails.values() for address in (mail.from_address, *mail.bounced_addresses)
    )
    readable = [message for message in locked if message.pk in mails]
    try:
        with by.savepoint():
            _read_together(readable, mails, matches, by)
    except (RootsMissing, DatabaseError) as error:
        if not isinstance(error, IntegrityError) and not _is_of_the_row(error):
            raise
        readable = _read_apart(readable, mails, matches, by)
    except Exception as error:
        logger.info("a batch of %s is read one by one: %s", len(readable), type(error).__name__)
        readable = _read_apart(readable, mails, matches, by)
    _tell(readable, by)
    settle([message.pk for message in locked if message.retry_id is not None], by)


def _read_together(messages: list[Message], mails: dict[int, ReadMail], matches: dict[str, Match], by: Actor) -> None:
    """All of a batch, as it nearly always goes."""
    threads = _threads(messages, mails)
    for message in messages:
        _fill(message, mails[message.pk], matches, threads, by)
        threads.add(message.message_id, message.in_reply_to, message.thread)


def _read_apart(
    messages: list[Message], mails: dict[int, ReadMail], matches: dict[str, Match], by: Actor
) -> list[Message]:
    """Each by itself, after one of them took the batch with it; returns those that could be read."""
    # What the broken try left in the instances is not what the database says.
    again = Message.objects.filter(pk__in=[message.pk for message in messages]).select_related("mailbox")
    fresh = list(again.order_by("id"))
    threads = _threads(fresh, mails)
    return [message for message in fresh if _read(message, mails[message.pk], matches, threads, by)]


def _threads(messages: list[Message], mails: dict[int, ReadMail]) -> queries.Threads:
    """The conversations the messages belong to or may join."""
    referred = _referred(mails[message.pk] for message in messages)
    return queries.Threads((message.message_id for message in messages), referred)


def _roots_of(messages: list[Message]) -> set[int]:
    addresses: set[str] = set()
    for message in messages:
        try:
            mail = queries.read_stored(message.raw_sha)
        except (OSError, ValueError):
            continue
        addresses |= {mail.from_address, *mail.bounced_addresses}
    return {account.pk for _contact, account in match_addresses(addresses).values() if account is not None}


def _load(message: Message, by: Actor) -> ReadMail | None:
    try:
        return queries.read_stored(message.raw_sha)
    except (OSError, ValueError) as error:
        _fail(message, error, by)
        return None


def _fail(message: Message, error: Exception, by: Actor) -> None:
    logger.warning("message %s: %s: %s", message.pk, type(error).__name__, error)
    Message.objects.filter(pk=message.pk).update(
        state=FAILED, error=f"{type(error).__name__}: {error}"[:500].replace("\0", ""), updated_at=by.now
    )
    by.changed(message)


def _referred(mails: Iterable[ReadMail]) -> Iterator[str]:
    for mail in mails:
        yield from (reference[:500] for reference in (*mail.returned_ids, *mail.references))


def _read(message: Message, mail: ReadMail, matches: dict[str, Match], threads: queries.Threads, by: Actor) -> bool:
    try:
        with by.savepoint():
            _fill(message, mail, matches, threads, by)
    except (RootsMissing, DatabaseError) as error:
        # A lock that is missing starts the run again; a broken row is its own fault, a lost connection is nobody's.
        if not isinstance(error, IntegrityError) and not _is_of_the_row(error):
            raise
        _fail(message, error, by)
        return False
    except Exception as error:  # whatever one mail does, the others are read and somebody sees this one
        _fail(message, error, by)
        return False
    threads.add(message.message_id, message.in_reply_to, message.thread)
    return True


def _is_of_the_row(error: Exception) -> bool:
    """SQLSTATE class 22: what the mail says does not fit a column."""
    return str(getattr(error.__cause__, "sqlstate", "") or "").startswith("22")


def _fill(message: Message, mail: ReadMail, matches: dict[str, Match], threads: queries.Threads, by: Actor) -> None:
    contact, account = matches.get(mail.from_address, (None, None))
    message.kind = rules.kind_for(mail, message.mailbox, contact is not None)
    message.in_reply_to = mail.in_reply_to[:500]
    message.references = [reference[:500] for reference in mail.references]
    message.from_name, message.to, message.cc = mail.from_name[:300], list(mail.to), list(mail.cc)
    message.sent_at = mail.date_at
    message.text, message.reply_text, message.signature = mail.text, mail.reply, mail.signature[:5000]
    message.phones, message.title, message.company = list(mail.phones), mail.title, mail.company
    message.html_sha = files.store(mail.html.encode()) if mail.html.strip() else ""
    message.warnings, message.spam_hints = list(mail.warnings), list(mail.spam_hints)
    message.auto_answerable = mail.auto_answerable and message.kind == Message.Kind.MESSAGE
    thread = threads.find(message.message_id, [*mail.returned_ids, *message.references])
    _join(message, thread, contact, account, by)
    message.state, message.error, message.updated_at = READ, "", by.now
    message.save()
    take_answer(message, mail, by)
    _attach(message, mail)
    _mark_bounced(mail, by)
    by.changed(message)
    _on_timeline(message, by)


def _join(message: Message, thread: Thread | None, contact: Contact | None, account: Account | None, by: Actor) -> None:
    """The conversation it belongs to; who is not known by address is known by the conversation."""
    if thread is None:
        thread = Thread(subject=rules.plain_subject(message.subject), created_at=by.now)
    message.account = account or thread.account
    message.contact = contact or (thread.contact if account is None else None)
    thread.account = thread.account or message.account
    thread.contact = thread.contact or message.contact
    thread.last_at, thread.updated_at = message.received_at, by.now
    thread.save()
    message.thread = thread


def _attach(message: Message, mail: ReadMail) -> None:
    Attachment.objects.bulk_create(
        Attachment(
            message=message,
            name=attachment.name[:300],
            mime=attachment.type[:200],
            size=attachment.size,
            sha=files.store(attachment.content),
            position=position,
            created_at=message.updated_at,
            updated_at=message.updated_at,
        )
        for position, attachment in enumerate(mail.attachments)
    )


def _mark_bounced(mail: ReadMail, by: Actor) -> None:
    if not mail.bounced_addresses:
        return
    for email in ContactEmail.objects.filter(address__in=mail.bounced_addresses, bounced_at=None):
        mark_bounced(email, by=by)


def _on_timeline(message: Message, by: Actor) -> None:
    """Automatic mail is kept with its conversation, but is no event in the life of an account."""
    if message.account_id is None or message.kind != Message.Kind.MESSAGE:
        return
    at = message.received_at or by.now
    title = message.subject or str(_("(no subject)"))
    by.timeline(
        message.account_id, "channels.message_in", ref=message, title=title, text=message.reply_text[:500], at=at
    )


def _tell(messages: list[Message], by: Actor) -> None:
    """The event, once for the batch; where a listener cannot bear one of them, one by one, and that one keeps the error."""
    if not messages:
        return
    try:
        with by.savepoint():
            events.message_received.send(by, message_ids=[message.pk for message in messages])
    except RootsMissing:
        raise
    except DatabaseError as error:
        if not isinstance(error, IntegrityError) and not _is_of_the_row(error):
            raise
        _tell_apart(messages, by, error)
    except Exception as error:  # a listener's fault must not lose the batch
        _tell_apart(messages, by, error)


def _tell_apart(messages: list[Message], by: Actor, first: Exception) -> None:
    if len(messages) == 1:
        _fail(messages[0], first, by)
        return
    for message in messages:
        _tell([message], by)
