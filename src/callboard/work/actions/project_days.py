"""A project on other days, and which of its steps cannot be done in time."""

from datetime import date, datetime

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.work.actions.anchors import tied
from callboard.work.actions.fields import WHO
from callboard.work.actions.shifting import Before, move_anchor_back, shift
from callboard.work.actions.showing import keep_project
from callboard.work.actions.steps import ended
from callboard.work.models import Anchor, Deadline, Project, ProjectState, ProjectStep
from callboard.work.queries.projects import picture_of


def warn(project: Project, by: Actor) -> None:
    """Say which steps cannot be done by the day they are due."""
    picture = picture_of(ProjectStep.objects.filter(project=project), by.today)
    late = [key for key, its in picture.planned.items() if its.slack is not None and its.slack < 0]
    if late:
        names = ", ".join(str(picture.steps[key]) for key in late[:5])
        by.say(said("{n} of its steps cannot be done in time: {names}").format(n=len(late), names=names))


@action(
    _("Moved project"),
    said=_("Moved “{project}” to {to}"),
    who=WHO,
    undo="work.move_project_back",
    icon="calendar-event",
    preview=True,
)
def move_project(
    project: Project,
    *,
    by: Actor,
    to: date,
    also: list[Deadline] = [],  # noqa: B006  the form's default; never changed
) -> Project:
    """Its anchor stands on another day. Its steps move with it, stay or ask as every deadline does; so does whatever else
    counts from that anchor. Says which steps cannot be done in time then."""
    assert project.anchor is not None  # `can` has looked
    anchor = Anchor.objects.select_for_update(no_key=True).get(pk=project.anchor.pk)
    if to == anchor.day_on:
        raise Invalid({"to": _("It is on that day.")})
    others = Project.objects.filter(anchor=anchor, state=ProjectState.OPEN).exclude(pk=project.pk).count()
    if others:
        by.say(said("Other projects that count from the same anchor and move too: {n}").format(n=others))
    before = Before()
    before.of_anchor(anchor)
    anchor.after, anchor.after_days, anchor.after_business = None, None, False
    shift(anchor, to, by, before, {each.pk for each in also})
    by.touched(anchor, result=anchor)
    warn(project, by)
    return keep_project(project, by)


@action(
    _("Tied project"),
    said=_("“{project}” follows “{to}”"),
    who=WHO,
    undo="work.move_project_back",
    icon="link",
    preview=True,
)
def tie_project(project: Project, *, by: Actor, to: Anchor, days: int, business: bool = False) -> Project:
    """Its own anchor follows another from now on, a show's or another project's, by so many days, and moves there now; its
    steps move as they do when it is moved. Invalid where the two would follow each other."""
    assert project.anchor is not None  # `can` has looked
    anchor = Anchor.objects.select_for_update(no_key=True).get(pk=project.anchor.pk)
    before = Before()
    before.of_anchor(anchor)
    shift(anchor, tied(anchor, to, days, business), by, before, set())
    by.touched(anchor, result=anchor)
    warn(project, by)
    return keep_project(project, by)


@move_project.can
def _may_move(project: Project, now: datetime) -> Refusal | None:
    if project.anchor is None:
        return Refusal("no_anchor", _("It counts from no anchor: each of its steps has a day of its own."))
    if project.anchor.removed_at is not None:
        return Refusal("anchor_removed", _("Its anchor is removed. Restore the anchor first."))
    return ended(project)


@tie_project.can
def _may_tie(project: Project, now: datetime) -> Refusal | None:
    if (refusal := _may_move(project, now)) is not None:
        return refusal
    if not project.own_anchor:
        return Refusal("shared", _("It counts from “{anchor}”, as others may: tie that anchor."), anchor=project.anchor)
    return None


@action(
    _("Moved project back"),
    said=_("“{project}” is back where it was"),
    who=WHO,
    final=_("Move it again."),
    icon="arrow-back-up",
    # What a move kept is the program's own to give back.
    served=False,
)
def move_project_back(project: Project, *, by: Actor, back: Text) -> Project:
    """As it stood before it was moved (`back`: what that kept). What was moved by hand or closed since stays so."""
    if project.anchor is None:
        raise Refused(Refusal("no_anchor", _("It counts from no anchor: each of its steps has a day of its own.")))
    move_anchor_back(project.anchor, by=by, back=back)
    return keep_project(project, by)
