"""Saved MRR is counted from a ledger of its own: a closed day keeps what it saved, whatever is decided later."""

from datetime import timedelta
from decimal import Decimal
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from callboard.board.actions import close_day
from callboard.board.queries.closing import corrections_of
from callboard.board.queries.figures import Figures, grouped, totals
from callboard.core import clock
from callboard.core.actions import Refused
from callboard.core.registry import register
from callboard.directory.actions import set_owner
from callboard.orders import actions as orders
from callboard.orders.models import Cancellation, CancellationReason, Outcome, SaveEntry
from tests import make
from tests.at_once import at_once
from tests.board.test_closing import business_day
from tests.orders.conftest import scene

__all__ = ["business_day", "scene"]
pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case(business_day: SimpleNamespace) -> Cancellation:
    """Somebody with $58 a month asked to leave today."""
    subscription = make.subscription(
        business_day.account, business_day.rater, by=business_day.priya, desk=business_day.dana
    )
    reason = CancellationReason.objects.get(code="price")
    return orders.open_cancellation(subscription, by=business_day.dana, reason=reason)


def saved(scene: SimpleNamespace, days: int = 0) -> Figures:
    """The board's figures of the day, as they are now."""
    return totals(scene.today + days * DAY, scene.today + days * DAY)


def differences() -> list[str]:
    names = ("orders.saves", "orders.balances", "orders.movements", "board.closed_days")
    return [str(found) for name in names for found in register.check[name].run()]


def test_a_save_reopened_while_its_day_is_open_is_not_counted_any_more(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    assert (saved(business_day).saved, saved(business_day).saves) == (58, 1)
    orders.reopen_cancellation(case, by=business_day.priya)
    assert (saved(business_day).saved, saved(business_day).saves) == (0, 0)
    assert list(SaveEntry.objects.order_by("id").values_list("amount", "corrects_day")) == [(58, None), (-58, None)]
    assert differences() == []


def test_a_save_reopened_after_its_day_is_closed_is_taken_off_the_next_day(
    business_day: SimpleNamespace, case: Cancellation, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = business_day.today
    orders.save_cancellation(case, by=business_day.priya)
    close = close_day(by=business_day.dana)
    assert close.snapshot["totals"]["saved"] == "58.0000000000"
    tomorrow = clock.now() + DAY
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    orders.reopen_cancellation(case, by=business_day.priya)
    assert (saved(business_day).saved, saved(business_day).saves) == (58, 1)
    assert (saved(business_day, 1).saved, saved(business_day, 1).saves) == (-58, -1)
    correction = SaveEntry.objects.get(amount__lt=0)
    assert (correction.booked_on, correction.corrects_day) == (today + DAY, today)
    assert [(row.booked_on, row.amount) for row in corrections_of(today)] == [(today + DAY, Decimal(-58))]
    assert differences() == []


def test_what_is_saved_after_the_close_counts_on_the_first_open_day(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    close_day(by=business_day.dana)
    orders.save_cancellation(case, by=business_day.priya)
    assert saved(business_day).saved == 0
    entry = SaveEntry.objects.get()
    assert (entry.booked_on, entry.corrects_day) == (business_day.today + DAY, business_day.today)
    orders.reopen_cancellation(case, by=business_day.priya)
    assert saved(business_day, 1).saved == 0
    assert differences() == []


def test_a_saved_customer_who_gets_another_rep_stays_with_the_rep_who_saved_them(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    close_day(by=business_day.dana)
    set_owner(business_day.account, by=business_day.dana, owner=business_day.dana.person)
    today = business_day.today
    by_rep = {group.key: group.figures.saved for group in grouped(today, today, "person")}
    assert by_rep == {business_day.priya.person_id: 58}
    assert differences() == []


def test_a_save_lost_within_ninety_days_is_taken_off_the_day_it_is_lost(
    business_day: SimpleNamespace, case: Cancellation, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    close_day(by=business_day.dana)
    tomorrow = clock.now() + DAY
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    again = orders.open_cancellation(case.subscription, by=business_day.dana, reason=case.reason)
    orders.confirm_cancellation(again, by=business_day.dana)
    assert (saved(business_day).saved, saved(business_day, 1).saved) == (58, -58)
    assert saved(business_day, 1).saves == 0
    assert differences() == []
    orders.reopen_cancellation(again, by=business_day.dana)
    assert (saved(business_day).saved, saved(business_day, 1).saved) == (58, 0)
    assert differences() == []


def test_an_older_decision_is_not_reopened_under_a_later_one(business_day: SimpleNamespace, case: Cancellation) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    again = orders.open_cancellation(case.subscription, by=business_day.dana, reason=case.reason)
    orders.confirm_cancellation(again, by=business_day.dana)
    with pytest.raises(Refused, match="asked again since"):
        orders.reopen_cancellation(case, by=business_day.priya)
    assert differences() == []


def test_a_case_that_was_counted_and_reopened_can_still_be_discarded(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    """Its entries stay and come to nothing."""
    orders.save_cancellation(case, by=business_day.priya)
    orders.reopen_cancellation(case, by=business_day.priya)
    orders.discard_cancellation(case, by=business_day.dana)
    assert (saved(business_day).saved, SaveEntry.objects.count()) == (0, 2)
    assert differences() == []


def test_check_names_a_case_and_a_closed_day_that_the_ledger_does_not_bear_out(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    close_day(by=business_day.dana)
    Cancellation.objects.filter(pk=case.pk).update(mrr=60)
    assert "orders.cancellation" in differences()[0]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM orders_saveentry")
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SET LOCAL ROLE callboard_app")
    assert any("board.dayclose" in each and "saved" in each for each in differences())


@pytest.mark.parametrize("statement", ["UPDATE orders_saveentry SET amount = 0", "DELETE FROM orders_saveentry"])
def test_the_database_never_changes_what_was_saved(
    business_day: SimpleNamespace, case: Cancellation, statement: str
) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_a_save_and_a_close_at_once_are_of_one_day_or_the_next(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    raised = at_once(
        lambda: orders.save_cancellation(case, by=business_day.priya), lambda: close_day(by=business_day.dana)
    )
    assert raised == [None, None]
    assert Cancellation.objects.get().outcome == Outcome.SAVED
    assert saved(business_day).saved + saved(business_day, 1).saved == 58
    assert differences() == []


def test_what_was_decided_before_there_was_a_ledger_is_entered_as_of_its_day_and_owner(
    business_day: SimpleNamespace, case: Cancellation
) -> None:
    orders.save_cancellation(case, by=business_day.priya)
    again = orders.open_cancellation(case.subscription, by=business_day.dana, reason=case.reason)
    orders.confirm_cancellation(again, by=business_day.dana)
    fields = ("cancellation_id", "kind", "amount", "cases", "owner_id", "account_id", "subscription_id", "booked_on")
    known = sorted(SaveEntry.objects.values_list(*fields))
    assert len(known) == 2
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM orders_saveentry")
        cursor.execute(import_module("callboard.orders.migrations.0005_saved_mrr").ENTER)
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SET LOCAL ROLE callboard_app")
    assert sorted(SaveEntry.objects.values_list(*fields)) == known
    assert differences() == []
