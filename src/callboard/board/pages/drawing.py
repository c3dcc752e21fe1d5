"""The chart of the board."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from callboard.board.models import Metric
from callboard.board.queries.goals import Goals, company_goal, days_of
from callboard.board.rules.agreeing import DOLLAR
from callboard.board.rules.chart import running
from callboard.board.rules.pace import Pace
from callboard.board.rules.periods import Period
from callboard.core.money import shown
from callboard.kit.charts import Chart, Series, straight
from callboard.kit.pieces.charts import short_amount
from callboard.team.rules.business_time import WorkCalendar


def chart_of(asked: Period, said: str, calendar: WorkCalendar, goals: Goals, net: dict[date, Decimal]) -> Chart:
    """Net new MRR of the period's business days, its pace to the goal and where it lands.  ``said``: the period in words."""
    days = [day for day in _each(asked.first, asked.last) if calendar.works_on(day)] or [asked.today]
    goal = company_goal(goals, Metric.NET_MRR)
    pace = pace_of(sum(net.values(), Decimal(0)), goal, days_of(asked, calendar))
    done, last = running(days, asked.today, net) or [Decimal(0)], len(days) - 1
    values = [*done, *[None] * (len(days) - len(done))]
    series = [Series(_("Net new MRR so far"), values, label=_("today {amount}").format(amount=dollars(done[-1])))]
    if goal:
        way = straight(len(days), (0, Decimal(0)), (last, goal))
        series.append(Series(_("Pace"), way, "guide", _("pace to {amount}").format(amount=dollars(goal))))
    if pace is not None and pace.landing is not None and len(done) < len(days):
        way = straight(len(days), (len(done) - 1, done[-1]), (last, pace.landing))
        series.append(Series(_("Likely"), way, "likely", _("lands near {amount}").format(amount=shown(pace.landing))))
    return Chart(
        name=_("Net new MRR against pace, dollars a month, {period}").format(period=said),
        place_name=_("Day"),
        places=[formats.date_format(day, "M j") for day in days],
        series=series,
        said=shown,
        short=short_amount,
    )


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def pace_of(done: Decimal, goal: Decimal, days: tuple[int, int]) -> Pace | None:
    """How far it is to a goal; None without one."""
    return Pace(done, goal, *days) if goal else None


def dollars(amount: Decimal) -> str:
    """The scoreboard's whole dollars; the rows and the file behind a figure keep the cents."""
    return shown(amount.quantize(DOLLAR))


def to_the_cent(amount: Decimal) -> str:
    """What the scoreboard shows where whole dollars would not add up."""
    return shown(amount, full=True)
