"""Looks into own mailboxes, several at once: one whose server is slow keeps its thread, and nobody else waits for it."""

import logging
import threading
from collections import deque
from time import monotonic

from django.db import connections
from django.db.models import QuerySet

from callboard.channels.imap.own import look_into
from callboard.channels.models import OwnMailbox
from callboard.core import clock

logger = logging.getLogger("callboard.imap")

#: So many are looked into at once.
AT_ONCE = 8
#: So long looks are begun and waited for.
TURN_S = 30.0

_threads: list[threading.Thread] = []
_in_hand: set[int] = set()


def take_turns() -> int:
    """Look into those that are due; returns how many were begun.  What takes longer than a turn goes on by itself and ends with
    its connection's own time at the latest; who is not begun in this turn is in the next."""
    until = monotonic() + TURN_S
    _threads[:] = [thread for thread in _threads if thread.is_alive()]
    waiting = deque(_due())
    before = len(waiting)
    fresh = [
        threading.Thread(target=_work, args=(waiting, until), name=f"look-{number}", daemon=True)
        for number in range(min(before, AT_ONCE - len(_threads)))
    ]
    _threads.extend(fresh)
    for thread in fresh:
        thread.start()
    for thread in fresh:
        thread.join(max(0.0, until - monotonic()))
    return before - len(waiting)


def _due() -> QuerySet[OwnMailbox]:
    """Those to be looked into now that no thread has in hand, the longest waiting first."""
    rows = OwnMailbox.objects.filter(next_look_at__lte=clock.now(), person__is_active=True).exclude(secret="")
    return rows.exclude(pk__in=list(_in_hand)).select_related("person").order_by("next_look_at")


def _work(waiting: deque[OwnMailbox], until: float) -> None:
    try:
        while waiting and monotonic() < until:
            _look(waiting.popleft())
    except IndexError:  # another thread took the last one
        return
    finally:
        connections.close_all()


def _look(mailbox: OwnMailbox) -> None:
    _in_hand.add(mailbox.pk)
    try:
        look_into(mailbox)
    except Exception as error:  # a lost database, not a mail server: that is handled in the look
        logger.warning("own mailbox %s: %s: %s", mailbox.pk, type(error).__name__, error)
        connections.close_all()
    finally:
        _in_hand.discard(mailbox.pk)
