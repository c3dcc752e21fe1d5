"""What belongs to what never becomes a circle: not by two people at once, not by a merge, not by taking one apart."""

import pytest

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.directory import queries
from callboard.directory.actions import merge_accounts, move_contact, set_bill_to, set_parent, undo_merge
from callboard.directory.models import Account, Merge
from tests import make
from tests.at_once import one_waits


def circles() -> set[int]:
    return queries.in_circle(*Account.objects.values_list("pk", flat=True))


def now(account: Account) -> Account:
    return Account.objects.get(pk=account.pk)


@pytest.mark.django_db(transaction=True)
def test_two_who_put_each_under_the_other_at_once_make_no_circle(by: Actor) -> None:
    a, b = make.account("A"), make.account("B")
    raised = one_waits(
        lambda: set_parent(now(a), by=by, parent=now(b)), lambda: set_parent(now(b), by=by, parent=now(a))
    )
    assert [type(each) for each in raised] == [type(None), Invalid]
    assert circles() == set()


@pytest.mark.django_db(transaction=True)
def test_a_long_circle_of_two_moves_at_once_is_none(by: Actor) -> None:
    top, middle, low = make.account("Top"), make.account("Middle"), make.account("Low")
    set_parent(middle, by=by, parent=top)
    other = make.account("Other")
    set_parent(other, by=by, parent=low)
    raised = one_waits(
        lambda: set_parent(now(top), by=by, parent=now(other)), lambda: set_parent(now(low), by=by, parent=now(middle))
    )
    assert [type(each) for each in raised] == [type(None), Invalid]
    assert circles() == set()


@pytest.mark.django_db(transaction=True)
def test_two_who_let_each_pay_for_the_other_at_once(by: Actor) -> None:
    a, b = make.account("A"), make.account("B")
    raised = one_waits(
        lambda: set_bill_to(now(a), by=by, bill_to=now(b)), lambda: set_bill_to(now(b), by=by, bill_to=now(a))
    )
    assert [type(each) for each in raised] == [type(None), Invalid]
    assert not (now(a).bill_to and now(b).bill_to)


@pytest.mark.django_db
def test_a_merge_takes_no_parent_that_stands_below(by: Actor) -> None:
    keep = make.account("Keep")
    between = make.account("Between", parent=keep)
    gone = make.account("Gone", parent=between)
    with pytest.raises(Invalid):
        merge_accounts(by=by, keep=keep, gone=gone, take="parent")
    assert not Merge.objects.exists()
    assert circles() == set()


@pytest.mark.django_db
def test_a_merge_is_not_taken_apart_into_a_circle(by: Actor) -> None:
    top = make.account("Top")
    gone = make.account("Gone", parent=top)
    child = make.account("Child", parent=gone)
    merge = merge_accounts(by=by, keep=make.account("Keep"), gone=gone)
    set_parent(now(top), by=by, parent=now(child))
    with pytest.raises(Refused, match="part of itself"):
        undo_merge(merge, by=by)
    set_parent(now(top), by=by, parent=None)
    undo_merge(merge, by=by)
    assert circles() == set()
    assert now(child).parent == gone


@pytest.mark.django_db
def test_a_circle_from_before_ends_the_walk(by: Actor) -> None:
    a, b = make.account("A"), make.account("B")
    Account.objects.filter(pk=a.pk).update(parent=b)
    Account.objects.filter(pk=b.pk).update(parent=a)
    set_parent(make.account("Third"), by=by, parent=now(a))
    set_parent(now(a), by=by, parent=None)
    assert circles() == set()


@pytest.mark.django_db
def test_nobody_is_moved_to_where_they_may_not_be_added(hargrove: Account) -> None:
    theirs, mine = make.person("Tom", roles=("account_executive",)), make.person("Ann", roles=("account_executive",))
    elsewhere = make.account("Elsewhere", owner=theirs)
    contact = make.contact(make.account("Mine", owner=mine), "Zeb")
    with pytest.raises(Forbidden):
        move_contact(contact, by=make.actor(mine), account=elsewhere)
