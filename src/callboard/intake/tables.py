"""What the lists of the Inbox show."""

from django.utils.translation import gettext_lazy as _

from callboard.intake.models import RoutingRule, Wants
from callboard.kit.tables import Column, Table


def asks(rule: RoutingRule) -> str:
    """What a rule asks, in words; "everything" where it asks nothing."""
    parts = [", ".join(str(Wants(code).label) for code in rule.intents)] if rule.intents else []
    asked = rule.conditions
    if asked.get("tiers"):
        parts.append(str(_("tier {tiers}")).format(tiers=", ".join(asked["tiers"])))
    if asked.get("states"):
        parts.append(", ".join(asked["states"]))
    words = {
        "known": (_("known customers"), _("strangers")),
        "has_owner": (_("with an owner"), _("without an owner")),
        "in_hours": (_("in business hours"), _("outside business hours")),
    }
    parts += [str(words[name][0 if asked[name] else 1]) for name in words if name in asked]
    return " · ".join(parts) or str(_("everything"))


def whom(rule: RoutingRule) -> str:
    """Whom it chooses."""
    if rule.strategy == "owner":
        return str(rule.get_role_display())
    if rule.person is not None:
        return str(rule.person)
    if rule.pool is not None:
        return f"{rule.pool}, {rule.get_strategy_display()}"
    return str(rule.get_strategy_display())


def state(rule: RoutingRule) -> str:
    """Nothing for a rule that decides."""
    return "" if rule.active else str(_("Retired"))


class RuleTable(Table):
    columns = [
        Column("position", _("No."), kind="number", total=False),
        Column("name", _("Rule"), link=True),
        Column("asks", _("When"), value=asks, sort=None),
        Column("whom", _("Goes to"), value=whom, sort=None, needs=("pool", "person")),
        Column("mode", _("Then")),
        Column("state", _("State"), value=state, sort=None),
    ]
