"""Where the time of hand-offs is lost, by department."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.work.actions import create_improvement
from callboard.work.pages.improvements import begin_url
from callboard.work.queries.lost import OUR_TIME, WAITING, WORK, Lost, lost

PARTS = {WAITING: _("Waits for the department"), WORK: _("Is worked on"), OUR_TIME: _("Waits for us")}


class HandoffTime(ReportPage):
    """Where hours of work go, on average of a hand-off: `?since=`, `?until=` by when it was asked."""

    title = _("Where time is lost")
    url = "handoffs/time/"
    name = "handoff-time"
    near = ("handoffs", "improvements")
    who = "work.view"
    template = "work/handoff_time.html"
    topics = ("work",)

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        columns = [
            Column("team", _("Department"), value=lambda row: row.team.name),
            Column("count", _("Hand-offs"), kind="number"),
            Column("rate", _("In time, %"), kind="number", total=False),
            Column("late", _("Late"), kind="number"),
            *(Column(part, label, kind="number", total=False, value=_part(part)) for part, label in PARTS.items()),
            Column("most", _("Most of it"), value=lambda row: PARTS.get(row.most, "")),
        ]
        return Sheet(tuple(columns), self.found(query, actor)[0])

    def found(self, query: Mapping[str, str], actor: Actor) -> tuple[list[Lost], date | None, date | None]:
        """The rows and the days they are narrowed to; what cannot be read narrows nothing."""
        since, until = (_day(query.get(name, "")) for name in ("since", "until"))
        return lost(actor, since, until), since, until

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        rows, since, until = self.found(request.GET.dict(), actor)
        may = create_improvement.allowed(actor)
        return {
            "rows": [
                (
                    row,
                    [(label, row.each(part), part == row.most) for part, label in PARTS.items()],
                    behind(row, since, until),
                    begin_url(row.team) if may else "",
                )
                for row in rows
            ],
            "parts": list(PARTS.values()),
            "since": since,
            "until": until,
        }


def _part(part: str) -> Callable[[Lost], float]:
    return lambda row: row.each(part)


def behind(row: Lost, since: date | None, until: date | None) -> str:
    """The address of the hand-offs a row is made of, and those withdrawn beside them."""
    days = {"created_at_from": since, "created_at_to": until}
    given = {"team": f"{row.team.pk}", **{name: f"{day}" for name, day in days.items() if day is not None}}
    return f"{reverse('handoffs')}?{urlencode(given)}"


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
