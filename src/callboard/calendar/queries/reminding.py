"""Whom to tell of what now."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from callboard.calendar.models import Answer, EventState, Guest, Occurrence, Reminder
from callboard.team.models import Person

DAY = timedelta(days=1)
#: No reminder comes longer before, and none comes so long after its event began.
LONGEST, LATE = timedelta(days=29), timedelta(minutes=10)


def due_now(now: datetime) -> list[Reminder]:
    """Reminders of events that are due and were not written down before, not stored yet. Four queries."""
    window = DateRange((now - 2 * DAY).date(), (now + LONGEST).date())
    rows = (
        Occurrence.objects.filter(days__overlap=window, event__removed_at=None, event__calendar__archived_at=None)
        .exclude(event__alarms=[])
        .exclude(event__state=EventState.CANCELLED)
        .select_related("event")
    )
    times = list(rows)
    people = _people({each.event_id for each in times})
    known = set(
        Reminder.objects.filter(event__in=people, minutes__isnull=False).values_list(
            "event", "person", "key", "minutes"
        )
    )
    return [
        each
        for each in _made(times, people, now)
        if (each.event_id, each.person_id, each.key, each.minutes) not in known
    ]


def _made(times: list[Occurrence], people: dict[int, list[Person]], now: datetime) -> Iterator[Reminder]:
    for each in times:
        for person in people[each.event_id]:
            begins = each.starts_at or datetime.combine(each.days.lower, time(0), person.tz)
            for minutes in each.event.alarms:
                due = begins - timedelta(minutes=minutes)
                if due <= now < begins + LATE:
                    yield Reminder(event=each.event, person=person, key=each.key, minutes=minutes, due_at=due)


def _people(events: set[int]) -> dict[int, list[Person]]:
    """By event: who organizes it and who is asked and did not decline."""
    asked = Guest.objects.filter(event__in=events, person__isnull=False).exclude(answer=Answer.DECLINED)
    pairs = {*asked.order_by().values_list("event", "person")}
    organized = Person.objects.filter(calendar_events__in=events).values_list("calendar_events", "pk")
    pairs |= {(event, person) for event, person in organized if event in events}
    active = {each.pk: each for each in Person.objects.active().filter(pk__in={person for _event, person in pairs})}
    found: dict[int, list[Person]] = defaultdict(list)
    for event, person in sorted(pairs):
        if person in active:
            found[event].append(active[person])
    return found
