"""What `callboard check` compares: the rows of when events happen with what the events say."""

from collections.abc import Iterator

from callboard.calendar.actions.standing import times_now
from callboard.calendar.models import Event, Occurrence
from callboard.core.registry import Difference

STEP = 500


def occurrences() -> Iterator[Difference]:
    """Each event's times, over the days they were worked out for."""
    last = 0
    while True:
        events = list(Event.objects.filter(pk__gt=last).order_by("pk")[:STEP])
        if not events:
            return
        last = events[-1].pk
        stored: dict[int, set[str]] = {event.pk: set() for event in events}
        for event, key in Occurrence.objects.filter(event__in=events).values_list("event", "key"):
            stored[event].add(key)
        for event_id, times in times_now(events).items():
            wanted = {each.key for each in times}
            if wanted != stored[event_id]:
                yield Difference("calendar.event", str(event_id), _few(stored[event_id]), _few(wanted))


def _few(keys: set[str]) -> str:
    return f"{len(keys)}: {', '.join(sorted(keys)[:3])}"
