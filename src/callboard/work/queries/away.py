"""What came about while somebody was absent: read out of the log and the records, kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.models import Log, Notice
from callboard.core.refs import kind_of
from callboard.core.registry import WhileAway, register
from callboard.directory.models import Account
from callboard.team.models import Absence, Person
from callboard.team.queries import calendar_of
from callboard.team.rules.business_time import next_business_day, spans_on
from callboard.work.models import HandoffStep, Promise, Task
from callboard.work.queries.day import Row, row_of
from callboard.work.queries.did import Did, told
from callboard.work.queries.weighing import midnight_of, ranked
from callboard.work.rules.due import DAY
from callboard.work.rules.rank import rank

EVENT = "back_from_absence"
#: So many rows of each are shown; the figures count them all.
SHOWN = 30
MOST_STEPS = 300
#: The verb by which a task becomes somebody else's.
GIVEN = "work.hand_over_task"
#: Its link stands on My Day for so many working days.
FRESH = 3
#: An absence that ended longer ago is asked for by nobody's morning.
LONG_AGO = timedelta(days=14)


@dataclass(frozen=True)
class CameIn:
    """What another room says came in: its words, and (what, about whom, who has it, when, address)."""

    entry: WhileAway
    rows: Sequence[tuple[str, str, str, datetime | None, str]]


@dataclass(frozen=True)
class Away:
    """An absence, from begin to end, and what came about in it."""

    absence: Absence
    did: Did
    new: list[Row]  #: what waits because it came or became due in it
    came: int  #: how many there are of those
    others_wait: int  #: how many wait besides: there before, or come since
    promises: list[Promise]
    steps: list[HandoffStep]  #: of each hand-off the last
    others: list[CameIn]

    @property
    def quiet(self) -> bool:
        """Whether nothing came about."""
        return not (
            self.did.lines or self.came or self.promises or self.steps or any(each.rows for each in self.others)
        )


def last_absence(person: Person, now: datetime) -> Absence | None:
    """The newest absence of a person that is over. One query."""
    today = now.astimezone(person.tz).date()
    over = Absence.objects.filter(person=person, withdrawn_at=None, ends_on__lt=today)
    return over.select_related("cover").order_by("-ends_on", "-id").first()


def back_since(person: Person, absence: Absence, now: datetime) -> datetime | None:
    """When the person's first morning after an absence began, and after those that follow it at once; None before it, or where it
    is FRESH working days ago."""
    calendar = calendar_of(person)
    first = next_business_day(calendar, absence.ends_on)
    following = Absence.objects.filter(person=person, withdrawn_at=None, ends_on__gt=absence.ends_on)
    for starts_on, ends_on in following.order_by("starts_on").values_list("starts_on", "ends_on"):
        if starts_on <= first <= ends_on:
            first = next_business_day(calendar, ends_on)
    last = next_business_day(calendar, first, FRESH - 1)
    begins = spans_on(calendar, first)[0][0]
    return begins if begins <= now and calendar.day_of(now) <= last else None


def fresh_absence(person: Person, now: datetime) -> Absence | None:
    """The absence a person is just back from. One query for who was not absent lately."""
    absence = last_absence(person, now)
    if absence is None or absence.ends_on < now.astimezone(person.tz).date() - LONG_AGO:
        return None
    return absence if back_since(person, absence, now) is not None else None


def untold(now: datetime) -> QuerySet[Absence]:
    """Absences that ended lately, of people who still work here and were not told yet what came about."""
    said = Notice.objects.filter(event=EVENT, ref_kind=kind_of(Absence)).values("ref_id")
    lately = Absence.objects.filter(
        ends_on__gte=now.date() - LONG_AGO, ends_on__lte=now.date() + DAY, withdrawn_at=None
    )
    return lately.filter(person__is_active=True).exclude(pk__in=said).select_related("person", "cover").order_by("id")


def away_of(actor: Actor, absence: Absence, now: datetime) -> Away:
    """What came about in an absence of the actor. Queries do not grow with what there is."""
    person, zone = actor.person, actor.person.tz
    begin, end = _span(absence, zone)
    mine = Task.objects.open().filter(owner=person)
    theirs = Q(task__owner=person) | Q(task__account__owner=person)
    promises = visible(Promise.objects.filter(theirs, created_at__gte=begin, created_at__lt=end), actor)
    moved = HandoffStep.objects.filter(since_at__gte=begin, since_at__lt=end).filter(
        Q(handoff__requested_by=person) | Q(handoff__account__owner=person) | Q(handoff__task__owner=person)
    )
    related = ("handoff__task", "handoff__team", "handoff__account", "person")
    new = mine.filter(_new_in(begin, end))
    first = ranked(new, now, now.astimezone(zone).date(), zone)[:SHOWN]
    whole = Task.objects.select_related("account", "owner", "team")
    asked = {
        "new": Question("records", whole.filter(pk__in=first.values("pk"))),
        "came": Question("count", new),
        "waiting": Question("count", mine),
        "promises": Question(
            "records",
            promises.select_related("task__account", "task__owner", "promised_by").order_by("created_at", "id")[:SHOWN],
        ),
        "steps": Question("records", visible(moved, actor).select_related(*related).order_by("-id")[:MOST_STEPS]),
    }
    rooms = {f"room:{entry.name}": entry.asks(person, begin, end) for entry in register.while_away}
    found: dict[str, Any] = answers(asked | rooms)
    last: dict[int, HandoffStep] = {}
    for step in found["steps"]:
        last.setdefault(step.handoff_id, step)
    return Away(
        absence=absence,
        did=told(_in_their_name(person, absence, begin, end), actor, zone),
        new=[row_of(task, person, now, zone) for task in rank(found["new"], now, zone)],
        came=found["came"],
        others_wait=found["waiting"] - found["came"],
        promises=found["promises"],
        steps=list(last.values()),
        others=[
            CameIn(entry, [entry.shows(row) for row in found[f"room:{entry.name}"]]) for entry in register.while_away
        ],
    )


def _new_in(begin: datetime, end: datetime) -> Q:
    """Tasks made, given to their owner, due, or back from a snooze between two instants."""
    within = {"at__gte": begin, "at__lt": end}
    given = Log.objects.filter(target_kind=kind_of(Task), target_id=OuterRef("pk"), action=GIVEN, **within)
    found = Q(Exists(given))
    for name in ("created_at", "due_at", "snoozed_until_at"):
        found |= Q(**{f"{name}__gte": begin, f"{name}__lt": end})
    return found


def _in_their_name(person: Person, absence: Absence, begin: datetime, end: datetime) -> QuerySet[Log]:
    """What whoever stood in did with the absent person's tasks and accounts; without cover, what anybody did."""
    rows = Log.objects.filter(actor_kind="person", cause_id=None, at__gte=begin, at__lt=end)
    rows = rows.filter(person=absence.cover_id) if absence.cover_id is not None else rows.exclude(person=person)
    tasks = Task.objects.filter(owner=person).values("pk")
    accounts = Account.objects.filter(owner=person).values("pk")
    return rows.filter(Q(root_id__in=accounts) | Q(target_kind=kind_of(Task), target_id__in=tasks))


def _span(absence: Absence, zone: Any) -> tuple[datetime, datetime]:
    first: date = absence.starts_on
    return midnight_of(first, zone), midnight_of(absence.ends_on + DAY, zone)
