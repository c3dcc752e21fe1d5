"""Who is asked to an event, and what they know of it."""

import hashlib
from typing import Any

from django.db.models import QuerySet

from callboard.calendar.models import Event, Guest, Invitation
from callboard.calendar.queries.giving import spoken
from callboard.calendar.reading.ics import ReadEvent
from callboard.channels.models import Message
from callboard.core.actions import Actor

#: What a guest has in their calendar: another one is another time, place or title.
TOLD = (
    "title", "starts_on", "starts_time", "ends_on", "ends_time", "zone", "rule", "adds", "leaves", "recurrence_of", "place", "state",
)  # fmt: skip


def whole(event: Event) -> list[ReadEvent]:
    """The event, and what stands instead of single times of it, as a file says them."""
    return spoken([event, *_changed(event)])


def fingerprint(event: Event) -> str:
    """Of what a guest is told of an event and its times.  One query."""
    told = [[str(getattr(each, name)) for name in TOLD] for each in [event, *_changed(event)]]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _changed(event: Event) -> QuerySet[Event]:
    return event.changed.filter(removed_at=None).select_related("organizer").order_by("recurrence_of")


def outside(event: Event) -> list[Guest]:
    """The guests that are none of us, with their contacts."""
    rows = event.guests.filter(person=None).exclude(address="")
    return list(rows.select_related("contact__account").order_by("id"))


def asked_by(message: Message, actor: Actor) -> dict[str, Any] | None:
    """What a mail asks us to; None where it asks nothing."""
    found = list(Invitation.objects.filter(message=message).order_by("id")[:10])
    return {"invitations": found} if found else None
