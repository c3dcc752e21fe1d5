"""When a list on a schedule leaves next."""

from datetime import UTC, date, datetime, timedelta

import pytest

from callboard.kit.listing.hours import next_run


@pytest.mark.parametrize(
    ("every", "after", "wanted"),
    [
        # A Friday morning in Chicago (14:00 UTC is 8:00): eight o'clock is not yet over at 13:59.
        ("day", datetime(2026, 3, 6, 13, 59, tzinfo=UTC), datetime(2026, 3, 6, 14, tzinfo=UTC)),
        # Over the weekend, and over the beginning of summer time: eight is eight on the wall.
        ("day", datetime(2026, 3, 6, 14, 0, tzinfo=UTC), datetime(2026, 3, 9, 13, tzinfo=UTC)),
        ("week", datetime(2026, 3, 6, 15, 0, tzinfo=UTC), datetime(2026, 3, 9, 13, tzinfo=UTC)),
        ("month", datetime(2026, 3, 6, 15, 0, tzinfo=UTC), datetime(2026, 4, 1, 13, tzinfo=UTC)),
        ("month", datetime(2026, 12, 31, 23, 0, tzinfo=UTC), datetime(2027, 1, 1, 14, tzinfo=UTC)),
    ],
)
def test_the_hour_is_that_of_the_clock_on_the_wall(every: str, after: datetime, wanted: datetime) -> None:
    assert next_run(every, 0, 1, 8, "America/Chicago", after) == wanted


def test_an_hour_that_summer_time_skips_or_repeats_comes_once() -> None:
    skipped = next_run("day", 0, 1, 2, "Europe/Berlin", datetime(2026, 3, 27, 12, tzinfo=UTC))
    assert skipped.date() == date(2026, 3, 30), "the night of the change is a Sunday"
    for after in (datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 3, 28, 12, tzinfo=UTC)):
        first = next_run("week", 6, 1, 2, "Europe/Berlin", after)
        second = next_run("week", 6, 1, 2, "Europe/Berlin", first)
        assert timedelta(days=6) < second - first < timedelta(days=8)
