"""Events as a calendar file says them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q

from callboard.calendar.models import Event, Guest
from callboard.calendar.queries.times import on_the_wall
from callboard.calendar.reading.ics import Guest as ReadGuest
from callboard.calendar.reading.ics import ReadEvent

#: How the ids of events end that were put in here.
OURS = "@callboard"


def as_read(events: Iterable[Event]) -> dict[int, ReadEvent]:
    """By number: each event as a file would say it.  One query, for the guests; the organizers are loaded beforehand."""
    found = list(events)
    guests = defaultdict(list)
    rows = Guest.objects.filter(~Q(address="") | Q(person__isnull=False), event__in=[event.pk for event in found])
    for guest in rows.select_related("person").order_by("address", "id"):
        guests[guest.event_id].append(ReadGuest(address_of(guest), guest.name, guest.answer, guest.optional))
    return {event.pk: _as_read(event, guests[event.pk]) for event in found}


def _as_read(event: Event, guests: list[ReadGuest]) -> ReadEvent:
    ours = event.organizer.email if event.organizer is not None and guests and event.uid.endswith(OURS) else ""
    return ReadEvent(
        uid=event.uid,
        starts=event.starts,
        ends=event.ends,
        zone=event.zone,
        summary=event.title,
        text=event.text,
        place=event.place,
        url=event.url,
        status=event.state,
        busy=event.busy,
        private=event.private,
        rule=event.rule,
        adds=_walls(event.adds),
        leaves=_walls(event.leaves),
        recurrence_of=on_the_wall(event.recurrence_of) if event.recurrence_of else None,
        categories=tuple(event.categories),
        organizer=event.organizer_address or ours,
        guests=tuple(sorted(guests, key=lambda guest: guest.address)),
        alarms=tuple(sorted(event.alarms)),
        sequence=event.sequence,
    )


def _walls(kept: list[str]) -> tuple[date | datetime, ...]:
    return tuple(sorted(on_the_wall(each) for each in kept))


def address_of(guest: Guest) -> str:
    """Where a guest is written to: of a colleague the address they have now."""
    return guest.address or (guest.person.email if guest.person is not None else "")
