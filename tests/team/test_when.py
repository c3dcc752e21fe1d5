"""Instants as people type them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from callboard.team.reading.when import Unreadable, read_when

#: A Tuesday in Texas.
NOW = datetime(2026, 3, 10, 10, 42, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("tue 9", date(2026, 3, 17), time(9)),
        ("tue 15:30", date(2026, 3, 10), time(15, 30)),
        ("wed", date(2026, 3, 11), None),
        ("tue", date(2026, 3, 17), None),
        ("friday 3pm", date(2026, 3, 13), time(15)),
        ("Fri, 3 pm", date(2026, 3, 13), time(15)),
        ("next monday", date(2026, 3, 16), None),
        ("next week", date(2026, 3, 16), None),
        ("next month", date(2026, 4, 1), None),
        ("today", date(2026, 3, 10), None),
        ("today 5pm", date(2026, 3, 10), time(17)),
        ("tomorrow 14:30", date(2026, 3, 11), time(14, 30)),
        ("tom 9am", date(2026, 3, 11), time(9)),
        ("+3", date(2026, 3, 13), None),
        ("3d", date(2026, 3, 13), None),
        ("2 weeks", date(2026, 3, 24), None),
        ("noon", date(2026, 3, 10), time(12)),
        ("9", date(2026, 3, 11), time(9)),
        ("3", date(2026, 3, 10), time(15)),
        ("at 11", date(2026, 3, 10), time(11)),
        ("12am", date(2026, 3, 11), time(0)),
        ("mar 12", date(2026, 3, 12), None),
        ("March 2nd", date(2027, 3, 2), None),
        ("mar 12 at 9", date(2026, 3, 12), time(9)),
        ("4/8 10:15", date(2026, 4, 8), time(10, 15)),
        ("4/8/2027", date(2027, 4, 8), None),
        ("2026-03-12 09:00", date(2026, 3, 12), time(9)),
        ("29 feb", None, None),
        ("feb 29", None, None),
    ],
)
def test_words_name_a_day_and_perhaps_a_time(text: str, on: date | None, at: time | None) -> None:
    if on is None:
        with pytest.raises(Unreadable):
            read_when(text, NOW)
    else:
        when = read_when(text, NOW)
        assert (when.on, when.at) == (on, at)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "tue 25",
        "13/40",
        "2026-03-09",
        "today 9",
        "99",
        "+",
        "tuxedo 9",
        "13pm",
        "9999-12-31",
        "9999-12-31 23:59",
    ],
)
def test_what_names_no_instant_to_come_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_when(text, NOW)


def test_hours_and_minutes_are_counted_from_now() -> None:
    assert read_when("+2h", NOW).exact == datetime(2026, 3, 10, 17, 42, tzinfo=UTC)
    assert read_when("30 min", NOW).exact == datetime(2026, 3, 10, 16, 12, tzinfo=UTC)


def test_hours_are_counted_through_the_change_of_the_clock() -> None:
    late = datetime(2026, 3, 7, 23, 0, tzinfo=ZoneInfo("America/Chicago"))
    assert read_when("+4h", late).exact == datetime(2026, 3, 8, 9, 0, tzinfo=UTC)


def test_a_day_without_a_time_takes_the_hour_of_the_caller() -> None:
    assert read_when("wed", NOW).instant(NOW, time(8)) == datetime(2026, 3, 11, 13, 0, tzinfo=UTC)
