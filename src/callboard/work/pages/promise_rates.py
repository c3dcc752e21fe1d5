"""How many promises were kept, by department, person or month."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.work.queries.promises import Rate, rates

GROUPS = (("team", _("Department")), ("person", _("Person")), ("month", _("Month")))


class PromiseRates(ReportPage):
    """How many promises were kept: `?by=team`, person or month; `?since=`, `?until=`."""

    title = _("Promises kept")
    url = "promises/kept/"
    name = "promises-kept"
    near = ("promises",)
    who = "work.view"
    template = "work/promise_rates.html"

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(
            (
                Column("name", _("Counted by"), value=lambda rate: rate.name),
                Column("rate", _("Kept, %"), kind="number", total=False),
                Column("kept", _("Kept"), kind="number"),
                Column("broken", _("Not kept"), kind="number"),
                Column("taken_back", _("Taken back"), kind="number"),
                Column("open", _("Open"), kind="number"),
            ),
            self.found(query, actor)[0],
        )

    def found(self, query: Mapping[str, str], actor: Actor) -> tuple[list[Rate], str, date | None, date | None]:
        """The rates and what they are narrowed by; what cannot be read narrows nothing."""
        by = query.get("by", "")
        by = by if by in dict(GROUPS) else "team"
        since, until = (_day(query.get(name, "")) for name in ("since", "until"))
        return rates(actor, by, since, until), by, since, until

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        found, by, since, until = self.found(request.GET.dict(), actor)
        days = {name: f"{day}" for name, day in (("since", since), ("until", until)) if day is not None}
        return {
            "rows": [(rate, name_of(rate), behind(rate, by, since, until)) for rate in found],
            "tabs": [(label, f"?{urlencode({'by': key, **days})}", key == by) for key, label in GROUPS],
            "heading": dict(GROUPS)[by],
            "since": since,
            "until": until,
        }


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def name_of(rate: Rate) -> Any:
    """What a group is called."""
    if isinstance(rate.key, date):
        return date_format(rate.key, "F Y")
    return rate.name or _("Nobody")


def behind(rate: Rate, by: str, since: date | None, until: date | None) -> str:
    """The address of the promises a rate is made of."""
    if isinstance(rate.key, date):
        since = max(rate.key, since or rate.key)
        last = rate.key.replace(day=monthrange(rate.key.year, rate.key.month)[1])
        until = min(last, until or last)
    query = {"team" if by == "team" else "promised_by": f"{rate.key}"} if isinstance(rate.key, int) else {}
    if rate.key is None and by == "person":
        query = {"promised_by": "none"}
    days = {"counted_from": since, "counted_to": until}
    query |= {name: f"{day}" for name, day in days.items() if day is not None}
    return f"{reverse('promises')}?{urlencode(query or {'view': 'all'})}"
