"""What an address makes of a list: several orders, columns, totals, and what any of it costs."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from callboard.directory.models import Account
from callboard.kit.listing import address, sums
from tests import make
from tests.listing.conftest import Names

pytestmark = pytest.mark.django_db


def test_several_columns_sort_and_shift_adds_one(accounts: dict[str, Account], names: Names, as_desk: Client) -> None:
    assert names("sort=tier,-mrr") == ["Cypress", "Abilene", "Elgin", "Brazos", "Delgado"]
    heads = {head.key: head for head in as_desk.get("/accounts/?sort=tier,-mrr").context["table"].columns}
    assert [(heads[key].sorted, heads[key].place) for key in ("tier", "mrr")] == [("asc", 1), ("desc", 2)]
    assert heads["owner"].url == "/accounts/?sort=owner"
    assert heads["owner"].add_url == "/accounts/?sort=tier%2C-mrr%2Cowner"
    assert heads["mrr"].add_url == "/accounts/?sort=tier%2Cmrr"


def test_several_orders_walk_page_by_page(as_desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        make.account(f"A{number}", tier=["A", "B", None][number % 3], mrr=Decimal(number % 4))
    monkeypatch.setattr("callboard.kit.pages.lists.ListPage.size", 5)
    url, seen = "/accounts/?sort=-tier,mrr", []
    while url:
        answer = as_desk.get(url)
        seen += [row.obj.pk for row in answer.context["table"].rows]
        url = answer.context["pager"].next_url
    assert len(seen) == len(set(seen)) == 12


def test_columns_are_chosen_ordered_and_sized(accounts: dict[str, Account], as_desk: Client) -> None:
    html = as_desk.get("/accounts/?cols=mrr:120,name,number").content.decode()
    assert '<col width="120">' in html
    answer = as_desk.get("/accounts/?cols=mrr:120,name,number&format=csv")
    first = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[0]
    assert first == "MRR,Account,Number"


def test_a_form_of_columns_becomes_one_short_address(as_desk: Client) -> None:
    answer = as_desk.get(
        "/accounts/?shape=1&col=name&col=tier&width-tier=90&width-name=&s1=mrr&d1=-&s2=&group=owner&customer=1"
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/accounts/?group=owner&customer=1&cols=name%2Ctier%3A90&sort=-mrr"


def test_the_count_of_what_is_being_chosen_is_a_sentence(accounts: dict[str, Account], as_desk: Client) -> None:
    answer = as_desk.get("/accounts/?part=count&where=mrr~ge~300")
    assert answer.content.decode() == "3 rows"


def test_the_totals_are_of_all_pages_and_of_none_beyond_the_bound(
    accounts: dict[str, Account], as_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callboard.kit.pages.lists.ListPage.size", 2)
    answer = as_desk.get("/accounts/")
    assert {c.key: v for c, v in answer.context["totals"].cells}["mrr"] == Decimal(1500)
    monkeypatch.setattr(sums, "COUNT_LIMIT", 3)
    monkeypatch.setattr("callboard.kit.listing.drawing.COUNT_LIMIT", 3)
    html = as_desk.get("/accounts/").content.decode()
    assert "narrow the list to see sums" in html
    assert "1,500" not in html


def test_ticked_rows_carry_what_the_bar_adds_up(accounts: dict[str, Account], as_desk: Client) -> None:
    for query in ("", "?group=tier"):
        tree = html.fromstring(as_desk.get(f"/accounts/{query}").content.decode())
        amounts = tree.xpath("//input[@name='id']/@data-amount")
        assert sorted(map(Decimal, amounts)) == [100, 200, 300, 400, 500]
        (bar,) = tree.xpath("//*[@data-amounts]")
        assert bar.get("data-amounts") == "MRR"
        assert bar.get("data-all") == "$1,500"
    without = as_desk.get("/accounts/?cols=name,tier").content.decode()
    assert "data-amount" not in without


@pytest.mark.parametrize(
    "query", ["", "group=owner", "show=calendar", "where=owner~is~me&sort=tier,-mrr&cols=name,mrr,owner,parent"]
)
def test_no_way_of_showing_a_list_costs_more_than_twelve_queries(
    accounts: dict[str, Account], as_desk: Client, query: str
) -> None:
    as_desk.get(f"/accounts/?{query}")
    with CaptureQueriesContext(connection) as asked:
        assert as_desk.get(f"/accounts/?{query}").status_code == 200
    assert len(asked) <= 12, [each["sql"][:160] for each in asked]


def test_a_name_of_400_letters_and_right_to_left_text_do_no_harm(as_desk: Client, names: Names) -> None:
    make.account("ש" * 200, city="x" * 100, tier="A")
    for query in ("group=city", "show=calendar&date=created_at", "where=city~is~" + "x" * 100, "where=name~has~ש"):
        assert as_desk.get(f"/accounts/?{query}").status_code == 200
    assert len(names("where=name~has~ש")) == 1


def test_the_api_takes_conditions_and_several_orders(accounts: dict[str, Account], as_desk: Client) -> None:
    answer = as_desk.get("/api/v1/accounts?where=mrr~ge~200&where=tier~known&sort=tier,-mrr")
    assert [item["name"] for item in answer.json()["items"]] == ["Cypress", "Elgin", "Brazos"]
    assert as_desk.get("/api/v1/accounts?where=mrr~ge~lots").status_code == 422


def test_no_filter_has_the_name_of_a_part_of_the_state() -> None:
    from callboard.kit.pages import PAGES, ListPage, load_pages

    load_pages()
    taken = {
        (page.name, name)
        for page in PAGES.values()
        if issubclass(page, ListPage)
        for each in page().all_filters()
        for name in each.names()
        if name in address.RESERVED
    }
    assert taken == set()
