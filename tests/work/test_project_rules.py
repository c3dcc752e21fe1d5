"""When steps can be done: for any net of steps and any week the days keep the order, the hours and the slack they say."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callboard.team.rules.business_time import WorkCalendar
from callboard.work.rules.project_load import load, monday_of, promised_twice
from callboard.work.rules.projects import (
    Step,
    away_too,
    circle_in,
    critical,
    earliest,
    in_order,
    minutes_on,
    one_by_one,
    plan,
)

MONDAY = date(2099, 7, 6)
DAY = timedelta(days=1)


def week(hours: int = 8, days: int = 5) -> WorkCalendar:
    return WorkCalendar("UTC", dict.fromkeys(range(days), ((time(9), time(9 + hours)),)))


weeks = st.builds(week, st.integers(1, 8), st.integers(1, 7)).flatmap(
    lambda plain: st.builds(
        lambda days: WorkCalendar(plain.zone, plain.week, frozenset(MONDAY + DAY * day for day in days)),
        st.sets(st.integers(0, 20), max_size=6),
    )
)


@st.composite
def nets(draw: st.DrawFn) -> list[Step]:
    """Up to eight steps of three people and nobody, without a circle."""
    found = []
    for key in range(draw(st.integers(1, 8))):
        after = draw(st.sets(st.integers(0, key - 1), max_size=3)) if key else set()
        due = draw(st.none() | st.integers(0, 40))
        found.append(
            Step(
                key,
                draw(st.none() | st.integers(1, 3)),
                draw(st.sampled_from([0, 30, 240, 480, 900])),
                frozenset(after),
                MONDAY + DAY * due if due is not None else None,
            )
        )
    return draw(st.permutations(found))


@given(nets(), weeks)
def test_nothing_begins_before_what_it_waits_for_has_ended(steps: list[Step], calendar: WorkCalendar) -> None:
    for days in (earliest(steps, MONDAY, lambda who: calendar), one_by_one(steps, MONDAY, lambda who: calendar)):
        for step in steps:
            starts, ends = days[step.key]
            assert MONDAY <= starts <= ends
            assert calendar.works_on(starts)
            assert calendar.works_on(ends)
            assert all(days[key][1] < starts for key in step.after)
            hours = sum(minutes_on(calendar, starts + DAY * n) for n in range((ends - starts).days + 1))
            assert hours >= step.minutes


@given(nets(), weeks)
def test_one_after_the_other_no_day_has_more_work_than_hours_and_nothing_is_sooner(
    steps: list[Step], calendar: WorkCalendar
) -> None:
    alone = earliest(steps, MONDAY, lambda who: calendar)
    days = one_by_one(steps, MONDAY, lambda who: calendar)
    for key, (starts, ends) in days.items():
        assert starts >= alone[key][0]
        assert ends >= alone[key][1]
    for who in (1, 2, 3):
        mine = [step for step in steps if step.who == who]
        for since in {days[step.key][0] for step in mine}:
            within = [step for step in mine if days[step.key][0] >= since]
            last = max(days[step.key][1] for step in within)
            has = sum(minutes_on(calendar, since + DAY * n) for n in range((last - since).days + 1))
            assert sum(step.minutes for step in within) <= has


@given(nets(), weeks)
def test_a_step_that_waits_as_long_as_its_slack_makes_nothing_late_that_was_not(
    steps: list[Step], calendar: WorkCalendar
) -> None:
    planned = plan(steps, MONDAY, lambda who: calendar)
    for step in steps:
        its = planned[step.key]
        if its.latest is None or its.ends > its.latest:
            continue
        for n in range((its.latest - its.starts).days, -1, -1):
            held_up = replace(step, ready=its.starts + DAY * n)
            days = earliest([held_up if each is step else each for each in steps], MONDAY, lambda who: calendar)
            if days[step.key][1] <= its.latest:
                break
        for each in steps:
            if each.due is not None and planned[each.key].ends <= each.due:
                assert days[each.key][1] <= each.due


@given(nets(), weeks)
def test_what_is_late_is_so_for_its_own_day_or_that_of_something_that_waits_for_it(
    steps: list[Step], calendar: WorkCalendar
) -> None:
    planned = plan(steps, MONDAY, lambda who: calendar)
    waiting = {key: {step.key for step in steps if key in step.after} for key in planned}
    due = {step.key: step.due for step in steps}

    def behind(key: int) -> set[int]:
        return {key}.union(*(behind(each) for each in waiting[key]))

    def is_late(key: int) -> bool:
        day = due[key]
        return day is not None and planned[key].ends > day

    for key, its in planned.items():
        if its.slack is None:
            assert all(due[each] is None for each in behind(key))
        elif its.slack < 0:
            assert any(is_late(each) for each in behind(key))
        else:
            assert not is_late(key)
    least = {planned[key].slack for key in critical(planned)}
    assert least <= {min((each.slack for each in planned.values() if each.slack is not None), default=None)}


edges = st.dictionaries(st.integers(0, 6), st.sets(st.integers(0, 6), max_size=3), max_size=7)


@given(edges)
def test_a_circle_is_found_where_there_is_one_and_its_way_is_one(after: dict[int, set[int]]) -> None:
    keys = set(after).union(*after.values())
    steps = [Step(key, after=frozenset(after.get(key, ()))) for key in keys]
    way = circle_in(after)
    if way:
        assert way[0] == way[-1]
        assert all(there in after[here] for here, there in pairwise(way))
        with pytest.raises(ValueError, match="circle"):
            in_order(steps)
    else:
        place = {step.key: n for n, step in enumerate(in_order(steps))}
        assert all(place[before] < place[key] for key, waits in after.items() for before in waits)


@st.composite
def windows(draw: st.DrawFn) -> list[tuple[Step, tuple[date, date]]]:
    found = []
    for key in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, 8))
        last = first + draw(st.integers(0, 6))
        found.append((Step(key, 1, draw(st.integers(1, 900))), (MONDAY + DAY * first, MONDAY + DAY * last)))
    return found


def keeps_all(work: list[tuple[Step, tuple[date, date]]], calendar: WorkCalendar) -> bool:
    """Whether somebody who always does what is due first keeps every day: nobody can do better."""
    left = {step.key: step.minutes for step, _days in work}
    for n in range(20):
        day = MONDAY + DAY * n
        hours = minutes_on(calendar, day)
        for step, (first, _last) in sorted(work, key=lambda each: each[1][1]):
            if first <= day:
                takes = min(hours, left[step.key])
                left[step.key] -= takes
                hours -= takes
        if any(left[step.key] and last <= day for step, (_first, last) in work):
            return False
    return True


@settings(max_examples=300)
@given(windows(), weeks)
def test_somebody_is_promised_twice_exactly_where_no_order_keeps_every_day(
    work: list[tuple[Step, tuple[date, date]]], calendar: WorkCalendar
) -> None:
    steps, days = [step for step, _ in work], {step.key: its for step, its in work}
    found = promised_twice(steps, days, lambda who: calendar)
    assert bool(found) != keeps_all(work, calendar)
    for each in found:
        assert each.needs == sum(step.minutes for step in steps if step.key in each.keys) > each.has
        assert all(each.since <= days[key][0] and days[key][1] <= each.until for key in each.keys)


@given(windows(), weeks)
def test_the_load_of_the_weeks_is_all_the_work_and_no_more(
    work: list[tuple[Step, tuple[date, date]]], calendar: WorkCalendar
) -> None:
    found = load([step for step, _ in work], {step.key: its for step, its in work}, lambda who: calendar)
    assert sum(found.values()) == sum(step.minutes for step, _ in work)
    for _step, (first, last) in work:
        assert any(monday_of(first) <= monday <= last for _who, monday in found)


def test_what_is_done_first_comes_first_with_all_it_waits_for() -> None:
    steps = [
        Step(1, 7, 480, due=MONDAY),
        Step(2, 7, 480, due=MONDAY + DAY),
        Step(3, 7, 480, frozenset({4}), due=MONDAY + DAY * 9),
        Step(4, 7, 480),
    ]
    usual = one_by_one(steps, MONDAY, lambda who: week())
    assert {key: (days[1] - MONDAY).days for key, days in usual.items()} == {1: 0, 2: 1, 4: 2, 3: 3}
    other = one_by_one(steps, MONDAY, lambda who: week(), first=3)
    assert {key: (days[1] - MONDAY).days for key, days in other.items()} == {4: 0, 3: 1, 1: 2, 2: 3}


def test_whoever_is_away_does_it_when_they_are_back_and_whoever_never_works_at_the_end_of_all_days() -> None:
    away = away_too(week(), [(MONDAY, MONDAY + DAY)])
    step = Step(1, 7, 480, due=MONDAY + DAY)
    assert plan([step], MONDAY, lambda who: away)[1].ends == MONDAY + DAY * 2
    assert plan([step], MONDAY, lambda who: away)[1].slack == -1
    never = earliest([step], MONDAY, lambda who: WorkCalendar("UTC", {}))
    assert never[1][1] > MONDAY + DAY * 365
