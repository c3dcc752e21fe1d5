"""Drafts on the server: kept as typed, private, gone when the form is done, never overwritten silently."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from callboard.core import clock
from callboard.kit.hands.drafts import LARGEST, MOST
from callboard.kit.hands.jobs import forget_hands
from callboard.kit.hands.models import Draft, Used
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make

from .conftest import signed_in

pytestmark = pytest.mark.django_db
KEY = "/do/work.create_task/"


def save(client: Client, text: str = "Call Ray", **more: Any) -> HttpResponse:
    values = {"key": KEY, "fields": json.dumps([["title", text, None]]), "base": 0, "tab": "one", "nonce": "n1"}
    return client.post("/drafts/", {**values, **more})  # type: ignore[return-value]


def read(client: Client, key: str = KEY) -> HttpResponse:
    return client.get("/drafts/", {"key": key})  # type: ignore[return-value]


def test_what_is_typed_comes_back_on_another_machine_and_to_nobody_else(desk: Person, as_desk: Client) -> None:
    assert save(as_desk).status_code == 200
    told = json.loads(read(signed_in(desk)).content)
    assert told["fields"] == [["title", "Call Ray", None]]
    assert read(signed_in(make.person("Tom Becker"))).status_code == 204
    assert Client().get("/drafts/", {"key": KEY}).status_code == 302
    nobody = signed_in(make.person(roles=()))
    assert read(nobody).status_code == 403


def test_another_window_is_not_overwritten_until_somebody_says_so(as_desk: Client) -> None:
    first = json.loads(save(as_desk).content)["rev"]
    other = save(as_desk, "Something else", tab="two")
    assert other.status_code == 409
    assert json.loads(other.content)["fields"] == [["title", "Call Ray", None]]
    assert json.loads(read(as_desk).content)["fields"] == [["title", "Call Ray", None]]
    assert save(as_desk, "Something else", tab="two", base=first, mine="1").status_code == 200
    # The first goes on from what it knew: it is told too.
    assert save(as_desk, "Call Ray back", tab="one", base=first).status_code == 409
    assert Draft.objects.count() == 1


def test_one_window_goes_on_from_what_it_knows(as_desk: Client) -> None:
    rev = json.loads(save(as_desk, tab="").content)["rev"]
    again = save(as_desk, "Call Ray back", base=rev, tab="")
    assert json.loads(again.content)["rev"] == rev + 1
    assert save(as_desk, "Older", base=rev, tab="").status_code == 409


def test_emptying_a_form_removes_its_draft(as_desk: Client) -> None:
    save(as_desk)
    assert save(as_desk, fields="[]").status_code == 204
    assert not Draft.objects.exists()


def test_a_form_that_is_done_leaves_no_draft_and_takes_no_late_save(desk: Person, as_desk: Client) -> None:
    save(as_desk, nonce="abc")
    as_desk.post(KEY, {"title": "Call Ray", "owner": desk.pk, "nonce": "abc"})
    assert Task.objects.get().title == "Call Ray"
    assert not Draft.objects.exists()
    assert save(as_desk, nonce="abc").status_code == 410
    assert not Draft.objects.exists()


def test_a_form_that_is_refused_keeps_its_draft(as_desk: Client) -> None:
    save(as_desk)
    assert as_desk.post(KEY, {"title": "", "nonce": "abc"}).status_code == 422
    assert Draft.objects.exists()


def test_a_form_opened_about_a_record_has_a_draft_of_its_own(as_desk: Client) -> None:
    account = make.account("Hargrove")
    page = as_desk.get(f"{KEY}?account={account.pk}&next=/accounts/").content.decode()
    assert f'data-draft="{KEY}?account={account.pk}"' in page
    save(as_desk, key=f"{KEY}?account={account.pk}")
    as_desk.post(f"{KEY}?account={account.pk}", {"title": "Call", "account": account.pk, "nonce": "n9"})
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "given, status",
    [
        ({"fields": "no json"}, 400),
        ({"fields": "[" * 60_000}, 400),
        ({"fields": '[["title","\\ud800",null]]'}, 400),
        ({"fields": '[["title","x",NaN]]'}, 400),
        ({"fields": json.dumps([["title", "x" * LARGEST, None]])}, 413),
        ({"fields": json.dumps([["title", 7, None]])}, 400),
        ({"fields": json.dumps([["title", "a\0b", None]])}, 400),
        ({"fields": json.dumps({"title": "x"})}, 400),
        ({"key": "https://elsewhere.example/"}, 400),
        ({"key": "/" + "x" * 400}, 400),
        ({"base": "minus"}, 400),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_nothing(as_desk: Client, given: dict[str, Any], status: int) -> None:
    answer = save(as_desk, **given)
    assert answer.status_code == status
    assert json.loads(answer.content)["error"].endswith(".")
    assert not Draft.objects.exists()


def test_text_of_any_script_and_length_of_a_name_comes_back_as_typed(as_desk: Client) -> None:
    text = "مرحبا 👋 " + "n" * 400
    save(as_desk, text, title="t" * 900)
    assert json.loads(read(as_desk).content)["fields"][0][1] == text


def test_the_oldest_make_room_and_the_clock_forgets_the_rest(desk: Person, as_desk: Client) -> None:
    now = clock.now()
    old = [Draft(person=desk, key=f"/old/{n}/", saved_at=now - timedelta(days=n % 60)) for n in range(MOST)]
    Draft.objects.bulk_create(old)
    save(as_desk)
    assert Draft.objects.count() == MOST
    assert Draft.objects.filter(key=KEY).exists()
    Used.objects.create(person=desk, what="command:go:/", last_at=now - timedelta(days=181))
    forget_hands.func(timestamp=0)
    assert not Draft.objects.filter(saved_at__lt=now - timedelta(days=30)).exists()
    assert Draft.objects.filter(saved_at__gt=now - timedelta(days=29)).exists()
    assert not Used.objects.exists()


def test_a_page_says_which_forms_have_a_draft_and_asks_one_question_for_all_of_it(
    desk: Person, as_desk: Client, django_assert_max_num_queries: Any
) -> None:
    save(as_desk)
    page = as_desk.get("/parked/").content.decode()
    assert "Call Ray" in page
    assert f"&quot;{KEY}&quot;: 1" in page
    draft = Draft.objects.get()
    assert signed_in(make.person()).post(f"/drafts/{draft.pk}/discard/").status_code == 404
    assert as_desk.post(f"/drafts/{draft.pk}/discard/").status_code == 302
    assert not Draft.objects.exists()
