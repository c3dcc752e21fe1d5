"""The sales board: one figure, its pace, who did what, what just happened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.board.actions import set_goal
from callboard.board.models import Metric
from callboard.board.pages.drawing import chart_of, dollars, pace_of, to_the_cent
from callboard.board.queries.figures import (
    By,
    Figures,
    Group,
    figures_asked,
    grouped,
    groups_from,
    net_asked,
    net_from,
    totals_asked,
    totals_from,
)
from callboard.board.queries.goals import Goals, company_goal, days_of, goals_asked, goals_from
from callboard.board.queries.news import (
    news_asked,
    news_from,
    reasons_asked,
    reasons_from,
    received_asked,
    received_from,
)
from callboard.board.rules.agreeing import CENT, DOLLAR, agree
from callboard.board.rules.pace import Pace
from callboard.board.rules.periods import NAMES, Period, period
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question, kept
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.kit.why import why_url
from callboard.team.queries import company_calendar

PERIODS = {"today": _("Today"), "month": _("Month"), "quarter": _("Quarter"), "year": _("Year")}
GROUPINGS: dict[By, Any] = {"person": _("Rep"), "team": _("Team"), "product": _("Product")}
Said = Callable[[Decimal], str]
GAINED, LOST = "new,expansion,reactivation", "contraction,churn"


@dataclass(frozen=True)
class Line:
    """One rep, team or product: figures, the goal if there is one, the address of its rows.  said: an amount in words."""

    group: Group
    goal: Decimal
    pace: Pace | None
    url: str
    said: Said

    @property
    def new_mrr(self) -> str:
        return self.said(self.group.figures.new_mrr)

    @property
    def goal_said(self) -> str:
        """In whole dollars."""
        return dollars(self.goal)

    @property
    def cancelled(self) -> str:
        return self.said(self.group.figures.cancelled)

    @property
    def net(self) -> str:
        return self.said(self.group.figures.net)

    @property
    def words(self) -> str:
        """The bar in words."""
        return bar_words(self.pace)

    @property
    def tone(self) -> str:
        """Behind is amber; everything else is plain."""
        return "due" if self.pace is not None and self.pace.verdict == "behind" else ""


class SalesBoard(ReportPage):
    """Live on topic board. ``?period=`` today, month, quarter, year; ``?by=`` person, team, product; ``?format=csv``."""

    title = _("Sales board")
    url = "board/"
    name = "board"
    who = "board.view"
    topics = ("board",)
    template = "board/board.html"
    parts = {"body": "board/board_body.html"}
    buttons = (set_goal,)

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        asked, by = asked_for(query)
        return Sheet(_columns(by), grouped(asked.first, asked.last, by))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        asked, by = asked_for(request.GET)
        calendar = company_calendar()
        charted = period("month", asked.today) if asked.name == "today" else asked
        found = kept(("board", asked, charted, by), lambda: _questions(asked, charted, by)).answers()
        goals, days = goals_from(found["goals"], asked, calendar), days_of(asked, calendar)
        figures = totals_from(found)
        pace = pace_of(figures.net, company_goal(goals, Metric.NET_MRR), days)
        groups = groups_from(found["by"] if "by" in found else found["figures"], by)
        sums = _sums(figures, groups, by)
        words = dollars if agree(sums, DOLLAR) else to_the_cent
        lines = _lines(groups, asked, by, goals, days, words)
        received = received_from(found["received"])
        charted_goals = goals_from(found["goals"], charted, calendar)
        drawn = chart_of(charted, period_label(charted), calendar, charted_goals, net_from(found["net"]))
        return {
            "period": asked,
            "by": by,
            "period_label": period_label(asked),
            "grouping": GROUPINGS[by],
            "as_of": clock.now(),
            "periods": _segments("period", PERIODS, asked.name, {"by": by}),
            "groupings": _segments("by", GROUPINGS, by, {"period": asked.name}),
            "src": f"?{urlencode({'period': asked.name, 'by': by, 'part': 'body'})}",
            "figures": figures,
            "net": words(figures.net),
            "figs": _figs(figures, asked, words),
            "pace": pace,
            "lines": lines,
            "inexact": not agree(sums, CENT),
            "whole": _whole(lines, figures, goals, days, words),
            "chart": drawn,
            "chart_label": period_label(charted),
            "news": news_from(found),
            "received": received,
            "late": sum(case.days_late > 0 for case in received),
            "reasons": reasons_from(found["reasons"]),
            "now": clock.now(),
        }


def _questions(asked: Period, charted: Period, by: By) -> dict[str, Question]:
    """Everything the board needs to know; a day's chart is that of its month, whose goals are the day's too."""
    others = {"by": Question("list", figures_asked(asked.first, asked.last, by))} if by != "person" else {}
    return {
        "goals": Question("list", goals_asked(charted)),
        **totals_asked(asked.first, asked.last),
        **others,
        "net": Question("list", net_asked(charted.first, charted.last)),
        **news_asked(asked.today),
        "received": Question("list", received_asked(asked.today)),
        "reasons": Question("list", reasons_asked(asked.first, asked.last)),
    }


def asked_for(query: Mapping[str, str]) -> tuple[Period, By]:
    """The period and grouping a query asks for; what is unknown is the month, by rep."""
    today = clock.business_day(clock.now())
    by: By = next((each for each in GROUPINGS if each == query.get("by")), "person")
    name = query.get("period", "month")
    return period(name if name in NAMES else "month", today), by


def period_label(asked: Period) -> str:
    """ "March", "first quarter" in figures, "2026", "today"."""
    if asked.name == "today":
        return said("today")
    if asked.name == "month":
        return str(formats.date_format(asked.first, "F"))
    if asked.name == "quarter":
        return said("Q{n} {year}").format(n=(asked.first.month + 2) // 3, year=asked.first.year)
    return str(asked.first.year)


def rows_url(asked: Period, kinds: str, **filters: Any) -> str:
    """The movements of a figure."""
    query = {"kind": kinds, "booked_from": asked.first, "booked_to": asked.last, **filters}
    return f"{reverse('board-rows')}?{urlencode(query)}"


def _segments(name: str, labels: Any, now: str, rest: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": f"?{urlencode({name: key, **rest})}", "on": key == now} for key, label in labels.items()
    ]


def _why(name: str, asked: Period) -> str:
    """The address of a figure's reason."""
    return f"{why_url(f'board.{name}')}?{urlencode({'first': asked.first, 'last': asked.last})}"


def _figs(figures: Figures, asked: Period, words: Said) -> list[dict[str, Any]]:
    span = {"booked_from": asked.first, "booked_to": asked.last}
    return [
        {
            "why": _why("new", asked), "label": _("New MRR"), "value": words(figures.new_mrr), "url": rows_url(asked, GAINED),
            "note": ngettext("{n} unit", "{n} units", figures.units).format(n=counted(figures.units)),
        },
        {
            "why": _why("lost", asked), "label": _("Cancelled"), "value": words(figures.lost), "tone": "lost", "url": rows_url(asked, LOST),
            "note": ngettext("{n} account", "{n} accounts", figures.lost_accounts).format(n=figures.lost_accounts),
        },
        {
            "why": _why("saved", asked), "label": _("Saved"), "value": words(figures.saved), "tone": "save",
            "url": f"{reverse('board-saved')}?{urlencode(span)}",
            "note": ngettext("{n} case", "{n} cases", figures.saves).format(n=figures.saves),
        },
        {
            "why": _why("once", asked), "label": _("One-time"), "value": words(figures.one_time),
            "url": f"{reverse('board-one-time')}?{urlencode(span)}",
            "note": ngettext("{n} sale", "{n} sales", figures.once).format(n=figures.once),
        },
        {
            "why": _why("pending", asked), "label": _("Pending, not counted"), "value": words(figures.pending), "pending": True,
            "url": f"{reverse('orders')}?state=submitted",
            "note": ngettext("{n} order", "{n} orders", figures.pending_orders).format(n=figures.pending_orders),
        },
    ]  # fmt: skip


def _sums(figures: Figures, groups: list[Group], by: By) -> list[tuple[Decimal, list[Decimal]]]:
    """What a reader of the board can add up: the wholes and their parts."""
    parts = [group.figures for group in groups]
    found = [
        (figures.net, [figures.new_mrr, figures.lost]),
        (figures.new_mrr, [each.new_mrr for each in parts]),
    ]
    if by == "product":
        found += [(each.net, [each.new_mrr, each.lost]) for each in parts]
        found += [(figures.cancelled, [each.cancelled for each in parts]), (figures.net, [each.net for each in parts])]
    return found


def _lines(groups: list[Group], asked: Period, by: By, goals: Goals, days: tuple[int, int], words: Said) -> list[Line]:
    """A line for each of the grouping with anything to show; who has a goal stands there with nothing done too."""
    found = []
    for group in groups:
        key = group.key
        goal = goals.get((Metric.NEW_MRR, key, None) if by == "person" else (Metric.NEW_MRR, None, key), Decimal(0))
        goal = goal if by != "product" and key is not None else Decimal(0)
        parameter = {"person": "owner", "team": "team", "product": "product"}[by]
        url = rows_url(asked, GAINED, **{parameter: key if key is not None else "none"})
        found.append(Line(group, goal, pace_of(group.figures.new_mrr, goal, days), url, words))
    return found


def _whole(lines: list[Line], figures: Figures, goals: Goals, days: tuple[int, int], words: Said) -> dict[str, Any]:
    goal = sum((line.goal for line in lines), Decimal(0)) or company_goal(goals, Metric.NEW_MRR)
    pace = pace_of(figures.new_mrr, goal, days)
    return {
        "figures": figures,
        "goal": goal,
        "pace": pace,
        "words": bar_words(pace),
        "new_mrr": words(figures.new_mrr),
        "cancelled": words(figures.cancelled),
        "goal_said": dollars(goal),
    }


def counted(number: int) -> str:
    """A count with its thousands."""
    return str(formats.number_format(number, use_l10n=True, force_grouping=True))


def bar_words(pace: Pace | None) -> str:
    """ "47% of the goal, 32% is due by now"."""
    if pace is None:
        return ""
    due = round(pace.share_due * 100)
    return said("{percent}% of the goal, {due}% is due by now").format(percent=pace.percent, due=due)


def _columns(by: By) -> list[Column]:
    return [
        Column("name", GROUPINGS[by], value=lambda group: group.name),
        Column("units", _("Units"), value=lambda group: group.figures.units),
        Column("new_mrr", _("New MRR"), value=lambda group: group.figures.new_mrr),
        Column("cancelled", _("Cancelled"), value=lambda group: group.figures.cancelled),
        Column("net", _("Net MRR"), value=lambda group: group.figures.net),
        Column("saved", _("Saved"), value=lambda group: group.figures.saved),
        Column("one_time", _("One-time"), value=lambda group: group.figures.one_time),
        Column("pending", _("Pending, not counted"), value=lambda group: group.figures.pending),
    ]
