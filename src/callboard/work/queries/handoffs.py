"""Hand-offs of an account, and what a hand-off was asked with."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.links import url_at
from callboard.core.registry import Difference
from callboard.work.models import OVER, Handoff, HandoffState, HandoffStep, Task, TaskState
from callboard.work.rules.due import due_word

SHOWN = 6
CHECK = "work.handoffs"


def handoff_url(task: Task) -> str:
    """The page of the hand-off a task of another kind belongs to; asks nothing, so that rows may."""
    pk = task.reason_args.get("handoff_id")
    return url_at(Handoff, pk) if isinstance(pk, int) else ""


def handoffs_asked(account: Any, actor: Actor) -> dict[str, Question]:
    """What departments were asked for an account and is not over."""
    found = Handoff.objects.filter(account=account).exclude(state__in=OVER)
    rows = visible(found, actor).select_related("task__owner", "team").order_by("task__due_at", "id")
    return {"handoffs": Question("records", rows[:SHOWN])}


def open_handoffs(account: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """Rows of (hand-off, due word), the soonest due first."""
    now, zone = clock.now(), actor.person.tz
    rows = [(each, due_word(each.task.due_at, each.task.due_kind, now, zone)) for each in found["handoffs"]]
    return {"rows": rows, "query": f"?account={account.pk}"}


def differences() -> Iterator[Difference]:
    """A hand-off in another state than its task, accepted by somebody else than has it, or in another than its last step."""
    over = {HandoffState.FINISHED: TaskState.DONE, HandoffState.WITHDRAWN: TaskState.DROPPED}
    wanted = Case(*(When(state=state, then=Value(task)) for state, task in over.items()), default=Value(TaskState.OPEN))
    now = HandoffStep.objects.filter(handoff=OuterRef("pk"), until_at=None).values("state")[:1]
    rows = Handoff.objects.annotate(wanted=wanted, step=Subquery(now)).order_by("id")
    for each in rows.exclude(task__state=F("wanted")).select_related("task").iterator():
        yield Difference(CHECK, f"handoff {each.pk}", each.state, f"its task is {each.task.state}")
    for each in rows.filter(Q(step=None) | ~Q(step=F("state"))).iterator():
        yield Difference(CHECK, f"handoff {each.pk}", each.state, f"its last step is {each.step or 'missing'}")
    taken = rows.filter(state=HandoffState.ACCEPTED, accepted_by__isnull=False)
    for each in taken.exclude(task__owner=F("accepted_by")).select_related("task").iterator():
        yield Difference(
            CHECK, f"handoff {each.pk}", f"accepted by {each.accepted_by_id}", f"its task is with {each.task.owner_id}"
        )
