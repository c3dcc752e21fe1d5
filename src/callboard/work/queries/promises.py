"""What was promised: open with an account, over its time, and how much of it was kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, DateField, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Coalesce, TruncDate, TruncMonth

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.registry import Difference
from callboard.team.queries import business_date
from callboard.work.models import Promise, PromiseState, Task, TaskState
from callboard.work.rules.due import due_word

SHOWN = 6
#: So many are broken in one go; the next run has the rest.
BATCH = 500


def overdue_promises(now: datetime) -> list[Promise]:
    """Open promises whose due instant is past; "that day" may still run where their owner is."""
    found = Promise.objects.filter(state=PromiseState.OPEN, task__state=TaskState.OPEN, task__due_at__lte=now)
    return list(found.select_related("task__owner", "promised_by").order_by("task__due_at", "id")[:BATCH])


def promised_asked(account: Any, actor: Actor) -> dict[str, Question]:
    """What was promised to an account and is not done."""
    rows = (
        visible(_not_done().filter(task__account=account), actor)
        .select_related("task__owner", "contact")
        .order_by("task__due_at", "id")
    )
    return {"promises": Question("records", rows[:SHOWN])}


def promised_with_asked(contact: Any, actor: Actor) -> dict[str, Question]:
    """What was promised to a person, then to others of their account or to nobody by name, and is not done."""
    theirs_first = Case(When(contact=contact, then=0), default=1, output_field=IntegerField())
    found = visible(_not_done().filter(task__account=contact.account_id), actor).select_related(
        "task__owner", "contact"
    )
    rows = found.order_by(theirs_first, "task__due_at", "id")
    return {"promises": Question("records", rows[:SHOWN])}


def promised_with(contact: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """As `promised_to`, for the page of a person; a new one begins with them."""
    shown = promised_to(contact.account, actor, found)
    return {**shown, "query": f"{shown['query']}&contact={contact.pk}"} if shown is not None else None


def _not_done() -> QuerySet[Promise]:
    return Promise.objects.filter(task__state=TaskState.OPEN, state__in=[PromiseState.OPEN, PromiseState.BROKEN])


def promised_to(account: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """Rows of (promise, due word); None where nothing is promised."""
    now, zone = clock.now(), actor.person.tz
    rows = [(each, due_word(each.task.due_at, each.task.due_kind, now, zone)) for each in found["promises"]]
    return {"rows": rows, "query": f"?account={account.pk}"} if rows else None


@dataclass(frozen=True)
class Rate:
    """How many promises of a group were kept. key: its id, or the first day of its month; None for none."""

    key: int | date | None
    name: str
    kept: int
    broken: int
    taken_back: int
    open: int

    @property
    def rate(self) -> int | None:
        """Kept of those that were kept or not, in percent; None where none was decided."""
        decided = self.kept + self.broken
        return round(100 * self.kept / decided) if decided else None


#: When a promise counts: when it was decided; an open one when it is due.
COUNTED_AT = Coalesce("decided_at", "task__due_at", "created_at")
#: What the rates may be counted by: the group's id and its name.
BY = {"team": ("team", "team__name"), "person": ("promised_by", "promised_by__name")}


def rates(actor: Actor, by: str, since: date | None = None, until: date | None = None) -> list[Rate]:
    """The rates by team, person or month of the promises somebody may see. An open one counts for the day it is due, a
    decided one for the day that was decided, by the clock of whoever looks; both days are within. One query."""
    rows: QuerySet[Any] = between(visible(Promise.objects.all(), actor), since, until)
    if by == "month":
        rows = rows.annotate(key=TruncMonth("counted_on")).values("key").order_by("-key")
    else:
        key, name = BY[by]
        rows = rows.annotate(key=F(key), name=F(name)).values("key", "name").order_by("name", "key")
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in PromiseState}
    return [_rate(row, by) for row in rows.annotate(**{f"n_{name}": each for name, each in counts.items()})]


def between(rows: QuerySet[Any], since: date | None, until: date | None) -> QuerySet[Any]:
    """Those that count for a day from `since` to `until`, by the clock of whoever looks; each with `counted_on`."""
    counted: QuerySet[Any] = rows.annotate(counted_on=TruncDate(COUNTED_AT))
    if since is not None:
        counted = counted.filter(counted_on__gte=since)
    if until is not None:
        counted = counted.filter(counted_on__lte=until)
    return counted


def left_on() -> Case:
    """The company's business day at whose end the time of a promise is over and nothing became of it: it is neither done nor
    moved, taken back or said to be kept. None for every other. It keeps that day from being closed."""
    left = Q(state__in=[PromiseState.OPEN, PromiseState.BROKEN], task__state=TaskState.OPEN, task__promised=True)
    return Case(When(left, then=business_date("task__due_at")), output_field=DateField())


def _rate(row: dict[str, Any], by: str) -> Rate:
    key = row["key"].date() if isinstance(row["key"], datetime) else row["key"]
    name = f"{key:%Y-%m}" if isinstance(key, date) else row.get("name") or ""
    return Rate(key, name, row["n_kept"], row["n_broken"], row["n_taken_back"], row["n_open"])


def differences() -> Any:
    """A promised task without its promise, and a promise that says otherwise than its task."""
    for task in Task.objects.filter(promised=True, promise=None).order_by("id").iterator():
        yield Difference("work.promises", f"task {task.pk}", "promised", "no promise")
    apart = Q(task__promised=False) & ~Q(state__in=[PromiseState.TAKEN_BACK, PromiseState.BROKEN])
    apart |= Q(state=PromiseState.OPEN) & ~Q(task__state=TaskState.OPEN)
    for pk, state in Promise.objects.filter(apart).order_by("id").values_list("pk", "state").iterator():
        yield Difference("work.promises", f"promise {pk}", state, "another state of its task")
