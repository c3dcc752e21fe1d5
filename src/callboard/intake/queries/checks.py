"""What must hold: each assigned item has exactly one open task, of its holder, and the other way round."""

from collections.abc import Iterator

from django.db.models import QuerySet

from callboard.core.registry import Difference
from callboard.intake.models import Assignment, QueueItem, RoutingRule, State
from callboard.work.models import Task

KIND = "intake.queueitem"
TASK_KIND = "intake.answer"


def assignments() -> Iterator[Difference]:
    """Items, assignments and tasks, each against the other two.  Three queries."""
    items = dict(QueueItem.objects.filter(state=State.ASSIGNED).values_list("pk", "person_id"))
    given = {item: (person, task) for item, person, task in _open_assignments()}
    tasks = Task.objects.open().filter(kind=TASK_KIND, source_kind=KIND)
    open_tasks = {pk: (source, owner) for pk, source, owner in tasks.values_list("pk", "source_id", "owner_id")}
    for pk, person in items.items():
        if pk not in given:
            yield Difference(KIND, str(pk), f"with {person}", "no open assignment")
        elif given[pk][0] != person:
            yield Difference(KIND, str(pk), f"with {person}", f"assigned to {given[pk][0]}")
    for pk, (person, task) in given.items():
        if pk not in items:
            yield Difference("intake.assignment", str(pk), f"open, with {person}", "the item is not assigned")
        if open_tasks.get(task) != (pk, person):
            yield Difference("intake.assignment", str(pk), f"task {task} of {person}", str(open_tasks.get(task)))
    wanted = {task for _person, task in given.values()}
    for task, (source, owner) in open_tasks.items():
        if task not in wanted:
            yield Difference("work.task", str(task), f"open, of {owner}", f"item {source} has no such assignment")


def _open_assignments() -> QuerySet[Assignment, tuple[int, int, int]]:
    return Assignment.objects.filter(ended_at=None).values_list("item_id", "person_id", "task_id")


def rules_of(person: int) -> QuerySet[RoutingRule]:
    """The rules in force that name somebody."""
    return RoutingRule.objects.filter(person=person, active=True)


def items_of(person: int) -> QuerySet[QueueItem]:
    """What somebody who leaves must hand on."""
    return QueueItem.objects.filter(person=person, state=State.ASSIGNED)
