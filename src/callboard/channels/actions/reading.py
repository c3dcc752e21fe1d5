"""A stored row to a read message: parsed, matched, in its conversation, and told to the rest of the program."""

import logging
from collections.abc import Iterable, Iterator

from django.db import DatabaseError, IntegrityError
from django.utils.translation import gettext_lazy as _

from callboard.channels import queries
from callboard.channels.actions.capturing import House, addresses_of, house_of
from callboard.channels.actions.filling import Match, fill
from callboard.channels.actions.retrying import settle
from callboard.channels.models import Message
from callboard.channels.reading import ReadMail
from callboard.channels.rules import KEPT
from callboard.core import events
from callboard.core.actions import Actor, action
from callboard.core.errors import RootsMissing
from callboard.directory.queries import match_addresses

logger = logging.getLogger("callboard.channels")

BATCH = 50
STORED, READ, FAILED = Message.State.STORED, Message.State.READ, Message.State.FAILED


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
    fresh = wanted.select_for_update(skip_locked=True, of=("self",)).select_related("mailbox", "by_person")
    locked = list(fresh.order_by("id"))
    mails = {message.pk: mail for message in locked if (mail := _load(message, by)) is not None}
    house = house_of(locked, mails)
    matches = match_addresses(
        address for message in locked if message.pk in mails for address in _people_of(message, mails[message.pk])
    )
    readable = [message for message in locked if message.pk in mails]
    try:
        with by.savepoint():
            _read_together(readable, mails, matches, house, by)
    except (RootsMissing, DatabaseError) as error:
        if not isinstance(error, IntegrityError) and not _is_of_the_row(error):
            raise
        readable = _read_apart(readable, mails, matches, house, by)
    except Exception as error:
        logger.info("a batch of %s is read one by one: %s", len(readable), type(error).__name__)
        readable = _read_apart(readable, mails, matches, house, by)
    _tell(readable, by)
    settle([message.pk for message in locked if message.retry_id is not None], by)


def _read_together(
    messages: list[Message], mails: dict[int, ReadMail], matches: dict[str, Match], house: House, by: Actor
) -> None:
    """All of a batch, as it nearly always goes."""
    threads = _threads(messages, mails)
    for message in messages:
        fill(message, mails[message.pk], matches, threads, house, by)
        threads.add(message.message_id, message.in_reply_to, message.thread)


def _read_apart(
    messages: list[Message], mails: dict[int, ReadMail], matches: dict[str, Match], house: House, by: Actor
) -> list[Message]:
    """Each by itself, after one of them took the batch with it; returns those that could be read."""
    # What the broken try left in the instances is not what the database says.
    again = Message.objects.filter(pk__in=[message.pk for message in messages]).select_related("mailbox", "by_person")
    fresh = list(again.order_by("id"))
    threads = _threads(fresh, mails)
    return [message for message in fresh if _read(message, mails[message.pk], matches, threads, house, by)]


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
        addresses |= set(_people_of(message, mail))
    return {account.pk for _contact, account in match_addresses(addresses).values() if account is not None}


def _people_of(message: Message, mail: ReadMail) -> Iterator[str]:
    """Whose accounts it may touch: its sender's; of what was captured everybody's in it."""
    yield from (mail.from_address, *mail.bounced_addresses)
    if message.capture:
        for each in queries.layers(mail):
            yield from addresses_of(each)


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


def _read(
    message: Message, mail: ReadMail, matches: dict[str, Match], threads: queries.Threads, house: House, by: Actor
) -> bool:
    try:
        with by.savepoint():
            fill(message, mail, matches, threads, house, by)
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
