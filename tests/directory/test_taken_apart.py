"""Revenue of merged accounts, merges taken apart later, and two people who merge at once."""

import threading
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from callboard.core.actions import Actor, Refused
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.directory.actions import (
    add_contact,
    add_email,
    change_account,
    change_contact,
    mark_returned,
    merge_accounts,
    merge_contacts,
    move_contact,
    unarchive_account,
    undo_merge,
)
from callboard.directory.models import (
    Account,
    ContactEmail,
    Merge,
)
from callboard.orders.actions import create_order
from callboard.orders.models import Movement, MrrEntry, Subscription
from tests import make


def facts(account: Account) -> Any:
    account.refresh_from_db()
    account.facts.refresh_from_db()
    return account.facts


# Revenue


def test_mrr_of_both_is_right_before_after_and_when_taken_apart(
    by: Actor, desk: Actor, hargrove: Account, twin: Account
) -> None:
    rater, forms = make.product("Rater", price=58), make.product("Forms", price=20)
    make.subscription(hargrove, rater, by=by, desk=desk, quantity=2)
    make.subscription(twin, forms, by=by, desk=desk)
    before = (facts(hargrove).mrr, facts(twin).mrr)
    made = merge_accounts(by=desk, keep=hargrove, gone=twin)
    assert (facts(hargrove).mrr, facts(twin).mrr) == (before[0] + before[1], None)
    kinds = Movement.objects.filter(entry__transfer=True).values_list("account", "kind", "amount")
    assert sorted(kinds) == sorted([(twin.pk, "transfer", Decimal(-20)), (hargrove.pk, "transfer", Decimal(20))])
    undo_merge(made, by=desk)
    assert (facts(hargrove).mrr, facts(twin).mrr) == before
    assert not [found for check in _orders_checks() for found in check]


def _orders_checks() -> list[Any]:
    from callboard.core.registry import register

    return [
        list(check.run()) for check in register.check if check.name.startswith(("orders.", "directory.", "journal."))
    ]


def test_what_takes_effect_later_is_handed_over_on_its_own_day(
    by: Actor, desk: Actor, hargrove: Account, twin: Account
) -> None:
    later = date.today() + timedelta(days=40)  # noqa: DTZ011
    make.accepted(twin, make.product("Later", price=30), by=by, desk=desk, start_on=later)
    merge_accounts(by=desk, keep=hargrove, gone=twin)
    handed = MrrEntry.objects.filter(transfer=True)
    assert {entry.effective_on for entry in handed} == {later} and sum(entry.amount for entry in handed) == 0


def test_what_was_bought_after_the_merge_stays_with_the_kept_account(
    by: Actor, desk: Actor, hargrove: Account, twin: Account
) -> None:
    make.subscription(twin, make.product("Forms", price=20), by=by, desk=desk)
    made = merge_accounts(by=desk, keep=hargrove, gone=twin)
    make.subscription(hargrove, make.product("Rater", price=58), by=by, desk=desk)
    Merge.objects.update(merged_on=date(2026, 1, 5))  # days ago
    undo_merge(made, by=desk)
    assert (facts(hargrove).mrr, facts(twin).mrr) == (Decimal(58), Decimal(20))
    assert not [found for check in _orders_checks() for found in check]


# Taken apart later


def test_what_came_after_stays_and_what_was_changed_since_is_not_overwritten(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    lupe, cody = make.contact(twin, "Lupe Ortiz"), make.contact(twin, "Cody Ruiz")
    made = merge_accounts(by=by, keep=hargrove, gone=twin, take="phone")
    new = add_contact(hargrove, by=by, name="Opal Tran", confirmed=True)
    elsewhere = make.account("Elsewhere")
    cody.refresh_from_db()
    move_contact(cody, by=by, account=elsewhere)
    change_account(hargrove, by=by, phone="903-555-0199")
    undo_merge(made, by=by)
    for contact in (lupe, cody, new):
        contact.refresh_from_db()
    hargrove.refresh_from_db()
    assert (lupe.account, cody.account, new.account) == (twin, elsewhere, hargrove)
    assert hargrove.phone == "+19035550199"


def test_a_first_address_given_after_the_merge_leaves_both_with_one(by: Actor, hargrove: Account) -> None:
    ray, other = make.contact(hargrove, "Ray"), make.contact(hargrove, "R. H.", email="rh@hargrove.example")
    made = merge_contacts(by=by, keep=ray, gone=other)
    add_email(ray, by=by, address="ray@hargrove.example")
    undo_merge(made, by=by)
    assert ContactEmail.objects.filter(primary=True).count() == 2


def test_an_order_that_ends_what_would_go_back_refuses_with_a_sentence(
    by: Actor, desk: Actor, hargrove: Account, twin: Account
) -> None:
    held = make.subscription(twin, make.product("Forms"), by=by, desk=desk)
    made = merge_accounts(by=desk, keep=hargrove, gone=twin)
    order = create_order(by=by, account=hargrove, product=make.product("Other"), quantity=1)
    order.lines.update(ends=held)
    with pytest.raises(Refused, match="would go back to the other account"):
        undo_merge(made, by=desk)
    assert Subscription.objects.get(pk=held.pk).account == hargrove


def test_merges_are_taken_apart_in_the_order_they_were_stacked(by: Actor, hargrove: Account, twin: Account) -> None:
    third = make.account("Third")
    person = make.contact(twin, "Lupe Ortiz")
    first = merge_accounts(by=by, keep=hargrove, gone=twin)
    second = merge_accounts(by=by, keep=third, gone=hargrove)
    with pytest.raises(Refused, match="was itself merged into Third since"):
        undo_merge(first, by=by)
    undo_merge(second, by=by)
    undo_merge(first, by=by)
    person.refresh_from_db()
    assert person.account == twin
    with pytest.raises(Refused, match="already"):
        undo_merge(first, by=by)


def test_undo_of_the_toast_works_after_the_kept_account_was_changed(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    merge_accounts(by=by, keep=hargrove, gone=twin)
    change_account(hargrove, by=by, city="Longview")
    undo(Log.objects.get(action="directory.merge_accounts", target_id=None), by=by)
    twin.refresh_from_db()
    assert twin.merged_into is None and twin.archived_at is None


def test_a_merged_record_is_not_taken_back_by_other_ways(by: Actor, hargrove: Account, twin: Account) -> None:
    ray, other = make.contact(hargrove, "Ray"), make.contact(twin, "Ray H.")
    merge_contacts(by=by, keep=ray, gone=other)
    merge_accounts(by=by, keep=hargrove, gone=twin)
    for action, record in ((unarchive_account, twin), (mark_returned, other)):
        with pytest.raises(Refused, match="was merged into"):
            action(record, by=by)  # type: ignore[operator]
    for attempt in (
        lambda: change_account(twin, by=by, name="New"),
        lambda: add_contact(twin, by=by, name="Somebody"),
        lambda: change_contact(other, by=by, name="New"),
        lambda: add_email(other, by=by, address="a@b.example"),
    ):
        with pytest.raises(Refused, match="was merged into"):
            attempt()


# Two people at once


@pytest.mark.django_db(transaction=True)
def test_two_people_who_merge_the_same_pair_at_once_make_one_merge() -> None:
    one, other = make.account("One"), make.account("Other")
    outcomes = at_once(
        lambda by: merge_accounts(by=by, keep=one, gone=other), lambda by: merge_accounts(by=by, keep=other, gone=one)
    )
    assert sorted(outcomes) == ["done", "refused"]
    assert Merge.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_into_b_while_b_goes_into_c_loses_nothing() -> None:
    a, b, c = make.account("A"), make.account("B"), make.account("C")
    person = make.contact(a, "Lupe")
    outcomes = at_once(
        lambda by: merge_accounts(by=by, keep=b, gone=a), lambda by: merge_accounts(by=by, keep=c, gone=b)
    )
    person.refresh_from_db()
    if outcomes == ["done", "done"]:
        assert person.account == c
    else:
        assert sorted(outcomes) == ["done", "refused"] and person.account in (a, b)
        assert Account.objects.get(pk=person.account_id).merged_into is None


def at_once(*verbs: Any) -> list[str]:
    """What each said, done by people of their own at the same moment."""
    people, gate, outcomes = [make.person() for _ in verbs], threading.Barrier(len(verbs)), [""] * len(verbs)

    def run(place: int) -> None:
        gate.wait()
        try:
            verbs[place](make.actor(people[place]))
            outcomes[place] = "done"
        except Refused:
            outcomes[place] = "refused"
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return outcomes
