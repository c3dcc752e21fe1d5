"""Writing an order and handing it to the desk."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.models import Change, Log
from callboard.orders import actions
from callboard.orders.models import Order, OrderLine
from tests import make
from tests.at_once import at_once

pytestmark = pytest.mark.django_db


def test_an_order_begins_as_a_draft_with_a_number_and_a_line_at_the_books_price(scene: SimpleNamespace) -> None:
    order = actions.create_order(by=scene.priya, account=scene.account, product=scene.rater, quantity=10)
    line = order.lines.get()
    assert (order.state, order.owner, order.start_on) == ("draft", scene.priya.person, scene.today)
    assert order.number >= 1001
    assert (line.unit_price, line.mrr, line.one_time) == (58, Decimal(580), 0)
    log = Log.objects.get()
    assert (log.action, log.root_id, log.result_id) == ("orders.create_order", scene.account.pk, order.pk)


def test_a_dry_run_uses_up_no_number(scene: SimpleNamespace) -> None:
    first = actions.create_order(by=scene.priya, account=scene.account, product=scene.rater)
    assert actions.create_order.dry_run(by=scene.priya, account=scene.account, product=scene.rater).error is None
    second = actions.create_order(by=scene.priya, account=scene.account, product=scene.rater)
    assert second.number == first.number + 1


def test_who_may_not_write_orders_is_forbidden(scene: SimpleNamespace) -> None:
    with pytest.raises(Forbidden):
        actions.create_order(by=scene.sdr, account=scene.account, product=scene.rater)
    assert not Order.objects.exists()


def test_an_executive_does_not_write_on_anothers_order(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya)
    marcus = make.actor(make.person("Marcus Reyes", roles=("account_executive",)))
    with pytest.raises(Forbidden):
        actions.submit_order(order, by=marcus)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"quantity": 0}, "quantity"), ({"discount_percent": Decimal(101)}, "discount_percent"),
     ({"unit_price": Decimal(-1)}, "unit_price"), ({"unit_price": Decimal("0.005")}, "unit_price"),
     ({"unit_price": Decimal(10) ** 14}, "unit_price"), ({"discount_percent": Decimal("33.333")}, "discount_percent"),
     ({"quantity": 2**63 - 1}, "quantity")],
)  # fmt: skip
def test_a_line_that_makes_no_sense_is_refused_by_field(scene: SimpleNamespace, wrong: dict, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.create_order(by=scene.priya, account=scene.account, product=scene.rater, **wrong)
    assert list(refused.value.errors) == [field]


def test_a_retired_product_is_not_sold(scene: SimpleNamespace) -> None:
    retired = make.product("Old rater", active=False)
    with pytest.raises(Invalid):
        actions.create_order(by=scene.priya, account=scene.account, product=retired)


def test_lines_are_added_changed_removed_and_each_is_undone(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya)
    website = make.product("Agency website", price=1788, billing="annual")
    line = actions.add_line(order, by=scene.priya, product=website)
    assert line.mrr == Decimal(149)

    actions.change_line(line, by=scene.priya, quantity=2, unit_price=Decimal(1200), discount_percent=Decimal(10))
    line.refresh_from_db()
    assert line.mrr == Decimal(180)
    actions.change_line.undo_of(Log.objects.get(action="orders.change_line"), by=scene.priya)
    line.refresh_from_db()
    assert line.mrr == Decimal(149)

    actions.remove_line(line, by=scene.priya)
    assert order.lines.count() == 1
    actions.remove_line.undo_of(Log.objects.get(action="orders.remove_line"), by=scene.priya)
    assert [each.mrr for each in order.lines.all()] == [Decimal(58), Decimal(149)]


def test_submitting_makes_it_pending_and_tells_the_boards(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya, submitted=True)
    assert (order.state, order.submitted_by) == ("submitted", scene.priya.person)
    assert Change.objects.filter(topic="board", object_id=order.pk).exists()


def test_a_submitted_order_is_not_written_on(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya, submitted=True)
    with pytest.raises(Refused, match="submitted"):
        actions.add_line(order, by=scene.priya, product=scene.rater)
    with pytest.raises(Refused):
        actions.change_line(order.lines.get(), by=scene.priya, quantity=3, unit_price=Decimal(1))
    with pytest.raises(Refused):
        actions.submit_order(order, by=scene.priya)


def test_an_order_without_lines_is_not_submitted(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya)
    actions.remove_line(order.lines.get(), by=scene.priya)
    with pytest.raises(Invalid):
        actions.submit_order(order, by=scene.priya)


def test_a_submitted_order_is_taken_back_by_undo(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya, submitted=True)
    actions.submit_order.undo_of(Log.objects.get(action="orders.submit_order"), by=scene.priya)
    order.refresh_from_db()
    assert (order.state, order.submitted_at) == ("draft", None)


def test_a_withdrawn_order_is_over(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya, submitted=True)
    actions.withdraw_order(order, by=scene.priya, why="They wait for spring.")
    with pytest.raises(Refused):
        actions.withdraw_order(order, by=scene.priya)
    with pytest.raises(Refused):
        actions.accept_order(order, by=scene.dana)


def test_the_database_holds_quantity_discount_and_currency(scene: SimpleNamespace) -> None:
    from django.db import IntegrityError, transaction

    line = make.order(scene.account, scene.rater, by=scene.priya).lines.get()
    for wrong in ({"quantity": 0}, {"discount_percent": 101}, {"currency": "EUR"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OrderLine.objects.filter(pk=line.pk).update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_a_removed_line_that_two_bring_back_at_once_is_there_once(scene: SimpleNamespace) -> None:
    order = make.order(scene.account, scene.rater, by=scene.priya)
    line = actions.add_line(order, by=scene.priya, product=scene.rater, quantity=7)
    actions.remove_line(line, by=scene.priya)
    log = Log.objects.get(action="orders.remove_line")
    raised = at_once(*[lambda: actions.remove_line.undo_of(log, by=scene.priya)] * 2)
    assert [str(error) for error in raised if error] == ["It was undone already."]
    assert sorted(order.lines.values_list("quantity", flat=True)) == [1, 7]
