"""The close of a day: what keeps it open, what will be frozen, the days closed before."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest
from django.utils import formats
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.board.actions import close_day
from callboard.board.models import CloseTick, DayClose
from callboard.board.queries.closing import (
    closes_asked,
    closes_from,
    corrections_of,
    last_closes,
    next_close,
)
from callboard.board.queries.figures import totals_asked, totals_from
from callboard.board.queries.ticks import ticks_asked, ticks_from
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.money import has_cents
from callboard.kit.pages import ActionPage, ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.kit.when import clock_text
from callboard.team.queries import company_zone, setting

FIGURES = (
    ("new_mrr", _("New"), "won"),
    ("cancelled", _("Cancelled"), "lost"),
    ("saved", _("Saved"), "save"),
    ("one_time", _("One-time"), ""),
    ("pending", _("Pending"), "pend"),
)
#: The frozen figures of a day as a table.
REP_COLUMNS = (
    Column("name", _("Rep"), value=lambda row: row["name"]),
    Column("units", _("Units"), kind="number", value=lambda row: row["units"]),
    Column("new_mrr", _("New MRR"), kind="money", value=lambda row: row["new_mrr"]),
    Column("net", _("Net"), kind="money", value=lambda row: row["net"]),
)


class Close(ReportPage):
    """The oldest open business day with its ticks."""

    title = _("Close of day")
    url = "close/"
    name = "close"
    who = "board.view"
    topics = ("board", "intake.queueitem", "journal.interaction", "work.promise", "work.task")
    template = "board/close.html"
    parts = {"body": "board/close_body.html"}

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        now = clock.now()
        today = clock.business_day(now)
        day, days = next_close(today)
        to_come = day > today
        found = answers(
            {
                **({} if to_come else ticks_asked(days)),
                **totals_asked(days[0], days[-1]),
                "closes": Question("list", closes_asked()),
            }
        )
        ticks, figures = [] if to_come else ticks_from(found, days[-1]), totals_from(found)
        open_ticks = [tick for tick in ticks if tick.open]
        return {
            "day": day,
            "days": days,
            "to_come": to_come,
            "ticks": ticks,
            "done": len(ticks) - len(open_ticks),
            "sentence": _sentence(len(open_ticks), day),
            "refusal": said("Still open: {ticks}.").format(ticks="; ".join(str(t.tick.label) for t in open_ticks))
            if open_ticks
            else "",
            "cut_off": _cut_off(now),
            "figures": figures,
            "full": has_cents([figures.new_mrr, figures.cancelled, figures.saved, figures.one_time, figures.pending]),
            "closes": closes_from(found["closes"]),
            "may_close": close_day.allowed(actor) and not to_come,
            "src": "?part=body",
            "now": now,
        }


class ClosedDay(ReportPage):
    """A closed day as it was frozen, and the later entries that correct it."""

    title = _("Closed day")
    url = "close/<str:day>/"
    name = "closed-day"
    who = "board.view"
    template = "board/closed.html"

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        people = [_person(row) for row in _closed(kwargs["day"]).snapshot["people"]]
        return Sheet(REP_COLUMNS, people)

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        close = _closed(request.resolver_match.kwargs["day"] if request.resolver_match else "")
        day = close.day
        frozen = close.snapshot["totals"]
        people = [_person(row) for row in close.snapshot["people"]]
        figures = [(label, Decimal(frozen[key]), tone) for key, label, tone in FIGURES]
        return {
            "close": close,
            "net": Decimal(frozen["net"]),
            "units": frozen["units"],
            "figures": figures,
            "full": has_cents(amount for _label, amount, _tone in figures),
            "people": people,
            "people_full": has_cents(row[name] for row in people for name in ("new_mrr", "net")),
            "ticks": CloseTick.objects.filter(day=day).order_by("id"),
            "corrections": corrections_of(day),
            "closes": last_closes(),
        }


class CloseDay(ActionPage):
    """Leads to the closed day."""

    action = close_day
    text = _("The figures are frozen. A later correction is an entry of its own day that names this one.")

    def next_url(self, result: Any, target: Any) -> str:
        return str(result.get_absolute_url())


def _closed(text: str) -> DayClose:
    """The close of the day of an address; Http404 for a day that is not closed."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
    close = DayClose.objects.select_related("closed_by").filter(day=day).first()
    if close is None:
        raise Http404
    return close


def _person(row: dict[str, Any]) -> dict[str, Any]:
    return {"name": row["name"], "units": row["units"], "net": Decimal(row["net"]), "new_mrr": Decimal(row["new_mrr"])}


def _sentence(missing: int, day: date) -> str:
    weekday = formats.date_format(day, "l")
    if not missing:
        return said("{day} can be closed").format(day=weekday)
    return ngettext("one thing keeps {day} open", "{n} things keep {day} open", missing).format(n=missing, day=weekday)


def _cut_off(now: datetime) -> str:
    """When the day ends by the company's clock; nothing where it ends at midnight."""
    at = setting("company.cut_off")
    if at == time(0):
        return ""
    zone = ZoneInfo(company_zone())
    end = datetime.combine(now.astimezone(zone).date(), at, zone)
    if end <= now:
        end += timedelta(days=1)
    return said("Cut-off {at}").format(at=clock_text(end))
