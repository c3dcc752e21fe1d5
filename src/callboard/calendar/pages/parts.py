"""What stands beside an event: what speaks against its times, its next times, who comes."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from callboard.calendar import actions
from callboard.calendar.models import Event
from callboard.calendar.pages.guests import GUESTS
from callboard.calendar.queries.conflicts import conflicts_of
from callboard.calendar.queries.times import on_the_wall
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.addresses import action_url
from callboard.kit.pages import Panel
from callboard.kit.when import time_text

#: So many of its next times are listed.
LISTED = 8


class Next(NamedTuple):
    """A time to come, and where it is moved, changed and left out by itself."""

    day: Any
    time: str
    move_url: str
    change_url: str
    leave_url: str


def conflicts(event: Event, actor: Actor) -> dict[str, Any] | None:
    found = conflicts_of(event, actor, clock.business_day(clock.now()))
    return {"conflicts": found} if found else None


def next_times(event: Event, actor: Actor) -> dict[str, Any] | None:
    """Of a series; each time in its own zone."""
    if not event.rule and not event.adds:
        return None
    today = clock.business_day(clock.now())
    rows = event.occurrences.filter(days__endswith__gt=today).order_by("days", "key")[:LISTED]
    may = actions.move_time.allowed(actor, event) and event.removed_at is None
    return {"times": [_next(event, row.key, may) for row in rows], "over": not rows}


def _next(event: Event, key: str, may: bool) -> Next:
    asked = urlencode({"key": key})
    urls = [
        f"{action_url(verb, event)}?{asked}" if may else ""
        for verb in (actions.move_time, actions.change_time, actions.leave_out)
    ]
    time = time_text(event.starts_time) if event.starts_time is not None else ""
    return Next(date_format(on_the_wall(key), "D, M j, Y"), time, *urls)


PANELS = (
    Panel("conflicts", _("What speaks against it"), "calendar/conflicts.html", conflicts, order=10, place="middle"),
    GUESTS,
    Panel("times", _("Next times"), "calendar/times.html", next_times, order=30, place="middle"),
)
