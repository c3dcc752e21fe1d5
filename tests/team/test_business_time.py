"""Working time over weekends, holidays and changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callboard.team.rules.business_time import (
    NeverOpen,
    WorkCalendar,
    add_business_time,
    business_days_between,
    business_minutes_between,
    business_time_between,
    is_open,
    next_business_day,
    next_open,
    office_week,
    spans_on,
)

HOUR = timedelta(hours=1)
TEXAS = WorkCalendar("America/Chicago", office_week(time(8), time(17)), frozenset({date(2026, 7, 3)}))
#: Open through the night in which clocks change, in a zone on each side of the date line and one with half an hour.
NIGHTS = [
    WorkCalendar(zone, {day: ((time(0), time(4)), (time(20), time(23, 30))) for day in range(7)})
    for zone in ("America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kolkata")
]


def texas(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=TEXAS.tz)


def test_an_hour_before_the_end_of_friday_goes_on_on_monday() -> None:
    assert add_business_time(TEXAS, texas(3, 6, 16, 30), HOUR) == texas(3, 9, 8, 30)


def test_what_fits_to_the_minute_ends_that_day() -> None:
    assert add_business_time(TEXAS, texas(3, 6, 16), HOUR) == texas(3, 6, 17)


def test_time_before_the_office_opens_does_not_count() -> None:
    assert add_business_time(TEXAS, texas(3, 10, 6), 2 * HOUR) == texas(3, 10, 10)


def test_a_holiday_is_skipped() -> None:
    assert add_business_time(TEXAS, texas(7, 2, 16, 30), HOUR) == texas(7, 6, 8, 30)
    assert next_business_day(TEXAS, date(2026, 7, 2)) == date(2026, 7, 6)


def test_the_weekend_of_the_clock_change_adds_no_working_time() -> None:
    assert business_minutes_between(TEXAS, texas(3, 6, 16), texas(3, 9, 9)) == 120


def test_a_night_shift_is_an_hour_shorter_when_clocks_go_forward() -> None:
    night = NIGHTS[0]
    lengths = [
        sum(((end - begin) for begin, end in spans_on(night, date(2026, 3, day))), timedelta()) for day in (7, 8)
    ]
    assert lengths == [timedelta(hours=7, minutes=30), timedelta(hours=6, minutes=30)]


def test_minutes_between_are_zero_backwards() -> None:
    assert business_minutes_between(TEXAS, texas(3, 10, 12), texas(3, 10, 9)) == 0


def test_open_includes_the_first_minute_and_not_the_last() -> None:
    assert is_open(TEXAS, texas(3, 10, 8))
    assert not is_open(TEXAS, texas(3, 10, 17))
    assert next_open(TEXAS, texas(3, 10, 17)) == texas(3, 11, 8)


def test_business_days_count_both_ends() -> None:
    assert business_days_between(TEXAS, date(2026, 3, 2), date(2026, 3, 9)) == 6


def test_a_calendar_without_hours_is_never_open() -> None:
    with pytest.raises(NeverOpen):
        add_business_time(WorkCalendar("UTC", {}), texas(3, 10, 9), HOUR)
    with pytest.raises(NeverOpen):
        next_business_day(WorkCalendar("UTC", {}), date(2026, 3, 10))


#: Hypothesis adds the zone itself.
FIRST, LAST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (2025, 2028))
instants = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
amounts = st.integers(0, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))
calendars = st.sampled_from([TEXAS, *NIGHTS])


@given(calendars, instants, amounts)
@settings(max_examples=150, deadline=None)
def test_adding_working_time_and_measuring_it_agree(calendar: WorkCalendar, at: datetime, amount: timedelta) -> None:
    later = add_business_time(calendar, at, amount)
    assert later >= at
    assert business_time_between(calendar, at, later) == amount


@given(calendars, instants, amounts, amounts)
@settings(max_examples=150, deadline=None)
def test_adding_twice_is_adding_the_sum(
    calendar: WorkCalendar, at: datetime, first: timedelta, second: timedelta
) -> None:
    once = add_business_time(calendar, at, first + second)
    twice = add_business_time(calendar, add_business_time(calendar, at, first), second)
    assert business_time_between(calendar, min(once, twice), max(once, twice)) == timedelta(0)


@given(calendars, instants, st.integers(0, 20 * 24), st.integers(0, 20 * 24))
@settings(max_examples=150, deadline=None)
def test_working_time_adds_up_over_a_point_between(
    calendar: WorkCalendar, at: datetime, first: int, second: int
) -> None:
    middle, end = at + first * HOUR, at + (first + second) * HOUR
    parts = business_time_between(calendar, at, middle) + business_time_between(calendar, middle, end)
    assert business_time_between(calendar, at, end) == parts
    assert parts <= end - at
