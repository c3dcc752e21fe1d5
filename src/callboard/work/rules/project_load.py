"""Whose days have more work than hours. Asks nothing, writes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from callboard.team.rules.business_time import WorkCalendar
from callboard.work.rules.projects import DAY, Calendars, Step, minutes_on


@dataclass(frozen=True)
class Twice:
    """Within the days from `since` to `until` somebody must work more minutes than they have. keys: the steps that can be
    done on no other days."""

    who: int
    since: date
    until: date
    needs: int
    has: int
    keys: tuple[int, ...]


def promised_twice(steps: Sequence[Step], days: Mapping[int, tuple[date, date]], calendar_of: Calendars) -> list[Twice]:
    """Who cannot keep their days, whatever order they work in: for each person the stretch that lacks most.

    days: from when until when a step can be done. A person has too little time exactly where between the first day of one
    step and the last of another lies more work than hours.
    """
    mine: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        if step.who is not None and step.minutes and step.key in days:
            mine[step.who].append(step)
    worst = (_worst(who, its, days, calendar_of(who)) for who, its in sorted(mine.items()))
    return [each for each in worst if each is not None]


def _worst(
    who: int, steps: Sequence[Step], days: Mapping[int, tuple[date, date]], calendar: WorkCalendar
) -> Twice | None:
    found: list[Twice] = []
    for since in sorted({days[step.key][0] for step in steps}):
        has, reached, needs = 0, since, 0
        keys: list[int] = []
        for step in sorted(steps, key=lambda each: (days[each.key][1], each.key)):
            first, last = days[step.key]
            if first < since:
                continue
            while reached <= last:
                has += minutes_on(calendar, reached)
                reached += DAY
            needs += step.minutes
            keys.append(step.key)
            if needs > has:
                found.append(Twice(who, since, last, needs, has, tuple(keys)))
    return max(found, key=lambda each: (each.needs - each.has, -len(each.keys), each.since), default=None)


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - DAY * day.weekday()


def load(
    steps: Iterable[Step], days: Mapping[int, tuple[date, date]], calendar_of: Calendars
) -> dict[tuple[int, date], int]:
    """Minutes of work by person and Monday: each step shared out over the hours its person has on its days; on its first
    day alone where they have none."""
    found: dict[tuple[int, date], int] = defaultdict(int)
    for step in steps:
        if step.who is None or not step.minutes or step.key not in days:
            continue
        first, last = days[step.key]
        hours = {day: minutes_on(calendar_of(step.who), day) for day in _days(first, last)}
        whole = sum(hours.values())
        given = 0
        so_far = 0
        for day, has in hours.items():
            so_far += has
            upto = step.minutes * so_far // whole if whole else step.minutes
            found[step.who, monday_of(day)] += upto - given
            given = upto
    return dict(found)


def _days(first: date, last: date) -> list[date]:
    return [first + DAY * n for n in range(max((last - first).days, 0) + 1)]
