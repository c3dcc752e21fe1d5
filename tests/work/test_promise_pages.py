"""The page of a promise and the dialogs of its task: what keeps it is offered and said."""

import pytest
from django.test import Client

from callboard.core.actions import Actor
from callboard.team.models import Person
from callboard.work.actions import create_task
from callboard.work.jobs import break_overdue_promises
from tests import make
from tests.work.promised import given, now, overdue

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_page_of_an_open_promise_offers_its_task_and_says_what_that_does(
    by: Actor, dana: Person, client: Client
) -> None:
    client.force_login(dana)
    promise = given(by)
    shown = page(client, f"/promises/{promise.pk}/")
    finish = f"/do/work.finish_task/{promise.task_id}/?next=%2Fpromises%2F{promise.pk}%2F"
    assert finish in shown
    assert "Finishing its task in time keeps the promise" in shown
    assert "withdraw_promise" in shown
    assert "mark_promise" not in shown and "give_promise_again" not in shown
    answer = client.post(finish, {"nonce": "n"})
    assert answer.headers["Location"] == f"/promises/{promise.pk}/"
    shown = page(client, f"/promises/{promise.pk}/")
    assert now(promise).state == "kept"
    assert "mark_promise_broken" in shown and "finish_task" not in shown and "keeps the promise" not in shown


def test_dialogs_of_a_promised_task_say_what_becomes_of_the_promise(by: Actor, dana: Person, client: Client) -> None:
    client.force_login(dana)
    promise, late, plain = given(by), overdue(given(by)), create_task(by=by, title="Call")
    finish, drop = "/do/work.finish_task/{}/", "/do/work.drop_task/{}/"
    assert "finishing it keeps the promise" in page(client, finish.format(promise.task_id))
    assert "dropping it takes the promise back" in page(client, drop.format(promise.task_id))
    assert "counts as not kept, also when it is done now" in page(client, finish.format(late.task_id))
    assert "promise" not in page(client, finish.format(plain.pk)).partition("<form")[2].partition("</form")[0]
    assert "keeps the promise" in page(client, f"/tasks/{promise.task_id}/")
    break_overdue_promises(0)
    shown = page(client, f"/promises/{late.pk}/")
    assert "counts as not kept, also when it is done now" in shown
    assert "mark_promise_kept" in shown
    assert "Its task is finished with it." in page(client, f"/do/work.mark_promise_kept/{late.pk}/")
