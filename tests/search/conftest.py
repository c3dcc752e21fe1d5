import pytest

from callboard.core.actor import Actor
from callboard.team.models import Person
from tests import make


@pytest.fixture
def dana(db: None) -> Person:
    return make.person("Dana Whitfield")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)
