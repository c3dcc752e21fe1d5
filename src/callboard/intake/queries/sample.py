"""Whether new business would get somebody: asked of the rules alone, whoever is away today."""

from collections.abc import Iterable, Mapping
from typing import Any

from callboard.core.asking import Question
from callboard.intake.models import RoutingRule, Wants
from callboard.intake.queries.facts import rule_facts
from callboard.intake.rules import ItemFacts, Loads, People, PersonFacts, Rules, Turns, decide
from callboard.intake.rules.decide import LONG_AGO
from callboard.team.models import Person, PoolMember

COLUMNS = (
    "id",
    "position",
    "name",
    "strategy",
    "edition",
    "intents",
    "conditions",
    "pool_id",
    "person_id",
    "role",
    "mode",
    "past_limit",
    "same_language",
)
#: A stranger who wants to buy, and one nobody understands; by day and by night.
SAMPLES = [
    ItemFacts(0, code.value, LONG_AGO, in_hours=in_hours)
    for code in (Wants.NEW_LEAD, Wants.UNSURE)
    for in_hours in (True, False)
]


def asked() -> dict[str, Question]:
    """What `nobody_for` looks at."""
    members = PoolMember.objects.filter(person__is_active=True)
    return {
        "rules": Question("list", RoutingRule.objects.filter(active=True).values(*COLUMNS)),
        "people": Question("list", Person.objects.active().values("pk")),
        "members": Question("list", members.values("person_id", "pool_id", "weight")),
    }


def nobody_for(found: Mapping[str, Iterable[Mapping[str, Any]]]) -> Wants | None:
    """What a stranger would want for whom the rules name nobody; None where each gets somebody."""
    pools: dict[int, dict[int, int]] = {}
    for row in found["members"]:
        pools.setdefault(row["person_id"], {})[row["pool_id"]] = row["weight"]
    people = People(PersonFacts(row["pk"], pools=pools.get(row["pk"], {})) for row in found["people"])
    rules = Rules(rule_facts(RoutingRule(**row)) for row in found["rules"])
    for sample in SAMPLES:
        if decide(sample, rules, people, Loads(), Turns(), LONG_AGO).winner is None:
            return Wants(sample.intent)
    return None
