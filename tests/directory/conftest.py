import pytest

from callboard.core.actions import Actor
from callboard.directory.models import Account, CallingWindow, Contact
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
def ray(hargrove: Account) -> Contact:
    return make.contact(hargrove, "Ray Hargrove", phone="+19035550142", email="ray@hargrove.example")


@pytest.fixture
def admin(db: None) -> Actor:
    return make.actor(make.person("Ada", roles=("administrator",)))


@pytest.fixture
def always(db: None) -> None:
    """Every hour is a calling hour, so that a test is about what it says."""
    CallingWindow.objects.all().delete()
    CallingWindow.objects.create(
        region="", weekdays="00:00-24:00", saturday="00:00-24:00", sunday="00:00-24:00", source="invented",
        starts_on="2020-01-01",
    )  # fmt: skip
    CallingWindow.objects.create(
        region="TX", weekdays="00:00-24:00", saturday="00:00-24:00", sunday="00:00-24:00", source="invented",
        starts_on="2020-01-01", attempts=3,
    )  # fmt: skip


@pytest.fixture
def twin(dana: Person) -> Account:
    return make.account(
        "Hargrove Ins.", owner=dana, domain="hargrove-ins.example", phone="+19035550142", note="Old client"
    )


@pytest.fixture
def desk(db: None) -> Actor:
    return make.actor(make.person("Desk", roles=("sales_support",)))
