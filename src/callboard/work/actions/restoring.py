"""Tasks, deadlines and steps as they stood before somebody changed them: what undo calls, and nothing else does."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.team.models import Person
from callboard.work.actions.closing import reopen_task
from callboard.work.actions.dated import keep, reason_of
from callboard.work.actions.fields import WHO
from callboard.work.actions.kept import as_it_stands, deadline_args, stood
from callboard.work.actions.opening import closed, write_task
from callboard.work.actions.showing import keep_step, show_to
from callboard.work.actions.telling import follow, tell
from callboard.work.models import Deadline, ProjectStep, Task


@action(
    _("Put task back"),
    said=_("“{task}” is as it was"),
    who="work.do",
    undo="work.put_task_back",
    icon="arrow-back-up",
    served=False,
)
def put_task_back(task: Task, *, by: Actor, back: Text) -> Task:
    """Its fields as they stood (`back`: kept.as_it_stands)."""
    fields = stood(back)
    by.undo_args(back=as_it_stands(task, *fields))
    return write_task(task, fields, by)


@action(
    _("Took task back"),
    said=_("“{task}” is with whoever had it"),
    who="work.assign",
    undo="work.hand_over_task",
    icon="arrow-back-up",
    served=False,
)
def hand_task_back(task: Task, *, by: Actor, back: Text, to: Person | None = None) -> Task:
    """It is with whom it was, its team where nobody had taken it, and its fields as they stood."""
    must_work_here(to=to)
    before = task.owner
    if before is not None:
        by.undo_args(to=before)
    write_task(task, {**stood(back), "owner": to}, by)
    tell(task, by, before.pk if before is not None else None)
    follow(task, by, "released" if to is None else "handed_over")
    return task


@action(
    _("Took step back"),
    said=_("A step is with whoever had it"),
    who="work.assign",
    undo="work.hand_over_step",
    icon="arrow-back-up",
    served=False,
)
def hand_step_back(
    project_step: ProjectStep, *, by: Actor, back: Text, to: Person | None = None, hide_from: Person | None = None
) -> ProjectStep:
    """Its task is with whom it was. hide_from: who was shown the project for this step alone."""
    if project_step.task.owner is not None:
        by.undo_args(to=project_step.task.owner)
    hand_task_back(project_step.task, by=by, back=back, to=to)
    project, token = project_step.project, f"person:{hide_from.pk}" if hide_from is not None else ""
    works = project.steps.open().filter(task__owner=hide_from).exists() or project.owner == hide_from
    if token in project.audience and not works:
        show_to(project, [each for each in project.audience if each != token], by)
    project_step.refresh_from_db(fields=["audience"])
    return keep_step(project_step, by)


@action(
    _("Took closing back"),
    said=_("Reopened “{task}”"),
    who="work.do",
    final=_("Finish it again."),
    icon="rotate",
    served=False,
)
def take_closing_back(task: Task, *, by: Actor, back: Text) -> Task:
    """It is open again, without the words it was closed with."""
    return write_task(reopen_task(task, by=by), stood(back), by)


@action(
    _("Put deadline back"),
    said=_("“{deadline}” is as it was"),
    who="work.plan",
    undo="work.put_deadline_back",
    icon="arrow-back-up",
    served=False,
)
def put_deadline_back(
    deadline: Deadline, *, by: Actor, back: Text, day_on: date, days: int | None = None, business: bool = False
) -> Deadline:
    """Its days and its task as they stood, the day somebody chose by hand too."""
    by.undo_args(**deadline_args(deadline))
    deadline.days, deadline.business, deadline.day_on = days, business, day_on
    write_task(deadline.task, {**stood(back), **reason_of(deadline)}, by)
    keep(deadline, by)
    return deadline


@action(
    _("Put step back"),
    said=_("A step is as it was"),
    who=WHO,
    undo="work.put_step_back",
    icon="arrow-back-up",
    served=False,
)
def put_step_back(
    project_step: ProjectStep,
    *,
    by: Actor,
    back: Text,
    day_on: date,
    days: int | None = None,
    business: bool = False,
    words: str = "",
) -> ProjectStep:
    """Its words, days and task as they stood."""
    by.undo_args(**deadline_args(project_step.task.deadline), words=project_step.words)
    put_deadline_back(project_step.task.deadline, by=by, back=back, day_on=day_on, days=days, business=business)
    project_step.words = words
    project_step.task.refresh_from_db()
    return keep_step(project_step, by)


@put_task_back.can
@hand_task_back.can
def _is_open(task: Task, now: datetime) -> Refusal | None:
    return closed(task)


@take_closing_back.can
def _is_closed(task: Task, now: datetime) -> Refusal | None:
    return reopen_task.refusal(task, now)
