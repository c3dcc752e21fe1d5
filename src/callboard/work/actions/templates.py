"""Templates of projects: what their projects consist of, with days that count from the project's anchor."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.team.models import Person
from callboard.team.models.rights import Role
from callboard.work.actions.fields import TITLE, WHO, minutes_or_invalid, new_owner, refuse_circle, words
from callboard.work.models import ProjectTemplate, TemplateStep, TemplateTie
from callboard.work.queries.projects import ties_of_template
from callboard.work.rules.anchors import MOST_DAYS
from callboard.work.rules.projects import circle_in

NAME = 120


@action(
    _("Made project template"),
    said=_("Made “{result}”"),
    who=WHO,
    undo="work.remove_project_template",
    icon="template",
    roots=lambda given: set(),
)
def create_project_template(*, by: Actor, name: str, note: Text | None = None) -> ProjectTemplate:
    """A template without steps, of whoever makes it."""
    template = ProjectTemplate(name=words("name", name, NAME), note=note or "", owner=by.person, created_at=by.now)
    return _keep(template, by)


@action(
    _("Changed project template"),
    said=_("Changed “{project_template}”"),
    who=WHO,
    undo="work.change_project_template",
    icon="pencil",
)
def change_project_template(
    project_template: ProjectTemplate, *, by: Actor, name: str | None = None, note: Text | None = None
) -> ProjectTemplate:
    """What is not said stays. Projects made from it stay as they are."""
    by.undo_args(name=project_template.name, note=project_template.note)
    if name is not None:
        project_template.name = words("name", name, NAME)
    if note is not None:
        project_template.note = note
    return _keep(project_template, by)


@action(
    _("Handed project template over"),
    said=_("Handed “{project_template}” over to {to}"),
    who=WHO,
    undo="work.hand_over_project_template",
    icon="arrow-forward-up",
)
def hand_over_project_template(project_template: ProjectTemplate, *, by: Actor, to: Person) -> ProjectTemplate:
    """A colleague keeps it from now on."""
    new_owner(project_template, by, to)
    return _keep(project_template, by)


@action(
    _("Removed project template"),
    said=_("Removed “{project_template}”"),
    who=WHO,
    undo="work.restore_project_template",
    icon="trash",
)
def remove_project_template(project_template: ProjectTemplate, *, by: Actor) -> ProjectTemplate:
    """No project is made from it any more; those that were stay."""
    project_template.removed_at = by.now
    return _keep(project_template, by)


@action(
    _("Restored project template"),
    said=_("Restored “{project_template}”"),
    who=WHO,
    undo="work.remove_project_template",
    icon="rotate",
)
def restore_project_template(project_template: ProjectTemplate, *, by: Actor) -> ProjectTemplate:
    """Projects may be made from it again."""
    must_work_here(owner=project_template.owner)
    project_template.removed_at = None
    return _keep(project_template, by)


@action(
    _("Added step to template"),
    said=_("Added “{result}” to “{project_template}”"),
    who=WHO,
    undo="work.remove_template_step",
    icon="plus",
)
def add_template_step(
    project_template: ProjectTemplate,
    *,
    by: Actor,
    title: str,
    days: int = 0,
    business: bool = False,
    minutes: int | None = None,
    role: Role | None = None,
    person: Person | None = None,
    after: list[TemplateStep] = [],  # noqa: B006  the form's default; never changed
) -> TemplateStep:
    """A step so many days after the anchor, before it where negative; of a person, of whoever holds a role, or of the
    project's owner. after: what it waits for."""
    step = TemplateStep(template=project_template, created_at=by.now)
    _write(step, title, days, business, minutes, role, person)
    _keep_step(step, by)
    _wait_for(step, after)
    return step


@action(
    _("Changed step of template"),
    said=_("Changed “{template_step}”"),
    who=WHO,
    undo="work.change_template_step",
    icon="pencil",
)
def change_template_step(
    template_step: TemplateStep,
    *,
    by: Actor,
    title: str,
    days: int = 0,
    business: bool = False,
    minutes: int | None = None,
    role: Role | None = None,
    person: Person | None = None,
) -> TemplateStep:
    """All of it as it is said. Projects that were made stay as they are."""
    names = ("title", "days", "business", "minutes", "person")
    by.undo_args(**{name: getattr(template_step, name) for name in names}, role=template_step.role or None)
    _write(template_step, title, days, business, minutes, role, person)
    return _keep_step(template_step, by)


@action(
    _("Ordered step of template"),
    said=_("Changed what “{template_step}” waits for"),
    who=WHO,
    undo="work.order_template_step",
    icon="link",
)
def order_template_step(
    template_step: TemplateStep,
    *,
    by: Actor,
    after: list[TemplateStep] = [],  # noqa: B006  the form's default; never changed
) -> TemplateStep:
    """It waits for these steps and no others. Invalid where they would wait for each other in a circle."""
    by.undo_args(after=[tie.waits_for for tie in template_step.ties.select_related("waits_for")])
    template_step.ties.all().delete()
    _wait_for(template_step, after)
    return _keep_step(template_step, by)


@action(
    _("Removed step of template"),
    said=_("Removed “{template_step}”"),
    who=WHO,
    undo="work.restore_template_step",
    icon="trash",
)
def remove_template_step(template_step: TemplateStep, *, by: Actor) -> TemplateStep:
    """Projects made from now on are without it; what waited for it waits for nothing instead."""
    template_step.removed_at = by.now
    return _keep_step(template_step, by)


@action(
    _("Restored step of template"),
    said=_("Restored “{template_step}”"),
    who=WHO,
    undo="work.remove_template_step",
    icon="rotate",
)
def restore_template_step(template_step: TemplateStep, *, by: Actor) -> TemplateStep:
    """It is a step of the template again. Invalid where steps would wait for each other in a circle."""
    template_step.removed_at = None
    _keep_step(template_step, by)
    # What was ordered without it may close a circle with what it waited for.
    _wait_for(template_step, [])
    return template_step


@change_project_template.can
@hand_over_project_template.can
@remove_project_template.can
@add_template_step.can
def _stands(template: ProjectTemplate, now: datetime) -> Refusal | None:
    return removed(template)


@restore_project_template.can
def _is_removed(template: ProjectTemplate, now: datetime) -> Refusal | None:
    return Refusal("there", _("It is not removed.")) if template.removed_at is None else None


@change_template_step.can
@order_template_step.can
@remove_template_step.can
def _step_stands(step: TemplateStep, now: datetime) -> Refusal | None:
    if step.removed_at is not None:
        return Refusal("removed", _("This step is removed."))
    return removed(step.template)


@restore_template_step.can
def _step_is_removed(step: TemplateStep, now: datetime) -> Refusal | None:
    if step.removed_at is None:
        return Refusal("there", _("It is not removed."))
    return removed(step.template)


def removed(template: ProjectTemplate) -> Refusal | None:
    """Why no project can be made from it."""
    return Refusal("removed", _("This template is removed.")) if template.removed_at is not None else None


def _write(
    step: TemplateStep,
    title: str,
    days: int,
    business: bool,
    minutes: int | None,
    role: Role | None,
    person: Person | None,
) -> None:
    if role and person is not None:
        raise Invalid({"person": _("Say a role or a person: not both.")})
    if abs(days) > MOST_DAYS:
        raise Invalid({"days": _("That is too far from the anchor.")})
    if person is not None and person.pk != step.person_id:
        must_work_here(person=person)
    step.title, step.minutes = words("title", title, TITLE), minutes_or_invalid(minutes)
    step.days, step.business, step.role, step.person = days, business, role or "", person


def _wait_for(step: TemplateStep, others: list[TemplateStep]) -> None:
    if any(each.template_id != step.template_id or each.removed_at is not None for each in others):
        raise Invalid({"after": _("It can wait only for steps of the same template.")})
    ProjectTemplate.objects.select_for_update(no_key=True).get(pk=step.template_id)
    # The way begins with the step somebody looks at.
    ties = ties_of_template(step.template_id)
    after = {step.pk: {each.pk for each in others} | ties.get(step.pk, set())}
    after |= {key: its for key, its in ties.items() if key != step.pk}
    refuse_circle("after", circle_in(after), {each.pk: each.title for each in step.template.steps.all()})
    TemplateTie.objects.bulk_create([TemplateTie(step=step, waits_for=each) for each in others])


def _keep(template: ProjectTemplate, by: Actor) -> ProjectTemplate:
    template.updated_at = by.now
    template.save()
    by.changed(template)
    return template


def _keep_step(step: TemplateStep, by: Actor) -> TemplateStep:
    step.updated_at = by.now
    step.save()
    by.changed(step)
    by.changed(step.template)
    return step
