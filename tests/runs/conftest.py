"""Somebody of the desk and an administrator, each at a page."""

import pytest
from django.test import Client

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


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
