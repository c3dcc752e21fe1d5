"""Events written as a file says them: many at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models.functions import Lower

from callboard.calendar.actions.parts import audience_of, show
from callboard.calendar.models import Event, Guest
from callboard.calendar.queries.saying import address_of
from callboard.calendar.reading.ics import Guest as ReadGuest
from callboard.calendar.reading.ics import ReadEvent
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.directory.queries import match_addresses
from callboard.team.models import Person


@dataclass(frozen=True)
class Known:
    """Who stands behind the addresses of some events."""

    people: Mapping[str, Person]
    contacts: Mapping[str, Contact]


def who_is(events: Sequence[ReadEvent]) -> Known:
    """Three queries, however many events."""
    wanted = {guest.address.lower() for event in events for guest in event.guests if guest.address}
    wanted |= {event.organizer.lower() for event in events if event.organizer}
    rows = Person.objects.filter(is_active=True).annotate(address=Lower("email")).filter(address__in=wanted)
    people = {person.email.lower(): person for person in rows}
    matches = match_addresses(wanted - people.keys()) if wanted else {}
    return Known(people, {address: contact for address, (contact, _account) in matches.items() if contact is not None})


def fill(event: Event, said: ReadEvent, known: Known, by: Actor) -> Event:
    """Everything the file says of it; whose it is: of an own calendar its owner's, else of the colleague who organizes it."""
    calendar = event.calendar
    event.uid, event.sequence = said.uid[:300], said.sequence
    event.title, event.text, event.place = said.summary[:300], said.text, said.place[:300]
    event.url, event.state, event.busy, event.private = said.url[:2000], said.status, said.busy, said.private
    event.starts_on, event.starts_time = _wall(said.starts)
    event.ends_on, event.ends_time = _wall(said.ends)
    event.zone, event.rule = said.zone, said.rule
    event.adds, event.leaves = [each.isoformat() for each in said.adds], [each.isoformat() for each in said.leaves]
    event.recurrence_of = said.recurrence_of.isoformat() if said.recurrence_of is not None else ""
    event.categories, event.alarms = list(said.categories), list(said.alarms)
    event.organizer_address = said.organizer[:254]
    event.organizer = calendar.owner or known.people.get(said.organizer.lower()) or event.organizer
    event.audience = audience_of(calendar, by, private=said.private, organizer=event.organizer_id)
    event.created_at, event.updated_at = event.created_at or by.now, by.now
    return event


def show_to_guests(events: Sequence[Event], by: Actor) -> None:
    """Colleagues see what they are asked to, also where it was written anew.  One query, and two for each event they are asked to that
    not everybody sees."""
    asked = Guest.objects.filter(event__in=[event.pk for event in events], person__isnull=False)
    found = set(asked.values_list("event_id", flat=True))
    for event in events:
        if event.pk in found and "all" not in event.audience:
            show(event, by)
            Event.objects.filter(pk=event.pk).update(audience=event.audience)


def _wall(at: date | datetime) -> tuple[date, time | None]:
    return (at.date(), at.time()) if isinstance(at, datetime) else (at, None)


def keep_guests(named_by: Sequence[tuple[Event, Sequence[ReadGuest]]], known: Known) -> None:
    """The guests as the file says them: whom a file named and this one does not is none any more; whoever was asked here stays."""
    there: dict[int, dict[str, Guest]] = defaultdict(dict)
    for guest in Guest.objects.filter(event__in=[event.pk for event, _guests in named_by]).select_related("person"):
        there[guest.event_id][address_of(guest).lower()] = guest
    new: list[Guest] = []
    gone: list[int] = []
    for event, guests in named_by:
        named = {guest.address.lower(): guest for guest in guests if guest.address}
        gone += [guest.pk for address, guest in there[event.pk].items() if guest.by_file and address not in named]
        for address, said in named.items():
            row = there[event.pk].get(address)
            if row is None:
                new.append(_guest(event, said, address, known))
            elif (row.name, row.answer, row.optional) != (said.name[:120], said.answer, said.optional):
                row.name, row.answer, row.optional = said.name[:120], said.answer, said.optional
                row.save()
    Guest.objects.filter(pk__in=gone).delete()
    Guest.objects.bulk_create(new, batch_size=2000)


def _guest(event: Event, said: ReadGuest, address: str, known: Known) -> Guest:
    return Guest(
        event=event,
        person=known.people.get(address),
        contact=known.contacts.get(address),
        address=said.address[:254],
        name=said.name[:120],
        optional=said.optional,
        answer=said.answer,
        by_file=True,
    )
