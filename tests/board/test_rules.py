"""Periods, pace, the days of a close, the chart."""

from datetime import date
from decimal import Decimal

import pytest

from callboard.board.rules.chart import running
from callboard.board.rules.closing import days_closed_with, next_to_close
from callboard.board.rules.pace import Pace
from callboard.board.rules.periods import period

D = Decimal
TUESDAY = date(2026, 3, 10)


def works_on(day: date) -> bool:
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("today", date(2026, 3, 10), date(2026, 3, 10)),
        ("month", date(2026, 3, 1), date(2026, 3, 31)),
        ("quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
        ("nonsense", date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_a_period_holds_its_days(name: str, first: date, last: date) -> None:
    found = period(name, TUESDAY)
    assert (found.first, found.last) == (first, last)


def test_a_quarter_at_the_end_of_the_year() -> None:
    found = period("quarter", date(2026, 12, 31))
    assert (found.first, found.last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert found.months == [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)]


def test_pace_counts_business_days() -> None:
    pace = Pace(D(4086), D(12000), passed=7, total=22)
    assert (pace.due, pace.ahead, pace.percent, pace.verdict) == (D(3818), D(268), 34, "ahead")
    assert pace.landing == D(12842)


def test_no_verdict_in_the_first_fifth() -> None:
    pace = Pace(D(0), D(12000), passed=4, total=22)
    assert (pace.too_early, pace.verdict, pace.landing) == (True, "", None)
    assert Pace(D(0), D(12000), passed=5, total=22).verdict == "behind"


def test_a_goal_that_is_met_is_met_on_the_first_day() -> None:
    assert Pace(D(12000), D(12000), passed=1, total=22).verdict == "met"


def test_a_weekend_closes_with_the_next_business_day() -> None:
    monday = date(2026, 3, 9)
    assert days_closed_with(monday, works_on) == [date(2026, 3, 7), date(2026, 3, 8), monday]
    assert days_closed_with(TUESDAY, works_on) == [TUESDAY]


def test_the_oldest_open_business_day_is_next() -> None:
    assert next_to_close(date(2026, 3, 6), TUESDAY, works_on) == date(2026, 3, 9)
    assert next_to_close(date(2026, 3, 9), TUESDAY, works_on) == TUESDAY
    assert next_to_close(None, TUESDAY, works_on) == TUESDAY
    assert next_to_close(None, date(2026, 3, 8), works_on) == date(2026, 3, 9)


def test_the_line_runs_to_today_and_counts_days_off_on_the_next_business_day() -> None:
    days = [date(2026, 3, day) for day in (5, 6, 9, 10, 11)]
    net = {date(2026, 3, 5): D(100), date(2026, 3, 7): D(50), TUESDAY: D(-30)}
    assert running(days, TUESDAY, net) == [D(100), D(100), D(150), D(120)]
    assert running(days, date(2026, 3, 8), net) == [D(100), D(150)]
    assert running([TUESDAY], TUESDAY, {}) == [D(0)]
