"""Somebody joins with everything of a first day, and it is taken back in one press."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log, Notice
from callboard.core.undo import undo
from callboard.directory.actions import share_accounts
from callboard.directory.actions.sharing import ShareBy
from callboard.directory.models import Account, AccountFacts
from callboard.directory.rules.sharing import Had, shared
from callboard.team.actions import create_pool
from callboard.team.models import Person, Territory
from callboard.work.actions import welcome_person
from callboard.work.models import Task
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db: None) -> Actor:
    return make.actor(make.person("Ada Admin", roles=("administrator", "sales_support", "sales_manager")))


def owned(person: Person) -> int:
    return Account.objects.filter(owner=person).count()


def test_a_first_day_is_made_in_one_go(admin: Actor) -> None:
    team, pool, texas = make.team(), create_pool(by=admin, name="Executives"), Territory.objects.create(name="Texas")
    grace = make.person("Grace")
    for _number in range(10):
        make.account(owner=grace)
    nina = welcome_person(
        by=admin,
        name="Nina New",
        email="nina@ours.example",
        roles="account_executive, Sales development",
        team=team,
        title="Account executive",
        hours="Mon-Thu 8:00-16:00",
        pools=[pool],
        territory=texas,
        from_people=[grace],
        tasks="Read the price book | +3\n\n- Sit with the desk",
        invite=True,
    )
    assert sorted(row.role for row in nina.roles.all()) == ["account_executive", "sdr"]
    assert (nina.team, nina.hours.count(), pool.members.get().person) == (team, 4, nina)
    assert (owned(nina), owned(grace)) == (5, 5)
    assert texas.holders.get().person == nina
    tasks = {task.title: task for task in Task.objects.filter(owner=nina)}
    assert list(tasks) == ["Read the price book", "Sit with the desk"]
    assert tasks["Read the price book"].due_at is not None
    assert Notice.objects.filter(person=nina, event="invitation").exists()


def test_a_welcome_is_taken_back_and_the_accounts_go_back(admin: Actor) -> None:
    grace, tom = make.person("Grace"), make.person("Tom")
    for giver in (grace, grace, grace, grace, tom, tom):
        make.account(owner=giver)
    nina = welcome_person(
        by=admin, name="Nina", email="n@ours.example", roles="sdr", from_people=[grace, tom], tasks="One\nTwo"
    )
    assert (owned(nina), owned(grace), owned(tom)) == (2, 2, 2)
    undo(Log.objects.get(action="work.welcome_person"), by=admin)
    nina.refresh_from_db()
    assert (owned(nina), owned(grace), owned(tom), nina.is_active) == (0, 4, 2, False)
    assert not Task.objects.open().filter(owner=nina).exists()


def test_taking_it_back_is_refused_once_they_have_work_of_their_own(admin: Actor) -> None:
    nina = welcome_person(by=admin, name="Nina", email="n@ours.example", roles="sdr")
    make.task(nina, "Theirs")
    with pytest.raises(Refused) as stopped:
        undo(Log.objects.get(action="work.welcome_person"), by=admin)
    assert "still owns" in str(stopped.value)


def test_the_preview_says_what_each_has_and_would_have(admin: Actor, client: Client) -> None:
    grace = make.person("Grace Holloway")
    for _number in range(4):
        make.account(owner=grace, mrr=Decimal(100))
    client.force_login(admin.person)
    form = {
        "name": "Nina New",
        "email": "nina@ours.example",
        "roles": ["sdr"],
        "from_people": [str(grace.pk)],
        "rule": "count",
        "preview": "1",
    }
    page = client.post("/do/work.welcome_person/", form).content.decode()
    assert "Nina New: 0 → 2 accounts" in page
    assert "Grace Holloway: 4 → 2 accounts" in page
    assert page.count("Nina New owns it") == 1
    assert "Nina New owns it: 2 accounts" in page
    assert not Person.objects.filter(name="Nina New").exists()
    answer = client.post("/do/work.welcome_person/", {key: value for key, value in form.items() if key != "preview"})
    assert answer.status_code == 302
    assert owned(Person.objects.get(name="Nina New")) == 2
    assert "Nina New" in client.get("/people/new/").content.decode()


def test_bad_input_stands_at_its_field(admin: Actor) -> None:
    grace = make.person("Grace")
    given: dict[str, Any] = {"name": "Nina", "email": "n@ours.example", "roles": "sdr"}
    for wrong, field in (
        ({"roles": ""}, "roles"),
        ({"roles": "king"}, "roles"),
        ({"email": "nowhere"}, "email"),
        ({"hours": "whenever"}, "hours"),
        ({"from_people": [grace]}, "from_people"),
        ({"from_people": [grace], "rule": ShareBy.TERRITORY}, "territory"),
        ({"from_people": [grace], "most": 0}, "most"),
        ({"tasks": "Now | sometime"}, "due"),
        ({"tasks": "\n".join(f"Task {number}" for number in range(31))}, "tasks"),
    ):
        with pytest.raises(Invalid) as stopped:
            welcome_person(by=admin, **{**given, **wrong})
        assert field in stopped.value.errors, wrong
    assert not Person.objects.filter(name="Nina").exists()


def test_what_is_silent_longest_moves_and_what_was_kept_by_hand_stays(admin: Actor) -> None:
    grace, nina = make.person("Grace"), make.person("Nina")
    warm, cold, never = (make.account(name, owner=grace) for name in ("Warm", "Cold", "Never"))
    AccountFacts.objects.filter(account=warm).update(last_conversation_at=make.NOW)
    AccountFacts.objects.filter(account=cold).update(last_conversation_at=make.NOW - timedelta(days=300))
    make.account("Fourth", owner=grace)
    share_accounts(nina, by=admin, from_people=[grace], most=1)
    assert Account.objects.get(owner=nina) == never
    with pytest.raises(Invalid):
        share_accounts(nina, by=admin, from_people=[nina])


def test_shares_are_even_and_nobody_ends_with_less_than_the_new_one() -> None:
    accounts = [Had(number, 1, Decimal(number)) for number in range(12)] + [Had(99, 2, Decimal(5))]
    by_count = shared(accounts, (0, Decimal(0)), by_worth=False)
    assert len(by_count) == 6
    assert {each.owner for each in by_count} == {1}
    by_worth = shared(accounts, (0, Decimal(0)), by_worth=True)
    got = sum((each.mrr for each in by_worth), Decimal(0))
    left = sum((Decimal(number) for number in range(12)), Decimal(0)) - got
    assert 0 < got <= left
    assert shared(accounts, (0, Decimal(0)), by_worth=False, most=2) == by_count[:2]
