"""The figures of the board against entries, cancellations and orders counted from outside."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.board.models import Goal
from callboard.board.queries.figures import grouped, net_by_day, totals
from callboard.board.queries.goals import company_goal, days_of, goals_of
from callboard.board.queries.news import just_now, reasons, received_on
from callboard.board.rules.periods import period
from callboard.orders import actions as orders
from callboard.orders.models import Cancellation, CancellationReason, MrrEntry
from callboard.team.queries import company_calendar
from tests import make
from tests.orders.conftest import scene

__all__ = ["scene"]
pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def busy(scene: SimpleNamespace) -> SimpleNamespace:
    """Priya sold 10 raters and a set-up and lost a website; Marcus sold one rater; an order waits; a save was made."""
    marcus = make.person("Marcus Reyes", roles=("account_executive",))
    scene.marcus = make.actor(marcus)
    scene.his = make.account("Sabine Valley Insurance", owner=marcus)
    scene.website = make.product("Agency website", price=1788, billing="annual")
    setup = make.product("Set-up", price=250, billing="one_time", counts_as_unit=False)
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.dana, quantity=10)
    make.accepted(scene.account, setup, by=scene.priya, desk=scene.dana)
    site = make.subscription(scene.account, scene.website, by=scene.priya, desk=scene.dana)
    make.accepted(scene.his, scene.rater, by=scene.marcus, desk=scene.dana)
    scene.price = CancellationReason.objects.get(code="price")
    lost = orders.open_cancellation(site, by=scene.dana, reason=scene.price)
    orders.confirm_cancellation(lost, by=scene.dana)
    rater = scene.his.subscriptions.get()
    kept = orders.open_cancellation(rater, by=scene.dana, reason=scene.price)
    orders.save_cancellation(kept, by=scene.marcus)
    make.order(scene.his, scene.rater, by=scene.marcus, quantity=3, submitted=True)
    return scene


def test_the_totals_of_a_day(busy: SimpleNamespace) -> None:
    found = totals(busy.today, busy.today)
    assert (found.new_mrr, found.cancelled, found.net) == (D(787), D(149), D(638))
    assert (found.units, found.one_time, found.once) == (12, D(250), 1)
    assert (found.saved, found.saves) == (D(58), 1)
    assert (found.pending, found.pending_orders) == (D(174), 1)
    assert found.movements == 4


def test_the_totals_are_those_of_the_ledger(busy: SimpleNamespace) -> None:
    assert totals(busy.today, busy.today).net == sum(entry.amount for entry in MrrEntry.objects.all())


def test_by_rep_team_and_product_they_add_up_to_the_totals(busy: SimpleNamespace) -> None:
    whole = totals(busy.today, busy.today)
    for by in ("person", "team", "product"):
        groups = grouped(busy.today, busy.today, by)
        for name in ("new_mrr", "cancelled", "one_time", "units", "saved", "pending", "net"):
            assert sum(getattr(group.figures, name) for group in groups) == getattr(whole, name), (by, name)
    people = {group.name: group.figures for group in grouped(busy.today, busy.today, "person")}
    assert (people["Priya Natarajan"].new_mrr, people["Marcus Reyes"].pending) == (D(729), D(174))
    products = {group.name: group.figures.net for group in grouped(busy.today, busy.today, "product")}
    assert products["Agency website"] == 0


@pytest.mark.parametrize(("days", "left"), [(0, 0), (90, 0), (91, 58)])
def test_a_save_that_is_lost_within_ninety_days_is_taken_back(busy: SimpleNamespace, days: int, left: int) -> None:
    again = orders.open_cancellation(busy.his.subscriptions.get(), by=busy.dana, reason=busy.price)
    Cancellation.objects.filter(outcome="saved").update(decided_on=busy.today - timedelta(days=days))
    orders.confirm_cancellation(again, by=busy.dana)
    assert totals(busy.today, busy.today).saved == left


def test_an_opening_entry_is_never_on_the_board(busy: SimpleNamespace) -> None:
    entry = MrrEntry.objects.first()
    entry.pk, entry.opening = None, True
    entry.save(force_insert=True)
    from callboard.orders.actions.posting import rebuild_movements

    rebuild_movements(entry.account_id)
    assert totals(busy.today, busy.today).net == D(638)


def test_thirty_reps_cost_the_queries_of_one(busy: SimpleNamespace) -> None:
    with CaptureQueriesContext(connection) as few:
        grouped(busy.today, busy.today, "person")
    for _number in range(5):
        rep = make.person(roles=("account_executive",))
        make.accepted(make.account(owner=rep), busy.rater, by=make.actor(rep), desk=busy.dana)
    with CaptureQueriesContext(connection) as many:
        assert len(grouped(busy.today, busy.today, "person")) == 7
    assert len(many) == len(few)


def test_just_now_names_what_was_sold_waits_was_saved_and_lost_newest_first(busy: SimpleNamespace) -> None:
    news = just_now(busy.today, limit=9)
    assert len(just_now(busy.today)) == 6
    assert news[0].kind == "pending"
    assert sorted(one.kind for one in news) == ["lost", "pending", "saved", "sold", "sold", "sold", "sold"]
    assert [one.at for one in news] == sorted((one.at for one in news), reverse=True)


def test_cancellations_received_and_their_reasons(busy: SimpleNamespace) -> None:
    assert len(received_on(busy.today)) == 2
    assert [(reason.name, reason.count) for reason in reasons(busy.today, busy.today)] == [(busy.price.name, 2)]


def test_the_net_of_each_day(busy: SimpleNamespace) -> None:
    assert net_by_day(busy.today, busy.today) == {busy.today: D(638)}


def test_the_companys_goal_is_its_own_or_the_sum_of_its_peoples(busy: SimpleNamespace) -> None:
    month = busy.today.replace(day=1)
    Goal.objects.create(metric="new_mrr", person=busy.priya.person, starts_on=month, amount=4600)
    Goal.objects.create(metric="new_mrr", person=busy.marcus.person, starts_on=month, amount=4000)
    Goal.objects.create(metric="net_mrr", starts_on=month, amount=12000)
    calendar = company_calendar()
    goals = goals_of(period("month", busy.today), calendar)
    assert (company_goal(goals, "new_mrr"), company_goal(goals, "net_mrr")) == (8600, 12000)
    assert company_goal(goals, "units") == 0
    passed, total = days_of(period("month", busy.today), calendar)
    assert 0 < passed <= total <= 23
