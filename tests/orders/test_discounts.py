"""The discount of an order needs a yes where a rule of approval says so; until then the order is not accepted."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from callboard.core import clock
from callboard.core.actions import Invalid, Refused
from callboard.core.answering import About, plan
from callboard.core.models import Log, TimelineEntry
from callboard.core.undo import undo
from callboard.orders import actions as orders
from callboard.orders.models import Order, Product
from callboard.orders.rules.pricing import given_away, monthly
from callboard.team.models import Person
from callboard.work.actions import (
    approve_approval,
    create_approval_rule,
    hand_over_task,
    reject_approval,
    withdraw_approval,
)
from callboard.work.models import Approval, ApprovalKind, Task
from tests import make
from tests.orders.conftest import scene

__all__ = ["scene"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(scene: SimpleNamespace) -> SimpleNamespace:
    """From 100 a year on the manager of whoever writes the order says yes."""
    scene.boss = make.person("Boss", roles=("sales_manager",))
    team = scene.priya.person.team or make.team("Sales")
    team.manager = scene.boss
    team.save()
    Person.objects.filter(pk=scene.priya.person.pk).update(team=team)
    scene.admin = make.person("Admin", roles=("administrator", "account_executive"))
    create_approval_rule(by=make.actor(scene.admin), kind=ApprovalKind.DISCOUNT, over=Decimal(100))  # type: ignore[arg-type]
    scene.priya = make.actor(Person.objects.get(pk=scene.priya.person.pk))
    return scene


def submitted(scene: SimpleNamespace, percent: int = 20, **given: Any) -> Order:
    """An order of ten seats of the rater with a discount, checked by the desk."""
    order = make.order(
        scene.account, scene.rater, by=scene.priya, quantity=10, discount_percent=Decimal(percent), **given
    )
    orders.submit_order(order, by=scene.priya)
    make.check_everything(order, by=scene.dana)
    return again(order)


def again(order: Order) -> Order:
    return Order.objects.select_related("account", "approval__task__owner").get(pk=order.pk)


def test_a_discount_above_the_rule_waits_for_its_yes_and_is_accepted_after_it(rules: SimpleNamespace) -> None:
    order = submitted(rules)
    approval = order.approval
    assert approval is not None and approval.task is not None
    # Ten seats at 58 a month less a fifth, a year of it.
    assert (approval.kind, approval.amount, approval.asked_by) == ("discount", Decimal(1392), rules.priya.person)
    assert approval.task.owner == rules.boss and "10 × " in approval.text
    with pytest.raises(Refused, match=r"discount of \$1,392 waits for Boss"):
        orders.accept_order(order, by=rules.dana)
    approve_approval(approval, by=make.actor(rules.boss))
    assert orders.accept_order(again(order), by=rules.dana).state in ("accepted", "complete")


def test_a_small_discount_none_and_no_rule_ask_for_nothing(rules: SimpleNamespace) -> None:
    assert submitted(rules, percent=1).approval is None
    assert submitted(rules, percent=0).approval is None
    assert not Approval.objects.exists()
    orders.accept_order(submitted(rules, percent=1), by=rules.dana)


def test_a_lower_price_than_the_books_is_a_discount_too(rules: SimpleNamespace) -> None:
    order = submitted(rules, percent=0, unit_price=Decimal(48))
    assert order.approval is not None and order.approval.amount == Decimal(1200)


def test_a_no_gives_the_order_back_to_its_writer_with_the_reason(rules: SimpleNamespace) -> None:
    order = submitted(rules)
    reject_approval(order.approval, by=make.actor(rules.boss), because="Ten percent at most.")
    order = again(order)
    assert order.state == "returned"
    assert order.missing == "The discount of $1,392 was not approved: Ten percent at most."
    task = Task.objects.get(kind="orders.correct", state="open")
    assert task.owner == rules.priya.person
    assert TimelineEntry.objects.filter(kind="order.returned", ref_id=order.pk).count() == 1
    assert Log.objects.filter(action="work.reject_approval", target_kind="orders.order", target_id=order.pk).exists()
    orders.change_line(
        order.lines.get(), by=rules.priya, quantity=10, unit_price=Decimal(58), discount_percent=Decimal(0)
    )
    orders.submit_order(again(order), by=rules.priya)
    assert again(order).approval is None, "what is not given away needs no yes"


def test_what_was_approved_holds_until_more_is_given_away(rules: SimpleNamespace) -> None:
    order = submitted(rules)
    approve_approval(order.approval, by=make.actor(rules.boss))
    for percent, same in ((20, True), (10, True), (30, False)):
        orders.recall_order(again(order), by=rules.priya)
        orders.change_line(
            order.lines.get(), by=rules.priya, quantity=10, unit_price=Decimal(58), discount_percent=Decimal(percent)
        )
        orders.submit_order(again(order), by=rules.priya)
        assert (again(order).approval == order.approval) is same


@pytest.mark.parametrize("ending", ["recall", "withdraw", "return", "reject", "undo"])
def test_what_ends_the_waiting_of_an_order_takes_the_question_back(rules: SimpleNamespace, ending: str) -> None:
    order = submitted(rules)
    log = Log.objects.get(action="orders.submit_order")
    if ending == "recall":
        orders.recall_order(order, by=rules.priya)
    elif ending == "withdraw":
        orders.withdraw_order(order, by=rules.priya)
    elif ending == "return":
        orders.return_order(order, by=rules.dana, missing="The start.")
    elif ending == "reject":
        orders.reject_order(order, by=rules.dana, why="We do not sell there.")
    else:
        plain = make.order(rules.account, rules.rater, by=rules.priya, quantity=10, discount_percent=Decimal(20))
        orders.submit_order(plain, by=rules.priya)
        order, log = again(plain), Log.objects.filter(action="orders.submit_order").latest("at")
        undo(log, by=rules.priya)
    approval = Approval.objects.get(pk=order.approval.pk)  # type: ignore[union-attr]
    assert (approval.state, approval.task) == ("withdrawn", None)
    assert not Task.objects.open().filter(kind="work.approval", owner=rules.boss, source_id=approval.pk).exists()
    state = {"recall": "draft", "withdraw": "withdrawn", "return": "returned", "reject": "rejected", "undo": "draft"}
    assert again(order).state == state[ending]


def test_a_question_that_is_taken_back_makes_the_order_a_draft_again(rules: SimpleNamespace) -> None:
    order = submitted(rules)
    withdraw_approval(order.approval, by=rules.priya)
    assert again(order).state == "draft"
    orders.submit_order(again(order), by=rules.priya)
    assert again(order).approval != order.approval


def test_it_is_decided_by_mail_and_never_by_whose_order_it_is(rules: SimpleNamespace) -> None:
    order = submitted(rules)

    def about(person: Person) -> About:
        return About(person, again(order).approval, clock.now().astimezone(person.tz))

    assert "does not wait for you" in plan("approve", about(rules.priya.person)).problem
    hand_over_task(order.approval.task, by=make.actor(rules.boss), to=rules.priya.person)  # type: ignore[union-attr]
    owner = again(order).approval.task.owner  # type: ignore[union-attr]
    assert owner != rules.priya.person
    ((verb, found),) = plan("approve", about(owner)).steps
    verb.act(make.actor(owner), about(owner), found)
    assert again(order).approval.state == "approved"  # type: ignore[union-attr]


def test_where_nobody_else_may_say_yes_the_order_is_not_submitted(rules: SimpleNamespace) -> None:
    order = make.order(
        rules.account, rules.rater, by=make.actor(rules.admin), quantity=10, discount_percent=Decimal(20)
    )
    Order.objects.filter(pk=order.pk).update(owner=rules.admin)
    with pytest.raises(Invalid, match="Nobody but you"):
        orders.submit_order(again(order), by=make.actor(rules.admin))
    assert again(order).state == "draft"


def test_the_pages_say_whose_turn_it_is_and_lead_from_one_to_the_other(rules: SimpleNamespace, client: Client) -> None:
    order = submitted(rules)
    client.force_login(rules.dana.person)
    text = client.get(order.get_absolute_url()).content.decode()
    assert "Boss&#x27;s turn: the discount" in text and "waits for Boss to approve it" in text
    client.force_login(rules.boss)
    text = client.get(order.approval.get_absolute_url()).content.decode()  # type: ignore[union-attr]
    assert order.get_absolute_url() in text


@given(
    billing=st.sampled_from(["monthly", "annual", "one_time"]),
    book=st.decimals(0, 5000, places=2),
    price=st.decimals(0, 5000, places=2),
    quantity=st.integers(1, 200),
    percent=st.decimals(0, 100, places=2),
)
def test_what_is_given_away_is_never_negative_and_is_the_difference_a_year(
    billing: str, book: Decimal, price: Decimal, quantity: int, percent: Decimal
) -> None:
    found = given_away(billing, book, price, quantity, percent)
    assert found >= 0
    assert given_away(billing, book, book, quantity) == 0
    if billing != "one_time":
        lost = 12 * (monthly(billing, book, quantity) - monthly(billing, price, quantity, percent))
        assert abs(found - max(lost, Decimal(0))) < Decimal("0.02")


def test_whoever_submits_an_order_does_not_approve_its_discount(rules: SimpleNamespace) -> None:
    boss = make.actor(rules.boss)
    order = make.order(rules.account, rules.rater, by=rules.priya, quantity=10, discount_percent=Decimal(1))
    line = order.lines.get()
    orders.change_line(line, by=boss, quantity=10, unit_price=line.unit_price, discount_percent=Decimal(90))
    orders.submit_order(again(order), by=boss)
    approval = again(order).approval
    assert approval is not None and approval.task is not None and approval.task.owner == rules.admin
    with pytest.raises(Refused, match="asked for themselves"):
        approve_approval(approval, by=boss)
    hand_over_task(approval.task, by=make.actor(rules.admin), to=make.person("Another", roles=("administrator",)))
    with pytest.raises(Refused, match="asked for themselves"):
        approve_approval(again(order).approval, by=boss)


def test_an_approver_who_is_given_the_order_does_not_approve_it_and_somebody_else_is_asked(
    rules: SimpleNamespace,
) -> None:
    order = submitted(rules)
    orders.give_order(order, by=rules.dana, to=rules.boss)
    approval = again(order).approval
    assert approval is not None and approval.task is not None and approval.task.owner == rules.admin
    with pytest.raises(Refused, match="asked for themselves"):
        approve_approval(approval, by=make.actor(rules.boss))
    approve_approval(again(order).approval, by=make.actor(rules.admin))
    assert again(order).approval.state == "approved"  # type: ignore[union-attr]


@pytest.mark.parametrize("what", ["another product", "all of the half"])
def test_a_yes_to_some_lines_is_none_to_others_of_the_same_sum(rules: SimpleNamespace, what: str) -> None:
    order = submitted(rules, 50)
    approve_approval(again(order).approval, by=make.actor(rules.boss))
    orders.recall_order(again(order), by=rules.priya)
    product = make.product("Other", price=58) if what == "another product" else rules.rater
    line = order.lines.get()
    orders.add_line(again(order), by=rules.priya, product=product, quantity=5, discount_percent=Decimal(100))
    orders.remove_line(line, by=rules.priya)
    orders.submit_order(again(order), by=rules.priya)
    assert again(order).approval.state == "open"  # type: ignore[union-attr]


def test_where_the_book_is_dearer_when_it_is_accepted_the_order_is_submitted_anew(rules: SimpleNamespace) -> None:
    order = submitted(rules, percent=0)
    assert order.approval is None
    Product.objects.filter(pk=rules.rater.pk).update(price=Decimal(580))
    with pytest.raises(Refused, match="price book changed: it gives away "):
        orders.accept_order(order, by=rules.dana)
    orders.return_order(again(order), by=rules.dana, missing="The price book changed.")
    orders.submit_order(again(order), by=rules.priya)
    approve_approval(again(order).approval, by=make.actor(rules.boss))
    make.check_everything(order, by=rules.dana)
    assert orders.accept_order(again(order), by=rules.dana).state in ("accepted", "complete")
