"""Somebody of the desk and an administrator, each at a page, and accounts for them."""

import pytest
from django.test import Client

from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make


@pytest.fixture
def desk(db: None) -> Person:
    return make.person("Dana Desk")


@pytest.fixture
def as_desk(desk: Person) -> Client:
    return signed_in(desk)


@pytest.fixture
def as_admin(db: None) -> Client:
    return signed_in(make.person("Ada Admin", roles=("administrator",)))


@pytest.fixture
def accounts(db: None) -> list[Account]:
    """Five; the first has revenue, so it cannot be archived."""
    return [make.account(f"Agency {number:03}", mrr=58 if number == 0 else None) for number in range(5)]


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
