"""The usual rules leave nothing to nobody, and the set-up list says where rules do."""

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Invalid, Text
from callboard.core.demo import World
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.intake import demo
from callboard.intake.actions import add_usual_rules, create_rule, retire_rule
from callboard.intake.actions.table import Asks
from callboard.intake.models import RoutingRule
from callboard.intake.models.routing import How
from callboard.intake.seeds import usual_rules
from callboard.team.models import Person, PoolMember
from callboard.team.queries.setup import setup_of
from tests import make
from tests.intake.make import CLOCK, item, pool, rule
from tests.intake.make import person as colleague

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Person:
    made = make.person("Ada Admin", roles=("administrator", "sales_support"))
    client.force_login(made)
    return made


def names() -> list[str]:
    return list(RoutingRule.objects.filter(active=True).order_by("position").values_list("name", flat=True))


def step(person: Person) -> tuple[str, str]:
    """What the set-up list says is there, and what is lacking."""
    found = next(one for one in setup_of(make.actor(person)).steps if one.entry.name == "routing")
    return found.there, found.lacks


def test_of_a_new_company_every_item_gets_somebody(admin: Person) -> None:
    add_usual_rules(by=make.actor(admin))
    assert names()[-1] == "Everything else to Ada Admin"
    lead = item("Demo for 6 producers", "We would like to see what you sell. What does it cost?")
    odd = item("Hello", "Xyzzy.")
    assert lead.person == odd.person == admin
    assert step(admin) == ("4 rules", "")


def test_where_people_are_in_the_pool_of_the_last_resort_it_takes_the_rest(admin: Person) -> None:
    desk = pool("Desk")
    add_usual_rules(by=make.actor(admin))
    assert names()[-1] == "Everything else to Ada Admin"
    undo(Log.objects.get(action=add_usual_rules.name), by=make.actor(admin))
    assert names() == []
    dana = colleague()
    PoolMember.objects.create(pool=desk, person=dana)
    add_usual_rules(by=make.actor(admin))
    assert names()[-1] == "Everything else to the pool Desk"
    assert item("Hello", "Xyzzy.").person == dana


def test_only_what_is_ticked_is_added_and_the_rest_goes_to_whom_one_says(client: Client, admin: Person) -> None:
    dana = colleague()
    page = client.get("/do/intake.add_usual_rules/").content.decode()
    assert "The same conversation stays with the same person" in page and "Last, everything else to" in page
    assert "make them first, under Pools" in page and f'<option value="{admin.pk}" selected>' in page
    form = {"rules": ["conversation"], "everything_else": dana.pk, "nonce": "one"}
    assert client.post("/do/intake.add_usual_rules/", form).status_code == 302
    assert names() == ["The same conversation stays with the same person", f"Everything else to {dana}"]
    again = client.post("/do/intake.add_usual_rules/", form | {"nonce": "two"})
    assert again.status_code == 422 and "There are rules already" in again.content.decode()


def test_nothing_ticked_adds_the_last_rule_alone(client: Client, admin: Person) -> None:
    client.post("/do/intake.add_usual_rules/", {"everything_else": admin.pk})
    assert names() == ["Everything else to Ada Admin"]


def test_what_is_no_usual_rule_or_leaves_the_rest_to_nobody_is_invalid(admin: Person) -> None:
    with pytest.raises(Invalid, match="no_such is not known here"):
        add_usual_rules(by=make.actor(admin), rules=Text("conversation no_such"))
    with pytest.raises(Invalid, match="Say who gets"):
        add_usual_rules(by=CLOCK)
    assert not RoutingRule.objects.exists()
    assert len({row.code for row in usual_rules()}) == len(usual_rules())


def test_the_step_is_open_while_new_business_would_go_to_nobody(client: Client, admin: Person) -> None:
    assert step(admin) == ("", "")
    rule("Owners", How.OWNER)
    there, lacks = step(admin)
    assert there == "" and "1 rule, but none for a stranger’s “New lead”" in lacks
    assert "it would go to nobody" in client.get("/").content.decode()
    day = create_rule(by=CLOCK, name="By day", strategy=How.FIXED, person=admin, in_hours=Asks.YES)
    assert step(admin)[0] == ""
    rest = create_rule(by=CLOCK, name="Rest", strategy=How.ROUND_ROBIN, pool=pool("Empty"))
    assert step(admin)[0] == ""
    retire_rule(rest, by=CLOCK)
    create_rule(by=CLOCK, name="All", strategy=How.FIXED, person=admin)
    assert step(admin) == ("3 rules", "") and day.active


def test_why_nobody_gets_it_is_true(admin: Person) -> None:
    rule("Owners", How.OWNER)
    assert item("A").why_code == "no_rule"
    rule("Sales", How.ROUND_ROBIN, pool=pool("Sales"))
    assert item("B").why_code == "nobody_free"


def test_the_practice_company_has_a_rule_for_whatever_no_other_fits(admin: Person) -> None:
    PoolMember.objects.create(pool=pool("Desk"), person=colleague())
    demo._rules(World(1, clock.now(), 0.01))
    last = RoutingRule.objects.order_by("-position")[0]
    assert (last.name, last.intents, last.conditions, last.past_limit) == (
        "Everything else to the pool Desk", [], RoutingRule().conditions, True,
    )  # fmt: skip
    assert item("Hello", "Xyzzy.").person is not None


def test_the_empty_list_of_rules_offers_the_usual_ones(client: Client) -> None:
    client.force_login(make.person("Ada", roles=("administrator",)))
    page = client.get("/routing/").content.decode()
    first_step = page.partition("No rules yet")[2]
    assert "/do/intake.create_rule/" in first_step
    assert "/do/intake.add_usual_rules/" in first_step
