"""To our own people: reset, invitation, assignment, digest.  Queued with its cause, sent by the transport that channels registers."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.jobs import defer, job
from callboard.core.models import Notice
from callboard.core.refs import kind_of

BATCH = 50
TRIES = 5


class Transport:
    """Where notices leave by.  ``send(notice)`` raises when it could not; without one they wait, and ``doctor`` says so."""

    send: Callable[[Notice], None] | None = None

    def set(self, send: Callable[[Notice], None]) -> None:
        self.send = send


transport = Transport()


def notify(person: Any, event: str, *, by: Actor, subject: str, text: str, ref: Model | None = None) -> Notice:
    """Queue a mail to one of our people, inside the action ``by`` is bound to."""
    notice = Notice.objects.create(
        person=person,
        event=event,
        subject=str(subject)[:300],
        text=str(text),
        ref_kind=kind_of(ref) if ref is not None else "",
        ref_id=ref.pk if ref is not None else None,
        created_at=by.now,
    )
    defer(deliver_notices)
    return notice


@job(queue="now", once="notices")
def deliver_notices() -> int:
    """Send what is queued; returns how many left.  A notice is committed as sent one by one, so a crash repeats one at most."""
    sent = 0
    if transport.send is None:
        return sent
    for notice in Notice.objects.filter(state=Notice.State.QUEUED).select_related("person").order_by("id")[:BATCH]:
        sent += _deliver(notice, transport.send)
    return sent


@job(queue="now", every="* * * * *", once="notices-again")
def deliver_waiting_notices(timestamp: int) -> None:
    """Try again what could not leave."""
    deliver_notices()


def _deliver(notice: Notice, send: Callable[[Notice], None]) -> bool:
    try:
        send(notice)
    except Exception as error:  # the mail server may fail in any way; the notice stays and says why
        notice.attempts += 1
        notice.error = f"{type(error).__name__}: {error}"[:500]
        notice.state = Notice.State.FAILED if notice.attempts >= TRIES else Notice.State.QUEUED
        notice.save(update_fields=["attempts", "error", "state"])
        return False
    notice.state, notice.sent_at, notice.error = Notice.State.SENT, clock.now(), ""
    notice.save(update_fields=["state", "sent_at", "error"])
    return True
