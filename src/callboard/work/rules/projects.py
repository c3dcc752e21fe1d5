"""When the steps of projects can be done: earliest and latest, what has slack, what is late, who is promised twice.

Days alone, no instants: a step begins the day after what it waits for has ended, takes its minutes of work out of the
working hours of whoever does it, and ends on the first day by which they are through. Asks nothing, writes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from callboard.team.rules.business_time import WorkCalendar, business_days_between, spans_on

DAY = timedelta(days=1)
#: Nobody looks further ahead for an hour of work; whoever never works is said to be done after as many days.
MOST_AHEAD = 1100


@dataclass(frozen=True)
class Step:
    """A step that is still to be done.

    who: the person whose hours it takes; None for nobody's yet.  minutes: of work; 0 is done on the day it begins.
    after: what must have ended before; of steps that are done or unknown nothing is asked.  due: the day it must have
    ended by.  ready: not before that day.
    """

    key: int
    who: int | None = None
    minutes: int = 0
    after: frozenset[int] = frozenset()
    due: date | None = None
    ready: date | None = None


@dataclass(frozen=True)
class Planned:
    """starts, ends: the days it can be done at the earliest.  latest: the last day it may end without making itself or
    what waits for it late; None where nothing says so.  slack: days of work between the two, negative where it is late."""

    starts: date
    ends: date
    latest: date | None = None
    slack: int | None = None


Calendars = Callable[[int | None], WorkCalendar]


def circle_in(after: Mapping[int, Iterable[int]]) -> list[int]:
    """The way of a circle, each waiting for the next and the last again the first; [] where there is none."""
    seen: set[int] = set()
    for first in after:
        way: list[int] = []
        stack: list[tuple[int, list[int]]] = [] if first in seen else [(first, sorted(after.get(first, ())))]
        while stack:
            here, rest = stack[-1]
            if not way or way[-1] != here:
                way.append(here)
            if not rest:
                seen.add(here)
                way.pop()
                stack.pop()
                continue
            there = rest.pop(0)
            if there in way:
                return [*way[way.index(there) :], there]
            if there not in seen:
                stack.append((there, sorted(after.get(there, ()))))
    return []


def in_order(
    steps: Iterable[Step], rank: Callable[[Step], tuple[object, ...]] = lambda step: (step.key,)
) -> list[Step]:
    """Each after what it waits for; among those that could come next, the lowest rank first. ValueError for a circle."""
    left = {step.key: step for step in steps}
    waits = {key: {each for each in step.after if each in left} for key, step in left.items()}
    found: list[Step] = []
    while left:
        free = [step for key, step in left.items() if not waits[key]]
        if not free:
            raise ValueError("The steps wait for each other in a circle.")
        step = min(free, key=rank)
        found.append(step)
        del left[step.key]
        for rest in waits.values():
            rest.discard(step.key)
    return found


def minutes_on(calendar: WorkCalendar, day: date) -> int:
    """Working minutes of a day."""
    return int(sum(((end - begin) for begin, end in spans_on(calendar, day)), timedelta(0)) // timedelta(minutes=1))


def away_too(calendar: WorkCalendar, absent: Iterable[tuple[date, date]]) -> WorkCalendar:
    """The calendar less the days, both ends included, on which its person is away."""
    days = {first + DAY * n for first, last in absent for n in range((last - first).days + 1)}
    return WorkCalendar(calendar.zone, calendar.week, calendar.holidays | days)


@dataclass
class Desk:
    """The hours people have left, day by day. shared: what one step takes, another cannot have."""

    calendar_of: Calendars
    shared: bool
    taken: dict[tuple[int, date], int] = field(default_factory=lambda: defaultdict(int))
    length: dict[tuple[int | None, date], int] = field(default_factory=dict)

    def left(self, who: int | None, day: date) -> int:
        """Minutes somebody still has on a day."""
        if (who, day) not in self.length:
            self.length[who, day] = minutes_on(self.calendar_of(who), day)
        return self.length[who, day] - (self.taken[who, day] if self.shared and who is not None else 0)

    def do(self, step: Step, since: date) -> tuple[date, date]:
        """Do a step from a day on; the days it begins and ends."""
        calendar, need = self.calendar_of(step.who), step.minutes
        starts: date | None = None
        for n in range(MOST_AHEAD):
            day = since + DAY * n
            has = self.left(step.who, day)
            if has <= 0 and (need or not calendar.works_on(day)):
                continue
            starts = starts or day
            takes = min(has, need)
            need -= takes
            if step.who is not None and takes > 0:
                self.taken[step.who, day] += takes
            if not need:
                return starts, day
        return starts or since, since + DAY * MOST_AHEAD


def earliest(steps: Iterable[Step], today: date, calendar_of: Calendars) -> dict[int, tuple[date, date]]:
    """The first days on which each could begin and end, were nothing else to be done. ValueError for a circle."""
    return _done(in_order(steps), today, Desk(calendar_of, shared=False))


def one_by_one(
    steps: Sequence[Step], today: date, calendar_of: Calendars, first: int | None = None
) -> dict[int, tuple[date, date]]:
    """The days on which each begins and ends where nobody does two things in the same minute: what is due first comes
    first, before everything the step `first` and what that waits for. ValueError for a circle."""
    ahead = _needed_for(first, steps)

    def rank(step: Step) -> tuple[object, ...]:
        return step.key not in ahead, step.due or date.max, step.key

    return _done(in_order(steps, rank), today, Desk(calendar_of, shared=True))


def _needed_for(first: int | None, steps: Sequence[Step]) -> set[int]:
    after = {step.key: step.after for step in steps}
    found: set[int] = set()
    look = [first] if first is not None else []
    while look:
        key = look.pop()
        if key in found:
            continue
        found.add(key)
        look += after.get(key, ())
    return found


def _done(ordered: Sequence[Step], today: date, desk: Desk) -> dict[int, tuple[date, date]]:
    found: dict[int, tuple[date, date]] = {}
    for step in ordered:
        waits = [found[key][1] + DAY for key in step.after if key in found]
        found[step.key] = desk.do(step, max([today, *waits, step.ready or today]))
    return found


def plan(steps: Sequence[Step], today: date, calendar_of: Calendars) -> dict[int, Planned]:
    """When each can be done at the earliest, and how long it can wait. ValueError for a circle."""
    early = earliest(steps, today, calendar_of)
    latest: dict[int, date] = {}
    desk = Desk(calendar_of, shared=False)
    after: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        for key in step.after:
            after[key].append(step)
    for step in reversed(in_order(steps)):
        bounds = [_latest_start(each, latest[each.key], desk) - DAY for each in after[step.key] if each.key in latest]
        bounds += [step.due] if step.due is not None else []
        if bounds:
            latest[step.key] = _worked(min(bounds), calendar_of(step.who))
    return {step.key: _planned(early[step.key], latest.get(step.key), calendar_of(step.who)) for step in steps}


def _planned(days: tuple[date, date], latest: date | None, calendar: WorkCalendar) -> Planned:
    starts, ends = days
    if latest is None:
        return Planned(starts, ends)
    return Planned(starts, ends, latest, _days_of_work(ends, latest, calendar))


def _days_of_work(since: date, until: date, calendar: WorkCalendar) -> int:
    """Days of work after `since` up to `until`; negative where that is before."""
    if until >= since:
        return business_days_between(calendar, since + DAY, until)
    # What is late by days of rest alone is late by a day.
    return -max(business_days_between(calendar, until + DAY, since), 1)


def _worked(day: date, calendar: WorkCalendar) -> date:
    """The day itself where its person works on it, else the last day of work before."""
    return next((at for n in range(MOST_AHEAD) if calendar.works_on(at := day - DAY * n)), day)


def _latest_start(step: Step, ends: date, desk: Desk) -> date:
    """The last day it may begin on and still end on a day."""
    need, calendar = step.minutes, desk.calendar_of(step.who)
    for n in range(MOST_AHEAD):
        day = ends - DAY * n
        need -= desk.left(step.who, day)
        if need <= 0 and calendar.works_on(day):
            return day
    return ends - DAY * MOST_AHEAD


def critical(planned: Mapping[int, Planned]) -> set[int]:
    """The steps with the least slack: whatever holds up one of them brings the end nearer to being late."""
    slacks = {key: each.slack for key, each in planned.items() if each.slack is not None}
    least = min(slacks.values(), default=None)
    return {key for key, slack in slacks.items() if slack == least}
