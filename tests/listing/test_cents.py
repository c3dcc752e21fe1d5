"""A column one of whose amounts has cents shows them everywhere, so that they stand under each other."""

import re
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.test import Client

from callboard.directory.models import Account, AccountFacts
from tests import make
from tests.kit.conftest import signed_in
from tests.orders.conftest import scene

__all__ = ["scene"]
pytestmark = pytest.mark.django_db


def amounts(client: Client, address: str) -> list[str]:
    return re.findall(r"[+\u2212]?\$[\d,.]+", client.get(address).content.decode())


@pytest.fixture
def odd(accounts: dict[str, Account]) -> dict[str, Account]:
    """One of the five has cents."""
    AccountFacts.objects.filter(account=accounts["Abilene"]).update(mrr=Decimal("48.50"))
    return accounts


def test_whole_dollars_stay_whole_where_no_row_has_cents(accounts: dict[str, Account], as_desk: Client) -> None:
    assert set(amounts(as_desk, "/accounts/?part=rows")) == {"$100", "$200", "$300", "$400", "$500", "$1,500"}


def test_one_row_with_cents_makes_the_whole_column_show_them(odd: dict[str, Account], as_desk: Client) -> None:
    found = amounts(as_desk, "/accounts/?part=rows&sort=name")
    assert found[:5] == ["$48.50", "$200.00", "$300.00", "$400.00", "$500.00"]
    assert "$1,448.50" in found


def test_a_sum_with_cents_counts_for_its_column_too(odd: dict[str, Account], as_desk: Client) -> None:
    found = amounts(as_desk, "/accounts/?part=rows&group=tier&open=B")
    assert set(found) == {"$348.50", "$700.00", "$400.00", "$200.00", "$500.00", "$1,448.50"}


def test_the_row_of_an_edited_cell_stays_in_line_with_those_around_it(odd: dict[str, Account], as_desk: Client) -> None:
    from tests.listing.test_cells import hidden

    address = as_desk.get("/accounts/").context["table"].edit_src
    assert "full=mrr" in address
    cell = address.replace("cell=", f"cell={odd['Brazos'].pk}.tier")
    given = hidden(as_desk.get(cell).content.decode())
    answer = as_desk.post(cell, {**given, "tier": "C"})
    assert answer.status_code == 200 and "$200.00" in answer.content.decode()


def test_what_an_account_has_stands_under_each_other_on_its_page(scene: SimpleNamespace) -> None:
    cheap = make.product("Small page", price=Decimal("48.50"))
    dear = make.product("Large page", price=1164)
    for product in (cheap, dear):
        make.accepted(scene.account, product, by=scene.priya, desk=scene.dana)
    found = amounts(signed_in(scene.dana.person), f"/accounts/{scene.account.pk}/")
    assert {"$48.50", "$1,164.00", "$1,212.50"} <= set(found)
