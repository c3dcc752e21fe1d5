"""The chart of the board as its template draws it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import formats

from callboard.board.models import Metric
from callboard.board.queries.goals import Goals, company_goal, days_of
from callboard.board.rules.chart import chart
from callboard.board.rules.pace import Pace
from callboard.board.rules.periods import Period
from callboard.core.money import shown
from callboard.team.rules.business_time import WorkCalendar

#: Right of it the label of today stands left of its point.
CHART_MIDDLE = 400
#: A line of text below what is said about the landing.
UNDER_LANDING = 32
WHOLE = Decimal(1)


def chart_of(asked: Period, calendar: WorkCalendar, goals: Goals, net: dict[date, Decimal]) -> dict[str, Any]:
    """The chart as the template draws it. Places are text: no locale changes them."""
    days = [day for day in _each(asked.first, asked.last) if calendar.works_on(day)]
    goal = company_goal(goals, Metric.NET_MRR)
    pace = pace_of(sum(net.values(), Decimal(0)), goal, days_of(asked, calendar))
    landing = pace.landing if pace is not None else None
    drawn = chart(days or [asked.today], asked.today, net, goal, landing)
    x, y = drawn.point
    right, below = x > CHART_MIDDLE, x <= CHART_MIDDLE or (pace is not None and pace.ahead < 0)
    above = landing is None or landing < goal
    return {
        "rows": drawn.rows,
        "done": drawn.done,
        "area": drawn.area,
        "pace": drawn.pace,
        "landing": drawn.landing,
        "point": (f"{x:g}", f"{y:g}"),
        "levels": [
            {"at": f"{level.at:g}", "text_y": f"{level.at + 4:g}", "said": short(level.value)} for level in drawn.levels
        ],
        "days": [{"at": f"{tick.at:g}", "value": tick.value} for tick in drawn.days],
        "label": (f"{x - 8 if right else x + 8:g}", f"{y + 18 if below else y - 8:g}", "end" if right else "start"),
        "today_said": dollars(drawn.rows[-1][1] if drawn.rows else Decimal(0)),
        "pace_y": f"{max(drawn.pace_end - 8, UNDER_LANDING) if above else min(drawn.pace_end + 34, 178):g}",
        "pace_said": dollars(goal),
        "landing_said": shown(landing) if landing is not None else "",
    }


def short(amount: Decimal | date) -> str:
    """An amount of the axis: $400, $4k, $1.2M."""
    if isinstance(amount, date):
        return str(formats.date_format(amount, "M j"))
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if abs(amount) >= size:
            return f"{shown(amount / size)}{letter}"
    return shown(amount)


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def pace_of(done: Decimal, goal: Decimal, days: tuple[int, int]) -> Pace | None:
    """How far it is to a goal; None without one."""
    return Pace(done, goal, *days) if goal else None


def dollars(amount: Decimal) -> str:
    """The scoreboard's whole dollars; the rows and the file behind a figure keep the cents."""
    return shown(amount.quantize(WHOLE))
