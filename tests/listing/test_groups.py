"""A list in groups: counts, sums, and the rows each leads to."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from callboard.core import clock
from callboard.directory.models import Account, AccountFacts
from callboard.kit.listing import grouping, sums
from callboard.team.actions import set_grant
from callboard.team.models import Person, Role, Scope
from tests import make
from tests.listing.conftest import Names

pytestmark = pytest.mark.django_db


def test_groups_have_counts_sums_and_lead_to_their_rows(
    accounts: dict[str, Account], as_desk: Client, names: Names
) -> None:
    shown = as_desk.get("/accounts/?group=owner").context["shown"]
    found = {str(group.label): group for group in shown.groups}
    assert {label: group.count for label, group in found.items()} == {"Dana Desk": 2, "Mae Boss": 2, "none": 1}
    sums_of = {label: {c.key: v for c, v in group.cells}["mrr"] for label, group in found.items()}
    assert sums_of == {"Dana Desk": 300, "Mae Boss": 700, "none": 500}
    for label, wanted in (("Mae Boss", ["Cypress", "Delgado"]), ("none", ["Elgin"])):
        assert names(found[label].only_url.partition("?")[2]) == wanted
    assert [row.obj.name for row in found["Dana Desk"].rows] == ["Abilene", "Brazos"]


def test_a_group_closes_and_stays_closed_in_the_address(accounts: dict[str, Account], as_desk: Client) -> None:
    shown = as_desk.get("/accounts/?group=tier").context["shown"]
    closed = as_desk.get(shown.groups[0].toggle_url).context["shown"]
    assert [group.open for group in closed.groups] == [False, True, True]
    assert closed.groups[0].rows == []
    everything = as_desk.get(closed.none_url).context["shown"]
    assert [group.open for group in everything.groups] == [False, False, False]


@pytest.mark.parametrize("group", ["tier", "owner", "kind", "region", "city", "customer", "renewal", "created_at"])
def test_every_kind_of_field_groups_and_each_group_leads_to_as_many_rows_as_it_says(
    accounts: dict[str, Account], as_desk: Client, names: Names, group: str
) -> None:
    today = timezone.localdate(clock.now())
    for days, account in enumerate(accounts.values()):
        AccountFacts.objects.filter(account=account).update(renewal_on=today + timedelta(days=days * 20))
    answer = as_desk.get(f"/accounts/?group={group}")
    if group == "customer":  # a rule over other tables, no field
        assert answer.context["page"].problems
        return
    groups = answer.context["shown"].groups
    assert sum(each.count for each in groups) == 5
    for each in groups:
        assert len(names(each.only_url.partition("?")[2])) == each.count, each.label


def test_more_groups_than_are_shown_are_all_counted_and_it_says_so(
    as_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "GROUPS", 4)
    for number in range(7):
        make.account(f"A{number}", city=f"City {number}", mrr=Decimal(10))
    make.account("Second", city="City 6", mrr=Decimal(10))
    answer = as_desk.get("/accounts/?group=city")
    shown = answer.context["shown"]
    assert shown.text == "8 in 7 groups"
    assert "the 4 largest of 7 groups" in answer.content.decode()
    assert len(shown.groups) == 4 and {group.count for group in shown.groups} == {1, 2}
    assert (shown.totals.count, shown.totals.sums["mrr"]) == (8, 80)


@pytest.mark.parametrize(
    ("city", "other"),
    [
        ("Austin", "austin"),
        ("none", ""),
        ("all", ""),
        ("none-", ""),
        ("a|b", "a"),
        ("=x", "x"),
        ("=a%7Cb", "a|b"),
        ("a~b", "a"),
        (" lead", "lead"),
        (" ", ""),
        ("100%", "100_"),
        ("\\", ""),
        ("x,y", "x"),
    ],
)
def test_a_group_of_any_text_opens_alone_and_leads_to_its_own_rows(
    as_desk: Client, names: Names, city: str, other: str
) -> None:
    make.account("One", city=city)
    make.account("Two", city=other)
    for number in range(13):
        make.account(f"A{number}", city=f"City {number}")
    groups = as_desk.get("/accounts/?group=city").context["shown"].groups
    group = next(each for each in groups if each.label == city and each.record is None and each.only_url.count("exact"))
    opened = as_desk.get(group.toggle_url).context["shown"].groups
    assert [[row.obj.name for row in each.rows] for each in opened if each.rows] == [["One"]]
    assert names(group.only_url.partition("?")[2]) == ["One"]


def test_a_group_of_a_long_text_leads_to_its_rows(as_desk: Client, names: Names) -> None:
    make.account("One", legal_name="L" * 150)
    make.account("Two", legal_name="L" * 149 + "M")
    groups = as_desk.get("/accounts/?group=legal_name&cols=name,legal_name").context["shown"].groups
    assert [names(group.only_url.partition("?")[2]) for group in groups] == [["One"], ["Two"]]


def test_a_group_names_no_record_one_may_not_see(desk: Person, as_desk: Client) -> None:
    secret = make.account("Secret Agency", owner=make.person("Olga"))
    make.task(desk, account=secret)
    set_grant(
        by=make.actor(make.person("Ada", roles=("administrator",))),
        operation="directory.view",
        role=Role.SALES_SUPPORT,
        scope=Scope.NONE,
    )
    answer = as_desk.get("/tasks/?group=account&cols=title")
    assert "Secret Agency" not in answer.content.decode()
    (group,) = answer.context["shown"].groups
    assert (group.label, group.count) == ("one you do not see", 1)
    alone = as_desk.get(group.only_url)
    assert len(alone.context["table"].rows) == 1 and not alone.context["page"].problems
    assert "Secret Agency" not in alone.content.decode()


def test_amounts_that_are_added_up_by_the_database_are_summed_too(
    desk: Any, boss: Any, as_desk: Client, accounts: dict[str, Account]
) -> None:
    product = make.product(price=58)
    for quantity in (1, 2):
        make.order(accounts["Abilene"], product, by=make.actor(desk), quantity=quantity)
    answer = as_desk.get("/orders/?group=state")
    (group,) = answer.context["shown"].groups
    assert (group.count, {c.key: v for c, v in group.cells}["mrr"]) == (2, Decimal(174))
    cells = {c.key: v for c, v in answer.context["totals"].cells}
    assert cells["mrr"] == Decimal(174)


def test_too_many_rows_are_not_grouped_and_it_says_so(
    accounts: dict[str, Account], as_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sums, "GROUP_LIMIT", 3)
    answer = as_desk.get("/accounts/?group=tier")
    assert "too many to group" in answer.context["shown"].notice
    assert len(answer.context["table"].rows) == 5
