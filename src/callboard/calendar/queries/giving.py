"""What a calendar gives away: as a file, as a feed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from callboard.calendar.models import Calendar, Detail, Event, EventState
from callboard.calendar.queries.saying import OURS, as_read
from callboard.calendar.queries.showing import Shown, others_between
from callboard.calendar.reading.ics import ReadEvent
from callboard.core.access import visible
from callboard.core.actions import Actor

#: A feed says what was and what comes so far; series are said whole.
BACK, AHEAD = timedelta(days=180), timedelta(days=730)
HOUR = timedelta(hours=1)
MOST = 20_000


def given(actor: Actor, calendar: Calendar | None = None) -> QuerySet[Event]:
    """Every event its reader may see, of one calendar or of all, series before their exceptions."""
    events = visible(Event.objects.standing().filter(calendar__archived_at=None), actor)
    found = events if calendar is None else events.filter(calendar=calendar)
    return found.select_related("organizer", "calendar").order_by("recurrence_of", "starts_on", "id")


def around(events: QuerySet[Event], today: date) -> QuerySet[Event]:
    """Those of a feed: near today; and the series, with what stands instead of one of their times."""
    near = Q(ends_on__gte=today - BACK, starts_on__lte=today + AHEAD)
    return events.filter(near | ~Q(rule="") | Q(adds__len__gt=0) | Q(series__isnull=False))


def spoken(events: Iterable[Event], detail: str = Detail.ALL) -> list[ReadEvent]:
    """As a file says them, with as much as `detail` allows; one time of a series whose series is not among them stands alone."""
    found = list(events)
    said = as_read(found)
    there = {event.pk for event in found}
    alone = {event.pk for event in found if event.series_id is not None and event.series_id not in there}
    kept = [(event, said[event.pk]) for event in found if detail != Detail.BUSY or _takes_time(event)]
    return [_less(_by_itself(read) if event.pk in alone else read, detail) for event, read in kept]


def dates_of_others(actor: Actor, today: date, zone: ZoneInfo, detail: str = Detail.ALL) -> list[ReadEvent]:
    """What other apps know of the days around, as events of whole days or an hour."""
    shown = others_between(actor, today - BACK, today + AHEAD, zone)
    return [] if detail == Detail.BUSY else [_less(_of_other(each, zone), detail) for each in shown]


def _of_other(shown: Shown, zone: ZoneInfo) -> ReadEvent:
    starts: date | datetime = shown.first
    ends: date | datetime = shown.last
    if shown.at is not None:
        starts = datetime.combine(shown.first, shown.at)
        ends = datetime.combine(shown.last, shown.until) if shown.until is not None else starts + HOUR
    uid = f"{shown.kind}-{shown.pk}-{shown.key or shown.first.isoformat()}{OURS}"
    return ReadEvent(
        uid, starts, ends, str(zone) if shown.at is not None else "", shown.title, shown.detail, busy=False
    )


def _takes_time(event: Event) -> bool:
    return event.busy and event.state != EventState.CANCELLED


def _by_itself(read: ReadEvent) -> ReadEvent:
    key = read.recurrence_of.isoformat() if read.recurrence_of is not None else ""
    return replace(read, uid=f"{read.uid}#{key}", recurrence_of=None)


def one_time_of(uid: str) -> tuple[str, str]:
    """The series and the time that such an id names: what is answered to it is that one time."""
    series, _mark, key = uid.rpartition("#")
    return series, key


def _less(read: ReadEvent, detail: str) -> ReadEvent:
    if detail == Detail.ALL:
        return read
    summary = read.summary if detail == Detail.TITLES and not read.private else ""
    return replace(
        read, summary=summary, text="", place="", url="", organizer="", categories=(), guests=(), alarms=(), warnings=()
    )
