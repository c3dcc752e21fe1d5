import pytest

from callboard.core.actions import Actor
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make


@pytest.fixture
def dana(db: None) -> Person:
    return make.person("Dana Whitfield")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


@pytest.fixture
def hargrove(dana: Person) -> Account:
    return make.account("Hargrove Insurance Agency", owner=dana, city="Tyler", region="TX", domain="hargrove.example")


@pytest.fixture
def twin(dana: Person) -> Account:
    return make.account(
        "Hargrove Ins.", owner=dana, domain="hargrove-ins.example", phone="+19035550142", note="Old client"
    )


@pytest.fixture
def desk(db: None) -> Actor:
    return make.actor(make.person("Desk", roles=("sales_support",)))
