"""The times of events as rows: written anew whenever what an event says of its times has changed."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from callboard.calendar.models import Event, Occurrence
from callboard.calendar.queries.times import horizon, times_within
from callboard.calendar.rules.occurring import Time, times_of

DAY = timedelta(days=1)


def work_out(events: Iterable[Event], today: date) -> None:
    """Write the times of events that are stored already, and of the series whose exceptions they are. Four statements, however
    many events: an import calls it once."""
    own = {event.pk: event for event in events}
    missing = {event.series_id for event in own.values() if event.series_id} - own.keys()
    found = {**own, **{event.pk: event for event in Event.objects.filter(pk__in=missing)}}
    since, until = horizon(today)
    for event in found.values():
        event.worked_since, event.worked_until = since, until
    times = times_now(found.values())
    Occurrence.objects.filter(event__in=found).delete()
    Occurrence.objects.bulk_create(
        (
            Occurrence(
                event=event,
                calendar_id=event.calendar_id,
                key=each.key,
                days=DateRange(each.first, each.last + DAY),
                starts_at=each.starts_at,
                ends_at=each.ends_at,
            )
            for event in found.values()
            for each in times[event.pk]
        ),
        batch_size=2000,
    )
    Event.objects.filter(pk__in=found).update(worked_since=since, worked_until=until)


def times_now(events: Iterable[Event]) -> dict[int, list[Time]]:
    """By event: the times that are rows of it, over the days it says; none of a removed one. One query for each stretch of days."""
    made: dict[int, list[Time]] = {}
    series: dict[tuple[date, date], list[Event]] = {}
    for event in events:
        if event.removed_at is not None:
            made[event.pk] = []
        elif (event.rule or event.adds) and event.worked_since and event.worked_until:
            series.setdefault((event.worked_since, event.worked_until), []).append(event)
        else:
            made[event.pk] = _once(event)
    for (since, until), found in series.items():
        made |= times_within(found, since, until)
    return made


def _once(event: Event) -> list[Time]:
    """The one time of an event that does not repeat, however far away it is."""
    return times_of(event, [], [], since=event.starts_on - 2 * DAY, until=event.ends_on + 3 * DAY)
