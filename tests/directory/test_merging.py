"""What becomes of two records that are merged, and of what comes after."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.core.undo import undo
from callboard.directory.actions import (
    change_account,
    change_contact,
    merge_accounts,
    merge_contacts,
    set_owner,
    set_parent,
    undo_merge,
)
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountOwner,
    Contact,
    DuplicatePair,
    Merge,
    NetworkMembership,
    PairState,
    Relation,
    Twins,
)
from callboard.directory.queries import match_address, match_phone
from callboard.journal.actions import log_interaction
from callboard.work.models import Task
from tests import make


def facts(account: Account) -> Any:
    account.refresh_from_db()
    account.facts.refresh_from_db()
    return account.facts


# Fields


def test_the_kept_account_takes_only_the_fields_that_were_chosen(by: Actor, hargrove: Account, twin: Account) -> None:
    merge_accounts(by=by, keep=hargrove, gone=twin, take="phone")
    hargrove.refresh_from_db()
    assert (hargrove.name, hargrove.phone) == ("Hargrove Insurance Agency", "+19035550142")


def test_notes_of_both_are_kept(by: Actor, hargrove: Account, twin: Account) -> None:
    change_account(hargrove, by=by, note="Pays by check")
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    hargrove.refresh_from_db()
    assert hargrove.note == "Pays by check\n\nOld client"
    undo_merge(made, by=by)
    hargrove.refresh_from_db()
    assert hargrove.note == "Pays by check"


@pytest.mark.parametrize("take", ["colour", "id", "archived_at", "owner_id", "name,nonsense"])
def test_a_field_nobody_may_take_is_refused_with_a_sentence(
    by: Actor, hargrove: Account, twin: Account, take: str
) -> None:
    with pytest.raises(Invalid, match="is no field that can be taken"):
        merge_accounts(by=by, keep=hargrove, gone=twin, take=take)
    assert not Merge.objects.exists()


def test_an_account_is_not_merged_with_itself(by: Actor, hargrove: Account) -> None:
    with pytest.raises(Invalid):
        merge_accounts(by=by, keep=hargrove, gone=hargrove)


def test_who_may_not_merge_is_refused(hargrove: Account, twin: Account) -> None:
    rep = make.actor(make.person(roles=("account_executive",)))
    with pytest.raises(Forbidden):
        merge_accounts(by=rep, keep=hargrove, gone=twin)


# What moves


def test_people_domains_and_notes_come_along_and_go_back(by: Actor, hargrove: Account, twin: Account) -> None:
    lupe = make.contact(twin, "Lupe Ortiz", email="lupe@hargrove-ins.example")
    note = log_interaction(by=by, kind="call", accounts=[twin], contact=lupe, text="Wants a quote", outcome="spoke")
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    assert match_address("lupe@hargrove-ins.example")[1] == hargrove
    assert match_address("new@hargrove-ins.example")[1] == hargrove
    assert list(note.accounts.all()) == [hargrove]
    assert facts(hargrove).last_conversation_at == note.at and facts(twin).last_conversation_at is None
    assert TimelineEntry.objects.filter(root_id=hargrove.pk, ref_kind="journal.interaction").count() == 1
    undo_merge(made, by=by)
    assert match_address("lupe@hargrove-ins.example")[1] == twin
    assert list(note.accounts.all()) == [twin]
    assert facts(twin).last_conversation_at == note.at and facts(hargrove).last_conversation_at is None


def test_both_in_one_interaction_are_one_in_it_and_two_again(by: Actor, hargrove: Account, twin: Account) -> None:
    note = log_interaction(by=by, kind="meeting", accounts=[hargrove, twin], text="Met both", outcome="spoke")
    links = list(note.account_links.order_by("pk").values())
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    assert list(note.accounts.all()) == [hargrove]
    assert TimelineEntry.objects.filter(root_id=hargrove.pk, ref_kind="journal.interaction").count() == 1
    undo_merge(made, by=by)
    assert list(note.account_links.order_by("pk").values()) == links


def test_the_phone_of_the_gone_account_still_finds_the_kept_one(by: Actor, hargrove: Account, twin: Account) -> None:
    merge_accounts(by=by, keep=hargrove, gone=twin)
    assert match_phone("+19035550142") == (None, hargrove)


def test_what_was_part_of_the_gone_account_is_part_of_the_kept_one(by: Actor, hargrove: Account, twin: Account) -> None:
    branch = make.account("Branch", parent=twin)
    make.account("Hargrove West", parent=hargrove)
    set_parent(hargrove, by=by, parent=twin)
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    branch.refresh_from_db(), hargrove.refresh_from_db()
    assert branch.parent == hargrove and hargrove.parent is None
    undo_merge(made, by=by)
    branch.refresh_from_db(), hargrove.refresh_from_db()
    assert branch.parent == twin and hargrove.parent == twin


def test_no_circle_comes_of_a_merge(by: Actor, hargrove: Account, twin: Account) -> None:
    between = make.account("Between", parent=twin)
    set_parent(hargrove, by=by, parent=between)
    with pytest.raises(Refused, match="Change what it belongs to first"):
        merge_accounts(by=by, keep=hargrove, gone=twin)


def owner_rows() -> list[Any]:
    return list(AccountOwner.objects.order_by("pk").values("pk", "account", "person", "role", "starts_on", "ends_on"))


def test_owners_of_both_in_the_same_days_are_no_clash_and_one_is_chosen(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    rep = make.person("Wes Maddox", roles=("account_executive",))
    set_owner(twin, by=by, owner=rep)
    rows = owner_rows()
    made = merge_accounts(by=by, keep=hargrove, gone=twin, take="owner")
    hargrove.refresh_from_db()
    assert hargrove.owner == rep
    assert AccountOwner.objects.get(account=hargrove, ends_on=None).person == rep
    undo_merge(made, by=by)
    hargrove.refresh_from_db()
    assert hargrove.owner == by.person
    assert owner_rows() == rows


def test_a_second_first_address_becomes_a_further_one_and_the_first_again(by: Actor, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550101")
    other = make.contact(hargrove, "R. Hargrove", email="rh@hargrove.example", phone="+19035550101")
    made = merge_contacts(by=by, keep=ray, gone=other)
    assert list(ray.emails.order_by("pk").values_list("address", "primary")) == [
        ("ray@hargrove.example", True),
        ("rh@hargrove.example", False),
    ]
    assert ray.phones.count() == 1 and other.phones.count() == 0
    undo_merge(made, by=by)
    assert other.emails.get().primary and other.phones.get().primary and ray.emails.get().primary


def test_what_one_was_not_the_other_is_not_either(by: Actor, hargrove: Account, twin: Account) -> None:
    third = make.account("Hargrove Feed & Seed")
    DuplicatePair.objects.create(
        kind=Twins.ACCOUNT, account_a=twin, account_b=third, score=Decimal("0.6"), state=PairState.DIFFERENT
    )
    own = DuplicatePair.objects.create(kind=Twins.ACCOUNT, account_a=hargrove, account_b=twin, score=Decimal("0.9"))
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    own.refresh_from_db()
    assert own.state == PairState.MERGED
    assert DuplicatePair.objects.get(account_a=hargrove, account_b=third).state == PairState.DIFFERENT
    undo_merge(made, by=by)
    own.refresh_from_db()
    assert own.state == PairState.OPEN
    assert not DuplicatePair.objects.filter(account_a=hargrove, account_b=third).exists()


def test_tasks_and_their_sources_come_along(by: Actor, hargrove: Account, twin: Account) -> None:
    mine = make.task(by.person, account=twin, source_kind="directory.account", source_id=twin.pk)
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    assert Task.objects.values_list("account", "source_id").get(pk=mine.pk) == (hargrove.pk, hargrove.pk)
    undo_merge(made, by=by)
    assert Task.objects.values_list("account", "source_id").get(pk=mine.pk) == (twin.pk, twin.pk)


def test_domains_are_joined(by: Actor, hargrove: Account, twin: Account) -> None:
    merge_accounts(by=by, keep=hargrove, gone=twin)
    assert set(AccountDomain.objects.filter(account=hargrove).values_list("domain", flat=True)) == {
        "hargrove.example",
        "hargrove-ins.example",
    }


def test_contacts_of_two_accounts_become_one_who_stays_where_they_work(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    ray, other = make.contact(hargrove, "Ray Hargrove"), make.contact(twin, "Ray H.", title="Principal")
    note = log_interaction(by=by, kind="call", accounts=[twin], contact=other, text="Spoke", outcome="spoke")
    made = merge_contacts(by=by, keep=ray, gone=other, take="title")
    note.refresh_from_db(), other.refresh_from_db()
    assert note.contact == ray and other.merged_into == ray and other.left_on is not None
    assert Contact.objects.get(pk=ray.pk).title == "Principal"
    undo_merge(made, by=by)
    note.refresh_from_db(), other.refresh_from_db()
    assert note.contact == other and other.left_on is None


def test_memberships_and_partners_of_both_are_joined_without_a_clash(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    network, partner = make.account("Lone Star Agents", kind="network"), make.account("Old Line Mutual", kind="carrier")
    for account, start in ((hargrove, date(2024, 1, 1)), (twin, date(2022, 1, 1))):
        NetworkMembership.objects.create(account=account, network=network, starts_on=start)
        Relation.objects.create(account=account, partner=partner, region="TX")
    NetworkMembership.objects.create(account=twin, network=hargrove, starts_on=date(2020, 1, 1))
    rows = [list(model.objects.order_by("pk").values()) for model in (NetworkMembership, Relation)]
    made = merge_accounts(by=by, keep=hargrove, gone=twin)
    assert hargrove.memberships.count() == 1 and hargrove.relations.count() == 1 and not twin.memberships.exists()
    undo_merge(made, by=by)
    assert [list(model.objects.order_by("pk").values()) for model in (NetworkMembership, Relation)] == rows


def test_who_pays_is_never_itself(by: Actor, hargrove: Account, twin: Account) -> None:
    Account.objects.filter(pk=hargrove.pk).update(bill_to=twin)
    Account.objects.filter(pk=twin.pk).update(parent=hargrove)
    made = merge_accounts(by=by, keep=hargrove, gone=twin, take="parent")
    hargrove.refresh_from_db()
    assert hargrove.bill_to is None and hargrove.parent is None
    undo_merge(made, by=by)
    hargrove.refresh_from_db()
    assert hargrove.bill_to == twin


def test_what_a_merge_took_is_not_lost_by_the_undo_of_an_older_change(
    by: Actor, hargrove: Account, twin: Account, ray: Contact
) -> None:
    Account.objects.filter(pk=twin.pk).update(city="Dallas")
    other = make.contact(hargrove, "Ray H.")
    change_account(hargrove, by=by, city="Eugene")
    change_account(twin, by=by, city="Waco")
    change_contact(ray, by=by, name="Raymond")
    older = list(Log.objects.order_by("at"))
    made = merge_accounts(by=by, keep=hargrove, gone=Account.objects.get(pk=twin.pk), take="city")
    merge_contacts(by=by, keep=Contact.objects.get(pk=ray.pk), gone=other, take="name")
    for each in older:
        with pytest.raises(Refused):
            undo(each, by=by)
    hargrove.refresh_from_db(), ray.refresh_from_db()
    assert (hargrove.city, ray.name) == ("Waco", "Ray H.")
    change_account(hargrove, by=by, city="Tyler")
    log = Log.objects.filter(action=change_account.name).latest("at")
    undo_merge(made, by=by)
    with pytest.raises(Refused, match="done to it since"):
        undo(log, by=by)


def test_a_merge_is_taken_apart_by_its_undo_and_by_that_of_its_line_on_either_record(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    for target in (None, hargrove.pk, twin.pk):
        merge_accounts(by=by, keep=hargrove, gone=twin)
        undo(Log.objects.filter(action=merge_accounts.name, target_id=target).latest("at"), by=by)
        twin.refresh_from_db()
        assert twin.merged_into is None
