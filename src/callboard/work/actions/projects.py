"""Projects begun, handed over, closed. How they move: project_days.py; who sees a confidential one: concealing.py."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.team.queries import company_zone
from callboard.work.actions.anchors import create_anchor, ids_of, remove_anchor, restore_anchor
from callboard.work.actions.closing import drop_task, reopen_task
from callboard.work.actions.fields import WHO, new_owner, words
from callboard.work.actions.project_days import warn
from callboard.work.actions.shifting import said_day
from callboard.work.actions.showing import keep_project, neutral_day, show_to
from callboard.work.actions.steps import begin_step, ended
from callboard.work.actions.templates import removed as template_removed
from callboard.work.models import (
    Anchor,
    Deadline,
    Project,
    ProjectState,
    ProjectStep,
    ProjectTemplate,
    StepTie,
    Task,
    TaskState,
    TemplateStep,
)
from callboard.work.queries.projects import due_on, template_steps, ties_of_template
from callboard.work.rules.anchors import MOST_DAYS

NAME = 200


@action(
    _("Started project"),
    said=_("Started “{result}”"),
    who=WHO,
    undo="work.drop_project",
    icon="list-tree",
    preview=True,
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def create_project(
    *,
    by: Actor,
    name: str,
    template: ProjectTemplate | None = None,
    day_on: date | None = None,
    anchor: Anchor | None = None,
    days: int | None = None,
    business: bool = False,
    account: Account | None = None,
    owner: Person | None = None,
    confidential: bool = False,
    note: Text | None = None,
) -> Project:
    """Towards a day or an anchor there is; with the steps of a template, or none. Of whoever starts it where no owner is
    said. A day of its own becomes its own anchor; with `days` that follows the other anchor by so many. Steps of somebody
    who left, or of a role nobody holds, go to the owner, and that is said. A confidential one is seen by its owner and
    whoever does a step of it; its tasks say nothing."""
    _check(template, day_on, anchor, days)
    person = owner or by.person
    if person is None:
        raise Invalid({"owner": _("Say whose project it is.")})
    must_work_here(owner=person)
    project = Project(
        name=words("name", name, NAME),
        note=note or "",
        account=account,
        owner=person,
        anchor=anchor if days is None else None,
        template=template,
        created_at=by.now,
        audience=[f"person:{person.pk}"] if confidential else ["all"],
    )
    if day_on is not None or days is not None:
        project.anchor = create_anchor(
            by=by,
            name=neutral_day() if confidential else project.name,
            day_on=day_on,
            account=None if confidential else account,
            owner=person,
            after=anchor,
            after_days=days,
            after_business=business,
        )
        project.own_anchor = True
    keep_project(project, by)
    if template is not None:
        _take_steps(project, template, by)
    if account is not None and not confidential:
        by.timeline(account.pk, "work.project_started", ref=project, title=said("{name} begins").format(name=project))
    return project


def _check(template: ProjectTemplate | None, day_on: date | None, anchor: Anchor | None, days: int | None) -> None:
    if day_on is not None and anchor is not None:
        raise Invalid({"day_on": _("Say a day or an anchor: not both.")})
    if days is not None and anchor is None:
        raise Invalid({"anchor": _("Say the anchor it follows by so many days.")})
    if days is not None and abs(days) > MOST_DAYS:
        raise Invalid({"days": _("By how many days? Negative is before it.")})
    if anchor is not None and anchor.removed_at is not None:
        raise Invalid({"anchor": _("This anchor is removed.")})
    if template is not None:
        if (refusal := template_removed(template)) is not None:
            raise Invalid({"template": str(refusal)})
        if day_on is None and anchor is None:
            raise Invalid({"day_on": _("The template counts from a day: say which, or an anchor.")})


def _take_steps(project: Project, template: ProjectTemplate, by: Actor) -> None:
    made: dict[int, ProjectStep] = {}
    for each in template_steps(template.pk):
        made[each.pk] = begin_step(
            project,
            by,
            each.title,
            each.days,
            each.business,
            None,
            owner=_who_does(each, project, by),
            minutes=each.minutes,
        )
    ties = ties_of_template(template.pk)
    StepTie.objects.bulk_create(
        [
            StepTie(step=made[key], waits_for=made[other])
            for key, others in ties.items()
            for other in sorted(others)
            if key in made and other in made
        ]
    )
    if by.dry:
        _say_steps(made.values(), by)
    warn(project, by)


def _say_steps(steps: Iterable[ProjectStep], by: Actor) -> None:
    """What a template makes of the day, one sentence a step."""
    zone = company_zone()
    for step in steps:
        by.say(said("{what}: {day}, {who}").format(what=step, day=said_day(due_on(step, zone)), who=step.task.owner))


def _who_does(step: TemplateStep, project: Project, by: Actor) -> Person | None:
    """Its person, or of those who hold its role the one who owns the account or the project, else who has least to do."""
    if step.person is not None:
        if step.person.is_active:
            return step.person
        by.say(said("{name} no longer works here: “{what}” is with {owner}.").format(
            name=step.person, what=step, owner=project.owner
        ))  # fmt: skip
        return project.owner
    if not step.role:
        return project.owner
    able = Person.objects.active().filter(roles__role=step.role)
    near = [project.account.owner_id if project.account is not None else None, project.owner_id]
    for pk in near:
        if pk is not None and (found := able.filter(pk=pk).first()) is not None:
            return found
    open_tasks = Count("tasks", filter=Q(tasks__state=TaskState.OPEN), distinct=True)
    found = able.annotate(has=open_tasks).order_by("has", "name", "pk").first()
    if found is None:
        by.say(said("Nobody is {role}: “{what}” is with {owner}.").format(
            role=step.get_role_display(), what=step, owner=project.owner
        ))  # fmt: skip
    return found or project.owner


@action(_("Changed project"), said=_("Changed “{project}”"), who=WHO, undo="work.change_project", icon="pencil")
def change_project(project: Project, *, by: Actor, name: str | None = None, note: Text | None = None) -> Project:
    """What is not said stays. Its anchor keeps the name it has."""
    by.undo_args(name=project.name, note=project.note)
    if name is not None:
        project.name = words("name", name, NAME)
    if note is not None:
        project.note = note
    return keep_project(project, by)


@action(
    _("Handed project over"),
    said=_("Handed “{project}” over to {to}"),
    who=WHO,
    undo="work.hand_over_project",
    icon="arrow-forward-up",
)
def hand_over_project(project: Project, *, by: Actor, to: Person) -> Project:
    """A colleague answers for it from now on. Its steps stay with whom they are."""
    new_owner(project, by, to)
    token = f"person:{to.pk}"
    if project.confidential and token not in project.audience:
        show_to(project, [*project.audience, token], by)
    return keep_project(project, by)


@action(_("Finished project"), said=_("Finished “{project}”"), who=WHO, undo="work.reopen_project", icon="check")
def finish_project(project: Project, *, by: Actor) -> Project:
    """All of it is done. Refused while a step is open."""
    return _close(project, ProjectState.DONE, by)


@finish_project.can
def _may_finish(project: Project, now: datetime) -> Refusal | None:
    left = Task.objects.open().filter(step__project=project).count() if project.state == ProjectState.OPEN else 0
    if left:
        return Refusal("open_steps", _("Steps still open: {n}. Finish or drop them first."), n=left)
    return ended(project)


@action(
    _("Dropped project"), said=_("Dropped “{project}”"), who=WHO, undo="work.reopen_project", icon="x", preview=True
)
def drop_project(project: Project, *, by: Actor) -> Project:
    """It is given up: its open steps are dropped, and so is an anchor of its own that nothing else counts from."""
    dropped = list(Task.objects.open().filter(step__project=project))
    for task in dropped:
        drop_task(task, by=by)
    by.say(said("Steps dropped with it: {n}").format(n=len(dropped)))
    by.undo_args(tasks=json.dumps([task.pk for task in dropped]))
    _close(project, ProjectState.DROPPED, by)
    anchor = project.anchor
    if project.own_anchor and anchor is not None and anchor.removed_at is None and not _leans_on(anchor):
        remove_anchor(anchor, by=by)
    return project


def _leans_on(anchor: Anchor) -> bool:
    """Whether something else still counts from an anchor."""
    return (
        Deadline.objects.open().filter(anchor=anchor).exists()
        or anchor.projects.filter(state=ProjectState.OPEN).exists()
        or anchor.followers.filter(removed_at=None).exists()
    )


@change_project.can
@hand_over_project.can
@drop_project.can
def _runs(project: Project, now: datetime) -> Refusal | None:
    return ended(project)


@action(
    _("Reopened project"),
    said=_("Reopened “{project}”"),
    who=WHO,
    final=_("Finish or drop it again."),
    icon="rotate",
)
def reopen_project(project: Project, *, by: Actor, tasks: Text | None = None) -> Project:
    """It goes on. tasks: ids, as JSON, of what was dropped with it and is opened again."""
    must_work_here(owner=project.owner)
    project.state, project.closed_at = ProjectState.OPEN, None
    keep_project(project, by)
    if project.own_anchor and project.anchor is not None and project.anchor.removed_at is not None:
        restore_anchor(project.anchor, by=by)
    for task in Task.objects.filter(step__project=project, state=TaskState.DROPPED, pk__in=ids_of(tasks)):
        reopen_task(task, by=by)
    return project


@reopen_project.can
def _is_ended(project: Project, now: datetime) -> Refusal | None:
    return Refusal("open", _("This project is open.")) if project.state == ProjectState.OPEN else None


def _close(project: Project, state: ProjectState, by: Actor) -> Project:
    project.state, project.closed_at = state, by.now
    return keep_project(project, by)
