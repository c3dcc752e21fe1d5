"""The practice company's orders and closed days."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db.models import Sum

from callboard.board import demo as board
from callboard.board.models import DayClose
from callboard.board.queries.closing import snapshot_of
from callboard.board.queries.figures import totals
from callboard.core import clock
from callboard.core.demo import World
from callboard.core.registry import register
from callboard.directory import demo as directory
from callboard.orders import demo as orders
from callboard.orders.models import Cancellation, Movement, MrrEntry, Order, Subscription
from callboard.team import demo as team

#: A Tuesday, 10:42 in Texas.
NOW = datetime(2026, 3, 10, 15, 42, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    made = World(seed=1, now=NOW, scale=0.08)
    for part in (team, directory, orders, board):
        part.build(made)
    return made


def test_the_practice_company_agrees_with_itself(world: World) -> None:
    found = [str(each) for check in register.check if check.name.startswith("orders.") for each in check.run()]
    assert found == []
    assert Order.objects.filter(state="submitted").count() == 6
    assert set(Movement.objects.values_list("kind", flat=True)) >= {
        "new",
        "expansion",
        "contraction",
        "churn",
    }
    assert Cancellation.objects.filter(outcome="saved").exists()
    balance = Subscription.objects.aggregate(total=Sum("mrr"))["total"]
    assert balance == MrrEntry.objects.aggregate(total=Sum("amount"))["total"]
    assert totals(clock.business_day(NOW), clock.business_day(NOW)).movements > 0


def test_every_closed_day_was_frozen_as_it_is_counted_now(world: World) -> None:
    closes = list(DayClose.objects.order_by("-day")[:12])
    assert closes[0].day == datetime(2026, 3, 9, tzinfo=UTC).date()
    for close in closes:
        days = [datetime.fromisoformat(day).date() for day in close.snapshot["days"]]
        now = snapshot_of(days)
        for name in ("net", "new_mrr", "cancelled", "one_time", "units", "movements"):
            assert Decimal(str(close.snapshot["totals"][name])) == Decimal(str(now["totals"][name])), (close.day, name)
        assert close.snapshot["entries"] == now["entries"]
        assert close.snapshot["cancellations"] == now["cancellations"]


def test_the_same_seed_makes_the_same_company(world: World) -> None:
    first = list(Order.objects.order_by("number").values_list("number", "account__name", "booked_on")[:20])
    assert len(first) == 20 and first[0][0] == 1001
