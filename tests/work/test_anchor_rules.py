"""Days that count from an anchor, and what becomes of each when it moves."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callboard.team.rules.business_time import WorkCalendar, office_week
from callboard.work.rules.anchors import Counted, Fate, day_from, judge, workday_before

#: The Fourth of July 2026 is a Saturday; its Friday is a day off.
OFF = frozenset({date(2026, 7, 3)})
TEXAS = WorkCalendar("America/Chicago", office_week(time(8), time(17)), OFF)
NEVER = WorkCalendar("America/Chicago", {})
TODAY = date(2026, 6, 1)
OPENS = date(2026, 7, 6)


@pytest.mark.parametrize(
    ("on", "days", "business", "day"),
    [
        (OPENS, -14, False, date(2026, 6, 22)),
        (OPENS, 0, False, OPENS),
        (OPENS, 0, True, OPENS),
        (OPENS, -1, True, date(2026, 7, 2)),  # over the weekend and the day off
        (OPENS, 1, True, date(2026, 7, 7)),
        (date(2026, 7, 4), 1, True, OPENS),
        (date(2026, 7, 1), 2, True, OPENS),
    ],
)
def test_days_before_and_after_skip_rest_only_where_they_are_days_of_work(
    on: date, days: int, business: bool, day: date
) -> None:
    assert day_from(on, days, business, TEXAS) == day


def test_a_company_that_never_works_counts_by_the_calendar() -> None:
    assert day_from(OPENS, -3, True, NEVER) == date(2026, 7, 3)
    assert workday_before(OPENS, NEVER) == OPENS


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_days_of_work_there_and_back_never_pass_where_they_began(on: date, days: int) -> None:
    later = day_from(on, days, True, TEXAS)
    assert TEXAS.works_on(later)
    between = [on + timedelta(days=n) for n in range(1, (later - on).days + 1)]
    assert sum(TEXAS.works_on(day) for day in between) == days
    back = day_from(later, -days, True, TEXAS)
    assert back <= on
    # Only days of rest lie between it and where it began.
    assert not any(TEXAS.works_on(back + timedelta(days=n)) for n in range(1, (on - back).days))


def counted(days: int | None = -14, *, day: date = date(2026, 6, 22), **others: object) -> Counted:
    given: dict[str, object] = {"business": False, "open": True, "day_on": day, "due_on": day, **others}
    return Counted(days=days, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deadline", "to", "fate", "why", "day"),
    [
        (counted(), date(2026, 7, 13), Fate.MOVES, "", date(2026, 6, 29)),
        (counted(open=False), date(2026, 7, 13), Fate.STAYS, "done", date(2026, 6, 29)),
        (counted(None), date(2026, 7, 13), Fate.STAYS, "fixed", date(2026, 6, 22)),
        (counted(due_on=date(2026, 6, 24)), date(2026, 7, 13), Fate.ASKS, "by_hand", date(2026, 6, 29)),
        (counted(due_on=None), date(2026, 7, 13), Fate.ASKS, "by_hand", date(2026, 6, 29)),
        (counted(due_on=date(2026, 6, 29)), date(2026, 7, 13), Fate.STAYS, "same", date(2026, 6, 29)),
        (counted(told=True), date(2026, 7, 13), Fate.ASKS, "told", date(2026, 6, 29)),
        (counted(), date(2026, 6, 8), Fate.ASKS, "past", date(2026, 5, 25)),
        (counted(), date(2026, 7, 18), Fate.ASKS, "closed", date(2026, 7, 2)),  # Saturday, Friday off: Thursday
    ],
)
def test_what_moves_what_stays_and_what_asks(deadline: Counted, to: date, fate: Fate, why: str, day: date) -> None:
    verdict = judge(deadline, to, TEXAS, TODAY)
    assert (verdict.fate, verdict.why, verdict.to) == (fate, why, day)
