"""Territories: a draft shows who gains and loses before it is published; on its morning accounts change hands, with the reason."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log, Notice, TimelineEntry
from callboard.directory import actions as do
from callboard.directory.jobs import carry_changes
from callboard.directory.models import Account, AccountOwner, OwnerRole, TerritoryMove
from callboard.directory.queries.coverage import account_rows
from callboard.directory.queries.territories import compare, standings
from callboard.directory.reading.territories import Unreadable, read_postal, read_states
from callboard.directory.rules.territories import Cover, Holder, Seen, moves
from callboard.team.actions import add_to_pool, create_pool
from callboard.team.models import Person, Territory, TerritoryChange, TerritoryHolder, TerritoryTerms
from tests import make
from tests.directory.territory import drafted

pytestmark = pytest.mark.django_db
State = TerritoryChange.State


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Any:
    at = [make.NOW]
    monkeypatch.setattr(clock, "now", lambda: at[0])
    return lambda new: at.__setitem__(0, new)


def owner_of(account: Account) -> Person | None:
    return Account.objects.get(pk=account.pk).owner


def test_a_draft_says_who_gains_and_loses_what_and_moves_nothing(boss: Actor, priya: Person, tom: Person) -> None:
    for number in range(3):
        make.account(f"Texan {number}", owner=priya, region="TX", mrr=Decimal(100), tier="A")
    make.account("Prospect", owner=priya, region="TX", tier="B")
    make.account("Elsewhere", owner=priya, region="OK", mrr=Decimal(50))
    mine = make.account("His already", owner=tom, region="TX", mrr=Decimal(70), tier="A")
    change, territory = drafted(boss, "Texas", tom, states="tx")
    found = compare(change, make.NOW.date())
    assert sorted(move.account.name for move in found.moves) == ["Prospect", "Texan 0", "Texan 1", "Texan 2"]
    was, will = found.people["owner", priya.pk]
    assert (was.accounts, was.customers, was.mrr, was.tiers["A"]) == (5, 4, Decimal(350), 3)
    assert (will.accounts, will.customers, will.mrr, will.tiers["A"]) == (1, 1, Decimal(50), 0)
    was, will = found.people["owner", tom.pk]
    assert (was.accounts, will.accounts, will.mrr, will.tiers["A"]) == (1, 5, Decimal(370), 4)
    assert found.territories[territory.pk][1].accounts == 5
    assert found.uncovered == 1
    assert owner_of(mine) == tom
    assert {account.owner for account in Account.objects.filter(name__startswith="Texan")} == {priya}


def test_the_comparison_is_two_questions_whatever_it_moves(boss: Actor, priya: Person, tom: Person) -> None:
    change, _territory = drafted(boss, "Texas", tom, states="TX")
    make.account(owner=priya, region="TX")
    with CaptureQueriesContext(connection) as one:
        compare(change, make.NOW.date())
    for _number in range(30):
        make.account(owner=priya, region="TX")
    with CaptureQueriesContext(connection) as thirty:
        assert len(compare(change, make.NOW.date()).moves) == 31
    assert len(one) == len(thirty) == 2


def test_what_is_published_for_a_morning_happens_on_that_morning_with_its_reason(
    boss: Actor, priya: Person, tom: Person, now: Callable[[datetime], None]
) -> None:
    account = make.account("Texan", owner=priya, region="TX")
    change, territory = drafted(boss, "Texas", tom, states="TX")
    wednesday = make.NOW.date() + timedelta(days=2)
    do.publish_change(change, by=boss, starts_on=wednesday)
    assert TerritoryChange.objects.get().foreseen == 1
    carry_changes(0)
    assert owner_of(account) == priya, "its day has not come"
    now(make.NOW + timedelta(days=2))
    carry_changes(0)
    assert owner_of(account) == tom
    change.refresh_from_db()
    assert (change.state, change.moved) == (State.APPLIED, 1)
    line = TimelineEntry.objects.get(root_id=account.pk, kind="directory.owner_changed")
    assert (line.title, line.text) == (
        "Tom Becker owns it",
        "Before: Priya Raman. By the change of territories “Texas for the new year”.",
    )
    log = Log.objects.get(action="directory.set_owner")
    assert Log.objects.get(pk=log.cause_id).action == "directory.give_moved"
    assert AccountOwner.objects.get(account=account, ends_on=None).starts_on == wednesday
    assert TerritoryTerms.objects.get(territory=territory).starts_on == wednesday
    told = {notice.person: notice.subject for notice in Notice.objects.filter(event="territories_changed")}
    assert told[tom].startswith("1 account is yours now")
    assert told[priya].startswith("1 is somebody else’s")


def test_before_its_day_a_change_is_withdrawn_and_nothing_happens(
    boss: Actor, priya: Person, tom: Person, now: Callable[[datetime], None]
) -> None:
    account = make.account(owner=priya, region="TX")
    change, _territory = drafted(boss, "Texas", tom, states="TX")
    do.publish_change(change, by=boss, starts_on=make.NOW.date() + timedelta(days=1))
    with pytest.raises(Refused):
        do.plan_holder(change, by=boss, territory=_territory, person=priya)
    do.withdraw_change(change, by=boss)
    now(make.NOW + timedelta(days=3))
    carry_changes(0)
    assert owner_of(account) == priya
    with pytest.raises(Invalid):
        do.publish_change(change, by=boss, starts_on=make.NOW.date())


def test_a_change_in_force_is_taken_back_and_leaves_what_was_given_to_somebody_else_since(
    boss: Actor, priya: Person, tom: Person, now: Callable[[datetime], None]
) -> None:
    kept, given = (make.account(name, owner=priya, region="TX") for name in ("Kept", "Given"))
    first, texas = drafted(boss, "Texas", priya, states="TX")
    do.publish_change(first, by=boss)
    carry_changes(0)
    second = do.draft_change(by=boss, name="Tom takes Texas")
    do.plan_holder(second, by=boss, territory=texas, person=tom)
    do.publish_change(second, by=boss)
    carry_changes(0)
    assert {owner_of(kept), owner_of(given)} == {tom}
    other = make.person("Grace Holloway")
    do.set_owner(given, by=boss, owner=other)
    now(make.NOW + timedelta(days=1))
    with pytest.raises(Refused) as stopped:
        do.take_back_change(first, by=boss)
    assert "Tom takes Texas" in str(stopped.value)
    do.take_back_change(second, by=boss)
    carry_changes(0)
    assert (owner_of(kept), owner_of(given)) == (priya, other)
    assert TerritoryChange.objects.get(pk=second.pk).state == State.UNDONE
    assert "somebody else" in TerritoryMove.objects.get(change=second, account=given).note.lower()
    cover = standings(clock.now().date())[0].covers[0]
    assert cover.holders["owner"].person == priya.pk


def test_a_worker_that_is_killed_goes_on_where_it_stopped(
    boss: Actor, priya: Person, tom: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from callboard.directory.actions import territory_changes

    monkeypatch.setattr(territory_changes, "CHUNK", 2)
    accounts = [make.account(owner=priya, region="TX") for _number in range(5)]
    change, _territory = drafted(boss, "Texas", tom, states="TX")
    do.publish_change(change, by=boss)
    by = Actor.clock("directory.territories")
    do.begin_change(change, by=by)
    do.give_moved(change, by=by)
    assert [owner_of(each) for each in accounts].count(tom) == 2
    carry_changes(0)
    assert [owner_of(each) for each in accounts] == [tom] * 5
    assert Log.objects.filter(action="directory.set_owner").count() == 5


def test_an_account_kept_out_by_hand_stays_and_says_why(boss: Actor, priya: Person, tom: Person) -> None:
    account = make.account("Stays", owner=priya, region="TX")
    with pytest.raises(Invalid):
        do.keep_account(account, by=boss, reason="  ")
    do.keep_account(account, by=boss, reason="Her sister runs it")
    change, _territory = drafted(boss, "Texas", tom, states="TX")
    found = compare(change, clock.business_day(clock.now()))
    assert (found.moves, [each.name for each in found.kept]) == ([], ["Stays"])
    do.release_account(account, by=boss)
    assert len(compare(change, clock.business_day(clock.now())).moves) == 1


def test_an_account_named_for_a_territory_belongs_to_it_and_goes_to_its_holder(
    boss: Actor, priya: Person, tom: Person
) -> None:
    change, texas = drafted(boss, "Texas", tom, states="TX")
    account = make.account("Oklahoman", owner=priya, region="OK")
    with pytest.raises(Invalid):
        do.name_account(account, by=boss, territory=texas, reason="Part of a Texan group")
    do.publish_change(change, by=boss)
    carry_changes(0)
    do.name_account(account, by=boss, territory=texas, reason="Part of a Texan group")
    assert owner_of(account) == tom
    line = TimelineEntry.objects.filter(root_id=account.pk, kind="directory.owner_changed").get()
    assert "Part of a Texan group" in line.text
    do.release_account(account, by=boss, owner=priya)
    assert owner_of(account) == priya


def test_an_account_two_territories_cover_goes_by_their_order_and_is_named(
    boss: Actor, priya: Person, tom: Person
) -> None:
    account = make.account("Dallas agency", region="TX", postal_code="75201", tier="A")
    change, texas = drafted(boss, "Texas", priya, states="TX", order=20)
    dallas = do.create_territory(by=boss, name="Dallas")
    do.plan_terms(change, by=boss, territory=dallas, postal="750-752", order=10)
    do.plan_holder(change, by=boss, territory=dallas, person=tom)
    found = compare(change, clock.business_day(clock.now()))
    assert ([move.territory for move in found.moves], found.double) == ([dallas.pk], 1)
    rows = account_rows(clock.business_day(clock.now()), boss, "double", change, 0)
    assert [(row.account, row.after) for row in rows] == [(account, "Dallas")]
    do.plan_terms(change, by=boss, territory=texas, closed=True)
    assert compare(change, clock.business_day(clock.now())).double == 0


def test_a_pool_shares_by_load_and_whoever_has_an_account_keeps_it(boss: Actor, priya: Person, tom: Person) -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    pool = create_pool(by=admin, name="Executives")
    for person in (priya, tom):
        add_to_pool(pool, by=admin, person=person)
    outsider = make.person("Outsider")
    for _number in range(4):
        make.account(owner=tom, region="TX")
    for _number in range(6):
        make.account(owner=outsider, region="TX")
    change = do.draft_change(by=boss, name="Texas")
    texas = do.create_territory(by=boss, name="Texas")
    do.plan_terms(change, by=boss, territory=texas, states="TX")
    do.plan_holder(change, by=boss, territory=texas, pool=pool)
    found = compare(change, clock.business_day(clock.now()))
    assert {key[1]: will.accounts for key, (_was, will) in found.people.items()} == {
        outsider.pk: 0,
        priya.pk: 5,
        tom.pk: 5,
    }
    assert not any(move.before == tom.pk for move in found.moves)


def test_only_what_the_draft_touches_moves_unless_it_says_otherwise(boss: Actor, priya: Person, tom: Person) -> None:
    change, texas = drafted(boss, "Texas", tom, states="TX")
    account = make.account(owner=tom, region="TX")
    do.publish_change(change, by=boss)
    carry_changes(0)
    do.set_owner(account, by=boss, owner=priya)
    second = do.draft_change(by=boss, name="Support too")
    do.plan_holder(second, by=boss, territory=texas, role=OwnerRole.SUPPORT, person=priya)
    found = compare(second, clock.business_day(clock.now()))
    assert [move.role for move in found.moves] == ["support"]
    third = do.draft_change(by=boss, name="Oklahoma", realign=False)
    oklahoma = do.create_territory(by=boss, name="Oklahoma")
    do.plan_terms(third, by=boss, territory=oklahoma, states="OK")
    assert compare(third, clock.business_day(clock.now())).moves == []
    third = do.change_draft(third, by=boss, realign=True)
    assert [move.after for move in compare(third, clock.business_day(clock.now())).moves] == [tom.pk]


def test_only_who_may_change_territories_does(boss: Actor, priya: Person) -> None:
    with pytest.raises(Forbidden):
        do.draft_change(by=make.actor(priya), name="Mine")
    with pytest.raises(Invalid):
        do.create_territory(by=boss, name="  ")
    texas = do.create_territory(by=boss, name="Texas")
    with pytest.raises(Invalid):
        do.create_territory(by=boss, name="texas")
    change = do.draft_change(by=boss, name="Change")
    with pytest.raises(Refused):
        do.publish_change(change, by=boss)
    for field, text in (("postal", "75?"), ("kinds", "bakery"), ("tiers", "Z"), ("states", "T3"), ("postal", "9-1")):
        with pytest.raises(Invalid) as stopped:
            do.plan_terms(change, by=boss, territory=texas, **{field: text})
        assert list(stopped.value.errors) == [field]
    do.remove_territory(texas, by=boss)
    assert not Territory.objects.exists()


def test_codes_are_read_as_people_write_them() -> None:
    assert read_postal("750-752, 76; k1a") == ["750", "751", "752", "76", "K1A"]
    assert read_states("tx, Ok\nNorth Rhine") == ["TX", "OK", "North Rhine"]
    with pytest.raises(Unreadable):
        read_postal("1-99999")


def test_nothing_moves_where_nobody_holds_it() -> None:
    account = Seen(1, "A", 1, "", Decimal(0), {"owner": 5, "support": None}, None, 7)
    cover = Cover(7, "T", 1, states=("TX",), holders={"owner": Holder(pool=3)})
    assert moves([account], [cover], {3: {}}, {}) == []
    assert moves([account], [cover], {3: {9: 1}}, {})[0].after == 9


def test_a_territory_given_on_keeps_who_held_it(
    boss: Actor, priya: Person, tom: Person, now: Callable[[datetime], None]
) -> None:
    change, texas = drafted(boss, "Texas", priya, states="TX")
    do.publish_change(change, by=boss)
    carry_changes(0)
    now(make.NOW + timedelta(days=1))
    do.give_territory(TerritoryHolder.objects.get(), by=boss, to=tom)
    rows = TerritoryHolder.objects.filter(territory=texas).order_by("starts_on")
    assert [(row.person, row.ends_on is None) for row in rows] == [(priya, False), (tom, True)]
