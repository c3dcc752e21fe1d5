"""When a sales call may be made next."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from callboard.directory.rules.hours import Windows, instant, wall
from callboard.directory.rules.permission import Facts, Holidays, Place, Rule, binding, closed, decide

#: A week, and the days a holiday can add to it.
LOOKED_AHEAD = 10


def opens_at(
    facts: Facts, medium: str, purpose: str, windows: Windows, holiday: Holidays, now: datetime
) -> datetime | None:
    """The next moment at which what is refused now for its hour, its day or the number of calls is allowed; None where it
    is refused for another reason, or not open in ten days."""
    no = decide(facts, medium, purpose, now, windows, holiday, now)
    if no is None or no.rule not in (Rule.HOURS, Rule.SUNDAY, Rule.HOLIDAY, Rule.ATTEMPTS):
        return None
    if no.rule == Rule.ATTEMPTS and isinstance(no.at, datetime):
        # The next call may come when the oldest that counts is a day old: in the night it waits for the morning.
        now = no.at
        if closed(facts, windows, holiday, now) is None:
            return now
    moments = sorted({at for place in facts.places for at in _openings(place, facts, windows, now) if at > now})
    return next((at for at in moments if closed(facts, windows, holiday, at) is None), None)


def _openings(place: Place, facts: Facts, windows: Windows, now: datetime) -> Iterator[datetime]:
    """Every moment at which one of the windows there may begin: its hours, and midnight, when another day counts."""
    first = wall(now, place.zone).date() - timedelta(days=1)
    for ahead in range(LOOKED_AHEAD + 1):
        day = first + timedelta(days=ahead)
        for window in binding(place, facts, windows, day):
            zone, span = window.zone or place.zone, window.span_on(day)
            for minutes in {0, span[0] if span is not None else 0}:
                for fold in (0, 1):
                    yield instant(day, minutes, zone, fold)
