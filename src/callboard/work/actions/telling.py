"""Telling the open pages that a task changed."""

from callboard.core.actions import Actor
from callboard.work.models import Task


def tell(task: Task, by: Actor, *others: int | None) -> None:
    """Pages of the task list, of its owner and of `others` (ids of people) show it anew."""
    by.changed(task)
    by.changed(task, topic="work")
    for person in {task.owner_id, *others} - {None}:
        by.changed(task, topic=f"person:{person}")
