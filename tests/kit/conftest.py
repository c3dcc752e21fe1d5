"""A browser signed in as somebody of ours."""

from collections.abc import Iterator

import pytest
from django.test import Client

from callboard.team.models import Person
from tests import make
from tests.kit import pages


@pytest.fixture(scope="package", autouse=True)
def _pages_of_these_tests() -> Iterator[None]:
    """Records and actions lead to the pages of these tests, and afterwards to the real ones again."""
    pages.show(*pages.OURS)
    yield
    pages.show(*pages.REAL)


@pytest.fixture
def admin(db: None) -> Person:
    return make.person("Ada Admin", roles=("administrator",))


@pytest.fixture
def desk(db: None) -> Person:
    return make.person("Dana Desk")


@pytest.fixture
def as_admin(admin: Person) -> Client:
    return signed_in(admin)


@pytest.fixture
def as_desk(desk: Person) -> Client:
    return signed_in(desk)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
