"""A month's weeks: lines, bars, lanes, what does not fit."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from callboard.calendar.pages.placing import place_of
from callboard.calendar.rules.laying import LANES, LEFT, LINES, weeks_of
from callboard.kit.listing.months import grid

MARCH = date(2026, 3, 1)


@dataclass(frozen=True)
class One:
    title: str
    first: date
    last: date
    whole: bool = True

    @property
    def spans(self) -> bool:
        return self.whole and self.last > self.first


def one(title: str, first: int, last: int | None = None, *, whole: bool = True) -> One:
    return One(title, MARCH.replace(day=first), MARCH.replace(day=last or first), whole)


def test_what_spans_days_is_a_bar_that_goes_on_in_the_next_week() -> None:
    weeks = weeks_of(grid(MARCH), [one("Expo", 13, 17)], MARCH, MARCH)
    bars = [[(bar.column, bar.length, bar.begins, bar.ends) for bar in week.bars] for week in weeks]
    assert bars == [[], [(6, 2, True, False)], [(1, 3, False, True)], [], []]


def test_bars_that_meet_stand_above_each_other_and_share_a_lane_where_they_do_not() -> None:
    week = weeks_of(grid(MARCH), [one("a", 9, 11), one("b", 10, 12), one("c", 12, 13)], MARCH, MARCH)[1]
    assert {bar.shown.title: bar.lane for bar in week.bars} == {"a": 1, "b": 2, "c": 1}
    assert week.lanes == 2


def test_a_meeting_past_midnight_is_a_line_of_the_day_it_begins_on() -> None:
    week = weeks_of(grid(MARCH), [one("Move-out", 10, 11, whole=False)], MARCH, MARCH)[1]
    assert [len(cell.lines) for cell in week.cells] == [0, 0, 1, 0, 0, 0, 0] and week.bars == []


def test_what_does_not_fit_is_counted_lines_and_bars() -> None:
    shown = [one(f"l{n}", 10, whole=False) for n in range(LINES + 3)] + [one(f"b{n}", 9, 11) for n in range(LANES + 2)]
    week = weeks_of(grid(MARCH), shown, MARCH, MARCH)[1]
    tuesday = week.cells[2]
    assert (len(tuesday.lines), tuesday.more, len(week.bars)) == (LEFT - 1, LINES + 3 - LEFT + 1 + 2, LANES)
    assert tuesday.count == LINES + 3 + LANES + 2
    assert week.cells[1].more == 2


def test_weeks_on_one_sheet_share_their_lines() -> None:
    busy = [one(f"l{n}", 10, whole=False) for n in range(12)] + [one("b", 9, 11)]
    assert [week.cells[2].more for week in weeks_of(grid(MARCH), busy, MARCH, MARCH, together=40)] == [0, 0, 0, 0, 0]
    full = [one(f"l{day}.{n}", day, whole=False) for day in range(1, 32, 7) for n in range(12)]
    weeks = weeks_of(grid(MARCH), full, MARCH, MARCH, together=40)
    assert [(len(week.cells[0].lines), week.cells[0].more) for week in weeks] == [(7, 5)] * 5


def test_another_view_opens_on_today_where_today_is_shown() -> None:
    today = date(2026, 11, 27)
    assert [place_of(view, date(2026, 11, 3)).day(today) for view in ("month", "agenda")] == [today, today]
    assert place_of("month", date(2026, 10, 3)).day(today) == date(2026, 10, 1)
    assert place_of("week", date(2026, 11, 3)).day(today) == date(2026, 11, 3)


days = st.integers(0, 40).map(lambda n: date(2026, 2, 20) + timedelta(days=n))
things = st.tuples(days, st.integers(0, 12), st.booleans()).map(
    lambda said: One("x", said[0], said[0] + timedelta(days=said[1]), said[2])
)


@given(st.lists(things, max_size=25))
def test_everything_is_shown_or_counted_once_a_day_and_no_bars_lie_on_each_other(shown: list[One]) -> None:
    for week in weeks_of(grid(MARCH), shown, MARCH, MARCH):
        covered = [(bar.lane, bar.column + n) for bar in week.bars for n in range(bar.length)]
        assert len(covered) == len(set(covered))
        for number, cell in enumerate(week.cells):
            barred = sum(bar.column <= number + 1 < bar.column + bar.length for bar in week.bars)
            wanted = sum(one.first <= cell.day <= one.last if one.spans else one.first == cell.day for one in shown)
            assert barred + len(cell.lines) + cell.more == wanted
