"""My Day: one ranked list, its sentence, and today's line of time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from callboard.core.present import Present
from callboard.team.models import Absence, Person
from callboard.team.queries import covered_by, covering
from callboard.work.models import DueKind, Task, TaskState
from callboard.work.queries.reasons import icon_of, reason_of, stake_label
from callboard.work.rules.due import DueWord, due_word, is_over, short_clock
from callboard.work.rules.rank import rank, score

#: The most open tasks that are weighed; who has more sees the most urgent by due time.
MOST = 500
NOON = time(12)
#: So many of what was finished today, and of what is still due at a time, stand on the line of time.
LAST_DONE, NEXT_DUE = 8, 12

#: The words of the table of weights, as a person reads them.
PLACES = {
    "pinned": _lazy("You pinned it"),
    "broken promise": _lazy("Promised to the customer, and late"),
    "overdue": _lazy("Late"),
    "late": _lazy("For each day it is late"),
    "today at a time": _lazy("Due today at a time, less for each hour ahead"),
    "today": _lazy("Due today"),
    "tomorrow": _lazy("Due tomorrow"),
    "this week": _lazy("Due within a week"),
    "later": _lazy("Due later"),
    "undated": _lazy("No due date"),
    "stake": _lazy("For the money at stake"),
    "age": _lazy("For its age"),
}


class Weighed(NamedTuple):
    """What the order and the figures look at: hundreds of tasks are weighed, thirty are shown."""

    pk: int
    pinned: bool
    promised: bool
    due_at: datetime | None
    due_kind: str
    stake: Decimal | None
    created_at: datetime | None
    minutes: int | None
    snoozed_until_at: datetime | None


WEIGHED: Final = Weighed._fields


@dataclass(frozen=True)
class Row:
    """One task as My Day shows it."""

    task: Task
    due: DueWord
    icon: str
    reason: str
    stake: Decimal | None
    stake_label: str
    why: list[tuple[str, str]]  #: what its place in the list is made of: (words, points)
    of: str  #: whose it is, where it is not one's own


@dataclass(frozen=True)
class Stop:
    """One point on today's line of time."""

    at: time
    title: str
    text: str
    past: bool
    task: Task
    now_before: bool = False  #: whether the mark of the present stands just above

    @property
    def clock(self) -> str:
        """The time; which half of the day it is, the order says."""
        return short_clock(self.at)


@dataclass(frozen=True)
class Day:
    """A person's day at an instant."""

    today: date
    now: time
    rows: list[Row]
    stops: list[Stop]
    later: int  #: how many are due today at a time after the last of them
    to_do: int
    before_noon: int
    overdue: int
    minutes: int  #: what the listed tasks need, as far as known
    snoozed: int
    covering: list[Absence]  #: for whom one stands in

    @property
    def clock(self) -> str:
        """The present."""
        return short_clock(self.now)

    @property
    def now_last(self) -> bool:
        """Whether everything on the line of time is past."""
        return not any(stop.now_before for stop in self.stops)

    @property
    def needs(self) -> str:
        """The minutes in words: "2 h 50 min"."""
        hours, minutes = divmod(self.minutes, 60)
        parts = [_("{n} h").format(n=hours) if hours else "", _("{n} min").format(n=minutes) if minutes else ""]
        return " ".join(part for part in parts if part)


def day_of(
    person: Person,
    now: datetime,
    *,
    within: int | None = None,
    people: frozenset[int] | None = None,
    shown: int | None = None,
) -> Day:
    """The day of a person: their open tasks and those of whom they cover; with `within`, only what takes that long.

    `people`: they and whom they cover, where known already.  `shown`: so many rows, the first; the figures count them all.
    """
    zone = person.tz
    absent = covering(person, now) if people is None or len(people) > 1 else []
    owners = frozenset({person.pk, *(absence.person_id for absence in absent)})
    found = [Weighed(*row) for row in mine(person, now, owners).order_by("due_at", "id").values_list(*WEIGHED)[:MOST]]
    awake = [task for task in found if task.snoozed_until_at is None or task.snoozed_until_at <= now]
    snoozed = len(found) - len(awake)
    if within is not None:
        awake = [task for task in awake if task.minutes is not None and task.minutes <= within]
    ordered = rank(awake, now, zone)
    today, timed = now.astimezone(zone).date(), _ahead_today(awake, now, zone)
    ahead = timed[:NEXT_DUE]
    tasks, done = _with_done((task.pk for task in [*ordered[:shown], *ahead]), person, today)
    return Day(
        today=today,
        now=now.astimezone(zone).time(),
        rows=[_row(tasks[task.pk], person, now, zone) for task in ordered[:shown] if task.pk in tasks],
        stops=_stops(done, [tasks[task.pk] for task in ahead if task.pk in tasks], now, zone),
        later=len(timed) - len(ahead),
        to_do=len(ordered),
        before_noon=sum(_before_noon(task, now, zone) for task in ordered),
        overdue=sum(is_over(task.due_at, task.due_kind, now, zone) for task in ordered),
        minutes=sum(task.minutes or 0 for task in ordered),
        snoozed=snoozed,
        covering=absent,
    )


def mine(person: Person, now: datetime, people: frozenset[int] | None = None) -> QuerySet[Task]:
    """A person's open tasks and those of whom they cover; and of their department what nobody has taken."""
    return _of(person, people or covered_by(person, now) | {person.pk})


def _of(person: Person, people: frozenset[int]) -> QuerySet[Task]:
    wanted = Q(owner__in=people)
    if person.team_id is not None:
        wanted |= Q(owner=None, team=person.team_id)
    return Task.objects.open().filter(wanted)


def day_topics(person: Person, people: Iterable[int]) -> list[str]:
    """The topics of the changes that may move a person's day: their own, of whom they cover, of their department."""
    return [*(f"person:{pk}" for pk in sorted(people)), *([f"team:{person.team_id}"] if person.team_id else [])]


def awake_at(now: datetime | Present) -> Q:
    """Not snoozed at an instant."""
    return Q(snoozed_until_at=None) | Q(snoozed_until_at__lte=now)


def overdue(person: Person, now: datetime | Present, today: date, people: frozenset[int]) -> QuerySet[Task]:
    """A person's tasks that are late: the badge of My Day. `today`: in their zone; `people`: they and whom they cover."""
    midnight = datetime.combine(today, time(0), person.tz)
    timed = Q(due_at__lte=now) & ~Q(due_kind=DueKind.DAY)
    by_day = Q(due_at__lt=midnight, due_kind=DueKind.DAY)
    return _of(person, people).filter(awake_at(now), timed | by_day)


def _row(task: Task, person: Person, now: datetime, zone: ZoneInfo) -> Row:
    other = task.owner.name if task.owner and task.owner_id != person.pk else ""
    return Row(
        task=task,
        due=due_word(task.due_at, task.due_kind, now, zone),
        icon=icon_of(task),
        reason=reason_of(task),
        stake=task.stake,
        stake_label=stake_label(task),
        why=place_words(task, now, zone),
        of=other or (str(task.team) if task.owner_id is None else ""),
    )


def place_words(task: Task, now: datetime, zone: tzinfo) -> list[tuple[str, str]]:
    """What a task's place in the list is made of: (words, points)."""
    return [(str(PLACES[word]), f"{points:+.0f}") for word, points in score(task, now, zone).parts]


def _before_noon(task: Weighed, now: datetime, zone: ZoneInfo) -> bool:
    """Due this morning at a time that is still to come."""
    if task.due_at is None or task.due_kind == DueKind.DAY:
        return False
    local = task.due_at.astimezone(zone)
    return task.due_at > now and local.date() == now.astimezone(zone).date() and local.time() < NOON


def _ahead_today(awake: Iterable[Weighed], now: datetime, zone: ZoneInfo) -> list[Weighed]:
    """What is due today at a time still to come, the next first, as they were given."""
    today = now.astimezone(zone).date()
    timed = ((task, task.due_at) for task in awake if task.due_at is not None and task.due_kind != DueKind.DAY)
    return [task for task, due in timed if due > now and due.astimezone(zone).date() == today]


def _with_done(pks: Iterable[int], person: Person, on: date) -> tuple[dict[int, Task], list[Task]]:
    """The tasks that are shown, by number, and the last few the person finished that day.  One query."""
    begin = datetime.combine(on, time(0), person.tz)
    whole = Task.objects.select_related("account", "owner", "team")
    done = whole.filter(state=TaskState.DONE, done_by=person, done_at__gte=begin, done_at__lt=begin + timedelta(days=1))
    found = list(whole.filter(pk__in=set(pks)).order_by().union(done.order_by("-done_at")[:LAST_DONE], all=True))
    shown = {task.pk: task for task in found if task.state == TaskState.OPEN}
    return shown, [task for task in found if task.state == TaskState.DONE]


def _stops(done: Iterable[Task], ahead: Iterable[Task], now: datetime, zone: ZoneInfo) -> list[Stop]:
    """Today's tasks with a time, and those finished today at the time they were finished."""
    found = [(task.done_at, task, True) for task in done] + [(task.due_at, task, False) for task in ahead]
    stops = [
        Stop(at.astimezone(zone).time(), task.title, str(task.account or ""), past, task)
        for at, task, past in found
        if at is not None
    ]
    return _with_present(sorted(stops, key=lambda stop: stop.at), now.astimezone(zone).time())


def _with_present(stops: list[Stop], present: time) -> list[Stop]:
    """The first stop after the present carries its mark."""
    first = next((number for number, stop in enumerate(stops) if stop.at > present), None)
    return [replace(stop, now_before=number == first) for number, stop in enumerate(stops)]
