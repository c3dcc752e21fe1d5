"""How a clock counts working time: over nights, holidays, changes of the clock and pauses."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from callboard.team.rules.business_time import WorkCalendar, business_time_between, office_week
from callboard.work.rules.clocks import Reading, due_at, paused, print_of, resumed, used_by, warn_at

HOUR = timedelta(hours=1)
TEXAS = WorkCalendar("America/Chicago", office_week(time(8), time(17)), frozenset({date(2026, 7, 3)}))
#: Offices, and some that work through the nights in which clocks change.
NIGHT = {day: ((time(0), time(4)), (time(20), time(23, 30))) for day in range(7)}
CALENDARS = [
    TEXAS,
    *(
        WorkCalendar(zone, week, frozenset({date(2026, 3, 10), date(2026, 4, 6), date(2026, 12, 25)}))
        for zone in ("America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland")
        for week in (office_week(time(8, 30), time(12)), NIGHT)
    ),
]
calendars = st.sampled_from(CALENDARS)
instants = st.integers(0, 330 * 24 * 60).map(
    lambda minutes: datetime(2026, 2, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
amounts = st.integers(1, 80 * 60).map(lambda minutes: timedelta(minutes=minutes))
waits = st.integers(0, 20 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def texas(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=TEXAS.tz)


def test_four_hours_from_thursday_afternoon_end_after_the_holiday_and_the_weekend() -> None:
    reading = Reading(4 * HOUR, since=texas(7, 2, 15))
    assert due_at(TEXAS, reading) == texas(7, 6, 10)
    assert warn_at(TEXAS, reading) == texas(7, 6, 9)


def test_a_pause_moves_the_end_by_the_working_time_it_took() -> None:
    standing = paused(TEXAS, Reading(4 * HOUR, since=texas(3, 9, 9)), texas(3, 9, 10))
    assert due_at(TEXAS, standing) is None
    assert due_at(TEXAS, resumed(standing, texas(3, 10, 16))) == texas(3, 11, 10)


def test_what_is_used_up_is_due_when_it_runs_again() -> None:
    late = paused(TEXAS, Reading(HOUR, since=texas(3, 9, 9)), texas(3, 9, 12))
    assert late.used == 3 * HOUR
    assert due_at(TEXAS, resumed(late, texas(3, 9, 14))) == texas(3, 9, 14)


@given(calendars, instants, amounts)
def test_at_its_due_instant_exactly_its_time_is_used(
    calendar: WorkCalendar, since: datetime, allowed: timedelta
) -> None:
    reading = Reading(allowed, since=since)
    due = due_at(calendar, reading)
    assert due is not None
    assert used_by(calendar, reading, due) == allowed
    assert used_by(calendar, reading, due - timedelta(seconds=1)) < allowed


@given(calendars, instants, amounts, waits, waits)
def test_stopping_and_going_on_at_once_changes_nothing(
    calendar: WorkCalendar, since: datetime, allowed: timedelta, first: timedelta, rest: timedelta
) -> None:
    whole = Reading(allowed, since=since)
    split = resumed(paused(calendar, whole, since + first), since + first)
    end = since + first + rest
    assert used_by(calendar, split, end) == used_by(calendar, whole, end)
    due = due_at(calendar, whole)
    assert due is not None
    if since + first < due:
        assert due_at(calendar, split) == due


@given(calendars, instants, amounts, waits, waits, waits)
def test_a_pause_counts_nothing(
    calendar: WorkCalendar, since: datetime, allowed: timedelta, first: timedelta, pause: timedelta, rest: timedelta
) -> None:
    stopped = since + first
    again = stopped + pause
    reading = resumed(paused(calendar, Reading(allowed, since=since), stopped), again)
    counted = business_time_between(calendar, since, stopped) + business_time_between(calendar, again, again + rest)
    assert used_by(calendar, reading, again + rest) == counted


@given(calendars, instants, amounts, amounts)
def test_more_time_is_never_due_sooner_and_the_warning_never_later_than_the_end(
    calendar: WorkCalendar, since: datetime, some: timedelta, more: timedelta
) -> None:
    short, long = Reading(some, since=since), Reading(some + more, since=since)
    first, last, warning = due_at(calendar, short), due_at(calendar, long), warn_at(calendar, short)
    assert first is not None
    assert last is not None
    assert warning is not None
    assert warning < first < last


def test_a_calendar_is_known_by_what_it_counts() -> None:
    same = WorkCalendar("America/Chicago", dict(reversed(TEXAS.week.items())), frozenset({date(2026, 7, 3)}))
    assert print_of(same) == print_of(TEXAS)
    others = [
        WorkCalendar("America/Denver", TEXAS.week, TEXAS.holidays),
        WorkCalendar("America/Chicago", office_week(time(8), time(16)), TEXAS.holidays),
        WorkCalendar("America/Chicago", TEXAS.week, TEXAS.holidays | {date(2026, 9, 7)}),
    ]
    assert print_of(TEXAS) not in {print_of(each) for each in others}
