"""The pages of the board over HTTP."""

import re
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from callboard.board.actions import close_day, set_goal
from callboard.board.models import DayClose, Goal, Metric
from callboard.orders import actions as orders
from tests import make
from tests.board.test_closing import business_day
from tests.board.test_figures import busy
from tests.orders.conftest import scene

__all__ = ["business_day", "busy", "scene"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(busy: SimpleNamespace, client: Client) -> Client:
    client.force_login(busy.dana.person)
    return client


@pytest.mark.parametrize("by", ["person", "team", "product"])
@pytest.mark.parametrize("period", ["today", "month", "quarter", "year", "nonsense"])
def test_the_board_shows_every_period_by_rep_team_and_product(desk: Client, period: str, by: str) -> None:
    text = desk.get(f"/board/?period={period}&by={by}").content.decode()
    for expected in ("$638", "$787", "−$149", "$58", "$250", "$174", "Pending, not counted"):
        assert expected in text, expected


def test_the_board_is_live_and_sends_its_body_alone(desk: Client) -> None:
    text = desk.get("/board/?by=team").content.decode()
    assert 'data-live="board"' in text and "part=body" in text
    part = desk.get("/board/?by=team&part=body").content.decode()
    assert "$638" in part and "<html" not in part


def test_goal_and_pace_are_named_in_business_days(desk: Client, busy: SimpleNamespace) -> None:
    text = desk.get("/board/").content.decode()
    assert "No goal set" in text
    month = busy.today.replace(day=1)
    Goal.objects.create(metric=Metric.NET_MRR, starts_on=month, amount=12000)
    Goal.objects.create(metric=Metric.NEW_MRR, person=busy.priya.person, starts_on=month, amount=4600)
    text = desk.get("/board/").content.decode()
    assert "of $12,000 after" in text and "business days" in text and "$4,600" in text


def test_the_chart_has_a_table_of_the_same_numbers(desk: Client) -> None:
    text = desk.get("/board/").content.decode()
    assert '<figure class="ch">' in text and "As a table" in text and "style=" not in text


def test_every_figure_opens_the_rows_it_is_made_of(desk: Client, busy: SimpleNamespace) -> None:
    from callboard.board.pages.board import _figs
    from callboard.board.pages.drawing import dollars
    from callboard.board.queries.figures import totals
    from callboard.board.rules.periods import period

    asked = period("month", busy.today)
    urls = [figure["url"] for figure in _figs(totals(asked.first, asked.last), asked, dollars)]
    found = [desk.get(f"{url}&format=csv") for url in urls]
    assert [response.status_code for response in found] == [200] * 5
    counts = [len(response.getvalue().decode().strip().splitlines()) - 1 for response in found]
    assert counts == [3, 1, 1, 1, 1]


def test_the_rows_say_which_date_they_count_by(desk: Client) -> None:
    assert "counted by booked date" in desk.get("/board/rows/").content.decode()
    assert "counted by booked date" in desk.get("/board/one-time/").content.decode()


def test_the_board_is_exported(desk: Client) -> None:
    text = desk.get("/board/?format=csv").getvalue().decode()
    assert "Priya Natarajan" in text and "729" in text


def test_a_day_is_closed_from_its_page(client: Client, business_day: SimpleNamespace) -> None:
    client.force_login(business_day.dana.person)
    text = client.get("/close/").content.decode()
    assert "5 of 5 ticked" in text and "board.close_day" in text
    client.post(reverse("do", args=["board.close_day"]))
    close = DayClose.objects.get()
    text = client.get(close.get_absolute_url()).content.decode()
    assert "What was frozen" in text
    assert "is next" in client.get("/close/").content.decode()
    assert client.get("/close/2020-01-01/").status_code == 404
    assert client.get("/close/nonsense/").status_code == 404


def test_an_open_tick_carries_its_rows_and_the_button_says_why_not(
    client: Client, business_day: SimpleNamespace
) -> None:
    client.force_login(business_day.dana.person)
    subscription = make.subscription(
        business_day.account, business_day.rater, by=business_day.priya, desk=business_day.dana
    )
    orders.open_cancellation(subscription, by=business_day.dana)
    text = client.get("/close/").content.decode()
    assert "4 of 5 ticked" in text and "Still open: Every cancellation has a reason." in text
    assert str(business_day.account) in text
    assert client.post(reverse("do", args=["board.close_day"])).status_code == 409


def test_a_closed_day_names_what_corrected_it_later(client: Client, business_day: SimpleNamespace) -> None:
    client.force_login(business_day.dana.person)
    order = make.order(business_day.account, business_day.rater, by=business_day.priya, submitted=True)
    make.check_everything(order, by=business_day.dana)
    close = close_day(by=business_day.dana)
    orders.accept_order(order, by=business_day.dana)
    text = client.get(close.get_absolute_url()).content.decode()
    assert "Corrected later" in text and "+$58" in text


def test_goals_have_a_list_and_a_page(client: Client, scene: SimpleNamespace) -> None:
    client.force_login(scene.carol.person)
    goal = set_goal(by=scene.carol, metric=Metric.UNITS, amount=20, person=scene.priya.person)
    assert "Priya Natarajan" in client.get("/board/goals/").content.decode()
    assert client.get(goal.get_absolute_url()).status_code == 200
    response = client.post(reverse("do", args=["board.change_goal", goal.pk]), {"amount": "25"})
    assert response.headers["Location"] == "/board/goals/"
    goal.refresh_from_db()
    assert goal.amount == 25


def test_the_board_costs_the_same_queries_for_many_reps(desk: Client, busy: SimpleNamespace) -> None:
    desk.get("/board/")
    with CaptureQueriesContext(connection) as few:
        desk.get("/board/")
    for _number in range(4):
        rep = make.person(roles=("account_executive",))
        make.accepted(make.account(owner=rep), busy.rater, by=make.actor(rep), desk=busy.dana)
    with CaptureQueriesContext(connection) as many:
        desk.get("/board/")
    assert len(many) == len(few)


def test_whole_dollars_that_would_not_add_up_are_shown_with_their_cents(desk: Client, busy: SimpleNamespace) -> None:
    # 739.40 and 68.40 make 807.80: rounded one by one 739 and 68, together 808.
    for seller, account in ((busy.priya, busy.account), (busy.marcus, busy.his)):
        product = make.product(f"Odd {seller.person}", price=Decimal("10.40"))
        make.accepted(account, product, by=seller, desk=busy.dana)
    shown = re.sub(r"<[^>]+>", " ", desk.get("/board/?part=body").content.decode())
    for expected in ("$739.40", "$68.40", "$807.80", "−$149.00", "$658.80"):
        assert expected in shown, expected
    assert "rounded to the cent by itself" not in shown


def test_where_even_cents_do_not_add_up_the_board_says_why(desk: Client, busy: SimpleNamespace) -> None:
    # A twelfth of 100.02 is 8.335: the two make 16.67, rounded one by one to the cent 16.68.
    for seller, account in ((busy.priya, busy.account), (busy.marcus, busy.his)):
        product = make.product(f"Yearly {seller.person}", price=Decimal("100.02"), billing="annual")
        make.accepted(account, product, by=seller, desk=busy.dana)
    shown = re.sub(r"<[^>]+>", " ", desk.get("/board/?part=body").content.decode())
    assert "$737.34" in shown and "$66.34" in shown and "$803.67" in shown
    assert "rounded to the cent by itself" in shown
