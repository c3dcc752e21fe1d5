"""A refusal or a hint of a duplicate names only records whoever reads it may see."""

from collections.abc import Callable
from typing import Any

import pytest

from callboard.core.actions import Actor, Invalid
from callboard.directory.actions import add_contact, add_domain, add_email, create_account
from callboard.directory.models import Account, Contact
from callboard.team.models import Grant, Person
from tests import make


@pytest.fixture
def hidden(tom: Person) -> Contact:
    account = make.account("Hiddenco", owner=tom, domain="hiddenco.example")
    return make.contact(account, "Zeb Hiddenman", email="z@hiddenco.example")


@pytest.fixture
def mine(boss: Actor, hidden: Contact) -> Account:
    """An account of somebody who sees no other."""
    Grant.objects.create(role="sales_manager", operation="directory.view", scope="own")
    return make.account("Mine", owner=boss.person)


TRIED: list[Callable[[Account, Actor], Any]] = [
    lambda mine, by: create_account(by=by, name="Hiddenc0", domain="hiddenco.example"),
    lambda mine, by: create_account(by=by, name="Hiddenco"),
    lambda mine, by: add_contact(mine, by=by, name="Zeb Hiddenman", email="zz@hiddenco.example"),
    lambda mine, by: add_contact(mine, by=by, name="Somebody", email="z@hiddenco.example"),
    lambda mine, by: add_email(make.contact(mine, "Own"), by=by, address="z@hiddenco.example"),
    lambda mine, by: add_domain(mine, by=by, domain="hiddenco.example"),
]


@pytest.mark.parametrize("tried", TRIED)
def test_what_one_does_not_see_is_not_named(mine: Account, boss: Actor, tried: Callable[[Account, Actor], Any]) -> None:
    with pytest.raises(Invalid) as error:
        tried(mine, boss)
    said = " ".join(map(str, error.value.errors.values()))
    assert "you do not see" in said
    assert not [word for word in ("Hiddenco", "Hiddenman", "#", "0.9") if word in said]


@pytest.mark.parametrize("tried", TRIED)
def test_what_one_sees_is_named(mine: Account, desk: Actor, tried: Callable[[Account, Actor], Any]) -> None:
    with pytest.raises(Invalid) as error:
        tried(mine, desk)
    assert "Hidden" in " ".join(map(str, error.value.errors.values()))


def test_a_page_offers_none_to_open_that_one_does_not_see(mine: Account, boss: Actor, client: Any) -> None:
    client.force_login(boss.person)
    page = client.post("/do/directory.create_account/", {"name": "Hiddenco", "kind": "agency", "country": "US"})
    assert "you do not see" in page.content.decode()
    assert "#10" not in page.content.decode()
