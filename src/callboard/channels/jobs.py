"""What runs beside the pages: reading what is stored, sending what is queued, watching the mailboxes."""

import threading
from smtplib import SMTP

from django.db import connections
from django.utils import translation

from callboard.channels import queries
from callboard.channels.actions import finish_answer, finish_sending, note_mailbox, read_batch, start_sending
from callboard.channels.answering import do_answer
from callboard.channels.faults import Server, about, sentence
from callboard.channels.imap import client as imap
from callboard.channels.imap.turns import take_turns
from callboard.channels.imap.watch import watch
from callboard.channels.models import ImapServer, MailAnswer, Mailbox, Message, OwnMailbox
from callboard.channels.smtp import client as smtp
from callboard.channels.smtp.compose import compose
from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import defer, job

READER, SENDER, TESTER = Actor.clock("channels.read"), Actor.clock("channels.send"), Actor.clock("channels.test")
ANSWERER = Actor.clock("channels.answer")
BATCH = 50
#: Batches one job does before it lets others have the worker.
BATCHES = 20
LOOK_EVERY_S = 3.0


@job(queue="mail", lock="read-mail", once="read-mail")
def read_stored_messages() -> int:
    """Read what is stored, in batches of 50; returns how many rows were tried."""
    tried = 0
    for _turn in range(BATCHES):
        batch = list(queries.to_read()[:BATCH])
        if not batch:
            return tried
        read_batch(messages=batch, by=READER)
        tried += len(batch)
    defer(read_stored_messages)
    return tried


@job(queue="mail", lock="send-mail", once="send-mail")
def send_queued() -> int:
    """Send what is queued; returns how many left.  One connection a server."""
    sent = 0
    batch = list(queries.to_send(clock.now()).select_related("mailbox")[:BATCH])
    if not batch:
        return sent
    start_sending(messages=batch, by=SENDER)
    ours = Message.objects.filter(pk__in=[each.pk for each in batch], state=Message.State.SENDING)
    by_mailbox: dict[int | None, list[Message]] = {}
    for message in ours.select_related("mailbox").order_by("id"):
        by_mailbox.setdefault(message.mailbox_id, []).append(message)
    for messages in by_mailbox.values():
        sent += _send_over_one(messages)
    return sent


def _send_over_one(messages: list[Message]) -> int:
    """Send over one server.  Each is committed as sent before the next leaves, so a crash repeats one at most."""
    sent = 0
    waiting = list(messages)
    try:
        server = smtp.server_of(messages[0].mailbox)
        with smtp.connect(server) as client:
            while waiting:
                sent += _send_one(client, server, waiting.pop(0))
    except smtp.NotSent as error:
        _put_back(waiting, str(error))
    except Exception as error:  # the server could not be reached at all, in whatever way
        _put_back(waiting, sentence(error, smtp.server_of(messages[0].mailbox)))
    return sent


def _send_one(client: SMTP, server: Server, message: Message) -> int:
    try:
        smtp.deliver(client, server, compose(message, clock.now()))
    except smtp.NotSent as error:
        finish_sending(message, by=SENDER, error=str(error), permanent=error.permanent)
        if client.sock:
            client.rset()
        return 0
    except (ValueError, IndexError) as error:  # an address or a header that cannot be written
        finish_sending(message, by=SENDER, error=f"{type(error).__name__}: {error}", permanent=True)
        return 0
    finish_sending(message, by=SENDER)
    return 1


def _put_back(messages: list[Message], said: str) -> None:
    for message in messages:
        finish_sending(message, by=SENDER, error=said)


@job(queue="mail", every="* * * * *", once="mail-again")
def every_minute(timestamp: int) -> None:
    """What a crash or a fault left behind."""
    if queries.to_read().exists():
        defer(read_stored_messages)
    if queries.to_send(clock.now()).exists():
        defer(send_queued)
    if MailAnswer.objects.filter(state=MailAnswer.State.WAITING).exists():
        defer(do_answers)


@job(queue="mail", once="test-mailboxes")
def test_mailboxes() -> None:
    """Sign in to every active mailbox's servers and keep what they say."""
    for mailbox in Mailbox.objects.filter(active=True):
        said = try_servers(mailbox)
        try:
            note_mailbox(mailbox, by=TESTER, error=said)
        except ActionError:  # somebody is changing it in this moment
            continue


def try_servers(mailbox: Mailbox) -> str:
    """Sign in where the mailbox reads and where it sends; "" when both work, else the first sentence why not."""
    return next(iter(server_faults(mailbox).values()), "")


def server_faults(mailbox: Mailbox) -> dict[str, str]:
    """The same by the field it concerns; of two servers that refuse the same password the first one says so."""
    if mailbox.imap_host and (faults := imap_faults(mailbox, mailbox.folder)):
        return faults
    if mailbox.smtp_host:
        server = smtp.server_of(mailbox)
        if error := smtp.fault(server):
            return {_field("smtp", error): sentence(error, server)}
    return {}


def imap_faults(mailbox: ImapServer, folder: str) -> dict[str, str]:
    """What the server says to reading a mailbox, by the field it concerns; nothing when it works."""
    server = imap.server_of(mailbox)
    error = imap.fault(server, folder)
    return {_field("imap", error): sentence(error, server)} if error else {}


def _field(protocol: str, error: Exception) -> str:
    part = about(error)
    return part if part in ("password", "folder") else f"{protocol}_{part}"


def watch_mailboxes(stop: threading.Event) -> None:
    """A thread for every active mailbox; started within seconds of its connection, ended with its pause."""
    threads: dict[int, threading.Thread] = {}
    while not stop.is_set():
        for pk in Mailbox.objects.filter(active=True).exclude(imap_host="").values_list("pk", flat=True):
            if pk not in threads or not threads[pk].is_alive():
                threads[pk] = threading.Thread(target=watch, args=(pk, stop), name=f"mailbox-{pk}", daemon=True)
                threads[pk].start()
        stop.wait(LOOK_EVERY_S)
    for thread in threads.values():
        thread.join(timeout=5)
    connections.close_all()


@job(queue="mail", lock="answers", once="answers")
def do_answers() -> int:
    """Do what our people answered to notices; returns how many.  Each is confirmed by mail."""
    waiting = MailAnswer.objects.filter(state=MailAnswer.State.WAITING).select_related("person", "message")
    found = list(waiting.order_by("id")[:BATCH])
    for answer in found:
        understood, said = do_answer(answer)
        with translation.override(answer.person.locale):
            finish_answer(answer, by=ANSWERER, understood=understood, said=said)
    return len(found)


@job(queue="mail", lock="own-mailboxes", once="own-mailboxes")
def read_own_mailboxes() -> int:
    """Look into the own mailboxes that are due; returns how many.  Those that fail come later each time."""
    return take_turns()


@job(queue="mail", every="* * * * *", once="own-mailboxes-again")
def look_into_own_mailboxes(timestamp: int) -> None:
    """Each is looked into about once a minute."""
    if OwnMailbox.objects.filter(next_look_at__lte=clock.now()).exclude(secret="").exists():
        defer(read_own_mailboxes)
