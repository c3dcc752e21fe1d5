"""What a calendar file would do to a calendar: for each event one verdict, decided before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from callboard.calendar.reading.ics import ReadCalendar, ReadEvent, Refused
from callboard.directory.reading.tables.problems import Said, _

#: A file has no more events than this: more is a whole company's archive, which is brought in by parts.
MOST = 20_000
#: (id, its start in the series; "" for what is none).
Key = tuple[str, str]


class Verdict(StrEnum):
    """What comes of an event of the file."""

    CREATED = "created"
    UPDATED = "updated"
    SAME = "same"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True)
class Standing:
    """An event of that id in the calendar.  removed_on: when somebody took it out.  again: it may come back.  asked: the
    addresses of guests who were asked here, of whom a file need not know."""

    pk: int
    said: ReadEvent
    removed_on: date | None = None
    again: bool = False
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Planned:
    """One event of the file.  pk: of the event it changes; None for a new one and for what is left."""

    verdict: Verdict
    event: ReadEvent
    key: Key
    pk: int | None = None
    why: tuple[Said, ...] = ()


def plan(file: ReadCalendar, standing: Mapping[Key, Standing], zone: str) -> tuple[list[Planned], list[Refused]]:
    """Each event with its verdict, series before what stands instead of one of their times.  zone: of times that name none."""
    events = [placed(event, zone) for event in file.events]
    refused = [*file.refused]
    if len(events) > MOST:
        refused += [
            Refused(each.uid, each.summary, Said(_("The file has more than 20,000 events.")), each.private)
            for each in events[MOST:]
        ]
        events = events[:MOST]
    newest, older = _newest(events)
    refused += [
        Refused(each.uid, each.summary, Said(_("The file says another event of the same id.")), each.private)
        for each in older
    ]
    series = {event.uid for event in newest if event.recurrence_of is None}
    series |= {uid for (uid, key), each in standing.items() if not key and each.removed_on is None}
    made = [_planned(_alone(event, series), standing) for event in newest]
    return sorted(made, key=lambda each: bool(each.key[1])), refused


def placed(event: ReadEvent, zone: str) -> ReadEvent:
    """With a zone where it has times and none, as an event is kept; the lists in order, so that equal is equal."""
    at = event.zone if event.all_day or event.zone else zone
    return replace(
        event,
        zone=at,
        adds=tuple(sorted(event.adds)),
        leaves=tuple(sorted(event.leaves)),
        categories=tuple(each[:60] for each in event.categories),
        guests=tuple(sorted({guest.address: guest for guest in event.guests if guest.address}.values(), key=_address)),
        alarms=tuple(sorted(set(event.alarms))),
    )


def key_of(event: ReadEvent, zone: str = "") -> Key:
    """zone: of the series it is one time of, where that is known; the key is a time of its wall."""
    at = event.recurrence_of
    if isinstance(at, datetime) and event.zone and zone not in ("", event.zone):
        at = at.replace(tzinfo=ZoneInfo(event.zone)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return event.uid[:300], at.isoformat() if at is not None else ""


def differs(one: ReadEvent, other: ReadEvent) -> bool:
    """Whether two say something else of the same event; how often it was changed (`sequence`) says nothing by itself."""
    return replace(one, warnings=(), sequence=0) != replace(other, warnings=(), sequence=0)


def _as_a_file_knows(known: Standing, event: ReadEvent) -> ReadEvent:
    named = {guest.address.lower() for guest in event.guests}
    guests = [each for each in known.said.guests if each.address.lower() not in known.asked - named]
    return replace(known.said, guests=tuple(guests))


def _address(guest: object) -> str:
    return str(getattr(guest, "address", ""))


def _newest(events: Iterable[ReadEvent]) -> tuple[list[ReadEvent], list[ReadEvent]]:
    """Of several of one id the one that was changed most often, among equals the last; and those that are not taken."""
    found: dict[Key, ReadEvent] = {}
    older: list[ReadEvent] = []
    for event in events:
        before = found.get(key_of(event))
        if before is not None and before.sequence > event.sequence:
            older.append(event)
            continue
        if before is not None:
            older.append(before)
        found[key_of(event)] = event
    return list(found.values()), older


def _alone(event: ReadEvent, series: set[str]) -> ReadEvent:
    """One time of a series that is neither in the file nor in the calendar stands by itself, under an id of its own."""
    if event.recurrence_of is None or event.uid in series:
        return event
    said = Said(_("It is one time of a series that is not here: it stands by itself."))
    own = f"{event.uid[:270]}#{event.recurrence_of.isoformat()}"
    return replace(event, uid=own, recurrence_of=None, warnings=(*event.warnings, said))


def _planned(event: ReadEvent, standing: Mapping[Key, Standing]) -> Planned:
    key = key_of(event)
    known = standing.get(key)
    if known is None:
        if event.status == "cancelled" and event.recurrence_of is None:
            return Planned(Verdict.SKIPPED, event, key, why=(Said(_("It is cancelled.")),))
        return Planned(Verdict.CREATED, event, key, why=event.warnings)
    if known.removed_on is not None and not known.again:
        why = Said(_("It was taken out here on {day}. Put it back from the list of events."), {"day": known.removed_on})
        return Planned(Verdict.SKIPPED, event, key, why=(why,))
    if known.again:
        return Planned(Verdict.CREATED, event, key, known.pk, event.warnings)
    if event.sequence < known.said.sequence:
        why = Said(_("A newer version of it stands here."))
        return Planned(Verdict.SKIPPED, event, key, why=(why,))
    if not differs(placed(event, event.zone), placed(_as_a_file_knows(known, event), known.said.zone)):
        return Planned(Verdict.SAME, event, key, known.pk)
    return Planned(Verdict.UPDATED, event, key, known.pk, event.warnings)
