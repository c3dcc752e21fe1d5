"""A calendar file read, brought in, taken back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.calendar.actions.parts import kept_of, put_back, zone_of
from callboard.calendar.actions.standing import work_out
from callboard.calendar.actions.writing import fill, keep_guests, show_to_guests, who_is
from callboard.calendar.models import Calendar, Event, EventFile, FileState
from callboard.calendar.models import Guest as Asked
from callboard.calendar.queries.saying import address_of, as_read
from callboard.calendar.reading.ics import Guest, ReadEvent, read_ics
from callboard.calendar.reading.ics import Refused as NotRead
from callboard.calendar.rules.bringing import Key, Planned, Standing, Verdict, plan
from callboard.core import files
from callboard.core.actions import Actor, File, Invalid, Refusal, Refused, action
from callboard.core.uploads import keep as keep_upload
from callboard.directory.reading.tables.problems import Said

MOST_BYTES = 32 * 1024 * 1024
CREATED, UPDATED = Verdict.CREATED, Verdict.UPDATED
#: What a file changes of an event beside what a person may.
ITS_OWN = ("organizer_id", "organizer_address", "sequence", "audience")


@action(
    _("Read calendar file"),
    said=_("Read {result}"),
    who="calendar.edit",
    undo="calendar.drop_event_file",
    icon="file-import",
)
def read_event_file(calendar: Calendar, *, by: Actor, file: File, zone: str = "") -> EventFile:
    """What an .ics file would do to a calendar, event by event; nothing is brought in yet.  zone: of times that name none.
    Invalid where nothing in it is an event."""
    if zone and zone not in available_timezones():
        raise Invalid({"zone": _("There is no time zone “{zone}”.").format(zone=zone[:60])})
    kept = keep_upload(file, most=MOST_BYTES)
    made = EventFile(
        calendar=calendar,
        person=by.person,
        name=kept.name,
        sha=kept.sha256,
        zone=zone or calendar.zone or zone_of(by),
        audience=list(calendar.audience),
        created_at=by.now,
        updated_at=by.now,
    )
    planned, refused = _plan(made)
    if not planned:
        why = " ".join(dict.fromkeys(said(each.why) for each in refused[:3]))
        raise Invalid({"file": why or _("There is no event in this file.")})
    _tell(made, planned, refused)
    made.save()
    by.changed(made)
    return made


@read_event_file.can
def _may_read(calendar: Calendar, now: datetime) -> Refusal | None:
    return Refusal("archived", _("It is archived.")) if calendar.archived_at is not None else None


@action(
    _("Brought events in"),
    said=_("Brought in {event_file}"),
    who="calendar.edit",
    undo="calendar.take_events_back",
    icon="calendar-down",
)
def bring_in_events(event_file: EventFile, *, by: Actor) -> EventFile:
    """The file's new events are put into the calendar and those it says differently are changed, as the calendar is now."""
    Calendar.objects.select_for_update(no_key=True).get(pk=event_file.calendar_id)
    planned, refused = _plan(event_file)
    wanted = [each for each in planned if each.verdict in (CREATED, UPDATED)]
    if not wanted:
        raise Refused(Refusal("nothing", _("Everything in this file stands in the calendar already.")))
    known = who_is([each.event for each in wanted])
    standing = Event.objects.select_for_update(no_key=True, of=("self",)).select_related("organizer")
    before = {event.pk: event for event in standing.filter(pk__in=[each.pk for each in wanted if each.pk])}
    guests = {pk: [astuple(guest) for guest in each.guests] for pk, each in as_read(before.values()).items()}
    was = {str(pk): (kept_of(event, *ITS_OWN), guests[pk]) for pk, event in before.items()}
    written = _written(event_file.calendar, wanted, before, known, by)
    keep_guests([(event, said.guests) for event, said in written], known)
    show_to_guests([event for event, _said in written], by)
    work_out([event for event, _said in written], by.today)
    for event, _said in written:
        by.changed(event, topic="calendar")
    _remember(event_file, [each.pk for each, _said in written], was, wanted)
    _tell(event_file, planned, refused)
    return _stand(event_file, FileState.DONE, by)


@bring_in_events.can
def _may_bring(event_file: EventFile, now: datetime) -> Refusal | None:
    if event_file.calendar.archived_at is not None:
        return Refusal("archived", _("Its calendar is archived."))
    return _unless(event_file, FileState.READ, FileState.BACK)


@action(
    _("Took events back"),
    said=_("Took {event_file} back"),
    who="calendar.edit",
    undo="calendar.bring_in_events",
    icon="arrow-back-up",
)
def take_events_back(event_file: EventFile, *, by: Actor) -> EventFile:
    """What the file put into the calendar is taken out, what it changed is as before.  What people changed since is kept."""
    rows = Event.objects.select_for_update(no_key=True, of=("self",)).select_related("calendar")
    found = {event.pk: event for event in rows.filter(pk__in=[*event_file.made, *event_file.was])}
    stays = 0
    changed: list[Event] = []
    for pk, version in event_file.made.items():
        event = found.get(int(pk))
        if event is None or event.removed_at is not None:
            continue
        if event.version != version:
            stays += 1
            continue
        event.removed_at = event.updated_at = by.now
        changed.append(event)
    guests: list[tuple[Event, list[Guest]]] = []
    for pk, (version, fields, named) in event_file.was.items():
        event = found.get(int(pk))
        if event is None or event.version != version:
            stays += event is not None
            continue
        put_back(event, fields)
        event.updated_at = by.now
        guests.append((event, [Guest(*each) for each in named]))
        changed.append(event)
    for event in changed:
        event.save()
        by.changed(event, topic="calendar")
    keep_guests(guests, who_is([*as_read(event for event, _guests in guests).values()]))
    work_out(changed, by.today)
    if stays:
        sentence = ngettext(
            "{n} stays as somebody changed it since.", "{n} stay as somebody changed them since.", stays
        )
        by.say(sentence.format(n=stays))
    return _stand(event_file, FileState.BACK, by)


@take_events_back.can
def _may_take_back(event_file: EventFile, now: datetime) -> Refusal | None:
    return _unless(event_file, FileState.DONE)


@action(
    _("Dropped calendar file"),
    said=_("Dropped {event_file}"),
    who="calendar.edit",
    final=_("Choose the file again."),
    icon="x",
)
def drop_event_file(event_file: EventFile, *, by: Actor) -> EventFile:
    """Nothing of it is brought in."""
    return _stand(event_file, FileState.DROPPED, by)


@drop_event_file.can
def _may_drop(event_file: EventFile, now: datetime) -> Refusal | None:
    return _unless(event_file, FileState.READ)


def said(why: Said) -> str:
    """A sentence of the reader in the language of whoever looks."""
    return str(_(why.text)).format(**why.values)


def _unless(event_file: EventFile, *states: str) -> Refusal | None:
    if event_file.state in states:
        return None
    return Refusal("state", _("It is {state}."), state=event_file.get_state_display().lower())


def _plan(event_file: EventFile) -> tuple[list[Planned], list[NotRead]]:
    try:
        raw = files.load(event_file.sha)
    except (OSError, ValueError):
        raise Refused(Refusal("file", _("The file itself is not there any more. Choose it again."))) from None
    read = read_ics(raw, event_file.zone)
    uids = {event.uid[:300] for event in read.events}
    rows = Event.objects.filter(calendar=event_file.calendar, uid__in=uids).select_related("organizer").order_by("id")
    found = list(rows)
    spoken = as_read(found)
    asked = defaultdict(set)
    for guest in Asked.objects.filter(event__in=found, by_file=False).select_related("person"):
        asked[guest.event_id].add(address_of(guest).lower())
    standing: dict[Key, Standing] = {}
    for event in sorted(found, key=lambda event: (event.removed_at is None, event.pk)):
        gone = event.removed_at.date() if event.removed_at is not None else None
        again = gone is not None and str(event.pk) in event_file.made and event_file.state == FileState.BACK
        standing[event.uid, event.recurrence_of] = Standing(
            event.pk, spoken[event.pk], gone, again, frozenset(asked[event.pk])
        )
    return plan(read, standing, event_file.zone)


def _written(
    calendar: Calendar, wanted: Iterable[Planned], before: dict[int, Event], known: Any, by: Actor
) -> list[tuple[Event, Any]]:
    """The events as they stand now, series first: what stands instead of one of their times refers to them."""
    made: list[tuple[Event, Any]] = []
    new: list[Event] = []
    series = dict(Event.objects.standing().filter(calendar=calendar, recurrence_of="").values_list("uid", "pk"))
    for lot in (False, True):
        fresh: list[Event] = []
        for each in wanted:
            if bool(each.key[1]) is not lot:
                continue
            event = before[each.pk] if each.pk in before else Event(calendar=calendar)
            event.calendar, event.removed_at = calendar, None
            fill(event, each.event, known, by)
            event.series_id = series.get(event.uid) if lot else None
            made.append((event, each.event))
            if event.pk is None:
                event.version = 1
                fresh.append(event)
            else:
                event.save()
        Event.objects.bulk_create(fresh, batch_size=1000)
        series |= {event.uid: event.pk for event in fresh} if not lot else {}
        new += fresh
    return made


def _remember(event_file: EventFile, pks: Iterable[int], was: dict[str, Any], wanted: Iterable[Planned]) -> None:
    """Which events are the file's own, which it changed, and at what version it left them."""
    versions = dict(Event.objects.filter(pk__in=list(pks)).values_list("pk", "version"))
    changed = {each.pk for each in wanted if each.verdict == UPDATED}
    event_file.made = {str(pk): version for pk, version in versions.items() if pk not in changed}
    event_file.was = {str(pk): [versions[pk], *was[str(pk)]] for pk in changed if pk is not None and pk in versions}


def _tell(event_file: EventFile, planned: list[Planned], refused: list[NotRead]) -> None:
    """What the file's page shows: refused ones first, then what changes, then the rest.  Who sees the calendar sees the page: what
    is private has no words there."""
    rows = [[Verdict.REFUSED, *_named(each), "", _told(each.why)] for each in refused]
    order = {CREATED: 1, UPDATED: 0, Verdict.SKIPPED: 2, Verdict.SAME: 3}
    rows += [
        [each.verdict, *_named(each.event), each.event.starts.isoformat(), *map(_told, each.why[:1])]
        for each in sorted(planned, key=lambda each: (order[each.verdict], str(each.event.starts)))
    ]
    counts = {verdict: sum(row[0] == verdict for row in rows) for verdict in Verdict}
    event_file.rows = rows
    event_file.created, event_file.updated = counts[CREATED], counts[UPDATED]
    event_file.left, event_file.refused = counts[Verdict.SAME] + counts[Verdict.SKIPPED], counts[Verdict.REFUSED]


def _named(event: ReadEvent | NotRead) -> tuple[str, str]:
    return ("", "") if event.private else (event.uid, event.summary)


def _told(why: Said) -> list[Any]:
    return [why.text, {name: str(value) for name, value in why.values.items()}]


def _stand(event_file: EventFile, state: FileState, by: Actor) -> EventFile:
    event_file.state, event_file.updated_at = state, by.now
    event_file.save()
    by.changed(event_file)
    return event_file
