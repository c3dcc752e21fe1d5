"""Telling the open pages and the account's facts that a task changed."""

from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.directory.actions import write_facts
from callboard.work.models import Task
from callboard.work.queries.facts import work_of


def tell(task: Task, by: Actor, *others: int | None) -> None:
    """Pages of the task list, of its owner, its department and of `others` (ids of people) show it anew; the account's
    facts follow.
    """
    by.changed(task)
    by.changed(task, topic="work")
    for person in {task.owner_id, *others} - {None}:
        by.changed(task, topic=f"person:{person}")
    if task.team_id is not None:
        by.changed(task, topic=f"team:{task.team_id}")
    if task.account_id is not None:
        work = work_of(task.account_id)
        write_facts(task.account_id, by=by, open_items=work.open_items, next_promise_on=work.next_promise_on)


def follow(task: Task, by: Actor, what: str) -> None:
    """Let the room that made the task keep its own record in step: what is dropped, handed_over, taken, released or
    reopened."""
    kind = register.task_kind.get(task.kind)
    if kind is not None and kind.follow is not None:
        kind.follow(by, task, what)
