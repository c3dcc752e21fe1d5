"""The routing table as pages: readable, printable, changed in place."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.intake import actions as verbs
from callboard.intake.models import Decision, Medium, RoutingRule, Wants
from callboard.intake.tables import RuleTable, asks, whom
from callboard.kit.filters import Flag
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.team.models import Person


class RoutingRules(ListPage):
    """Rules in the order they are asked; the first that fits and finds somebody decides."""

    model = RoutingRule
    title = _("Routing rules")
    url = "routing/"
    name = "routing-rules"
    who = "intake.view"
    table = RuleTable
    filters = [Flag("active", _("Active"))]
    buttons = [verbs.create_rule, verbs.add_usual_rules, verbs.route_waiting]
    bulk = (verbs.retire_rule, verbs.restore_rule)
    paste = False
    empty = Empty(_("No rules yet"), _("Start with the usual ones and change them, or write your own."), "route")
    order = ("position", "id")


class RoutingRuleRecord(RecordPage):
    """One rule, the turns it keeps and what it decided."""

    model = RoutingRule
    url = "routing/<int:pk>/"
    name = "routing-rule"
    who = "intake.view"
    buttons = [verbs.change_rule, verbs.move_rule, verbs.retire_rule, verbs.restore_rule]
    related = ("pool", "person")
    timeline = False
    template = "intake/rule.html"

    def title(self, obj: Any) -> str:
        return f"{obj.position}. {obj.name}"

    def state(self, obj: Any) -> tuple[Any, str] | None:
        return None if obj.active else (_("Retired"), "")

    def facts(self, obj: Any) -> list[tuple[Any, Any]]:
        return [
            (_("When"), asks(obj)),
            (_("Goes to"), whom(obj)),
            (_("Then"), obj.get_mode_display()),
            (_("Even past the limit"), _("Yes") if obj.past_limit else _("No")),
            (_("Edition"), obj.edition),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        decided = Decision.objects.filter(rule=obj).select_related("item", "winner").order_by("-id")[:20]
        turns = obj.turns.select_related("person").order_by("end", "number")
        return {"decided": decided, "turns": turns}


FIELDS = ("name", "intents", "tiers", "states", "channels", "known", "has_owner", "in_hours", "strategy", "pool")
LABELS: dict[str, str | Promise] = {
    "known": _("Known customers"),
    "has_owner": _("The account has an owner"),
    "in_hours": _("In business hours"),
    "channels": _("Came by"),
}
HOW = _(
    "Several are separated by commas; an empty field asks nothing. What they want: {intents}. Came by: {media}. "
    "States in two letters, tiers A to D."
)


def how_to_write() -> str:
    """The codes a person may type."""
    return str(HOW).format(intents=", ".join(Wants.values), media=", ".join(Medium.values))


class CreateRule(ActionPage):
    """A new line of the table."""

    action = verbs.create_rule
    fields = FIELDS
    labels = LABELS
    text = lazy(how_to_write, str)()

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Person.objects.active() if name == "person" else None


class ChangeRule(ActionPage):
    """A rule as it was typed."""

    action = verbs.change_rule
    fields = FIELDS
    labels = LABELS
    text = lazy(how_to_write, str)()

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        asked = target.conditions
        switch = {True: "yes", False: "no"}
        return {
            "intents": ", ".join(target.intents),
            **{name: ", ".join(asked.get(name, ())) for name in ("tiers", "states", "channels")},
            **{name: switch.get(asked.get(name), "any") for name in ("known", "has_owner", "in_hours")},
        }

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Person.objects.active() if name == "person" else None


__all__ = ["ChangeRule", "CreateRule", "RoutingRuleRecord", "RoutingRules"]
