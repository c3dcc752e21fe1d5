"""On which day an entry counts."""

from datetime import date

from callboard.orders.rules.booking import Booking, book

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 3, day) for day in (9, 10, 11, 12))


def test_an_open_day_takes_what_happened_on_it() -> None:
    assert book(MONDAY, TUESDAY, set()) == Booking(MONDAY, None)


def test_a_closed_day_is_corrected_today_by_name() -> None:
    assert book(MONDAY, TUESDAY, {MONDAY}) == Booking(TUESDAY, MONDAY)


def test_when_today_is_closed_too_the_first_open_day_takes_it() -> None:
    assert book(TUESDAY, TUESDAY, {MONDAY, TUESDAY, WEDNESDAY}) == Booking(THURSDAY, TUESDAY)
