"""Parked pages: a stack of one's own, taken back with their state, and honest about what is gone."""

import json
import re

import pytest
from django.test import Client

from callboard.core.actions import Invalid
from callboard.kit.hands.actions import MOST_PARKED, park_again, park_page, take_back
from callboard.kit.hands.models import Parked
from callboard.team.models import Person
from tests import make

from .conftest import signed_in

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


def park(client: Client, url: str, title: str = "A page", state: str = '{"row": "7"}') -> int:
    return client.post("/parked/new/", {"url": url, "title": title, "state": state}).status_code


def test_a_page_is_parked_and_comes_back_with_its_state_on_another_machine(desk: Person, as_desk: Client) -> None:
    account = make.account("Hargrove")
    assert park(as_desk, f"/accounts/{account.pk}/", "Hargrove") == 200
    page = as_desk.get("/").content.decode()
    assert "1 parked" in page
    assert "Hargrove" in page
    parked = Parked.objects.get()
    told = signed_in(desk).post(f"/parked/{parked.pk}/back/", headers=PART)
    assert json.loads(told.content) == {"url": f"/accounts/{account.pk}/", "state": {"row": "7"}}
    assert "1 parked" not in as_desk.get("/").content.decode()
    # Without script one is led there.
    park_again(parked, by=make.actor(desk))
    assert as_desk.post(f"/parked/{parked.pk}/back/")["Location"] == f"/accounts/{account.pk}/"


def test_nobody_takes_what_another_parked(desk: Person, as_desk: Client) -> None:
    park(as_desk, "/", "Mine alone")
    parked = Parked.objects.get()
    other = signed_in(make.person())
    assert other.post(f"/parked/{parked.pk}/back/").status_code == 404
    assert other.post(f"/parked/{parked.pk}/remove/").status_code == 404
    assert "Mine alone" not in other.get("/parked/").content.decode()
    assert Client().post("/parked/new/", {"url": "/"}).status_code == 302


def test_what_is_gone_says_so_and_stays_until_it_is_removed(desk: Person, as_desk: Client) -> None:
    park(as_desk, "/accounts/999999/", "Long gone")
    parked = Parked.objects.get()
    assert "no longer there" in as_desk.get("/parked/").content.decode()
    answer = as_desk.post(f"/parked/{parked.pk}/back/", follow=True)
    assert answer.redirect_chain == [("/parked/", 302)]
    assert "no longer there" in answer.content.decode()
    assert Parked.objects.get().taken_at is None
    as_desk.post(f"/parked/{parked.pk}/remove/")
    assert Parked.objects.get().taken_at is not None


def test_removing_and_parking_can_be_undone(desk: Person, as_desk: Client) -> None:
    park(as_desk, "/inbox/")
    page = as_desk.get("/").content.decode()
    undo = re.findall(r'action="(/undo/[0-9a-f-]{36}/)"', page)[0]
    as_desk.post(undo)
    assert Parked.objects.get().taken_at is not None


def test_the_stack_holds_so_many_and_says_so(desk: Person, as_desk: Client) -> None:
    for number in range(MOST_PARKED):
        assert park(as_desk, f"/tasks/?state={number}") == 200
    answer = as_desk.post("/parked/new/", {"url": "/", "title": "One more"})
    assert answer.status_code == 422
    assert "the most" in json.loads(answer.content)["error"]
    assert Parked.objects.count() == MOST_PARKED


@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:1", "/\\x", "/" + "x" * 700]
)
def test_only_pages_of_ours_are_parked(desk: Person, url: str) -> None:
    with pytest.raises(Invalid):
        park_page(by=make.actor(desk), url=url, title="x")


def test_a_state_that_is_too_much_or_no_state_is_left_out(desk: Person) -> None:
    by = make.actor(desk)
    odd = ('{"a":"\\ud800"}', '{"a":"\\u0000"}', '{"a\\u0000":1}', '{"a":NaN}', '{"a":1e400}', "[" * 60_000)
    for state in ("no json", "[1]", json.dumps({"row": "x" * 70_000}), *odd):
        assert park_page(by=by, url="/", title="t" * 400, state=state).state == {}  # type: ignore[arg-type]
    parked = Parked.objects.first()
    assert parked is not None
    assert len(parked.title) == 200
    take_back(parked, by=by)


def test_the_page_costs_the_same_for_many(desk: Person, as_desk: Client, django_assert_max_num_queries: object) -> None:
    accounts = [make.account(f"Agency {n}") for n in range(10)]
    for account in accounts:
        park(as_desk, f"/accounts/{account.pk}/", account.name)
    as_desk.get("/parked/")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        page = as_desk.get("/parked/").content.decode()
    assert all(account.name in page for account in accounts)
