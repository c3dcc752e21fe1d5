from collections.abc import Iterator

import pytest

from callboard.core import access
from callboard.core.actor import Actor
from callboard.core.registry import register
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make

from . import verbs


@pytest.fixture(autouse=True)
def rights(settings: object) -> Iterator[dict[str, access.Scope]]:
    settings.POLICY = "tests.core.verbs.Rights"  # type: ignore[attr-defined]
    access.policy.cache_clear()
    verbs.Rights.table = {"test.rename": "all", "test.open": "all", "test.both": "all", "directory.view": "all"}
    yield verbs.Rights.table
    access.policy.cache_clear()


@pytest.fixture
def dana(db: None) -> Person:
    return Person.objects.create(email="dana@ours.example", name="Dana Whitfield")


@pytest.fixture
def by(dana: Person) -> Actor:
    return Actor("person", person=dana)


@pytest.fixture
def account(db: None) -> Account:
    return Account.objects.create(name="Cypress Creek Agency")


@pytest.fixture
def other(db: None) -> Account:
    return Account.objects.create(name="Red River Risk")


MINE = {name: verb for name, verb in register.actions.items() if verb.body.__module__ == verbs.__name__}
# Collecting these tests must not change what others see: the verbs are there only while a test of this package runs.
for each in MINE:
    del register.actions[each]


@pytest.fixture(scope="package", autouse=True)
def _without_test_verbs_elsewhere() -> Iterator[None]:
    """The verbs of these tests must not be walked by the conformance tests, which may run between two of them."""
    register.actions.update(MINE)
    yield
    for name in MINE:
        register.actions.pop(name, None)


@pytest.fixture
def runs_may(rights: dict[str, access.Scope], monkeypatch: pytest.MonkeyPatch) -> None:
    for verb in (verbs.rename, verbs.restore_name, verbs.reach_across, verbs.open_note):
        monkeypatch.setitem(register.actions, verb.name, verb)
    rights |= {"core.runs": "all", "directory.edit": "all"}


@pytest.fixture
def accounts(db: None) -> list[Account]:
    return [make.account(f"Agency {number:03}") for number in range(7)]
