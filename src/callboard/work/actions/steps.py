"""Steps of projects. Each is a task with a deadline; what is done to the one is done by the verbs of the other."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.money import Money
from callboard.team.models import Person, Team
from callboard.work.actions.closing import drop_task, finish_task, reopen_task
from callboard.work.actions.dated import PROJECT, open_deadline
from callboard.work.actions.deadlines import change_deadline, set_deadline_day
from callboard.work.actions.fields import TITLE, WHO, minutes_or_invalid, refuse_circle, words
from callboard.work.actions.kept import HANDED, as_it_stands, deadline_args
from callboard.work.actions.moving import hand_over_task
from callboard.work.actions.opening import closed, write_task
from callboard.work.actions.showing import admit, keep_step, neutral, sees
from callboard.work.models import Project, ProjectState, ProjectStep, StepTie, Task
from callboard.work.queries.anchors import with_due_day
from callboard.work.queries.projects import ties_of
from callboard.work.rules.projects import circle_in

KIND = "work.step"


@action(
    _("Added step to project"),
    said=_("Added a step to “{project}”"),
    who=WHO,
    undo="work.drop_step",
    icon="plus",
)
def add_step(
    project: Project,
    *,
    by: Actor,
    title: str,
    days: int | None = None,
    business: bool = False,
    due_on: date | None = None,
    owner: Person | None = None,
    team: Team | None = None,
    minutes: int | None = None,
    price: Money | None = None,
    after: list[ProjectStep] = [],  # noqa: B006  the form's default; never changed
) -> ProjectStep:
    """Something to do: so many days from the project's anchor, on a day of its own, or else on the anchor's day. Its task
    is opened for the owner or the team, else for the project's owner. after: what it waits for."""
    if days is None and due_on is None and project.anchor is not None:
        days = 0
    step = begin_step(project, by, title, days, business, due_on, owner=owner, team=team, minutes=minutes, price=price)
    _wait_for(step, [*after], "after")
    return step


def begin_step(
    project: Project,
    by: Actor,
    title: str,
    days: int | None,
    business: bool,
    due_on: date | None,
    *,
    owner: Person | None = None,
    team: Team | None = None,
    minutes: int | None = None,
    price: Money | None = None,
) -> ProjectStep:
    """A step inside an action's body. Invalid for days that make no day."""
    what = words("title", title, TITLE)
    secret = project.confidential
    deadline = open_deadline(
        by,
        KIND,
        project.anchor,
        days,
        business,
        due_on,
        title=neutral() if secret else what,
        account=None if secret else project.account,
        owner=owner or (None if team is not None else project.owner),
        team=team,
        stake=price,
        minutes=minutes_or_invalid(minutes),
        reason_args={PROJECT: project.pk},
    )
    step = ProjectStep(
        project=project, task=deadline.task, words=what if secret else "", audience=project.audience, created_at=by.now
    )
    keep_step(step, by)
    admit(project, by, deadline.task.owner_id)
    return step


@action(_("Changed step"), said=_("Changed a step"), who=WHO, undo="work.put_step_back", icon="pencil")
def change_step(
    project_step: ProjectStep,
    *,
    by: Actor,
    title: str | None = None,
    days: int | None = None,
    business: bool | None = None,
    minutes: int | None = None,
    price: Money | None = None,
) -> ProjectStep:
    """What is not said stays. With other days it moves to the day they give."""
    task, deadline = project_step.task, project_step.task.deadline
    by.undo_args(**deadline_args(deadline), words=project_step.words)
    change_deadline(deadline, by=by, days=days, business=business, price=price)
    fields: dict[str, Any] = {}
    if title is not None:
        what = words("title", title, TITLE)
        if project_step.project.confidential:
            project_step.words = what
        else:
            fields["title"] = what
    if minutes is not None:
        fields["minutes"] = minutes_or_invalid(minutes)
    project_step.task = write_task(Task.objects.get(pk=task.pk), fields, by)
    return keep_step(project_step, by)


@action(
    _("Moved step"), said=_("Moved a step to {on}"), who=WHO, undo="work.move_step", icon="calendar-event", preview=True
)
def move_step(project_step: ProjectStep, *, by: Actor, on: date) -> ProjectStep:
    """Another day by hand: from now on it asks before it moves with its project."""
    deadline = project_step.task.deadline
    before = with_due_day(type(deadline).objects.filter(pk=deadline.pk)).values_list("due_day", flat=True).get()
    if before is not None:
        by.undo_args(on=before)
    set_deadline_day(deadline, by=by, on=on)
    return keep_step(project_step, by)


@action(
    _("Handed step over"),
    said=_("Handed a step over to {to}"),
    who="work.assign",
    undo="work.hand_step_back",
    icon="arrow-forward-up",
)
def hand_over_step(project_step: ProjectStep, *, by: Actor, to: Person) -> ProjectStep:
    """A colleague does it. They see the project from now on, also a confidential one."""
    task, knew = project_step.task, sees(project_step.project, to.pk)
    by.undo_args(back=as_it_stands(task, *HANDED), to=task.owner, hide_from=None if knew else to)
    hand_over_task(task, by=by, to=to)
    project_step.refresh_from_db(fields=["audience"])
    return keep_step(project_step, by)


@action(_("Tied steps"), said=_("One step waits for another"), who=WHO, undo="work.untie_steps", icon="link")
def tie_steps(project_step: ProjectStep, *, by: Actor, waits_for: ProjectStep) -> ProjectStep:
    """It waits for another step of its project. Invalid where they would wait for each other in a circle."""
    if project_step.ties.filter(waits_for=waits_for).exists():
        raise Refused(Refusal("tied", _("It waits for that step already.")))
    _wait_for(project_step, [waits_for], "waits_for")
    by.undo_args(waits_for=waits_for)
    return keep_step(project_step, by)


@action(_("Untied steps"), said=_("One step waits for another no more"), who=WHO, undo="work.tie_steps", icon="unlink")
def untie_steps(project_step: ProjectStep, *, by: Actor, waits_for: ProjectStep) -> ProjectStep:
    """It need not wait for that step."""
    if not project_step.ties.filter(waits_for=waits_for).delete()[0]:
        raise Refused(Refusal("not_tied", _("It does not wait for that step.")))
    by.undo_args(waits_for=waits_for)
    return keep_step(project_step, by)


@action(_("Finished step"), said=_("Finished a step"), who="work.do", undo="work.reopen_step", icon="check")
def finish_step(project_step: ProjectStep, *, by: Actor) -> ProjectStep:
    """Its task is done; what waits for it may begin."""
    finish_task(project_step.task, by=by)
    return keep_step(project_step, by)


@action(_("Dropped step"), said=_("Dropped a step"), who=WHO, undo="work.reopen_step", icon="x")
def drop_step(project_step: ProjectStep, *, by: Actor) -> ProjectStep:
    """It need not be done: its task is dropped, and nothing waits for it."""
    drop_task(project_step.task, by=by)
    return keep_step(project_step, by)


@action(
    _("Reopened step"), said=_("Reopened a step"), who="work.do", final=_("Finish or drop it again."), icon="rotate"
)
def reopen_step(project_step: ProjectStep, *, by: Actor) -> ProjectStep:
    """It is to be done after all."""
    reopen_task(project_step.task, by=by)
    return keep_step(project_step, by)


@add_step.can
def _project_runs(project: Project, now: datetime) -> Refusal | None:
    if project.anchor is not None and project.anchor.removed_at is not None:
        return Refusal("anchor_removed", _("Its anchor is removed. Restore the anchor first."))
    return ended(project)


@change_step.can
@move_step.can
@hand_over_step.can
@finish_step.can
@drop_step.can
def _is_open(step: ProjectStep, now: datetime) -> Refusal | None:
    return ended(step.project) or closed(step.task)


@tie_steps.can
@untie_steps.can
def _runs(step: ProjectStep, now: datetime) -> Refusal | None:
    return ended(step.project)


@reopen_step.can
def _is_closed(step: ProjectStep, now: datetime) -> Refusal | None:
    return ended(step.project) or reopen_task.refusal(step.task, now)


def ended(project: Project) -> Refusal | None:
    """Why nothing of a project can be changed any more; None while it runs."""
    if project.state == ProjectState.OPEN:
        return None
    return Refusal("ended", _("This project is {state}."), state=project.get_state_display().lower())


def _wait_for(step: ProjectStep, others: list[ProjectStep], field: str) -> None:
    """Let a step wait for others too. Two who tie steps of one project at once wait for each other here."""
    if any(each.project_id != step.project_id for each in others):
        raise Invalid({field: _("It can wait only for steps of the same project.")})
    if not others:
        return
    Project.objects.select_for_update(no_key=True).get(pk=step.project_id)
    ties = ties_of(step.project_id)
    # The way begins with the step somebody looks at.
    after = {step.pk: {each.pk for each in others} | ties.get(step.pk, set())} | {
        key: its for key, its in ties.items() if key != step.pk
    }
    refuse_circle(field, circle_in(after), {each.pk: str(each) for each in step.project.steps.select_related("task")})
    StepTie.objects.bulk_create([StepTie(step=step, waits_for=each) for each in others])
