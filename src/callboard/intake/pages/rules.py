"""The routing table as pages: readable, printable, changed in place."""

from typing import Any

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, MultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core.actions import Actor
from callboard.intake import actions as verbs
from callboard.intake.models import Decision, Medium, RoutingRule, Wants
from callboard.intake.queries.settings import desk_with_people
from callboard.intake.seeds import usual_rules
from callboard.intake.tables import RuleTable, asks, whom
from callboard.kit.filters import Flag
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.team.models import Person, Pool


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
    empty = Empty(
        _("No rules yet"),
        _("Start with the usual ones and change them, or write your own."),
        "route",
        (verbs.add_usual_rules.name,),
    )
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


class AddUsualRules(ActionPage):
    """Each of them with a tick, and who gets what none of them fits."""

    action = verbs.add_usual_rules
    title = _("Add the usual rules")
    fields = ("rules", "everything_else")
    labels = {"rules": _("Rules, in this order"), "everything_else": _("Last, everything else to")}
    text = _(
        "The first rule that fits and finds somebody decides. The last one takes the rest, so nothing goes to nobody."
    )

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        """The rules as ticks, and whom the last one chooses where nobody is said."""
        form = super().form(request, actor, target)
        options = usual_options()
        form.fields["rules"] = MultipleChoiceField(
            label=form.fields["rules"].label,
            choices=options,
            initial=[code for code, _label in options],
            widget=CheckboxSelectMultiple,
            required=False,
            help_text=left_out(),
        )
        form.fields["everything_else"].required = desk_with_people() is None
        if pool := desk_with_people():
            form.fields["everything_else"].help_text = _("Nobody chosen: the pool {pool}.").format(pool=pool)
        form.order_fields(list(self.fields))
        return form

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """Whoever adds them, where no pool is there to take the rest."""
        return {} if desk_with_people() is not None else {"everything_else": actor.person}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        """Who works here."""
        return Person.objects.active() if name == "everything_else" else None

    def arguments(self, form: ActionForm) -> dict[str, Any]:
        """The ticked ones as the action takes them."""
        return super().arguments(form) | {"rules": " ".join(form.cleaned_data["rules"])}

    def next_url(self, result: Any, target: Any) -> str:
        """The table."""
        return reverse(RoutingRules.name)


def usual_options() -> list[tuple[str, str]]:
    """Code, and the rule in words, of each usual rule that can be added here."""
    pools = {pool.name: pool for pool in Pool.objects.all()}
    rows = [
        (row, RoutingRule(**row.values, pool=pools.get(row.pool))) for row in usual_rules() if row.pool in ("", *pools)
    ]
    return [(row.code, f"{rule.name} ({asks(rule)} → {whom(rule)})") for row, rule in rows]


def left_out() -> str:
    """Why some usual rules are not offered: their pools are not here; "" where all are."""
    there = set(Pool.objects.values_list("name", flat=True))
    missing = {row.pool: None for row in usual_rules() if row.pool and row.pool not in there}
    if not missing:
        return ""
    count = sum(row.pool in missing for row in usual_rules())
    sentence = ngettext(
        "{n} more asks the pool {pools}; make it first, under Pools, to have it here.",
        "{n} more ask the pools {pools}; make them first, under Pools, to have those here.",
        count,
    )
    return sentence.format(n=count, pools=", ".join(missing))


__all__ = ["AddUsualRules", "ChangeRule", "CreateRule", "RoutingRuleRecord", "RoutingRules"]
