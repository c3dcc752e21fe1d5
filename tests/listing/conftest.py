"""Somebody of the desk, a few accounts, and ways to look at a list."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make
from tests.kit.conftest import signed_in

#: What the fixture `names` is.
Names = Callable[[str], list[str]]


@pytest.fixture
def desk(db: None) -> Person:
    return make.person("Dana Desk", team=make.team("East"))


@pytest.fixture
def as_desk(desk: Person) -> Client:
    return signed_in(desk)


@pytest.fixture
def boss(db: None) -> Person:
    return make.person("Mae Boss", roles=("sales_manager",))


@pytest.fixture
def accounts(desk: Person, boss: Person) -> dict[str, Account]:
    """Five accounts: name -> account; MRR 100 to 500, two owners and none, tiers A, B and none."""
    given: list[tuple[str, Any, Any, int, str]] = [
        ("Abilene", desk, "A", 100, "Tyler"),
        ("Brazos", desk, "B", 200, "Austin"),
        ("Cypress", boss, "A", 300, "Austin"),
        ("Delgado", boss, None, 400, "Waco"),
        ("Elgin", None, "B", 500, ""),
    ]
    return {
        name: make.account(name, owner=owner, tier=tier, mrr=Decimal(mrr), city=city, region="TX")
        for name, owner, tier, mrr, city in given
    }


@pytest.fixture
def names(as_desk: Client) -> Names:
    """What the list of accounts shows for a query, by the first column."""

    def shown(query: str = "") -> list[str]:
        answer = as_desk.get(f"/accounts/?{query}&format=csv")
        assert answer.status_code == 200
        text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
        return [row[0] for row in csv.reader(io.StringIO(text))][1:]

    return shown
