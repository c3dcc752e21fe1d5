"""The usual rules: the table a new company starts with, ending in a rule for whatever no other fits."""

from django.utils.translation import gettext as now_text
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Text, action
from callboard.core.leavers import must_work_here
from callboard.core.refs import number_in
from callboard.intake.actions.table import retire_rule, write_rule
from callboard.intake.models import RoutingRule
from callboard.intake.models.routing import How
from callboard.intake.queries.settings import desk_with_people
from callboard.intake.seeds import UsualRule, everything_else, usual_rules
from callboard.team.models import Person, Pool


@action(
    _("Added the usual rules"),
    said=_("Added the usual rules"),
    who="intake.route",
    undo="intake.retire_usual_rules",
    icon="list-details",
)
def add_usual_rules(*, by: Actor, rules: Text | None = None, everything_else: Person | None = None) -> None:
    """The routing table a new company starts with; a rule whose pool does not exist here is left out.

    rules: only these, as codes with spaces between; nothing for all.  everything_else: who gets what no rule fits; without
    one the pool of the last resort, and where nobody is in that, whoever adds the rules.  Nothing goes to nobody.
    """
    if RoutingRule.objects.filter(active=True).exists():
        raise Invalid({"": _("There are rules already; add what is missing one by one.")})
    pools = {pool.name: pool for pool in Pool.objects.all()}
    wanted = _wanted(rules)
    place = RoutingRule.objects.count()
    made = []
    for row in usual_rules():
        if row in wanted and row.pool in ("", *pools):
            place += 1
            rule = RoutingRule(position=place, created_at=by.now)
            made.append(write_rule(rule, by, **row.values, pool=pools.get(row.pool)))
    made.append(_last(place + 1, everything_else, by))
    by.undo_args(rules=" ".join(str(rule.pk) for rule in made))


@action(
    _("Retired the usual rules"),
    said=_("Retired the usual rules"),
    who="intake.route",
    final=_("Restore those that fit, or add them again."),
    icon="archive",
)
def retire_usual_rules(*, by: Actor, rules: Text) -> None:
    """Take the usual rules back.  rules: their ids, with spaces between; those retired meanwhile stay so."""
    ids = [pk for word in rules.split() if (pk := number_in(word)) is not None]
    for rule in RoutingRule.objects.filter(pk__in=ids, active=True).order_by("position", "id"):
        retire_rule(rule, by=by)


def _wanted(codes: Text | None) -> list[UsualRule]:
    known = {row.code: row for row in usual_rules()}
    if codes is None:
        return list(known.values())
    if strange := [code for code in codes.split() if code not in known]:
        sentence = _("{words} is not known here. Choose from: {choices}.").format(
            words=", ".join(strange)[:80], choices=", ".join(known)
        )
        raise Invalid({"rules": sentence})
    return [known[code] for code in codes.split()]


def _last(place: int, person: Person | None, by: Actor) -> RoutingRule:
    """The rule that asks nothing, so that no item waits for nobody."""
    rule = RoutingRule(position=place, created_at=by.now)
    pool = desk_with_people() if person is None else None
    if pool is not None:
        return write_rule(rule, by, **everything_else(pool))
    someone = person or by.person
    if someone is None:
        raise Invalid({"everything_else": _("Say who gets what no other rule fits.")})
    must_work_here(everything_else=someone)
    title = now_text("Everything else to {person}").format(person=someone)[:120]
    return write_rule(rule, by, name=title, strategy=How.FIXED, person=someone, past_limit=True)
