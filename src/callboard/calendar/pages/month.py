"""The calendar: a month, a week, who is where, an agenda, of everything one may see."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from callboard.calendar import actions
from callboard.calendar.pages.people import people_drawn
from callboard.calendar.pages.placing import VIEWS, Place, agenda_of, day_of, line_of, place_of
from callboard.calendar.queries import Known, known_between, layers, shown_between
from callboard.calendar.queries.showing import Shown
from callboard.calendar.rules.hours import hours_of
from callboard.calendar.rules.laying import ENDLESS, LANES, LINES, weeks_of
from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.core.given import cleaned
from callboard.kit.addresses import action_url
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.team.queries import company_zone

#: Lines of all weeks of a month that one sheet of letter paper holds, across (css/print.css).
ON_PAPER = 40
#: Rows of a week above its hours: the day and three lanes of bars (pages/hours.css).
ABOVE_HOURS = 1 + LANES
COLUMNS = [
    Column("day", _("Day"), kind="date", value=lambda row: row[0]),
    Column("time", _("Time"), value=lambda row: line_of(row[1], row[0]).time),
    Column("what", _("What"), value=lambda row: row[1].title),
    Column("layer", _("What for"), value=lambda row: row[1].layer),
    Column("last", _("To"), kind="date", value=lambda row: row[1].last),
    Column("detail", _("Place"), value=lambda row: row[1].detail),
]


class CalendarPage(ReportPage):
    """?view=month|week|people|agenda, ?on=2026-03-10: a day within what is shown; ?category=Deadline; ?paper=1: as many lines as a
    sheet of paper holds."""

    title = _("Calendar")
    url = "calendar/"
    name = "calendar"
    who = "calendar.view"
    topics = ("calendar",)
    buttons = (actions.create_event,)
    template = "calendar/page.html"
    parts = {"body": "calendar/body.html"}

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        asked = request.GET
        place, today, category = _asked(asked, actor)
        known = known_between(actor, place.since, place.until)
        here = _here(place.view, place.first, category)
        return {
            "place": place,
            "today": today,
            "views": [
                {"label": label, "url": _here(name, place.day(today), category), "on": name == place.view}
                for name, label in VIEWS.items()
            ],
            "legend": [(each, each.key in known.hidden) for each in layers()],
            "hide_url": action_url(actions.hide_layer),
            "show_url": action_url(actions.show_layer),
            "categories": known.categories,
            "category": category,
            "here": here,
            "before_url": _here(place.view, place.before, category),
            "after_url": _here(place.view, place.after, category),
            "today_url": _here(place.view, today, category),
            "new_url": action_url(actions.create_event),
            "src": f"{here}&part=body",
            **(
                people_drawn(place, today, asked, actor, known, category)
                if place.view == "people"
                else _drawn(place, today, category, actor, known, on_paper="paper" in asked)
            ),
        }

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        """The days of the place, each with what is on it, as they are shown."""
        place, _today, category = _asked(query, actor)
        known = known_between(actor, place.since, place.until)
        shown, _cut = shown_between(actor, place.since, place.until, _zone(actor), known=known, category=category)
        rows = [(day, line.shown) for day, lines in agenda_of(shown, place.since, place.until) for line in lines]
        return Sheet(COLUMNS, rows, name=place.title)


def _zone(actor: Actor) -> ZoneInfo:
    """Whose clock it is: the company's for whoever is no person."""
    zone: ZoneInfo = actor.person.tz if actor.person is not None else ZoneInfo(company_zone())
    return zone


def _asked(query: Mapping[str, Any], actor: Actor) -> tuple[Place, date, str]:
    """Where an address leads, which day it is there, and the category it asks for."""
    today = clock.now().astimezone(_zone(actor)).date()
    return (
        place_of(query.get("view", "month"), day_of(query.get("on", ""), today)),
        today,
        cleaned(query.get("category", "")),
    )


def _drawn(place: Place, today: date, category: str, actor: Actor, known: Known, *, on_paper: bool) -> dict[str, Any]:
    shown, cut = shown_between(actor, place.since, place.until, _zone(actor), known=known, category=category)
    if place.view == "agenda":
        return {"agenda": agenda_of(shown, place.since, place.until), "cut": cut}
    # A week counts itself what does not fit its hours.
    lines, together = (ENDLESS if place.view == "week" else LINES), (ON_PAPER if on_paper else None)
    weeks = weeks_of(place.days, shown, place.first, today, lines=lines, together=together)
    by_hours = {}
    if place.view == "week":
        hours = hours_of([cell.lines for cell in weeks[0].cells])
        by_hours = {
            "hours": hours,
            "rows": hours.rows + ABOVE_HOURS,
            "days": list(zip(weeks[0].cells, hours.days, strict=True)),
        }
    return {
        "cut": cut,
        "paper": on_paper,
        "heads": [formats.date_format(day, "D") for day in place.days[0]],
        "weeks": weeks,
        "movable": _movable(shown, actor),
        **by_hours,
    }


def _movable(shown: list[Shown], actor: Actor) -> set[int]:
    """The events one may move."""
    scope = policy().scope(actor, actions.move_event.who)
    own = policy().people(actor, actions.move_event.who) if scope in ("own", "team") else frozenset()
    return {one.pk for one in shown if one.kind == "event" and (scope == "all" or one.person in own)}


def _here(view: str, on: date, category: str) -> str:
    asked = {"view": view, "on": on.isoformat(), **({"category": category} if category else {})}
    return f"{reverse(CalendarPage.name)}?{urlencode(asked)}"
