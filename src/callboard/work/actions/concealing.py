"""Who sees a confidential project."""

from datetime import datetime

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, Refused, action
from callboard.core.leavers import must_work_here
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.work.actions.anchors import keep as keep_anchor
from callboard.work.actions.dated import reason_of
from callboard.work.actions.fields import WHO
from callboard.work.actions.opening import write_task
from callboard.work.actions.showing import neutral, neutral_day, show_to
from callboard.work.actions.steps import ended
from callboard.work.models import Project
from callboard.work.queries.anchors import deadlines_of


@action(
    _("Made project confidential"),
    said=_("“{project}” is confidential"),
    who=WHO,
    undo="work.reveal_project",
    icon="lock",
)
def conceal_project(project: Project, *, by: Actor) -> Project:
    """Only its owner, whoever does a step of it, and whoever conceals it see it. Its tasks and an anchor of its own say
    nothing of it any more; notes on them and lines that were written before stay as they are."""
    _name_anchor(project, neutral_day(), None, by)
    steps = list(project.steps.select_related("task"))
    for step in steps:
        step.words = step.task.title
        write_task(step.task, {"title": neutral(), "account": None}, by)
        step.save()
    people = {project.owner_id, by.person_id, *(step.task.owner_id for step in steps)} - {None}
    show_to(project, [f"person:{pk}" for pk in sorted(pk for pk in people if pk is not None)], by)
    by.say(said("Notes on its tasks, and what was written before, stay as they are."))
    return project


@conceal_project.can
def _is_public(project: Project, now: datetime) -> Refusal | None:
    if project.confidential:
        return Refusal("confidential", _("It is confidential."))
    return ended(project)


@action(
    _("Revealed project"),
    said=_("Everybody sees “{project}”"),
    who=WHO,
    undo="work.conceal_project",
    icon="lock-open",
)
def reveal_project(project: Project, *, by: Actor) -> Project:
    """It is confidential no more: everybody sees it, its tasks say what there is to do, and an anchor of its own has its
    name and account."""
    _name_anchor(project, project.name, project.account, by)
    for step in project.steps.select_related("task"):
        write_task(step.task, {"title": step.words or step.task.title, "account": project.account}, by)
        step.words = ""
        step.save()
    show_to(project, ["all"], by)
    return project


def _name_anchor(project: Project, name: str, account: Account | None, by: Actor) -> None:
    """Let an anchor of the project's own, and why what counts from it is due, say this and no other name."""
    if not project.own_anchor or project.anchor is None:
        return
    project.anchor.name, project.anchor.account = name, account
    keep_anchor(project.anchor, by)
    for deadline in deadlines_of([project.anchor.pk]):
        write_task(deadline.task, reason_of(deadline), by)


@action(
    _("Shared project"),
    said=_("{to} sees “{project}”"),
    who=WHO,
    undo="work.stop_sharing_project",
    icon="user-plus",
)
def share_project(project: Project, *, by: Actor, to: Person) -> Project:
    """A colleague sees the confidential project too."""
    must_work_here(to=to)
    by.undo_args(to=to)
    if f"person:{to.pk}" in project.audience:
        raise Refused(Refusal("sees", _("{name} sees it already."), name=to.name))
    show_to(project, [*project.audience, f"person:{to.pk}"], by)
    return project


@action(
    _("Stopped sharing project"),
    said=_("{to} sees “{project}” no more"),
    who=WHO,
    undo="work.share_project",
    icon="user-minus",
)
def stop_sharing_project(project: Project, *, by: Actor, to: Person) -> Project:
    """A colleague sees it no more. Refused for its owner and for whoever has a step to do."""
    by.undo_args(to=to)
    if to.pk == project.owner_id or project.steps.open().filter(task__owner=to).exists():
        raise Refused(Refusal("works_on_it", _("{name} works on it."), name=to.name))
    if f"person:{to.pk}" not in project.audience:
        raise Refused(Refusal("sees_not", _("{name} does not see it."), name=to.name))
    show_to(project, [each for each in project.audience if each != f"person:{to.pk}"], by)
    return project


@reveal_project.can
@share_project.can
@stop_sharing_project.can
def _is_confidential(project: Project, now: datetime) -> Refusal | None:
    return None if project.confidential else Refusal("public", _("Everybody sees it."))
