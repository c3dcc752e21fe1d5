"""The calendar: a month, a week, an agenda, of everything one may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from callboard.calendar.actions import create_event
from callboard.calendar.models import Layer
from callboard.calendar.queries.showing import TONES, Shown, shown_between
from callboard.calendar.rules.laying import weeks_of
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.kit.addresses import action_url
from callboard.kit.listing.months import grid, month_of, month_text, next_month
from callboard.kit.pages import ReportPage
from callboard.kit.when import time_text

DAY = timedelta(days=1)
VIEWS = {"month": _("Month"), "week": _("Week"), "agenda": _("Agenda")}
#: Lines of a day in a week, and days of an agenda.
A_WEEKS_LINES, AGENDA = 60, 30


@dataclass(frozen=True)
class Line:
    """One thing on a day: its time in words, "" for whole days."""

    shown: Shown
    time: str


@dataclass(frozen=True)
class Place:
    """Where one is: the days shown, what they are called, and the way on."""

    view: str
    first: date
    days: list[list[date]]
    title: str
    before: date
    after: date


class CalendarPage(ReportPage):
    """?view=month|week|agenda, ?on=2026-03-10: a day within what is shown."""

    title = _("Calendar")
    url = "calendar/"
    name = "calendar"
    who = "calendar.view"
    topics = ("calendar",)
    buttons = (create_event,)
    template = "calendar/page.html"
    parts = {"body": "calendar/body.html"}

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        zone = actor.person.tz
        today = clock.now().astimezone(zone).date()
        view = request.GET.get("view", "month")
        place = place_of(view if view in VIEWS else "month", _day(request.GET.get("on", ""), today))
        since, until = place.days[0][0], place.days[-1][-1] + DAY
        shown, cut = shown_between(actor, since, until, zone)
        lines = A_WEEKS_LINES if place.view == "week" else 4
        return {
            "place": place,
            "today": today,
            "heads": [formats.date_format(day, "D") for day in place.days[0]],
            "weeks": weeks_of(place.days, shown, place.first, today, lines=lines) if place.view != "agenda" else [],
            "agenda": agenda_of(shown, since, until) if place.view == "agenda" else [],
            "cut": cut,
            "legend": _legend(),
            "views": [
                {"label": label, "url": _here(name, place.first), "on": name == place.view}
                for name, label in VIEWS.items()
            ],
            "before_url": _here(place.view, place.before),
            "after_url": _here(place.view, place.after),
            "today_url": _here(place.view, today),
            "new_url": action_url(create_event),
            "src": f"{_here(place.view, place.first)}&part=body",
        }


def place_of(view: str, on: date) -> Place:
    """The days a view shows around a day."""
    if view == "week":
        days = next(week for week in grid(on.replace(day=1)) if on in week)
        title = f"{formats.date_format(days[0], 'M j')} – {formats.date_format(days[-1], 'M j, Y')}"
        return Place(view, on, [days], title, on - 7 * DAY, on + 7 * DAY)
    if view == "agenda":
        days = [on + n * DAY for n in range(AGENDA)]
        title = f"{formats.date_format(on, 'M j')} – {formats.date_format(days[-1], 'M j, Y')}"
        return Place(view, on, [days], title, on - AGENDA * DAY, on + AGENDA * DAY)
    first = on.replace(day=1)
    return Place(view, first, grid(first), month_text(first), (first - DAY).replace(day=1), next_month(first))


def agenda_of(shown: Sequence[Shown], since: date, until: date) -> list[tuple[date, list[Line]]]:
    """The days that have something, each with what is on it."""
    days = [since + n * DAY for n in range((until - since).days)]
    found = [(day, [line_of(one, day) for one in shown if one.first <= day <= one.last]) for day in days]
    return [(day, lines) for day, lines in found if lines]


def line_of(one: Shown, day: date) -> Line:
    """What runs past midnight has its time on the day it begins."""
    if one.at is None or day != one.first:
        return Line(one, "")
    return Line(one, time_text(one.at))


def _legend() -> list[tuple[Any, str]]:
    own = [(layer.label, tone) for layer, tone in TONES.items() if layer != Layer.PERSONAL]
    return [*own, *((part.value.layer, part.value.tone) for part in register.date_source)]


def _here(view: str, on: date) -> str:
    return f"{reverse(CalendarPage.name)}?{urlencode({'view': view, 'on': on.isoformat()})}"


def _day(text: str, today: date) -> date:
    """The day an address names; today for anything else, and for what no calendar shows."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return month_of(text, today) if text else today
    return on if 1900 <= on.year <= 2999 else today
