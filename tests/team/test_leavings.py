"""Somebody leaves: a preview of who gets what, handed on at the moment, nothing stays theirs; taken back while untouched."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.checks import run_all
from callboard.core.models import Notice
from callboard.core.registry import register
from callboard.directory.actions import create_territory, draft_change, plan_holder, plan_terms, publish_change
from callboard.directory.jobs import carry_changes
from callboard.directory.models import Account
from callboard.intake.actions import take_item
from callboard.kit.actions import create_token
from callboard.kit.models import SavedView, Schedule
from callboard.team import actions as do
from callboard.team.jobs import let_leavers_go
from callboard.team.models import How, Leaving, LeavingMove, Person, Session, Team
from callboard.team.queries.leaving import ends_with, plan_of
from callboard.work.actions import change_task
from tests import make
from tests.intake import make as inbox

pytestmark = pytest.mark.django_db
State = Leaving.State
#: Wednesday of the week of make.NOW, five in the afternoon in Texas.
WEDNESDAY = make.NOW + timedelta(days=2, hours=7)


@pytest.fixture
def admin(db: None) -> Actor:
    return make.actor(make.person("Ada Admin", roles=("administrator", "sales_support", "sales_manager")))


@pytest.fixture
def central(admin: Actor) -> Team:
    return make.team("Sales Central", manager=make.person("Marcus Boyd", roles=("sales_manager",)))


@pytest.fixture
def grace(central: Team) -> Person:
    return make.person("Grace Holloway", roles=("account_executive", "sales_support"), team=central)


@pytest.fixture
def tom(central: Team) -> Person:
    return make.person("Tom Becker", roles=("account_executive",), team=central)


@pytest.fixture
def priya(central: Team) -> Person:
    return make.person("Priya Raman", roles=("account_executive",), team=central)


def texas_of(by: Actor, holder: Person) -> None:
    """A territory in force."""
    change, territory = draft_change(by=by, name="Map"), create_territory(by=by, name="Texas")
    plan_terms(change, by=by, territory=territory, states="TX")
    plan_holder(change, by=by, territory=territory, person=holder)
    publish_change(change, by=by)
    carry_changes(0)


def prepared(by: Actor, person: Person, successor: Person | None = None) -> Leaving:
    return do.prepare_leaving(person, by=by, leaves_at=WEDNESDAY, successor=successor)


def going(plan: Any) -> dict[str, list[str]]:
    """Kind -> names of who gets each."""
    found: dict[str, list[str]] = {}
    for each in plan.handings:
        found.setdefault(each.thing.kind, []).append(plan.people[each.to].name if each.to else "")
    return {kind: sorted(names) for kind, names in found.items()}


def test_the_preview_says_what_there_is_who_gets_it_and_what_each_would_have(
    admin: Actor, grace: Person, tom: Person, priya: Person, now: Any
) -> None:
    texas_of(admin, tom)
    make.account("His already", owner=tom, region="OK", mrr=Decimal(50))
    texan = make.account("Texan", owner=grace, region="TX", mrr=Decimal(100))
    other = make.account("Elsewhere", owner=grace, region="NY", mrr=Decimal(30))
    make.task(grace, account=texan, stake=Decimal(900), due_at=make.NOW + timedelta(days=1))
    make.task(grace, account=other)
    make.task(grace, account=make.account("Priya's", owner=priya))
    make.task(grace, "Of no account")
    make.team("Her team", manager=grace)
    leaving = prepared(admin, grace, successor=priya)
    plan = plan_of(leaving)
    assert going(plan) == {
        "directory.account": ["Priya Raman", "Tom Becker"],
        "work.task": ["Priya Raman", "Priya Raman", "Priya Raman", "Tom Becker"],
        "team.team": ["Priya Raman"],
    }
    parts = {part.kind.name: part for part in plan.parts}
    accounts, tasks = parts["directory.account"], parts["work.task"]
    assert (accounts.count, accounts.stake, accounts.fell_back) == (2, Decimal(130), 1)
    assert (tasks.count, tasks.stake, tasks.due) == (4, Decimal(900), make.NOW + timedelta(days=1))
    loads = {plan.people[load.person].name: load for load in plan.loads}
    assert loads["Tom Becker"].counts["directory.account"] == (1, 2)
    assert loads["Tom Becker"].stakes["directory.account"] == (Decimal(50), Decimal(150))
    assert loads["Priya Raman"].gets == 5
    assert Account.objects.get(name="Texan").owner == grace, "a preview changes nothing"


def test_on_a_wednesday_at_five_everything_is_handed_on_and_nothing_is_theirs(
    admin: Actor, grace: Person, tom: Person, now: Any, client: Client
) -> None:
    account = make.account("Hargrove", owner=grace, region="TX", mrr=Decimal(100))
    make.supporter(make.account("Supported", owner=tom), grace)
    make.task(grace, account=account, promised=True)
    item = inbox.item()
    take_item(item, by=make.actor(grace))
    make.opportunity(account, by=admin, owner=grace)
    make.lead(by=admin, owner=grace)
    make.order(account, make.product(), by=make.actor(grace), owner=grace)
    view = SavedView.objects.create(owner=grace, page="accounts", name="Mine", sharing="all", audience=["all"])
    schedule = Schedule.objects.create(owner=grace, page="accounts", name="Weekly", zone="America/Chicago")
    token = create_token(by=make.actor(grace), name="script")
    pool = do.create_pool(by=admin, name="Executives")
    do.add_to_pool(pool, by=admin, person=grace)
    client.force_login(grace)
    leaving = prepared(admin, grace, successor=tom)
    do.confirm_leaving(leaving, by=admin)

    let_leavers_go(0)
    assert client.get("/accounts/").status_code == 200, "it is Monday"
    assert Person.objects.get(pk=grace.pk).is_active
    now(WEDNESDAY + timedelta(seconds=30))
    assert let_leavers_go(0) == 1
    gone = Person.objects.get(pk=grace.pk)
    assert (gone.is_active, gone.left_on) == (False, date(2026, 3, 11))
    assert [kind.name for kind in register.owned_kind if kind.owned(grace.pk).exists()] == []
    assert [found for found in run_all() if found.kind in {kind.name for kind in register.owned_kind}] == []
    assert client.get("/accounts/").status_code == 302, "signed out"
    assert not Session.objects.filter(person=grace).exists()
    token.refresh_from_db()
    assert token.revoked_at is not None
    for row, field in ((view, "owner"), (schedule, "owner"), (account, "owner")):
        row.refresh_from_db()
        assert getattr(row, field) == tom
    assert schedule.paused_at is None, "it goes on being sent"
    assert not pool.members.exists()
    told = Notice.objects.get(event="work_handed_on")
    assert (told.person, "Grace Holloway has left" in told.subject) == (tom, True)
    assert LeavingMove.objects.filter(leaving=leaving, kind="work.task").count() >= 1


def test_it_is_taken_back_while_nothing_was_touched_and_says_what_was(
    admin: Actor, grace: Person, tom: Person, now: Any
) -> None:
    account = make.account("Hargrove", owner=grace, mrr=Decimal(100))
    task = make.task(grace, "Call them", account=account)
    pool = do.create_pool(by=admin, name="Executives")
    do.add_to_pool(pool, by=admin, person=grace, weight=2)
    away = make.absence(tom, date(2026, 4, 1), date(2026, 4, 3), cover=grace)
    leaving = do.leave_now(prepared(admin, grace, successor=tom), by=admin)
    now(make.NOW + timedelta(hours=1))
    task.refresh_from_db()
    change_task(task, by=make.actor(tom), title="Called them")
    with pytest.raises(Refused) as stopped:
        do.take_back_leaving(leaving, by=admin)
    assert "Called them" in str(stopped.value)

    second = make.person("Caleb Stone", roles=("account_executive",))
    mine = make.account("Mesa", owner=second)
    do.add_to_pool(pool, by=admin, person=second, weight=3)
    make.absence(tom, date(2026, 5, 1), date(2026, 5, 3), cover=second)
    leaving = do.leave_now(prepared(admin, second, successor=tom), by=admin)
    do.take_back_leaving(leaving, by=admin)
    mine.refresh_from_db()
    second.refresh_from_db()
    assert (mine.owner, second.is_active, pool.members.get(person=second).weight) == (second, True, 3)
    assert second.covers.count() == 1
    away.refresh_from_db()
    assert away.cover is None


def test_things_go_by_load_and_one_by_hand(admin: Actor, grace: Person, tom: Person, priya: Person, now: Any) -> None:
    accounts = [make.account(f"Account {number}", owner=grace) for number in range(6)]
    for _number in range(2):
        make.account(owner=tom)
    leaving = prepared(admin, grace, successor=priya)
    do.rule_leaving(leaving, by=admin, kind="directory.account", how=How.TEAM)
    found = going(plan_of(leaving))["directory.account"]
    assert (found.count("Priya Raman"), found.count("Tom Becker")) == (4, 2)
    do.choose_receiver(leaving, by=admin, kind="directory.account", record=accounts[0].pk, person=tom)
    plan = plan_of(leaving)
    chosen = next(each for each in plan.handings if each.thing.pk == accounts[0].pk)
    assert (chosen.to, chosen.by_hand) == (tom.pk, True)
    do.choose_receiver(leaving, by=admin, kind="directory.account", record=accounts[0].pk)
    assert not any(each.by_hand for each in plan_of(leaving).handings)
    pool = do.create_pool(by=admin, name="Heirs")
    with pytest.raises(Invalid):
        do.rule_leaving(leaving, by=admin, kind="work.task", how=How.POOL, pool=pool)
    do.add_to_pool(pool, by=admin, person=tom)
    do.rule_leaving(leaving, by=admin, kind="directory.account", how=How.POOL, pool=pool)
    assert set(going(plan_of(leaving))["directory.account"]) == {"Tom Becker"}


def test_what_makes_no_sense_is_refused_with_a_sentence(admin: Actor, grace: Person, tom: Person, now: Any) -> None:
    leaving = prepared(admin, grace, successor=tom)
    with pytest.raises(Refused):
        prepared(admin, grace)
    with pytest.raises(Invalid):
        do.rule_leaving(leaving, by=admin, kind="nonsense", how=How.TEAM)
    with pytest.raises(Invalid):
        do.rule_leaving(leaving, by=admin, kind="work.task", how=How.TERRITORY)
    with pytest.raises(Invalid):
        do.rule_leaving(leaving, by=admin, kind="team.team", how=How.ACCOUNT)
    with pytest.raises(Invalid):
        do.rule_leaving(leaving, by=admin, kind="work.task", how=How.PERSON, person=grace)
    with pytest.raises(Invalid):
        do.choose_receiver(leaving, by=admin, kind="work.task", record=make.task(tom).pk, person=tom)
    with pytest.raises(Forbidden):
        do.prepare_leaving(tom, by=make.actor(grace), leaves_at=WEDNESDAY)
    do.confirm_leaving(leaving, by=admin)
    with pytest.raises(Refused):
        do.rule_leaving(leaving, by=admin, kind="work.task", how=How.TEAM)
    do.reopen_leaving(leaving, by=admin)
    do.drop_leaving(leaving, by=admin)
    with pytest.raises(Refused):
        do.leave_now(leaving, by=admin)
    with pytest.raises(Refused):
        do.confirm_leaving(prepared(admin, admin.person, successor=tom), by=admin)


def test_what_goes_to_nobody_is_said_before_the_day(admin: Actor, now: Any) -> None:
    alone = make.person("Alone")
    make.task(alone)
    leaving = prepared(admin, alone)
    with pytest.raises(Refused) as stopped:
        do.confirm_leaving(leaving, by=admin)
    assert "go to nobody" in str(stopped.value)
    leaving = do.change_leaving(leaving, by=admin, successor=admin.person)
    do.confirm_leaving(leaving, by=admin)


def test_a_receiver_who_leaves_first_is_passed_over_at_the_moment(
    admin: Actor, grace: Person, tom: Person, now: Any
) -> None:
    account = make.account(owner=grace)
    do.confirm_leaving(prepared(admin, grace, successor=tom), by=admin)
    do.leave_now(prepared(admin, tom, successor=admin.person), by=admin)
    now(WEDNESDAY)
    assert let_leavers_go(0) == 1
    account.refresh_from_db()
    assert account.owner is not None and account.owner.name == "Marcus Boyd", "the manager of the team"


def test_what_ends_is_shown_with_the_pools_that_would_be_empty(
    admin: Actor, grace: Person, tom: Person, now: Any
) -> None:
    alone, shared = (do.create_pool(by=admin, name=name) for name in ("Alone", "Shared"))
    for pool, person in ((alone, grace), (shared, grace), (shared, tom)):
        do.add_to_pool(pool, by=admin, person=person)
    create_token(by=make.actor(grace), name="script")
    found = ends_with(grace, make.NOW.date())
    assert [(row["name"], row["left"]) for row in found.pools] == [("Alone", 0), ("Shared", 1)]
    assert found.tokens == 1


def test_its_pages_show_it_and_leave_as_a_file(
    admin: Actor, grace: Person, tom: Person, client: Client, now: Callable[[datetime], None]
) -> None:
    account = make.account("Hargrove Agency", owner=grace, mrr=Decimal(100))
    make.task(grace, "Ring Hargrove", account=account)
    leaving = prepared(admin, grace, successor=tom)
    client.force_login(admin.person)
    page = client.get(f"/leavings/{leaving.pk}/").content.decode()
    for words in ("2 things to hand on", "Accounts", "Open tasks", "Tom Becker", "What ends with them"):
        assert words in page
    things = client.get(f"/leavings/{leaving.pk}/things/?kind=work.task").content.decode()
    assert "Ring Hargrove" in things and "Hargrove Agency" not in things.replace("Ring Hargrove", "")
    file = b"".join(client.get(f"/leavings/{leaving.pk}/things/?format=csv").streaming_content).decode()
    assert "Hargrove Agency" in file and "Tom Becker" in file
    assert client.get(f"/do/team.rule_leaving/{leaving.pk}/?kind=work.task").status_code == 200
    # Nobody takes “Leave now” for the end of the preparing: it is in the menu, and says at once what it does.
    do.confirm_leaving(leaving, by=admin)
    page = client.get(f"/leavings/{leaving.pk}/").content.decode()
    lead = page.partition('id="menu-more"')[0]
    assert "leave_now" not in lead and f"/do/team.leave_now/{leaving.pk}/" in page and "Let go" not in page
    asked = client.get(f"/do/team.leave_now/{leaving.pk}/").content.decode()
    assert "Grace Holloway leaves this minute" in asked and "2 things are handed on: Tom Becker 2." in asked
    do.reopen_leaving(leaving, by=admin)
    for verb in ("rule_leaving", "choose_receiver", "change_leaving"):
        asked = client.get(f"/do/team.{verb}/{leaving.pk}/?kind=work.task").content.decode()
        assert f'<option value="{tom.pk}"' in asked and f'<option value="{grace.pk}"' not in asked, verb
    do.leave_now(leaving, by=admin)
    page = client.get(f"/leavings/{leaving.pk}/").content.decode()
    assert "nothing is theirs" in page and "Tom Becker 1" in page
    facts = page.partition("What was handed on")[0]
    assert ">Left<" in facts and ">Leaves<" not in facts and "Gone now" not in facts
    client.force_login(tom)
    assert client.get(f"/leavings/{leaving.pk}/").status_code in (403, 404)
