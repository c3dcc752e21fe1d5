"""The pages of orders and cancellations over HTTP."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from callboard.orders import actions
from callboard.orders.models import CancellationReason, DeskQuestion, Order, Subscription
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(scene: SimpleNamespace, client: Client) -> Client:
    client.force_login(scene.dana.person)
    return client


@pytest.fixture
def waiting(scene: SimpleNamespace) -> Order:
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=10)
    order = make.order(scene.account, scene.rater, by=scene.priya, quantity=4, submitted=True)
    actions.recall_order(order, by=scene.priya)
    actions.add_line(order, by=scene.priya, product=make.product("Set-up", price=250, billing="one_time"))
    return actions.submit_order(order, by=scene.priya)


def test_the_order_shows_what_they_have_what_changes_and_what_it_will_be(desk: Client, waiting: Order) -> None:
    text = desk.get(waiting.get_absolute_url()).content.decode()
    for expected in (
        "$580",
        "+$232",
        "$812",
        "Pending, outside the totals",
        "Desk check",
        "0 of 7",
        "4 at $58, monthly",
    ):
        assert expected in text, expected


def test_a_check_is_ticked_from_the_page_and_the_last_one_lets_it_be_accepted(desk: Client, waiting: Order) -> None:
    for question in DeskQuestion.objects.filter(kind="new"):
        answer = {"question": question.pk, "answer": "yes", "next": waiting.get_absolute_url()}
        response = desk.post(reverse("do", args=["orders.answer_desk_check", waiting.pk]), answer)
        assert (response.status_code, response.headers.get("Location")) == (302, waiting.get_absolute_url())
    assert "7 of 7" in desk.get(waiting.get_absolute_url()).content.decode()
    desk.post(reverse("do", args=["orders.accept_order", waiting.pk]))
    waiting.refresh_from_db()
    assert waiting.state == "complete"
    assert "What they had" in desk.get(waiting.get_absolute_url()).content.decode()


def test_an_unchecked_order_answers_409_with_what_is_missing(desk: Client, waiting: Order) -> None:
    response = desk.post(reverse("do", args=["orders.accept_order", waiting.pk]))
    assert response.status_code == 409
    assert "The desk check is not done" in response.content.decode()


def test_an_executive_sees_the_checks_but_no_buttons(client: Client, scene: SimpleNamespace, waiting: Order) -> None:
    client.force_login(scene.priya.person)
    text = client.get(waiting.get_absolute_url()).content.decode()
    assert "Desk check" in text and "orders.answer_desk_check" not in text
    assert client.post(reverse("do", args=["orders.accept_order", waiting.pk])).status_code == 403


def test_a_draft_is_written_on_from_its_page(client: Client, scene: SimpleNamespace) -> None:
    client.force_login(scene.priya.person)
    order = make.order(scene.account, scene.rater, by=scene.priya)
    text = client.get(order.get_absolute_url()).content.decode()
    assert "orders.add_line" in text and "orders.remove_line" in text
    response = client.post(
        reverse("do", args=["orders.add_line", order.pk]),
        {"product": scene.rater.pk, "quantity": 2, "unit_price": "", "discount_percent": "10"},
    )
    assert response.headers["Location"] == order.get_absolute_url()
    assert order.lines.count() == 2


def test_an_order_is_written_from_the_generated_form(client: Client, scene: SimpleNamespace) -> None:
    client.force_login(scene.priya.person)
    address = reverse("do", args=["orders.create_order"])
    assert client.get(address).status_code == 200
    wrong = client.post(address, {"account": scene.account.pk, "product": scene.rater.pk, "quantity": 0})
    assert wrong.status_code == 422
    made = client.post(
        address, {"account": scene.account.pk, "product": scene.rater.pk, "quantity": 3, "discount_percent": "0"}
    )
    assert made.headers["Location"] == Order.objects.get().get_absolute_url()


def test_a_returned_order_lists_what_is_missing(desk: Client, scene: SimpleNamespace, waiting: Order) -> None:
    actions.return_order(waiting, by=scene.dana, missing="Seat names")
    text = desk.get(waiting.get_absolute_url()).content.decode()
    assert "Seat names" in text and "Billing contact" in text


def test_the_case_of_a_cancellation_is_one_screen(desk: Client, scene: SimpleNamespace, waiting: Order) -> None:
    subscription = Subscription.objects.get()
    reason = CancellationReason.objects.get(code="price")
    case = actions.open_cancellation(subscription, by=scene.dana, reason=reason, reason_text="Too much for the use")
    text = desk.get(case.get_absolute_url()).content.decode()
    for expected in (
        "At stake",
        "$580",
        "Price",
        "Too much for the use",
        "How does it end",
        "Saved",
        "Lost",
        "same day",
    ):
        assert expected in text, expected
    form = desk.get(reverse("do", args=["orders.confirm_cancellation", case.pk])).content.decode()
    assert "end_on" in form
    desk.post(reverse("do", args=["orders.confirm_cancellation", case.pk]), {"end_on": scene.today.isoformat()})
    text = desk.get(case.get_absolute_url()).content.decode()
    assert "They leave on" in text and "How does it end" not in text


def test_the_cancellation_order_leads_to_its_case(desk: Client, scene: SimpleNamespace, waiting: Order) -> None:
    reason = CancellationReason.objects.get(code="price")
    case = actions.open_cancellation(Subscription.objects.get(), by=scene.dana, reason=reason)
    order = actions.confirm_cancellation(case, by=scene.dana).order
    text = desk.get(order.get_absolute_url()).content.decode()
    assert case.get_absolute_url() in text and "−$580" in text


@pytest.mark.parametrize(
    "query", ["", "?state=submitted", "?owner=me", "?kind=new", "?sort=account", "?sort=-submitted_at", "?format=csv"]
)
def test_the_list_of_orders_filters_sorts_and_is_exported(desk: Client, waiting: Order, query: str) -> None:
    assert desk.get(f"/orders/{query}").status_code == 200


@pytest.mark.parametrize("address", ["/cancellations/", "/products/", "/subscriptions/"])
def test_the_other_lists_open_and_are_exported(
    desk: Client, scene: SimpleNamespace, waiting: Order, address: str
) -> None:
    actions.open_cancellation(Subscription.objects.get(), by=scene.dana, received_at=None)
    assert desk.get(address).status_code == 200
    assert desk.get(f"{address}?format=csv").status_code == 200


def test_product_and_subscription_have_a_page_with_their_steps_and_entries(
    desk: Client, scene: SimpleNamespace, waiting: Order
) -> None:
    from callboard.team.models import Team

    actions.add_fulfilment_step(
        scene.rater, by=scene.carol, team=Team.objects.create(name="Onboarding"), title="Build", business_days=10
    )
    assert "10 business days" in desk.get(scene.rater.get_absolute_url()).content.decode()
    text = desk.get(Subscription.objects.get().get_absolute_url()).content.decode()
    assert "+$580" in text and "New" in text


def test_the_account_shows_what_it_has_its_orders_and_cancellations(
    desk: Client, scene: SimpleNamespace, waiting: Order
) -> None:
    text = desk.get(scene.account.get_absolute_url()).content.decode()
    assert "Comparative rater" in text and "× 10" in text and str(waiting) in text


def test_thirty_orders_cost_the_queries_of_one(desk: Client, scene: SimpleNamespace, waiting: Order) -> None:
    desk.get("/orders/")
    with CaptureQueriesContext(connection) as few:
        desk.get("/orders/")
    for _number in range(6):
        make.order(make.account(owner=scene.priya.person), scene.rater, by=scene.priya)
    with CaptureQueriesContext(connection) as many:
        desk.get("/orders/")
    assert len(many) == len(few)


def test_the_order_page_costs_at_most_twelve_queries_beside_the_frame(desk: Client, waiting: Order) -> None:
    desk.get(waiting.get_absolute_url())
    with CaptureQueriesContext(connection) as page:
        desk.get(waiting.get_absolute_url())
    # The frame asks five: session, person, rights, all badges, the mail's foot.
    assert len(page) <= 17, [query["sql"][:90] for query in page]


def test_who_is_not_signed_in_goes_to_the_door(client: Client, waiting: Order) -> None:
    assert client.get("/orders/").status_code == 302
    assert client.get(waiting.get_absolute_url()).headers["Location"].startswith("/sign-in/")


def test_a_late_log_says_how_late(desk: Client, scene: SimpleNamespace, waiting: Order) -> None:
    from callboard.core import clock

    case = actions.open_cancellation(
        Subscription.objects.get(), by=scene.dana, received_at=clock.now() - timedelta(days=2)
    )
    assert "2 days late" in desk.get(case.get_absolute_url()).content.decode()
    assert "2 days late" in desk.get("/cancellations/").content.decode()


def test_the_order_fetches_itself_again_when_something_of_its_account_changes(
    desk: Client, scene: SimpleNamespace, waiting: Order
) -> None:
    text = desk.get(waiting.get_absolute_url()).content.decode()
    assert f'data-live="account:{scene.account.pk}" data-live-src="?part=body"' in text
    part = desk.get(f"{waiting.get_absolute_url()}?part=body").content.decode()
    assert "Desk check" in part and "<html" not in part and "csrfmiddlewaretoken" in part
