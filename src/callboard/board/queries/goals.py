"""What is to be reached in a period, and the business days that pace it."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet

from callboard.board.models import Goal
from callboard.board.rules.periods import Period
from callboard.board.rules.periods import period as named
from callboard.core.asking import Row
from callboard.team.rules.business_time import WorkCalendar, business_days_between

ZERO = Decimal(0)
#: (metric, person id or None, team id or None) -> amount.
Goals = dict[tuple[str, int | None, int | None], Decimal]


def goals_of(period: Period, calendar: WorkCalendar) -> Goals:
    """The goals of a period: the sum of its months'; of a single day the month's share of one business day.

    A team without a goal of its own has what its people's add up to. One query.
    """
    return goals_from(goals_asked(period), period, calendar)


def goals_asked(period: Period) -> QuerySet[Goal, Any]:
    """Every goal of the months a period touches, with the team of whose it is."""
    rows = Goal.objects.filter(starts_on__in=period.months).order_by("id")
    found: QuerySet[Goal, Any] = rows.values("metric", "person_id", "team_id", "amount", of_team=F("person__team_id"))
    return found


def goals_from(rows: Iterable[Row], period: Period, calendar: WorkCalendar) -> Goals:
    """The goals of a period, as `goals_of` says."""
    found: Goals = defaultdict(lambda: ZERO)
    over_teams: Goals = defaultdict(lambda: ZERO)
    for row in rows:
        found[row["metric"], row["person_id"], row["team_id"]] += row["amount"]
        if row["person_id"] is not None and row["of_team"] is not None:
            over_teams[row["metric"], None, row["of_team"]] += row["amount"]
    found = over_teams | found
    if period.name == "today":
        month = named("month", period.today)
        days = business_days_between(calendar, month.first, month.last) or 1
        share = 1 if calendar.works_on(period.today) else 0
        return {key: amount * share / days for key, amount in found.items()}
    return dict(found)


def company_goal(goals: Goals, metric: str) -> Decimal:
    """The company's own goal, else what its people's goals add up to, else its teams'; 0 without any."""
    if (metric, None, None) in goals:
        return goals[metric, None, None]
    people = sum((goal for (one, person, _team), goal in goals.items() if one == metric and person), ZERO)
    return people or sum((goal for (one, _person, team), goal in goals.items() if one == metric and team), ZERO)


def days_of(period: Period, calendar: WorkCalendar) -> tuple[int, int]:
    """Business days passed, today included, and in all. Of a single day none has passed: no verdict on it."""
    if period.name == "today":
        return 0, 1
    total = business_days_between(calendar, period.first, period.last)
    return business_days_between(calendar, period.first, min(period.today, period.last)), total
