"""A week by its hours: rows, width, what does not fit."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from callboard.calendar.rules.hours import ABOVE, BESIDE, Slot, hours_of

MONDAY = date(2026, 3, 9)


@dataclass(frozen=True)
class One:
    title: str
    at: time | None
    until: time | None = None
    first: date = MONDAY
    last: date = MONDAY


def at(title: str, begin: str, end: str = "", days: int = 0) -> One:
    until = time.fromisoformat(end) if end else None
    return One(title, time.fromisoformat(begin), until, MONDAY, MONDAY + timedelta(days=days))


def placed(*ones: One) -> dict[str, tuple[int, int, int, int]]:
    (slots,) = hours_of([ones]).days
    return {slot.shown.title: (slot.row, slot.length, slot.column, slot.columns) for slot in slots if slot.shown}


def test_a_day_begins_at_seven_and_a_row_is_half_an_hour() -> None:
    found = hours_of([[at("standup", "09:15", "09:45"), at("lunch", "12:00", "13:00"), at("a moment", "08:00")]])
    assert (found.above, found.first, found.rows) == (0, 7, 24)
    assert found.marks[0] == (1, time(7))
    assert found.marks[-1] == (23, time(18))
    rows = {slot.shown.title: (slot.row, slot.length) for slot in found.days[0] if slot.shown}
    # 9:15 to 9:45 takes both half hours of nine: nothing else may be drawn over either.
    assert rows == {"a moment": (3, 1), "standup": (5, 2), "lunch": (11, 2)}


def test_what_begins_earlier_or_ends_later_widens_the_day() -> None:
    found = hours_of([[at("flight", "05:40", "07:10")], [at("dinner", "19:30", "22:15")]])
    assert (found.first, found.rows) == (5, 2 * (23 - 5))


def test_what_runs_past_midnight_ends_with_its_day() -> None:
    assert placed(at("night move", "22:00", "02:00", days=1)) == {"night move": (31, 4, 1, 1)}
    assert placed(at("to midnight", "22:00", "00:00", days=1)) == {"to midnight": (31, 4, 1, 1)}


def test_what_has_no_hour_stands_above_and_moves_the_hours_down() -> None:
    found = hours_of([[One("deadline", None), at("call", "07:00", "07:30")], [One("a", None), One("b", None)]])
    assert found.above == 2
    assert [(slot.row, slot.length) for slot in found.days[0]] == [(1, 1), (3, 1)]
    many = hours_of([[One(str(n), None) for n in range(ABOVE + 3)]])
    assert many.above == ABOVE
    assert many.days[0][-1] == Slot(None, ABOVE, 1, more=4)


def test_those_at_one_time_share_the_width_and_those_apart_do_not() -> None:
    found = placed(
        at("a", "09:00", "11:00"), at("b", "10:00", "12:00"), at("c", "11:00", "12:00"), at("d", "13:00", "14:00")
    )
    assert {title: each[2:] for title, each in found.items()} == {"a": (1, 2), "b": (2, 2), "c": (1, 2), "d": (1, 1)}


def test_what_ends_at_midnight_takes_its_hours_and_a_moment_then_half_an_hour() -> None:
    found = hours_of([[at("late", "20:00", "00:00"), at("first", "00:00", "00:00")]])
    rows = {slot.shown.title: (slot.row, slot.length) for slot in found.days[0] if slot.shown}
    assert rows == {"first": (1, 1), "late": (41, 8)}


def test_more_than_fit_are_counted() -> None:
    (slots,) = hours_of([[at(str(n), "09:00", "10:00") for n in range(7)]]).days
    assert [slot.shown.title for slot in slots if slot.shown] == ["0", "1", "2"]
    assert slots[-1] == Slot(None, 5, 2, BESIDE, BESIDE, more=4)


times = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(st.lists(st.tuples(times, times).map(sorted), max_size=25))
def test_nothing_is_drawn_over_anything_and_nothing_is_lost(pairs: list[list[time]]) -> None:
    day = [One(str(n), begin, end) for n, (begin, end) in enumerate(pairs)]
    found = hours_of([day])
    cells: set[tuple[int, int]] = set()
    for slot in found.days[0]:
        assert 1 <= slot.column <= slot.columns <= BESIDE
        assert slot.row >= 1
        assert slot.row + slot.length - 1 <= found.rows
        unit = 12 // slot.columns
        taken = {
            (row, part)
            for row in range(slot.row, slot.row + slot.length)
            for part in range((slot.column - 1) * unit, slot.column * unit)
        }
        assert not taken & cells
        cells |= taken
    assert sum(slot.more or 1 for slot in found.days[0]) == len(day)
