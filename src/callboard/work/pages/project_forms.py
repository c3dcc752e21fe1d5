"""What is asked when projects, steps and templates are made, changed, tied and moved."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.pages import ActionPage
from callboard.kit.tables import Text
from callboard.work import actions
from callboard.work.models import Deadline, ProjectStep, ProjectTemplate, TaskState, TemplateStep
from callboard.work.pages.anchors import standing_anchors

LABELS: dict[str, Text] = {
    "days": _("Days after the project's day; before it with a minus"),
    "business": _("In days of work"),
    "minutes": _("Minutes it takes"),
    "price": _("What missing it costs"),
    "after": _("Waits for"),
    "waits_for": _("Waits for"),
}


class CreateProject(ActionPage):
    action = actions.create_project
    fields = (
        "name", "template", "day_on", "anchor", "days", "business", "account", "owner", "confidential", "note",
    )  # fmt: skip
    labels = {
        "day_on": _("Its day"),
        "anchor": _("Or the anchor it counts from"),
        "days": _("Days after that anchor, if not on its day; before it with a minus"),
        "business": LABELS["business"],
        "template": _("Template"),
    }
    text = _("With a template its steps, their people and their days are made at once: “What would happen” names them.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"owner": actor.person}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name == "template":
            return ProjectTemplate.objects.filter(removed_at=None)
        return standing_anchors() if name == "anchor" else None


class MoveProject(ActionPage):
    """The preview says what moves, what stays, what asks, and what cannot be done in time then."""

    action = actions.move_project
    days = ("to",)
    labels = {"to": _("New day"), "also": _("Move these too, if they ask")}
    text = _(
        "Press “What would happen” first. Steps move along; what is done or fixed stays; what was moved by hand or told to"
        " the customer asks, and stays unless you tick it."
    )

    def stands_on(self, request: HttpRequest, target: Any) -> date | None:
        return target.anchor.day_on if target is not None and target.anchor is not None else None

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"to": target.anchor.day_on if target.anchor is not None else None}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "also":
            return None
        return Deadline.objects.open().filter(anchor=target.anchor_id, days__isnull=False).select_related("task")


class TieProject(ActionPage):
    """The day of a project hangs at that of a show or of another project."""

    action = actions.tie_project
    labels = {
        "to": _("Follows"),
        "days": _("Days after it; before it with a minus"),
        "business": LABELS["business"],
    }
    text = _("Press “What would happen” first. Whenever what it follows is moved, the project and its steps move too.")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return standing_anchors().exclude(pk=target.anchor_id) if name == "to" else None


class AddStep(ActionPage):
    action = actions.add_step
    fields = ("title", "days", "business", "due_on", "owner", "team", "minutes", "price", "after")
    labels = {
        **{name: LABELS[name] for name in ("days", "business", "minutes", "price", "after")},
        "due_on": _("Or a fixed day"),
    }

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return open_steps_of(target.pk) if name == "after" else None


class ChangeStep(ActionPage):
    action = actions.change_step
    labels = {name: LABELS[name] for name in ("days", "business", "minutes", "price")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        task, deadline = target.task, target.task.deadline
        return {
            "title": str(target),
            "days": deadline.days,
            "business": deadline.business,
            "minutes": task.minutes,
            "price": task.stake,
        }


class MoveStep(ActionPage):
    action = actions.move_step
    days = ("on",)
    labels = {"on": _("Due")}


class TieSteps(ActionPage):
    action = actions.tie_steps
    labels = {"waits_for": LABELS["waits_for"]}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "waits_for":
            return None
        return open_steps_of(target.project_id).exclude(pk=target.pk).exclude(held_up__step=target)


class UntieSteps(ActionPage):
    action = actions.untie_steps
    labels = {"waits_for": LABELS["waits_for"]}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "waits_for":
            return None
        return ProjectStep.objects.filter(held_up__step=target).select_related("task")


def open_steps_of(project_id: int) -> QuerySet[ProjectStep]:
    """What another step of the project may wait for."""
    return ProjectStep.objects.filter(project=project_id, task__state=TaskState.OPEN).select_related("task")


class AddTemplateStep(ActionPage):
    action = actions.add_template_step
    labels = {name: LABELS[name] for name in ("days", "business", "minutes", "after")}
    text = _("Say a person or a role; neither means whoever answers for the project.")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return TemplateStep.objects.filter(template=target, removed_at=None) if name == "after" else None


class ChangeTemplateStep(ActionPage):
    action = actions.change_template_step
    labels = {name: LABELS[name] for name in ("days", "business", "minutes")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        names = ("title", "days", "business", "minutes", "role", "person")
        return {name: getattr(target, name) for name in names}


class OrderTemplateStep(ActionPage):
    action = actions.order_template_step
    labels = {"after": LABELS["after"]}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"after": [tie.waits_for for tie in target.ties.select_related("waits_for")]}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "after":
            return None
        return TemplateStep.objects.filter(template=target.template_id, removed_at=None).exclude(pk=target.pk)
