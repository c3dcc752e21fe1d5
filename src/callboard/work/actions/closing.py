"""Tasks closed and opened again."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.core import events
from callboard.core.actions import Actor, Refusal, Text, action
from callboard.work.actions.kept import HANDED, as_it_stands
from callboard.work.actions.opening import closed
from callboard.work.actions.promising import in_step
from callboard.work.actions.telling import follow, tell
from callboard.work.models import Task, TaskState


@action(_("Finished task"), said=_("Finished “{task}”"), who="work.do", undo="work.take_closing_back", icon="check")
def finish_task(task: Task, *, by: Actor, note: Text | None = None) -> Task:
    """It is done. Tells whoever made it (work_finished), which may refuse."""
    _close(task, TaskState.DONE, by, note)
    events.work_finished.send(by, task_id=task.pk)
    return task


@finish_task.can
def _finish_task(task: Task, now: datetime) -> Refusal | None:
    return closed(task)


@action(_("Dropped task"), said=_("Dropped “{task}”"), who="work.do", undo="work.take_closing_back", icon="x")
def drop_task(task: Task, *, by: Actor, note: Text | None = None) -> Task:
    """It need not be done any more. Nobody is told that it was done."""
    _close(task, TaskState.DROPPED, by, note)
    follow(task, by, "dropped")
    return task


@drop_task.can
def _drop_task(task: Task, now: datetime) -> Refusal | None:
    return closed(task)


@action(_("Reopened task"), said=_("Reopened “{task}”"), who="work.do", final=_("Finish it again."), icon="rotate")
def reopen_task(task: Task, *, by: Actor) -> Task:
    """It is to be done after all."""
    task.state = TaskState.OPEN
    task.done_at = None
    task.done_by = None
    task.updated_at = by.now
    task.save()
    if task.promised:
        in_step(task, by)
    tell(task, by)
    follow(task, by, "reopened")
    return task


@reopen_task.can
def _reopen_task(task: Task, now: datetime) -> Refusal | None:
    if task.state == TaskState.OPEN:
        return Refusal("open", _("This task is open."))
    if task.owner is not None and not task.owner.is_active:
        return Refusal("left", _("{name} no longer works here."), name=task.owner.name)
    if task.source_id is not None and _same_open(task):
        return Refusal("open_twin", _("There is another open task for the same thing."))
    return None


def _same_open(task: Task) -> bool:
    same = Task.objects.open().about(task.source_kind, task.source_id or 0)
    return same.filter(kind=task.kind, owner=task.owner_id, team=task.team_id).exclude(pk=task.pk).exists()


def _close(task: Task, state: TaskState, by: Actor, note: str | None) -> Task:
    by.undo_args(back=as_it_stands(task, *HANDED))
    task.state = state
    task.done_at = by.now
    task.done_by = by.person
    task.snoozed_until_at = None
    if note:
        task.note = f"{task.note}\n{note}".strip()
    task.updated_at = by.now
    task.save()
    if task.promised:
        in_step(task, by)
    tell(task, by)
    return task
