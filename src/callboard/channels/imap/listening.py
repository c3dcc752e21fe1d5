"""Hearing at once what comes into own mailboxes: a server says so, and the next look comes now instead of within a minute.

Nothing is read here and nothing of a mailbox is known but its highest UID: looking is `imap.own`'s.  Only the inbox is heard;
what its person sends is found by the look of every minute.
"""

import logging
import threading

from django.db import connection, connections

from callboard.channels.actions.own.looking import look_now
from callboard.channels.imap.client import Connection, connect, server_of
from callboard.channels.models import OwnFolder, OwnMailbox

logger = logging.getLogger("callboard.imap")

#: So many are heard, those of whoever shared first; further ones are looked into every minute, as all are.
MOST = 40
LOOK_EVERY_S = 5.0
IDLE_S = 60.0
LONGEST_PAUSE_S = 600.0
LOCK = 0x0CA11B0C


def listen(stop: threading.Event) -> None:
    """A thread and a connection to its server for each own mailbox that is shared, until `stop` is set.  One process at a time;
    a mailbox that is turned off, changed or cannot be read is let go."""
    heard: dict[int, tuple[str, threading.Thread, threading.Event]] = {}
    while not stop.is_set():
        try:
            wanted = _wanted() if _alone() else {}
        except Exception as error:  # a lost database: those that are heard go on, and the lock is asked for again
            logger.warning("own mailboxes: %s: %s", type(error).__name__, error)
            connections.close_all()
            stop.wait(LOOK_EVERY_S)
            continue
        for pk, (known, thread, enough) in [*heard.items()]:
            if not thread.is_alive() or wanted.get(pk) != known:
                enough.set()
                del heard[pk]
        for pk, known in wanted.items():
            if pk not in heard:
                enough = threading.Event()
                thread = threading.Thread(target=_hear, args=(pk, enough), name=f"own-mailbox-{pk}", daemon=True)
                heard[pk] = (known, thread, enough)
                thread.start()
        stop.wait(LOOK_EVERY_S)
    for _known, thread, enough in heard.values():
        enough.set()
        thread.join(timeout=5)
    connections.close_all()


def _alone() -> bool:
    """Hold the lock on this thread's connection; it goes with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, 0)", [LOCK])
        return bool(cursor.fetchone()[0])


def _wanted() -> dict[int, str]:
    """The shared mailboxes that could be read, each with what a connection to it depends on."""
    rows = OwnMailbox.objects.filter(state=OwnMailbox.State.ON, faults=0, person__is_active=True).exclude(secret="")
    names = ("pk", "imap_host", "imap_port", "imap_tls", "user", "secret")
    return {pk: repr(rest) for pk, *rest in rows.order_by("pk").values_list(*names)[:MOST]}


def _hear(pk: int, enough: threading.Event) -> None:
    """Until `enough`: signed in, and again after any fault, later each time."""
    pause = LOOK_EVERY_S
    while not enough.is_set():
        try:
            mailbox = OwnMailbox.objects.get(pk=pk)
            connections.close_all()  # none is held while nothing happens
            with connect(server_of(mailbox), "INBOX") as box:
                if not box.can_idle:
                    enough.wait()
                    return
                pause = LOOK_EVERY_S
                _wait_for_news(pk, box, enough)
        except Exception as error:  # why it cannot be read is said by the look of every minute
            logger.info("own mailbox %s: %s", pk, type(error).__name__)
            connections.close_all()
            enough.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)


def _wait_for_news(pk: int, box: Connection, enough: threading.Event) -> None:
    known = _looked_at(pk, box.validity)
    while not enough.is_set():
        newest = max(box.new(known, None), default=known)
        if newest > known:
            known = newest
            look_now(pk)
            connections.close_all()
        box.wait(IDLE_S, enough.is_set)


def _looked_at(pk: int, validity: int) -> int:
    """The UID up to which the inbox was looked at: what came after it, also while nobody was signed in, is news."""
    rows = OwnFolder.objects.filter(mailbox=pk, role=OwnFolder.Role.INBOX, uid_validity=validity)
    known = rows.values_list("last_uid", flat=True).first() or 0
    connections.close_all()
    return known
