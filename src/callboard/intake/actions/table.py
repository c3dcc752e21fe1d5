"""The routing table: create, change, move and retire a rule.  Whatever waits is tried again within a minute."""

from datetime import datetime
from enum import Enum
from typing import Any

from django.db.models import F, Max, TextChoices
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.directory.models.account import Tier
from callboard.intake.models import Medium, RoutingRule, Wants
from callboard.intake.models.routing import How, Role, Sends
from callboard.intake.rules.facts import Strategy
from callboard.intake.rules.table import Unknown, conditions, listed
from callboard.team.models import Person, Pool


class Asks(TextChoices):
    """A condition that may ask nothing."""

    ANY = "any", _("Either")
    YES = "yes", _("Yes")
    NO = "no", _("No")


ASKED = {Asks.ANY: None, Asks.YES: True, Asks.NO: False}


def _codes(field: str, text: str, allowed: Any, *, upper: bool = False) -> list[str]:
    choices = (
        [choice.value for choice in allowed] if isinstance(allowed, type) and issubclass(allowed, Enum) else allowed
    )
    try:
        return listed(text, choices, upper=upper)
    except Unknown as unknown:
        sentence = _("{words} is not known here. Choose from: {choices}.").format(
            words=unknown, choices=", ".join(choices or ())
        )
        raise Invalid({field: sentence}) from unknown


def _check(rule: RoutingRule) -> None:
    """Invalid where the rule names nobody."""
    if rule.strategy == Strategy.FIXED and rule.person is None:
        raise Invalid({"person": _("Say which person.")})
    if rule.strategy in (Strategy.ROUND_ROBIN, Strategy.LEAST_LOADED, Strategy.LONGEST_IDLE) and rule.pool is None:
        raise Invalid({"pool": _("Say which pool it chooses from.")})


@action(
    _("Retired rule"), said=_("Retired rule {rule}"), who="intake.route", undo="intake.restore_rule", icon="archive"
)
def retire_rule(rule: RoutingRule, *, by: Actor) -> RoutingRule:
    """The rule decides nothing more; its turns are kept."""
    return _switch(rule, False, by)


@action(_("Restored rule"), said=_("Restored rule {rule}"), who="intake.route", undo=retire_rule, icon="rotate")
def restore_rule(rule: RoutingRule, *, by: Actor) -> RoutingRule:
    """The rule decides again, at its old place."""
    return _switch(rule, True, by)


@action(
    _("Gave rule to somebody else"),
    said=_("{rule} gives to {to} now"),
    who="intake.route",
    undo="intake.give_rule",
    icon="user-share",
)
def give_rule(rule: RoutingRule, *, by: Actor, to: Person) -> RoutingRule:
    """Let a rule that names one person name another."""
    must_work_here(to=to)
    if rule.person is not None:
        by.undo_args(to=rule.person)
    rule.person, rule.updated_at = to, by.now
    rule.edition += 1
    rule.save()
    return rule


@retire_rule.can
def _active(rule: RoutingRule, now: datetime) -> Refusal | None:
    return None if rule.active else Refusal("retired", _("This rule is retired already."))


@restore_rule.can
def _retired(rule: RoutingRule, now: datetime) -> Refusal | None:
    return Refusal("active", _("This rule is active already.")) if rule.active else None


def _switch(rule: RoutingRule, active: bool, by: Actor) -> RoutingRule:
    rule.active, rule.updated_at = active, by.now
    rule.edition += 1
    rule.save()
    return rule


@action(_("Added rule"), said=_("Added rule {result}"), who="intake.route", undo=retire_rule, icon="plus")
def create_rule(
    *,
    name: str,
    strategy: How,
    intents: str = "",
    tiers: str = "",
    states: str = "",
    channels: str = "",
    known: Asks = Asks.ANY,
    has_owner: Asks = Asks.ANY,
    in_hours: Asks = Asks.ANY,
    pool: Pool | None = None,
    person: Person | None = None,
    role: Role = Role.OWNER,
    mode: Sends = Sends.SEND,
    past_limit: bool = False,
    same_language: bool = False,
    by: Actor,
) -> RoutingRule:
    """A new rule, last in the table.  Lists are codes separated by commas; an empty one asks nothing."""
    last = RoutingRule.objects.aggregate(last=Max("position"))["last"] or 0
    rule = RoutingRule(position=last + 1, created_at=by.now)
    return write_rule(
        rule,
        by,
        name=name,
        strategy=strategy.value,
        intents=_codes("intents", intents, Wants),
        conditions=_conditions(tiers, states, channels, known, has_owner, in_hours),
        pool=pool,
        person=person,
        role=role.value,
        mode=mode.value,
        past_limit=past_limit,
        same_language=same_language,
    )


@action(
    _("Changed rule"),
    said=_("Changed rule {rule}"),
    who="intake.route",
    final=_("Change it back; the old wording is in its history."),
    icon="pencil",
)
def change_rule(
    rule: RoutingRule,
    *,
    name: str,
    strategy: How,
    intents: str = "",
    tiers: str = "",
    states: str = "",
    channels: str = "",
    known: Asks = Asks.ANY,
    has_owner: Asks = Asks.ANY,
    in_hours: Asks = Asks.ANY,
    pool: Pool | None = None,
    person: Person | None = None,
    role: Role = Role.OWNER,
    mode: Sends = Sends.SEND,
    past_limit: bool = False,
    same_language: bool = False,
    by: Actor,
) -> RoutingRule:
    """Another wording of a rule; decisions already made keep the edition they were made by."""
    rule.edition += 1
    return write_rule(
        rule,
        by,
        name=name,
        strategy=strategy.value,
        intents=_codes("intents", intents, Wants),
        conditions=_conditions(tiers, states, channels, known, has_owner, in_hours),
        pool=pool,
        person=person,
        role=role.value,
        mode=mode.value,
        past_limit=past_limit,
        same_language=same_language,
    )


@action(
    _("Moved rule"),
    said=_("Moved rule {rule} to place {to}"),
    who="intake.route",
    undo="intake.move_rule",
    icon="arrows-sort",
)
def move_rule(rule: RoutingRule, *, to: int, by: Actor) -> RoutingRule:
    """Put a rule at another place, 1 for the first; the others make room."""
    order = list(RoutingRule.objects.order_by("position", "id").select_for_update(no_key=True))
    by.undo_args(to=[one.pk for one in order].index(rule.pk) + 1)
    rest = [one for one in order if one.pk != rule.pk]
    place = min(max(to, 1), len(order)) - 1
    for position, one in enumerate([*rest[:place], rule, *rest[place:]], start=1):
        if one.position != position:
            RoutingRule.objects.filter(pk=one.pk).update(position=position, version=F("version") + 1)
    rule.refresh_from_db()
    return rule


def _conditions(tiers: str, states: str, channels: str, known: Asks, has_owner: Asks, in_hours: Asks) -> dict[str, Any]:
    return conditions(
        tiers=_codes("tiers", tiers, Tier, upper=True),
        states=_codes("states", states, None, upper=True),
        channels=_codes("channels", channels, Medium),
        known=ASKED[known],
        has_owner=ASKED[has_owner],
        in_hours=ASKED[in_hours],
    )


def write_rule(rule: RoutingRule, by: Actor, **values: Any) -> RoutingRule:
    """Give a rule these values.  Invalid for one without a name, or that names nobody."""
    for field, value in values.items():
        setattr(rule, field, value)
    if not rule.name.strip():
        raise Invalid({"name": _("Give the rule a name: it stands in every reason it gives.")})
    _check(rule)
    rule.updated_at = by.now
    rule.save()
    return rule
