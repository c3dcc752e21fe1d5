"""Weekly hours as people write them."""

from datetime import time

import pytest

from callboard.team.reading.hours import Unreadable, read_week, write_week


def test_a_range_of_days_with_a_lunch_break_is_read() -> None:
    week = read_week("Mon-Tue 8:00-12:00, 12:30-17:00")
    assert week == [
        (0, time(8), time(12)),
        (0, time(12, 30), time(17)),
        (1, time(8), time(12)),
        (1, time(12, 30), time(17)),
    ]


def test_lines_semicolons_and_single_days_are_read() -> None:
    assert read_week("monday, friday 9-15\nSat 10-12") == [
        (0, time(9), time(15)),
        (4, time(9), time(15)),
        (5, time(10), time(12)),
    ]


def test_what_is_written_reads_back() -> None:
    text = "Mon-Thu 08:00-12:00, 12:30-17:00; Fri 08:00-15:00"
    assert write_week(read_week(text)) == text


@pytest.mark.parametrize("text", ["noon", "Mon", "Mon 17-8", "Xyz 8-17", "Mon 8-25", "Mon 8-12, 11-13", "Fri-Mon 8-17"])
def test_what_is_no_hours_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_week(text)
