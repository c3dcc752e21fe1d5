"""The line at "new since your last visit": from when on, and after which line.

A page says that it is seen (kit.presence); that begins a visit or keeps it going.  Reading a page writes nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Model, QuerySet

from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.kit.models import Visit

#: Who comes back sooner is still on the same visit.
LASTS = timedelta(minutes=30)
#: A visit that goes on is not written more often.
TOUCHED = timedelta(minutes=2)


@dataclass(frozen=True)
class Since:
    """The visit before this one: when it ended, and the newest line there was."""

    at: datetime
    entry: int


def visits_of(record: Model, actor: Actor) -> QuerySet[Visit]:
    """The one row of a person and a record, or none."""
    return Visit.objects.filter(kind=kind_of(record), object_id=record.pk, person=actor.person_id)


def since(visit: Visit | None, now: datetime) -> Since | None:
    """From where on things are new to whoever opens the page now; None for a first visit, on which nothing is."""
    if visit is None:
        return None
    if visit.at <= now - LASTS:
        return Since(visit.at, visit.entry)
    if visit.before_at is None or visit.before_entry is None:
        return None
    return Since(visit.before_at, visit.before_entry)


def visited(record: Model, person_id: int, now: datetime) -> None:
    """The record is seen now: a new visit begins, or the one under way goes on."""
    where = {"kind": kind_of(record), "object_id": record.pk, "person_id": person_id}
    known = Visit.objects.filter(**where).first()
    if known is None:
        Visit.objects.update_or_create(**where, defaults={"at": now, "entry": newest()})
        return
    if known.at > now - TOUCHED:
        return
    if known.at <= now - LASTS:
        known.before_at, known.before_entry = known.at, known.entry
    known.at, known.entry = now, newest()
    known.save()


def newest() -> int:
    """The number of the newest line of all."""
    found = TimelineEntry.objects.order_by("-id").values_list("id", flat=True).first()
    return found or 0
