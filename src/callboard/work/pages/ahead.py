"""What lies ahead: tomorrow's meetings with what they need, and the dates of the week."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.calendar.models import Event
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_at
from callboard.directory.models import Account
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.kit.when import time_text
from callboard.work.queries.ahead import Ahead, ahead_of

SHEET = (
    Column("day", _("Day"), kind="date", value=lambda row: row[0]),
    Column("time", _("Time"), value=lambda row: row[1]),
    Column("what", _("What"), value=lambda row: row[2]),
    Column("needs", _("What it needs"), value=lambda row: row[3]),
)


class WhatIsAhead(ReportPage):
    """What tomorrow's meetings need, and what the days after bring: deadlines, renewals, who is away, holidays."""

    title = _("Ahead")
    url = "my-day/ahead/"
    name = "ahead"
    who = "work.view"
    template = "work/ahead.html"

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        """The meetings, then the dates, a line each."""
        ahead = ahead_of(actor, clock.now())
        zone = actor.person.tz
        meetings = [
            (ahead.on, time_text(each.starts_at.astimezone(zone).time()), each.title, "; ".join(each.needs))
            for each in ahead.meetings
        ]
        dates = [
            (day, time_text(each.at) if each.at and day == each.first else "", each.title, each.detail)
            for day, lines in ahead.days
            for each in lines
        ]
        return Sheet(SHEET, [*meetings, *dates])

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The meetings as they are drawn, and the days."""
        ahead = ahead_of(actor, clock.now())
        return {"ahead": ahead, "meetings": _drawn(ahead, actor)}


def _drawn(ahead: Ahead, actor: Actor) -> list[dict[str, Any]]:
    return [
        {
            "meeting": each,
            "clock": time_text(each.starts_at.astimezone(actor.person.tz).time()),
            "url": url_at(Event, each.pk),
            "account_url": url_at(Account, each.account_id) if each.account_id is not None else "",
        }
        for each in ahead.meetings
    ]
