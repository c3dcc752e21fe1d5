"""Keeping items in step with their tasks, whoever moves the task and wherever."""

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, Refused
from callboard.intake.actions.giving import explain
from callboard.intake.actions.items import hand_over_item, put_back_item
from callboard.intake.models import Assignment, QueueItem, State
from callboard.work.models import Task


def follow_task(by: Actor, task: Task, what: str) -> None:
    """A dropped task puts its item back, so that nobody's message is lost; a handed over one takes it along.

    A reopened one opens its item again.  Refused where somebody else has the item meanwhile.
    """
    given = Assignment.objects.filter(task=task).select_related("item").first()
    if given is None:
        return
    if what == "reopened":
        _reopen(given, task, by)
    elif given.ended_at is None and what == "dropped":
        put_back_item(given.item, by=by)
    elif given.ended_at is None and task.owner is not None and task.owner_id != given.person_id:
        hand_over_item(given.item, person=task.owner, by=by)


def _reopen(given: Assignment, task: Task, by: Actor) -> None:
    item: QueueItem = given.item
    if given.ended_at is None:
        return
    if item.state == State.ASSIGNED:
        raise Refused(Refusal("taken", _("{who} has it now."), who=item.person))
    given.ended_at, given.updated_at = None, by.now
    given.save()
    item.state, item.person, item.closed_at = State.ASSIGNED, given.person, None
    item.proposed_to = item.proposed_at = None
    explain(item, given.why_code, given.why_args, by=by, rule=item.rule)
