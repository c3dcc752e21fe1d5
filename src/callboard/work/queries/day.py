"""My Day: one ranked list, its sentence, and today's line of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, DateTimeField, Q, QuerySet, Sum, Value
from django.db.models.functions import Abs
from django.utils.translation import gettext as _

from callboard.core.asking import Question, kept
from callboard.core.present import Given
from callboard.team.models import Absence, Person
from callboard.team.queries import covering
from callboard.work.models import DueKind, Task, TaskState, TimeBlock
from callboard.work.queries.blocks import running_of, shows_through
from callboard.work.queries.mine import awake_at, of_people
from callboard.work.queries.reasons import icon_of, reason_of, stake_label
from callboard.work.queries.weighing import late_at, midnight_of, ranked
from callboard.work.rules.due import DAY, DueWord, clock_word, due_word, short_clock
from callboard.work.rules.rank import WEIGHT, rank, score

#: The ranked list shows so many: nobody has a longer day, and every task is one click away.
LISTED = 30
NOON = time(12)
#: The instant of a day, which comes with the question.
NOW = Given("now", DateTimeField())
#: So many of what was finished today, and of what is still due at a time, stand on the line of time.
LAST_DONE, NEXT_DUE = 8, 12


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
    url: str
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
    kept: int  #: what a running block keeps away
    kept_stake: Decimal | None
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
    shown: int = LISTED,
    blocks: Sequence[TimeBlock] = (),
) -> Day:
    """The day of a person: their open tasks and those of whom they cover; with `within`, only what takes that long.

    `people`: they and whom they cover, where known already.  `shown`: so many rows, the first; the figures count them all.
    `blocks`: the time blocks of the day; while one runs, only what shows through it stands here (queries.blocks).
    Every open task is weighed, by the database; one query, and one where the person stands in for somebody.
    """
    zone = person.tz
    absent = covering(person, now) if people is None or len(people) > 1 else []
    owners = frozenset({person.pk, *(absence.person_id for absence in absent)})
    today = now.astimezone(zone).date()
    running = running_of(blocks, now)
    blocked = running.until_at if running is not None else None
    asked = _Asked(person, owners, today, within, shown, blocked)
    key = ("my-day", person.pk, person.team_id, person.zone, owners, today, within, shown, blocked)
    found = kept(key, asked.questions).answers(now=now)
    counts = next(iter(found["counts"]))
    stops = _stops([*found["done"], *found["ahead"]], blocks, now, zone)
    return Day(
        today=today,
        now=now.astimezone(zone).time(),
        rows=[row_of(task, person, now, zone) for task in rank(found["rows"], now, zone)],
        stops=stops,
        later=max(counts["timed"] - NEXT_DUE, 0),
        to_do=counts["to_do"],
        before_noon=counts["before_noon"],
        overdue=counts["overdue"],
        minutes=counts["minutes"] or 0,
        snoozed=counts["snoozed"],
        kept=counts["awake"] - counts["to_do"],
        kept_stake=(counts["money"] or Decimal(0)) - (counts["shown_money"] or Decimal(0)) or None,
        covering=absent,
    )


@dataclass(frozen=True)
class _Asked:
    """What is asked of the open tasks of some people on a day of the person's; the instant comes with the question."""

    person: Person
    people: frozenset[int]
    today: date
    within: int | None
    shown: int
    blocked: datetime | None

    def questions(self) -> dict[str, Question]:
        """The first rows, the figures over all of them, and today's line of time: what comes, and what was done."""
        tasks, zone = of_people(self.person, self.people), self.person.tz
        whole = Task.objects.select_related("account", "owner", "team")
        first = ranked(tasks.filter(self._here()), NOW, self.today, zone)[: self.shown]
        begin, end = midnight_of(self.today, zone), midnight_of(self.today + DAY, zone)
        done = whole.filter(state=TaskState.DONE, done_by=self.person, done_at__gte=begin, done_at__lt=end)
        ahead = whole.filter(pk__in=tasks.filter(self._here(), self._timed_today()).order_by().values("pk"))
        return {
            "counts": Question("list", self._counts(tasks)),
            "rows": Question("records", whole.filter(pk__in=first.values("pk"))),
            "ahead": Question("records", ahead.order_by("due_at", "id")[:NEXT_DUE]),
            "done": Question("records", done.order_by("-done_at")[:LAST_DONE]),
        }

    def _awake(self) -> Q:
        awake = awake_at(NOW)
        return awake if self.within is None else awake & Q(minutes__lte=self.within)

    def _here(self) -> Q:
        """On the list now."""
        if self.blocked is None:
            return self._awake()
        return self._awake() & shows_through(NOW, midnight_of(self.today, self.person.tz), self.blocked)

    def _timed_today(self) -> Q:
        """Due today at a time that is still to come."""
        end = midnight_of(self.today + DAY, self.person.tz)
        return Q(due_at__gt=NOW, due_at__lt=end) & ~Q(due_kind=DueKind.DAY)

    def _counts(self, tasks: QuerySet[Task]) -> QuerySet[Task, Any]:
        noon = datetime.combine(self.today, NOON, self.person.tz)
        here, late = self._here(), late_at(NOW, midnight_of(self.today, self.person.tz))
        return (
            tasks.order_by()
            .values(whole=Value(1))
            .annotate(
                awake=Count("pk", filter=self._awake()),
                money=Sum(Abs("stake"), filter=self._awake()),
                to_do=Count("pk", filter=here),
                shown_money=Sum(Abs("stake"), filter=here),
                overdue=Count("pk", filter=here & late),
                before_noon=Count("pk", filter=here & self._timed_today() & Q(due_at__lt=noon)),
                timed=Count("pk", filter=here & self._timed_today()),
                minutes=Sum("minutes", filter=here),
                snoozed=Count("pk", filter=~awake_at(NOW)),
            )
        )


def row_of(task: Task, person: Person, now: datetime, zone: ZoneInfo) -> Row:
    """A task as a person's list shows it, read with its account, owner and team."""
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
    return [(str(WEIGHT[word].label), f"{points:+.0f}") for word, points in score(task, now, zone).parts]


def _stops(tasks: Iterable[Task], blocks: Iterable[TimeBlock], now: datetime, zone: ZoneInfo) -> list[Stop]:
    """Today's tasks with a time, those finished today at the time they were finished, and the time kept for something."""
    found = [(task.done_at or task.due_at, task, task.done_at is not None) for task in tasks]
    stops = [
        Stop(at.astimezone(zone).time(), task.title, str(task.account or ""), past, task.get_absolute_url())
        for at, task, past in found
        if at is not None
    ]
    today = now.astimezone(zone).date()
    stops += [_block(each, now, zone) for each in blocks if each.starts_at.astimezone(zone).date() == today]
    return _with_present(sorted(stops, key=lambda stop: stop.at), now.astimezone(zone).time())


def _block(block: TimeBlock, now: datetime, zone: ZoneInfo) -> Stop:
    until = _("until {time}").format(time=clock_word(block.until_at.astimezone(zone).time()))
    at = block.starts_at.astimezone(zone).time()
    return Stop(at, block.purpose, until, block.until_at <= now, block.get_absolute_url())


def _with_present(stops: list[Stop], present: time) -> list[Stop]:
    """The first stop after the present carries its mark."""
    first = next((number for number, stop in enumerate(stops) if stop.at > present), None)
    return [replace(stop, now_before=number == first) for number, stop in enumerate(stops)]
