"""The close of a day: refused while something is open, then frozen for good."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from callboard.board.actions import change_goal, close_day, set_goal
from callboard.board.models import CloseTick, DayClose, Goal, Metric, Tick
from callboard.board.queries.closing import corrections_of, day_to_close
from callboard.board.queries.ticks import PROMISES_SHOWN, TickView, ticks_of
from callboard.core import clock
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Change, Log
from callboard.core.reading import reading_once
from callboard.orders import actions as orders
from callboard.orders.models import MrrEntry, PeriodLock
from callboard.team.models import Setting
from callboard.team.queries import instants_of
from callboard.work.actions import change_task, drop_task, finish_task, make_promise, withdraw_promise
from callboard.work.models import Promise, Task
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
    assert CloseTick.objects.filter(day=close.day).count() == len(Tick)
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


def promised(scene: SimpleNamespace, what: str, **ago: float) -> Promise:
    """A promise of the account whose time was so long before the end of today; made then, so that nothing refuses it."""
    _start, end = instants_of(scene.today)
    promise = make_promise(by=scene.dana, what=what, account=scene.account, due="2099-03-12 9:00")
    Task.objects.filter(pk=promise.task_id).update(due_at=end - timedelta(**ago), due_kind="at")
    return Promise.objects.get(pk=promise.pk)


def promises_left(scene: SimpleNamespace) -> TickView:
    return next(tick for tick in ticks_of([scene.today]) if tick.tick == Tick.PROMISES)


def left_in_list(scene: SimpleNamespace, tick: TickView) -> list[str]:
    """What the list shows where the tick leads."""
    client = Client()
    client.force_login(scene.carol.person)
    rows: Any = client.get(f"{tick.url}&format=csv")
    return sorted(row.split(",")[0] for row in b"".join(rows).decode().splitlines()[1:])


def test_a_promise_nothing_became_of_keeps_the_day_open_and_its_tick_leads_to_exactly_these(
    business_day: SimpleNamespace,
) -> None:
    promised(business_day, "Last minute", minutes=1)
    promised(business_day, "Yesterday", hours=30)
    promised(business_day, "First of tomorrow", minutes=0)
    broken = promised(business_day, "Broken by the clock", days=3)
    Promise.objects.filter(pk=broken.pk).update(state="broken", decided_at=clock.now())
    finish_task(promised(business_day, "Kept", days=1).task, by=business_day.dana)
    withdraw_promise(promised(business_day, "Taken back", days=1), by=business_day.dana)
    drop_task(promised(business_day, "Dropped", days=1).task, by=business_day.dana)
    tick = promises_left(business_day)
    assert (tick.count, tick.open) == ("3 open", True)
    assert [row.what for row in tick.rows] == ["Broken by the clock", "Yesterday", "Last minute"]
    assert left_in_list(business_day, tick) == sorted(row.what for row in tick.rows)
    with pytest.raises(Refused, match="promise"):
        close_day(by=business_day.dana)


def test_the_tick_of_promises_is_green_when_each_is_done_moved_or_taken_back(business_day: SimpleNamespace) -> None:
    done, moved, back = (promised(business_day, what, hours=5) for what in ("Done", "Moved", "Back"))
    finish_task(done.task, by=business_day.dana)
    change_task(moved.task, by=business_day.dana, due="2099-03-12")
    assert promises_left(business_day).count == "1 open"
    withdraw_promise(back, by=business_day.dana)
    assert not promises_left(business_day).open
    assert close_day(by=business_day.dana).day == business_day.today
    assert CloseTick.objects.get(day=business_day.today, tick=Tick.PROMISES).note


@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Auckland"])
def test_the_end_of_the_day_of_promises_is_the_cut_off_of_the_company(business_day: SimpleNamespace, zone: str) -> None:
    for name, value in (("company.zone", zone), ("company.cut_off", "17:00")):
        Setting.objects.filter(key=name).delete()
        Setting.objects.create(key=name, value=value, valid_from_on=business_day.today - timedelta(days=9))
    promised(business_day, "A minute before", minutes=1)
    promised(business_day, "At the cut-off", minutes=0)
    tick = promises_left(business_day)
    assert [row.what for row in tick.rows] == ["A minute before"] == left_in_list(business_day, tick)


@pytest.mark.parametrize("count", [1, 40])
def test_the_ticks_are_one_query_however_many_promises_are_left(
    business_day: SimpleNamespace, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        promised(business_day, f"Promise {number}", minutes=number + 1)
    with reading_once():
        ticks_of([business_day.today])
        with django_assert_num_queries(1):
            tick = promises_left(business_day)
    assert tick.count == f"{count} open" and len(tick.rows) == min(count, PROMISES_SHOWN)
