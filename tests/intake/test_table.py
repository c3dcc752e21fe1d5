"""The routing table: written, changed, moved, retired; and what stands behind a reason."""

import pytest

from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Log
from callboard.intake.actions import change_rule, create_rule, move_rule, restore_rule, retire_rule
from callboard.intake.actions.table import Asks
from callboard.intake.models import RoutingRule
from callboard.intake.models.routing import How
from callboard.intake.queries import checks
from callboard.intake.queries.facts import rule_facts
from callboard.intake.rules.sentences import CAUSE, WHY, cause_words, why
from tests.intake.make import CLOCK, actor, item, person, pool, rule

pytestmark = pytest.mark.django_db


def order() -> list[str]:
    return list(RoutingRule.objects.filter(active=True).values_list("name", flat=True))


def test_a_rule_is_read_as_it_was_typed() -> None:
    sales = pool("Sales")
    made = create_rule(
        name="Big ones", strategy=How.ROUND_ROBIN, pool=sales, intents="new_lead, question new_lead",
        tiers="a b", states="tx", known=Asks.YES, in_hours=Asks.NO, by=CLOCK,
    )  # fmt: skip
    facts = rule_facts(made)
    assert (made.position, made.intents) == (1, ["new_lead", "question"])
    assert made.conditions == {"tiers": ["A", "B"], "states": ["TX"], "known": True, "in_hours": False}
    assert (facts.pool, facts.conditions.tiers, facts.conditions.has_owner) == (sales.pk, {"A", "B"}, None)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " ", "strategy": How.OWNER}, "name"),
        ({"name": "x", "strategy": How.FIXED}, "person"),
        ({"name": "x", "strategy": How.LEAST_LOADED}, "pool"),
        ({"name": "x", "strategy": How.OWNER, "intents": "quarrel"}, "intents"),
        ({"name": "x", "strategy": How.OWNER, "tiers": "Z"}, "tiers"),
    ],
)
def test_a_rule_that_names_nobody_or_nothing_known_is_invalid(fields: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as error:
        create_rule(by=CLOCK, **fields)
    assert field in error.value.errors
    assert not RoutingRule.objects.exists()


def test_moving_makes_room_and_is_undone() -> None:
    desk = actor(person())
    for name in ("one", "two", "three"):
        rule(name, How.OWNER)
    move_rule(RoutingRule.objects.get(name="three"), to=1, by=desk)
    assert order() == ["three", "one", "two"]
    move_rule.undo_of(Log.objects.get(action="intake.move_rule"), by=desk)
    assert order() == ["one", "two", "three"]


def test_a_retired_rule_decides_nothing_and_can_be_restored() -> None:
    one = person()
    made = rule(pool=pool("Sales", one))
    retire_rule(made, by=actor(person()))
    assert item().state == "waiting"
    with pytest.raises(Refused, match="retired already"):
        retire_rule(made, by=CLOCK)
    made.refresh_from_db()
    restore_rule(made, by=CLOCK)
    with pytest.raises(Refused, match="active already"):
        restore_rule(made, by=CLOCK)
    assert item("Another").person == one


def test_changing_a_rule_raises_its_edition() -> None:
    made = rule("Owner first", How.OWNER)
    change_rule(made, name="Owner", strategy=How.OWNER, known=Asks.YES, by=CLOCK)
    made.refresh_from_db()
    assert (made.name, made.edition, made.conditions) == ("Owner", 2, {"known": True})


def test_only_who_may_route_changes_the_table() -> None:
    marcus = actor(person(roles=("account_executive",)))
    with pytest.raises(Forbidden):
        create_rule(name="Mine", strategy=How.OWNER, by=marcus)
    made = rule("Owner first", How.OWNER)
    for act in (retire_rule, restore_rule):
        with pytest.raises(Forbidden):
            act(made, by=marcus)
    with pytest.raises(Forbidden):
        move_rule(made, to=1, by=marcus)


def test_every_reason_and_cause_is_a_sentence() -> None:
    for code in WHY:
        said = why(
            code, {"person": 1, "absent": 2, "by": 3, "cause": "absent", "units": "3", "eligible": 4}, {1: "Ann"}
        )
        assert said.endswith(".")
        assert "{" not in said
        assert why(code, {}, {})
    assert why("nobody knows", {}, {}) == ""
    assert all(cause_words(code) for code in CAUSE)


def test_the_check_sees_what_does_not_fit() -> None:
    one = person()
    rule(pool=pool("Sales", one))
    made, other = item(), item("Other")
    assert list(checks.assignments()) == []
    made.assignments.update(person=person())
    task = other.assignments.get().task
    type(task).objects.filter(pk=task.pk).update(owner=person())
    assert len(list(checks.assignments())) >= 2
