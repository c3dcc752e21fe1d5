"""What is asked when anchors and deadlines are set, moved, tied and removed."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.pages import ActionPage
from callboard.kit.tables import Text
from callboard.work import actions
from callboard.work.models import Deadline
from callboard.work.pages.anchors import standing_anchors

LABELS: dict[str, Text] = {
    "days": _("Days after the anchor; before it with a minus"),
    "after_days": _("Days after it; before it with a minus"),
    "business": _("In days of work"),
    "after_business": _("In days of work"),
    "zone": _("Time zone of the place; empty: the company's"),
    "price": _("What missing it costs"),
}


class CreateAnchor(ActionPage):
    action = actions.create_anchor
    fields = ("name", "kind", "day_on", "place", "zone", "account", "owner", "after", "after_days", "after_business")
    labels = {name: LABELS[name] for name in ("zone", "after_days", "after_business")}
    text = _("Say its day, or which other anchor it follows and by how many days.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"owner": actor.person}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return standing_anchors() if name == "after" else None


class ChangeAnchor(ActionPage):
    action = actions.change_anchor
    labels = {"zone": LABELS["zone"]}


class MoveAnchor(ActionPage):
    """The preview says what moves, what stays, what asks; what is ticked moves although it asks."""

    action = actions.move_anchor
    days = ("to",)
    labels = {"to": _("New day"), "also": _("Move these too, if they ask")}
    text = _(
        "Press “What would happen” first. What counts from it moves along. What is done or fixed stays. What somebody moved"
        " by hand, what the customer was told, and what would fall on a past day or one of rest asks: it stays unless you"
        " tick it."
    )

    def stands_on(self, request: HttpRequest, target: Any) -> date | None:
        return target.day_on if target is not None else None

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"to": target.day_on}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        if name != "also":
            return None
        of_it = Q(anchor=target) | Q(anchor__after=target)
        return Deadline.objects.open().filter(of_it, days__isnull=False).select_related("task")


class TieAnchor(ActionPage):
    action = actions.tie_anchor
    labels = {"to": _("Follows"), "days": LABELS["after_days"], "business": LABELS["business"]}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return standing_anchors().exclude(pk=target.pk) if name == "to" else None


class RemoveAnchor(ActionPage):
    action = actions.remove_anchor
    danger = True
    labels = {"deadlines": _("What counts from it")}


class CreateDeadline(ActionPage):
    action = actions.create_deadline
    fields = ("title", "anchor", "days", "business", "due_on", "price", "owner", "account", "note")
    labels = {
        **{name: LABELS[name] for name in ("days", "business", "price")},
        "title": _("What has to be done"),
        "due_on": _("Or a fixed day"),
    }

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"owner": actor.person}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return standing_anchors() if name == "anchor" else None


class ChangeDeadline(ActionPage):
    action = actions.change_deadline
    labels = {name: LABELS[name] for name in ("days", "business", "price")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {
            "title": target.task.title, "days": target.days, "business": target.business, "price": target.task.stake,
        }  # fmt: skip


class SetDeadlineDay(ActionPage):
    action = actions.set_deadline_day
    days = ("on",)
    labels = {"on": _("Due")}
