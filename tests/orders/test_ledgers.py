"""The ledgers refuse everybody; two people at once post once."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from callboard.core.actions import Refused
from callboard.core.registry import register
from callboard.orders import actions
from callboard.orders.models import Movement, MrrEntry, OneTimeEntry, PeriodLock, Subscription
from tests import make
from tests.at_once import at_once


@pytest.fixture
def posted(scene: SimpleNamespace) -> SimpleNamespace:
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.dana)
    make.accepted(scene.account, make.product(price=250, billing="one_time"), by=scene.priya, desk=scene.dana)
    PeriodLock.objects.create(day=date(2020, 1, 1), locked_at=make.NOW)
    return scene


@pytest.mark.parametrize("table", ["orders_mrrentry", "orders_onetimeentry", "orders_periodlock"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET log_id = NULL", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_a_ledger_is_added_to_and_nothing_else(posted: SimpleNamespace, table: str, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"permission denied|ledger"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


@pytest.mark.parametrize("statement", ["UPDATE {} SET amount = 0", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_owner_of_the_table_is_refused_by_the_trigger(posted: SimpleNamespace, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET ROLE NONE")
        try:
            for table in ("orders_mrrentry", "orders_onetimeentry"):
                with pytest.raises(DatabaseError, match="ledger"), transaction.atomic():
                    cursor.execute(statement.format(table))
        finally:
            cursor.execute("SET ROLE callboard_app")


def test_the_database_itself_refuses_an_entry_on_a_closed_day(posted: SimpleNamespace) -> None:
    entry, once = MrrEntry.objects.get(), OneTimeEntry.objects.get()
    for row in (entry, once):
        row.pk, row.booked_on = None, date(2020, 1, 1)
        with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
            row.save(force_insert=True)


def test_a_wrong_balance_a_wrong_class_and_a_wrong_fact_are_found(posted: SimpleNamespace) -> None:
    Subscription.objects.update(mrr=1)
    Movement.objects.update(kind="churn")
    found = [
        str(difference.kind)
        for check in register.check
        for difference in check.run()
        if check.name.startswith("orders.")
    ]
    assert "orders.subscription" in found and "orders.movement" in found and "directory.accountfacts" in found


@pytest.mark.django_db(transaction=True)
def test_two_who_accept_one_order_at_once_count_it_once(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya, submitted=True)
    make.check_everything(order, by=scene.dana)
    other = make.actor(make.person("Second desk"))
    raised = at_once(lambda: actions.accept_order(order, by=scene.dana), lambda: actions.accept_order(order, by=other))
    assert [type(error) for error in raised if error] == [Refused]
    assert MrrEntry.objects.count() == 1
    assert Subscription.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_saved_by_one_and_confirmed_by_another_at_once_is_one_of_the_two(scene: SimpleNamespace) -> None:
    from callboard.orders.models import Cancellation, CancellationReason

    reason = CancellationReason.objects.create(code="test", name="Price")
    subscription = make.subscription(scene.account, scene.rater, by=scene.priya, desk=scene.dana)
    case = actions.open_cancellation(subscription, by=scene.dana, reason=reason)
    raised = at_once(
        lambda: actions.save_cancellation(case, by=scene.priya),
        lambda: actions.confirm_cancellation(case, by=scene.dana),
    )
    assert [type(error) for error in raised if error] == [Refused]
    outcome = Cancellation.objects.get().outcome
    assert MrrEntry.objects.filter(amount__lt=0).count() == (1 if outcome == "lost" else 0)


@pytest.mark.django_db(transaction=True)
def test_two_who_log_the_same_request_at_once_log_it_once(scene: SimpleNamespace) -> None:
    from callboard.orders.models import Cancellation

    subscription = make.subscription(scene.account, scene.rater, by=scene.priya, desk=scene.dana)
    raised = at_once(
        lambda: actions.open_cancellation(subscription, by=scene.priya),
        lambda: actions.open_cancellation(subscription, by=scene.dana),
    )
    assert [type(error) for error in raised if error] == [Refused]
    assert Cancellation.objects.count() == 1
