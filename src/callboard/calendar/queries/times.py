"""When events happen, read from their worked-out times; what lies outside of those is worked out on the spot."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from callboard.calendar.models import Event
from callboard.calendar.rules.occurring import Time, times_of

#: So far back and ahead of the day an event is written its times are worked out.
BACK, AHEAD = timedelta(days=400), timedelta(days=800)


def on_the_wall(text: str) -> date | datetime:
    """A start as it is kept in `adds`, `leaves` and `recurrence_of`: a day or a wall time. ValueError for what is none."""
    at = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    if isinstance(at, datetime) and at.tzinfo is not None:
        raise ValueError(text)
    return at


def horizon(today: date) -> tuple[date, date]:
    """The first day and the day after the last whose times are worked out today: whole months, so that they move rarely."""
    since, until = today - BACK, today + AHEAD
    return since.replace(day=1), until.replace(day=1)


def times_within(events: Iterable[Event], since: date, until: date) -> dict[int, list[Time]]:
    """By event: each time it happens on days from `since` up to before `until`. One query, for the series' exceptions."""
    found = list(events)
    instead = defaultdict(list)
    rows = Event.objects.standing().filter(series__in=[event.pk for event in found]).order_by()
    for series, key in rows.values_list("series", "recurrence_of"):
        instead[series].append(on_the_wall(key))
    return {event.pk: _times(event, instead[event.pk], since, until) for event in found}


def _times(event: Event, instead: list[date | datetime], since: date, until: date) -> list[Time]:
    adds = [on_the_wall(each) for each in event.adds]
    leaves = [*(on_the_wall(each) for each in event.leaves), *instead]
    return times_of(event, adds, leaves, since=since, until=until)


def not_worked_out(events: QuerySet[Event], since: date, until: date) -> QuerySet[Event]:
    """Those that may happen on days nobody has worked out: series alone, as every other event has its one time."""
    repeats = ~Q(rule="") | Q(adds__len__gt=0)
    return events.filter(repeats, Q(worked_since__gt=since) | Q(worked_until__lt=until), starts_on__lt=until)
