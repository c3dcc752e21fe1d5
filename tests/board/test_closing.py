"""The close of a day: refused while something is open, then frozen for good."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from callboard.board.actions import change_goal, close_day, set_goal
from callboard.board.models import CloseTick, DayClose, Goal, Metric
from callboard.board.queries.closing import corrections_of, day_to_close
from callboard.board.queries.ticks import ticks_of
from callboard.core import clock
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Change, Log
from callboard.orders import actions as orders
from callboard.orders.models import MrrEntry, PeriodLock
from tests import make
from tests.at_once import at_once
from tests.orders.conftest import scene

__all__ = ["scene"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def business_day(scene: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Today is a working day of the company, whatever day the tests run on; it is the next to close."""
    tuesday = scene.today - timedelta(days=(scene.today.weekday() - 1) % 7)
    moment = clock.now() - timedelta(days=(scene.today - tuesday).days)
    monkeypatch.setattr(clock, "now", lambda: moment)
    scene.today = clock.business_day(moment)
    assert scene.today == tuesday
    return scene


def test_a_day_with_every_tick_is_closed_and_frozen(business_day: SimpleNamespace) -> None:
    make.accepted(business_day.account, business_day.rater, by=business_day.priya, desk=business_day.dana, quantity=10)
    close = close_day(by=business_day.dana)
    assert (close.day, close.closed_by) == (business_day.today, business_day.dana.person)
    assert close.snapshot["totals"]["net"] == "580.0000000000"
    assert close.snapshot["people"][0]["name"] == "Priya Natarajan"
    assert "+$580" in close.summary
    assert CloseTick.objects.filter(day=close.day).count() == 4
    assert PeriodLock.objects.filter(day=close.day).exists()
    assert Log.objects.get(action="board.close_day").result_id == close.pk
    assert Change.objects.filter(topic="board", kind="board.dayclose").exists()


def test_who_may_not_close_is_forbidden(business_day: SimpleNamespace) -> None:
    with pytest.raises(Forbidden):
        close_day(by=business_day.priya)


def test_a_cancellation_without_a_reason_keeps_the_day_open(business_day: SimpleNamespace) -> None:
    subscription = make.subscription(
        business_day.account, business_day.rater, by=business_day.priya, desk=business_day.dana
    )
    orders.open_cancellation(subscription, by=business_day.dana)
    open_ticks = [tick for tick in ticks_of([business_day.today]) if tick.open]
    assert [row.where for tick in open_ticks for row in tick.rows] == [str(business_day.account)]
    with pytest.raises(Refused, match="reason"):
        close_day(by=business_day.dana)
    assert not DayClose.objects.exists() and not PeriodLock.objects.exists()


def test_a_closed_day_is_not_closed_again_nor_a_day_to_come(business_day: SimpleNamespace) -> None:
    close_day(by=business_day.dana, day=business_day.today)
    with pytest.raises(Refused, match="closed already"):
        close_day(by=business_day.dana, day=business_day.today)
    with pytest.raises(Refused, match="still to come"):
        close_day(by=business_day.dana)


def test_days_are_closed_in_order_and_a_weekend_with_monday(business_day: SimpleNamespace) -> None:
    friday = business_day.today - timedelta(days=4)
    monday = business_day.today - timedelta(days=1)
    PeriodLock.objects.create(day=friday, locked_at=make.NOW)
    assert day_to_close(business_day.today) == monday
    with pytest.raises(Refused, match="first"):
        close_day(by=business_day.dana, day=business_day.today)
    close = close_day(by=business_day.dana, day=monday)
    assert close.snapshot["days"] == [(friday + timedelta(days=n)).isoformat() for n in (1, 2, 3)]
    assert PeriodLock.objects.count() == 4


def test_what_is_accepted_after_the_close_is_of_the_next_day_and_the_snapshot_stays(
    business_day: SimpleNamespace,
) -> None:
    order = make.order(business_day.account, business_day.rater, by=business_day.priya, submitted=True)
    make.check_everything(order, by=business_day.dana)
    close = close_day(by=business_day.dana)
    before = close.snapshot
    orders.accept_order(order, by=business_day.dana)
    entry = MrrEntry.objects.get()
    assert entry.booked_on == business_day.today + timedelta(days=1)
    (correction,) = corrections_of(business_day.today)
    assert (correction.account, correction.amount) == (entry.account, entry.amount)
    close.refresh_from_db()
    assert close.snapshot == before


@pytest.mark.parametrize("statement", ["UPDATE {} SET day = day", "DELETE FROM {}"])
def test_a_closed_day_never_changes(business_day: SimpleNamespace, statement: str) -> None:
    close_day(by=business_day.dana)
    for table in ("board_dayclose", "board_closetick", "orders_periodlock"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format(table))


@pytest.mark.django_db(transaction=True)
def test_a_day_closed_while_an_order_is_accepted_takes_nothing_afterwards(business_day: SimpleNamespace) -> None:
    waiting = []
    for _number in range(4):
        order = make.order(
            make.account(owner=business_day.priya.person), business_day.rater, by=business_day.priya, submitted=True
        )
        make.check_everything(order, by=business_day.dana)
        waiting.append(order)
    calls = [lambda order=order: orders.accept_order(order, by=business_day.dana) for order in waiting]
    raised = at_once(calls[0], calls[1], lambda: close_day(by=business_day.dana), calls[2], calls[3])
    assert raised == [None] * 5
    close = DayClose.objects.get()
    inside = MrrEntry.objects.filter(booked_on=business_day.today)
    assert close.snapshot["entries"]["count"] == inside.count()
    assert Decimal(close.snapshot["totals"]["new_mrr"]) == sum(entry.amount for entry in inside)
    late = MrrEntry.objects.exclude(booked_on=business_day.today)
    assert all(entry.corrects_day == business_day.today for entry in late)
    assert MrrEntry.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_two_who_close_the_day_at_once_close_it_once(business_day: SimpleNamespace) -> None:
    raised = at_once(
        lambda: close_day(by=business_day.dana, day=business_day.today),
        lambda: close_day(by=business_day.carol, day=business_day.today),
    )
    assert [type(error) for error in raised if error] == [Refused]
    assert DayClose.objects.count() == 1


def test_a_goal_is_set_replaced_and_undone(scene: SimpleNamespace) -> None:
    goal = set_goal(by=scene.carol, metric=Metric.NET_MRR, amount=Decimal(12000), month=scene.today)
    assert (goal.starts_on, goal.holder) == (scene.today.replace(day=1), None)
    again = set_goal(by=scene.carol, metric=Metric.NET_MRR, amount=Decimal(13000), month=scene.today)
    assert (again.pk, again.amount) == (goal.pk, 13000)
    first, log = Log.objects.filter(action="board.set_goal").order_by("at")
    with pytest.raises(Refused, match="done to it since"):
        set_goal.undo_of(first, by=scene.carol)
    set_goal.undo_of(log, by=scene.carol)
    goal.refresh_from_db()
    assert goal.amount == 12000
    change_goal(goal, by=scene.carol)
    assert not Goal.objects.exists()


def test_who_may_not_set_goals_is_forbidden(scene: SimpleNamespace) -> None:
    with pytest.raises(Forbidden):
        set_goal(by=scene.dana, metric=Metric.UNITS, amount=Decimal(10))


def test_a_goal_is_more_than_nothing_and_has_one_holder(scene: SimpleNamespace) -> None:
    with pytest.raises(Invalid):
        set_goal(by=scene.carol, metric=Metric.UNITS, amount=Decimal(0))
