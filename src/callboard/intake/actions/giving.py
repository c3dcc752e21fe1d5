"""Giving an item to a person: one Assignment, exactly one Task.  Called inside the bodies of actions."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.notify import notify
from callboard.intake.models import Assignment, QueueItem, RoutingRule, State
from callboard.intake.queries import intake_settings
from callboard.intake.rules.due import units_of
from callboard.team.models import Person
from callboard.work.actions import drop_task, finish_task, open_task
from callboard.work.models import Task

TOPIC = "intake"
TASK_KIND = "intake.answer"
#: What a person is told of at once; the rest stands on their day.
TOLD_OF = {"new_lead", "cancellation"}
Args = dict[str, Any]


@dataclass
class Writes:
    """Rows of a batch that are written together at its end: two statements instead of two an item."""

    assignments: list[Assignment] = field(default_factory=list)
    items: list[QueueItem] = field(default_factory=list)

    def flush(self) -> None:
        Assignment.objects.bulk_create(self.assignments)
        for item in self.items:
            item.version += 1
        QueueItem.objects.bulk_update(self.items, ROUTED)


#: What routing changes of an item.
ROUTED = (
    *("state", "person", "proposed_to", "proposed_at", "held", "pool", "rule", "why_code", "why_args"),
    *("updated_at", "version"),
)


def give(
    item: QueueItem,
    person: Person,
    code: str,
    args: Args,
    *,
    by: Actor,
    rule: RoutingRule | None = None,
    units: Decimal | None = None,
    writes: Writes | None = None,
) -> Assignment:
    """Assign an item nobody has.  Writes the assignment and its task and tells the person."""
    if units is None:
        units = units_of(item.wants, item.medium, intake_settings(by.today).units)
    assignment = Assignment(
        item=item,
        person=person,
        rule=rule,
        task=open_answer_task(item, person, code, by=by),
        assigned_at=by.now,
        assigned_by=by.person,
        units=units,
        why_code=code,
        why_args=args,
        created_at=by.now,
        updated_at=by.now,
    )
    if writes is None:
        assignment.save()
    else:
        writes.assignments.append(assignment)
    item.person, item.state = person, State.ASSIGNED
    item.proposed_to, item.proposed_at, item.held = None, None, False
    explain(item, code, args, by=by, rule=rule, writes=writes)
    if by.person_id != person.pk and item.wants in TOLD_OF:
        tell(item, person, by=by)
    return assignment


def explain(
    item: QueueItem,
    code: str,
    args: Args,
    *,
    by: Actor,
    rule: RoutingRule | None = None,
    writes: Writes | None = None,
) -> None:
    """Store where the item is and why, and tell the open Inboxes."""
    item.rule, item.why_code, item.why_args = rule, code, args
    item.updated_at = by.now
    if writes is None:
        item.save()
    else:
        writes.items.append(item)
    tell_pages(item, by)


def tell_pages(item: QueueItem, by: Actor) -> None:
    """Open Inboxes show it anew, and so does what watches items by their kind."""
    by.changed(item)
    by.changed(item, topic=TOPIC)


def open_answer_task(item: QueueItem, person: Person, code: str, *, by: Actor) -> Task:
    """The task that shows the item on its holder's day."""
    return open_task(
        title=_("Answer: {subject}").format(subject=item.subject or item.sender)[:200],
        kind=TASK_KIND,
        account=item.account,
        owner=person,
        due_at=item.due_at,
        reason_code=code,
        reason_args={"intent": item.wants, "sender": item.sender},
        source=item,
        by=by,
    )


def end(item: QueueItem, *, by: Actor, done: bool) -> Assignment | None:
    """End the open assignment, if there is one, and close its task: done, or dropped because somebody else has it now."""
    assignment = open_assignment(item)
    if assignment is None:
        return None
    assignment.ended_at = assignment.updated_at = by.now
    assignment.save()
    task = assignment.task
    if task.done_at is None:
        if done:
            finish_task(task, by=by)
        else:
            drop_task(task, by=by)
    return assignment


def open_assignment(item: QueueItem) -> Assignment | None:
    """Who has it now."""
    return item.assignments.filter(ended_at=None).select_related("task", "person").first()


def release(item: QueueItem) -> None:
    """Nobody has it any more."""
    item.person = item.proposed_to = item.proposed_at = None
    item.state = State.WAITING


def tell(item: QueueItem, person: Person, *, by: Actor) -> None:
    """A notice to whoever got it."""
    subject = _("{intent}: {subject}").format(intent=item.wants_text, subject=item.subject or item.sender)
    text = _("{sender} wrote:\n\n{text}").format(sender=item.sender, text=item.words[:2000])
    notify(person, "intake.assigned", by=by, subject=subject, text=text, ref=item)
