"""Watching one mailbox: look, keep, flag, wait; again with a new sign-in after any fault."""

import logging
import threading

from django.db import connection, connections

from callboard.channels.actions import mark_read, note_mailbox, ring_reader, store_message
from callboard.channels.faults import sentence
from callboard.channels.imap.client import Connection, connect, server_of
from callboard.channels.models import Mailbox, Message
from callboard.core import clock
from callboard.core.actions import ActionError, Actor

logger = logging.getLogger("callboard.imap")

BY = Actor.clock("channels.imap")
#: The longest a mail can go unheard: servers wake us at once, but not every server and not always.
IDLE_S = 10.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 120.0
#: How often everything unread is looked at again: a server may show a lower UID after a higher one.
SWEEP_EVERY = 20
#: While a full mailbox is taken in, the reader is woken after every so many.
RING_EVERY = 50
LOCK = 0x0CA11B0A


def watch(mailbox_id: int, stop: threading.Event) -> None:
    """Until `stop` is set, or the mailbox is paused or gone.  One process at a time, by an advisory lock."""
    pause = FIRST_PAUSE_S
    while not stop.is_set():
        try:
            if not _locked(mailbox_id):
                stop.wait(5)
                continue
            mailbox = _active(mailbox_id)
            if mailbox is None:
                return
            pause = _session(mailbox, stop, pause)
        except Exception as error:  # a lost database, not a mail server: those are handled in the session
            logger.warning("mailbox %s: %s: %s", mailbox_id, type(error).__name__, error)
            connections.close_all()
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)
    connections.close_all()


def _locked(mailbox_id: int) -> bool:
    """Hold the lock of this mailbox on this thread's connection; it goes with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, mailbox_id])
        return bool(cursor.fetchone()[0])


def _active(mailbox_id: int) -> Mailbox | None:
    return Mailbox.objects.filter(pk=mailbox_id, active=True).exclude(imap_host="").first()


def _session(mailbox: Mailbox, stop: threading.Event, pause: float) -> float:
    """One sign-in.  Answers the pause before the next: short after a good one, growing after faults."""
    server = server_of(mailbox)
    try:
        with connect(server, mailbox.folder) as server_connection:
            turn = 0
            while not stop.is_set():
                fresh = _active(mailbox.pk)
                if fresh is None or _moved(fresh, mailbox):
                    break
                look(fresh, server_connection, sweep=turn % SWEEP_EVERY == 0, stop=stop)
                turn += 1
                pause = FIRST_PAUSE_S
                server_connection.wait(IDLE_S, stop.is_set)
    except ActionError:
        raise
    except Exception as error:  # whatever the server does, sign in again and say why
        if _is_of_the_database(error):
            raise
        _note(mailbox, sentence(error, server))
        stop.wait(pause)
        pause = min(pause * 2, LONGEST_PAUSE_S)
    return pause


def _moved(fresh: Mailbox, known: Mailbox) -> bool:
    names = ("imap_host", "imap_port", "imap_tls", "user", "secret", "folder")
    return any(getattr(fresh, name) != getattr(known, name) for name in names)


def _is_of_the_database(error: Exception) -> bool:
    return type(error).__module__.startswith(("django.db", "psycopg"))


def _note(mailbox: Mailbox, said: str) -> None:
    fresh = Mailbox.objects.filter(pk=mailbox.pk).first()
    if fresh is not None and fresh.last_error != said:
        note_mailbox(fresh, by=BY, error=said)


def look(mailbox: Mailbox, server: Connection, *, sweep: bool = False, stop: threading.Event | None = None) -> int:
    """Take in what is new; returns how many.  Each is on disk and committed before the server is told."""
    if server.validity != mailbox.uid_validity:
        note_mailbox(mailbox, by=BY, uid_validity=server.validity)
        mailbox = Mailbox.objects.get(pk=mailbox.pk)
        sweep = True
    wanted = server.new(mailbox.last_uid, mailbox.since_on)
    if sweep:
        wanted = sorted({*wanted, *_forgotten(mailbox, server)})
    taken = 0
    for uid in wanted:
        if stop is not None and stop.is_set():
            break
        taken += _take(mailbox, server, uid)
        if taken % RING_EVERY == 1:
            ring_reader()
    if taken:
        ring_reader()
    mark_read(mailbox.pk, clock.now())
    return taken


def _forgotten(mailbox: Mailbox, server: Connection) -> list[int]:
    """Unread there although passed by here: flag what is kept, answer what is not."""
    unseen = [uid for uid in server.unseen(mailbox.since_on) if uid <= mailbox.last_uid]
    rows = Message.objects.filter(mailbox=mailbox, uid_validity=server.validity, uid__in=unseen)
    kept = set(rows.values_list("uid", flat=True))
    server.mark_done([uid for uid in unseen if uid in kept], mailbox.done_folder)
    return [uid for uid in unseen if uid not in kept]


def _take(mailbox: Mailbox, server: Connection, uid: int) -> int:
    found = server.fetch(uid)
    if found is None:
        return 0
    store_message(
        by=BY,
        raw=found.raw,
        mailbox=mailbox,
        uid=uid,
        uid_validity=server.validity,
        received_at=found.received_at,
    )
    server.mark_done([uid], mailbox.done_folder)
    return 1
