"""The contact report: exceptions first, then what everybody did, then whether groups are treated alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.board.actions import ask_for_address, count_contacts, plan_call
from callboard.board.models import ReviewState
from callboard.board.pages import evenness
from callboard.board.pages.contact_figures import REP_COLUMNS, accounts_url, counted_of, figs, grouped, rep_row
from callboard.board.pages.overdue import StandingTable
from callboard.board.queries.contact.cadence import RIGHT, cadence_on
from callboard.board.queries.contact.causes import causes_of
from callboard.board.queries.contact.report import evenness_of_day, exceptions, names_of, report_found, report_from
from callboard.board.queries.contact.shapes import Chosen, Report
from callboard.board.rules.cadence import Cadence, Size, Standing
from callboard.board.rules.causes import fix_of, sentence_of
from callboard.board.rules.spans import NAMES, NoSpan, Span, span
from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Action, Actor
from callboard.core.links import url_of
from callboard.core.money import has_cents
from callboard.core.refs import number_in
from callboard.directory.actions import set_owner
from callboard.directory.models import Account, Tier
from callboard.kit.addresses import action_url
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet

PERIODS = {"week": _("This week"), "last_week": _("Last week"), "month": _("This month"), "days": _("From – to")}
WRONG = {
    "date": _("Say both days of the stretch, like 2026-11-02."),
    "order": _("The stretch ends before it starts."),
    "long": _("A stretch is at most 400 days long."),
}
#: Older than this, a count says so.
STALE_S = 2 * 3600


@dataclass(frozen=True)
class Fix:
    """What mends it, in one key.  dialog: it asks something first."""

    label: Any
    url: str
    key: str
    icon: str
    dialog: bool = False


@dataclass(frozen=True)
class Shown:
    """One overdue account as it is shown."""

    account: Account
    url: str
    days: str
    causes: list[str]
    fixes: list[Fix]


class ContactReport(ReportPage):
    """``?period=`` week, last_week, month, days (with ``from`` and ``to``); ``rep``, ``team``, ``tier``, ``region``, ``size``."""

    title = _("Contact report")
    url = "contact-report/"
    name = "contact-report"
    who = RIGHT
    topics = ("contact",)
    template = "board/contact.html"
    parts = {"body": "board/contact_body.html", "evenness": "board/evenness.html"}

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        """The overdue accounts; the workbook has the reps and the evenness on sheets of their own."""
        chosen, _wrong = chosen_of(query)
        cadence = cadence_on()
        report = report_from(report_found(chosen, cadence, actor), chosen, actor)
        lines = [line for part in _evenness(chosen, actor) for line in part.lines]
        return Sheet(
            StandingTable.columns,
            exceptions(chosen, cadence, actor),
            name=said("Overdue accounts"),
            more=(
                Sheet(REP_COLUMNS, report.reps, name=said("Reps")),
                Sheet(evenness.COLUMNS, lines, name=said("Evenness")),
            ),
        )

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        chosen, wrong = chosen_of(request.GET)
        if request.GET.get("part") == "evenness":
            return {"evenness": _evenness(chosen, actor)}
        cadence = cadence_on()
        found = report_found(chosen, cadence, actor)
        report = report_from(found, chosen, actor)
        rest = {
            name: str(value)
            for name, value in request.GET.items()
            if value and name not in ("part", "period", "from", "to")
        }
        return {
            "chosen": chosen,
            "wrong": wrong,
            "period_said": _said(chosen.span),
            "periods": _periods(chosen, rest),
            "selects": _selects(found, chosen, {rep.pk for rep in report.reps}),
            "report": report,
            "figs": figs(report, chosen),
            "sentence": _sentence(report),
            "exceptions": [_exception(row, cadence, actor) for row in report.exceptions],
            "full": has_cents(row.facts.mrr for row in report.exceptions if row.facts.mrr is not None),
            "all_url": accounts_url(chosen, Standing.OVERDUE),
            "why_rows": counted_of(report.whole),
            "reps": [rep_row(rep, chosen, actor) for rep in report.reps],
            "total": rep_row(report.total, chosen, actor) if len(report.reps) > 1 else None,
            "evenness_src": f"?{urlencode({**request.GET.dict(), 'part': 'evenness'})}" if _compares(actor) else "",
            "stale": report.counted_at is not None and (clock.now() - report.counted_at).total_seconds() > STALE_S,
            "count_url": action_url(count_contacts) if count_contacts.allowed(actor) else "",
            "past": chosen.span.is_past,
            "src": f"?{urlencode({**request.GET.dict(), 'part': 'body'})}",
            "here": request.path + (f"?{request.GET.urlencode()}" if request.GET else ""),
            "mine_url": reverse("contact-review", args=[report.mine["pk"]]) if report.mine else "",
            "unread_url": f"{reverse('contact-reviews')}?state={ReviewState.NEW}",
        }


def chosen_of(query: Mapping[str, str]) -> tuple[Chosen, str]:
    """What a query asks for, and the sentence of what could not be read; then it is this week."""
    today = clock.business_day(clock.now())
    name = query.get("period", "week")
    wrong = ""
    try:
        asked = span(name if name in NAMES else "week", today, query.get("from", ""), query.get("to", ""))
    except NoSpan as error:
        asked, wrong = span("week", today), str(WRONG[str(error)]) if query.get("from") or query.get("to") else ""
        asked = Span("days", asked.first, asked.last)
    tier, size = query.get("tier", ""), query.get("size", "")
    return Chosen(
        asked,
        number_in(query.get("rep", "")),
        number_in(query.get("team", "")),
        tier if tier in Tier.values else "",
        query.get("region", "").replace("\0", "")[:60],
        size if size in Size.values else "",
    ), wrong


def _said(asked: Span) -> str:
    first, last = (formats.date_format(day, "M j") for day in (asked.first, asked.last))
    return f"{first} – {last}"


def _periods(chosen: Chosen, rest: dict[str, str]) -> list[dict[str, Any]]:
    days = {"from": chosen.span.first.isoformat(), "to": chosen.span.last.isoformat()}
    return [
        {
            "label": label,
            "url": f"?{urlencode({'period': key, **(days if key == 'days' else {}), **rest})}",
            "on": key == chosen.span.name,
        }
        for key, label in PERIODS.items()
    ]


def _selects(found: Mapping[str, Any], chosen: Chosen, there: set[int | None]) -> list[dict[str, Any]]:
    """Who left is offered while something of theirs is counted, and marked."""
    people = [
        (str(row["pk"]), row["name"] if row["is_active"] else said("{name} (left)").format(name=row["name"]))
        for row in found["people"]
        if row["is_active"] or row["pk"] in there
    ]
    pairs = (
        ("rep", _("Rep"), people, str(chosen.rep or "")),
        ("team", _("Team"), [(str(row["pk"]), row["name"]) for row in found["teams"]], str(chosen.team or "")),
        ("tier", _("Tier"), Tier.choices, chosen.tier),
        ("region", _("State"), [tuple(row.values())[:2] for row in found["regions"]], chosen.region),
        ("size", _("Size"), Size.choices, chosen.size),
    )
    return [
        {"name": name, "label": label, "options": [(value, text, value == now) for value, text in options]}
        for name, label, options, now in pairs
    ]


def _sentence(report: Report) -> str:
    n = report.whole.overdue
    if not report.whole.ruled and not n:
        return said("no account has a cadence yet")
    if not n:
        return said("everybody was spoken with in time")
    return ngettext("{n} account is overdue", "{n} accounts are overdue", n).format(n=grouped(n))


def _exception(account: Any, cadence: Cadence, actor: Actor) -> Shown:
    causes = causes_of(account)
    over = cadence.days_over(account.tier, account.spoke_at)
    return Shown(
        account,
        url_of(account),
        ngettext("{n} day over", "{n} days over", over).format(n=grouped(over)),
        [sentence_of(cause.plain()) for cause in causes],
        _fixes(account, fix_of([cause.code for cause in causes]), actor),
    )


def _fixes(account: Account, first: str, actor: Actor) -> list[Fix]:
    """What mends it: the answer to its first cause before the others."""
    known: dict[str, tuple[Action[..., Any], Fix]] = {
        "call": (plan_call, Fix(_("Plan a call"), action_url(plan_call, account), "t", "phone-outgoing")),
        "hand_over": (set_owner, Fix(_("Hand over"), action_url(set_owner, account), "o", "user", dialog=True)),
        "address": (ask_for_address, Fix(_("Find an address"), action_url(ask_for_address, account), "e", "at")),
    }
    order = [first, *(name for name in ("call", "hand_over", "address") if name != first)]
    return [fix for verb, fix in (known[name] for name in order) if verb.allowed(actor, account)]


def _compares(actor: Actor) -> bool:
    """Whether they answer for several people; a rep reads their own figures."""
    return actor.kind == "clock" or policy().scope(actor, RIGHT) != "own"


def _evenness(chosen: Chosen, actor: Actor) -> list[evenness.Part]:
    return evenness.parts_of(evenness_of_day(chosen.span), names_of(actor)) if _compares(actor) else []
