"""A list as lanes, as a month, and the way from one record to the next."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from callboard.core import clock
from callboard.directory.models import Account
from callboard.pipeline.actions import open_opportunity, win_opportunity
from callboard.pipeline.models import Opportunity, Stage
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def deals(accounts: dict[str, Account], desk: Person) -> list[Opportunity]:
    by = make.actor(desk)
    today = clock.business_day(clock.now())
    return [
        open_opportunity(
            accounts["Abilene"], by=by, name=f"Deal {number}", value_mrr=Decimal(100), close_on=today + timedelta(days=number),
            next_step="Call", next_on=today,
        )
        for number in range(3)
    ]  # fmt: skip


def test_lanes_have_counts_sums_cards_and_the_moves_of_each_card(
    deals: list[Opportunity], as_desk: Client, desk: Person
) -> None:
    win_opportunity(deals[2], by=make.actor(desk))
    shown = as_desk.get("/opportunities/?show=board").context["shown"]
    lanes = {lane.value: lane for lane in shown.lanes}
    assert list(lanes) == [stage.value for stage in Stage]
    assert [
        (lanes[key].count, [amount for _label, amount in lanes[key].sums]) for key in ("qualify", "won", "demo")
    ] == [
        (2, [200]),
        (1, [100]),
        (0, []),
    ]
    card = lanes["qualify"].cards[0]
    moves = {lane: url for lane, _label, url in card.moves}
    assert set(moves) == {"demo", "proposal", "commit", "won", "lost"}
    assert moves["demo"] == (
        f"/do/pipeline.move_stage/{deals[0].pk}/?stage=demo&next=%2Fopportunities%2F%3Fshow%3Dboard"
    )
    form = as_desk.get(moves["demo"]).context["form"]
    assert form.initial["stage"] == "demo"


def test_a_lane_that_is_long_leads_to_its_rows(deals: list[Opportunity], as_desk: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("callboard.kit.listing.lanes.CARDS", 2)
    lane = as_desk.get("/opportunities/?show=board").context["shown"].lanes[0]
    assert (lane.count, len(lane.cards)) == (3, 2)
    rows = as_desk.get(lane.more_url).context["table"].rows
    assert len(rows) == 3


def test_a_filtered_board_stays_filtered(deals: list[Opportunity], as_desk: Client) -> None:
    shown = as_desk.get(f"/opportunities/?show=board&where=close_on~on~{deals[1].close_on}").context["shown"]
    assert sum(lane.count for lane in shown.lanes) == 1


@pytest.mark.parametrize("listed", ["opportunities", "leads", "orders", "tasks"])
def test_every_board_opens_within_twelve_queries_whatever_it_holds(
    deals: list[Opportunity], desk: Person, as_desk: Client, listed: str
) -> None:
    for number in range(6):
        make.task(desk, f"T{number}")
        make.lead(f"L{number}", by=make.actor(desk))
        make.order(deals[0].account, make.product(), by=make.actor(desk))
    as_desk.get(f"/{listed}/?show=board")
    with CaptureQueriesContext(connection) as asked:
        assert as_desk.get(f"/{listed}/?show=board").context["shown"].lanes
    assert len(asked) <= 12, [each["sql"][:160] for each in asked]


def test_a_month_puts_each_row_on_its_day_and_leads_to_it(deals: list[Opportunity], as_desk: Client) -> None:
    day = deals[1].close_on
    assert day is not None
    shown = as_desk.get(f"/opportunities/?show=calendar&month={day:%Y-%m}").context["shown"]
    days = {one.day: one for week in shown.month.weeks for one in week}
    assert [entry.title for entry in days[day].entries] == ["Deal 1"]
    rows = as_desk.get(days[day].url).context["table"].rows
    assert [row.obj.name for row in rows] == ["Deal 1"]
    assert all(len(week) == 7 for week in shown.month.weeks)


def test_a_month_can_be_of_another_date_and_of_an_instant(deals: list[Opportunity], as_desk: Client) -> None:
    shown = as_desk.get("/opportunities/?show=calendar&date=created_at").context["shown"]
    today = timezone.localdate(clock.now(), ZoneInfo("America/Chicago"))
    entries = [entry for week in shown.month.weeks for one in week for entry in one.entries if one.day == today]
    assert len(entries) == 3
    assert entries[0].time


@pytest.mark.parametrize("month", ["2026-13", "0000-01", "x", "9999-12", "1900-01", "2999-12", "%00"])
def test_a_month_that_is_none_is_this_one_and_the_calendar_has_ends(as_desk: Client, deals: Any, month: str) -> None:
    shown = as_desk.get(f"/opportunities/?show=calendar&month={month}").context["shown"]
    today = date.today()  # noqa: DTZ011
    edge = {"1900-01": ("", "2"), "2999-12": ("2", "")}.get(month)
    if edge is None:
        assert shown.month.first.year in (
            today.year,
            (today - timedelta(days=1)).year,
            (today + timedelta(days=1)).year,
        )
    else:
        assert (bool(shown.month.previous), bool(shown.month.next)) == (bool(edge[0]), bool(edge[1]))


def beside(client: Client, query: str, account: Account) -> tuple[str, str]:
    answer = client.get(f"/accounts/?{query}&beside={account.pk}").json()
    return answer["before"], answer["after"]


def test_a_record_knows_its_neighbours_in_the_list_it_was_opened_from(
    accounts: dict[str, Account], as_desk: Client
) -> None:
    def url(name: str) -> str:
        return f"/accounts/{accounts[name].pk}/" if name else ""

    for query, name, before, after in (
        ("", "Brazos", "Abilene", "Cypress"),
        ("", "Abilene", "", "Brazos"),
        ("", "Elgin", "Delgado", ""),
        ("sort=-mrr", "Cypress", "Delgado", "Brazos"),
        ("where=tier~is~A", "Abilene", "", "Cypress"),
        ("where=tier~is~A&sort=-mrr", "Brazos", "Cypress", "Abilene"),  # no longer fits; stands between those that do
    ):
        assert beside(as_desk, query, accounts[name]) == (url(before), url(after)), (query, name)


def test_walking_costs_the_same_anywhere_and_nobody_walks_to_what_is_not_theirs(
    accounts: dict[str, Account], as_desk: Client
) -> None:
    for number in range(30):
        make.account(f"F{number:02}")
    counts = []
    for account in (accounts["Abilene"], Account.objects.order_by("-sort_key")[0]):
        with CaptureQueriesContext(connection) as asked:
            as_desk.get(f"/accounts/?beside={account.pk}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
    for unknown in ("0", "x", "", "99999999999999999999"):
        assert as_desk.get(f"/accounts/?beside={unknown}").status_code == 404
