"""All that failed, tried again in one go: counted once each, by whoever presses first, and told when it is through."""

import json
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from callboard.channels import rules
from callboard.channels.actions import finish_sending, retry_failed, start_sending, store_message
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import Message, Retry
from callboard.channels.queries import stored
from callboard.core import files
from callboard.core.actions import Actor, Refused
from callboard.core.models import Change, Log
from callboard.core.registry import register
from callboard.intake.models import QueueItem
from callboard.team.models import Person
from tests import make
from tests.channels import mails

pytestmark = pytest.mark.django_db
BY = Actor.clock("test")
URL = "/do/channels.retry_failed/"


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Whitfield")


@pytest.fixture
def desk(dana: Person) -> Client:
    client = Client()
    client.force_login(dana)
    return client


def raw(name: str) -> bytes:
    return mails.plain(name, subject=name, Message_ID=f"<{name}@x>")


def failed(*names: str) -> dict[str, Message]:
    """Mails whose raw bytes were gone when they were read."""
    kept = {name: store_message(by=BY, raw=raw(name)) for name in names}
    for message in kept.values():
        files.path_of(message.raw_sha).unlink()
    stored.kept.clear()
    read_stored_messages.func()
    return kept


def states() -> dict[str, str]:
    return dict(Message.objects.values_list("subject", "state"))


def differences() -> list[Any]:
    return list(register.check["channels.retries"].run())


def test_what_can_be_read_now_is_read_and_what_cannot_fails_again(dana: Person) -> None:
    failed("one", "two", "three")
    files.store(raw("one"))
    files.store(raw("three"))
    retry = retry_failed(by=make.actor(dana))
    assert rules.retry_text(retry) == "3 tried: 0 read or sent, 0 failed again, 3 still under way."
    assert (set(states().values()), differences()) == ({"stored"}, [])
    read_stored_messages.func()
    retry.refresh_from_db()
    assert rules.retry_text(retry) == "3 tried: 2 read or sent, 1 failed again."
    assert states() == {"one": "read", "two": "failed", "three": "read"}
    assert "FileNotFoundError" in Message.objects.get(subject="two").error
    assert QueueItem.objects.count() == 2
    assert Change.objects.filter(topic="channels.retry", object_id=retry.pk).exists()
    assert differences() == []


def test_one_line_of_the_log_says_who_tried(dana: Person) -> None:
    failed("one", "two")
    retry = retry_failed(by=make.actor(dana))
    line = Log.objects.get(action="channels.retry_failed")
    assert (line.person, line.result_kind, line.result_id) == (dana, "channels.retry", retry.pk)


def test_what_fails_again_can_be_tried_again_and_counts_in_the_new_retry_alone(dana: Person) -> None:
    failed("one")
    first = retry_failed(by=make.actor(dana))
    read_stored_messages.func()
    files.store(raw("one"))
    second = retry_failed(by=make.actor(dana))
    read_stored_messages.func()
    for retry in (first, second):
        retry.refresh_from_db()
    assert [(retry.done, retry.failed) for retry in (first, second)] == [(0, 1), (1, 0)]


def test_a_mail_of_ours_is_sent_again_and_counted_when_it_has_left_for_good(dana: Person) -> None:
    out = Message.objects.create(direction="out", state="failed", error="550 no", subject="offer", attempts=8, key="k")
    retry = retry_failed(by=make.actor(dana))
    assert (states(), Message.objects.get().attempts) == ({"offer": "queued"}, 0)
    start_sending(messages=[out], by=BY)
    finish_sending(out, by=BY, error="try later")
    retry.refresh_from_db()
    assert (retry.waiting, differences()) == (1, [])
    start_sending(messages=[out], by=BY)
    finish_sending(out, by=BY)
    retry.refresh_from_db()
    assert (retry.done, retry.failed, retry.waiting) == (1, 0, 0)


def test_pressed_twice_it_is_done_once(desk: Client) -> None:
    failed("one", "two")
    form = desk.get(URL).content.decode()
    nonce = form.split('name="nonce" value="')[1].split('"')[0]
    first, second = (desk.post(URL, {"nonce": nonce}) for _ in range(2))
    assert first["Location"] == second["Location"] == f"/messages/retries/{Retry.objects.get().pk}/"
    again = desk.post(URL, {"nonce": "another"})
    assert again.status_code == 409
    assert "Nothing has failed, or somebody has just tried it all again." in again.content.decode()
    assert Retry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_each_message_is_in_one_retry(dana: Person) -> None:
    failed(*"abcdefgh")
    other, start, refused = make.person("Tom Becker"), Barrier(2), []

    def press(person: Person) -> None:
        start.wait()
        try:
            retry_failed(by=make.actor(person))
        except Refused as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [Thread(target=press, args=(person,)) for person in (dana, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(Retry.objects.values_list("total", flat=True)) == 8
    assert Retry.objects.count() + len(refused) == 2
    assert differences() == []


def test_the_page_offers_it_only_while_something_failed(desk: Client) -> None:
    assert URL not in desk.get("/messages/").content.decode()
    failed("one")
    assert URL in desk.get("/messages/?state=failed").content.decode()
    assert URL in desk.get("/inbox/?view=failed").content.decode()
    menu = desk.get("/").content.decode().split('id="menu-new"')[1].split("</div>")[0]
    assert URL not in menu


def test_the_page_it_leads_to_says_what_came_of_it(desk: Client) -> None:
    failed("one", "two")
    files.store(raw("one"))
    page = desk.post(URL, {"nonce": "n"}, follow=True).content.decode()
    assert "Everything that failed is tried again: 2" in page
    assert "2 still under way." in page
    read_stored_messages.func()
    address = f"/messages/retries/{Retry.objects.get().pk}/"
    page = desk.get(address).content.decode()
    assert "2 tried: 1 read or sent, 1 failed again." in page
    assert "/messages/?state=failed" in page
    assert address in desk.get("/messages/retries/").content.decode()


def test_the_api_does_the_same_and_answers_with_the_retry(dana: Person) -> None:
    from tests.conformance.walk import bearer

    failed("one")
    headers = bearer(dana)
    answer = Client().post("/api/v1/do/channels.retry_failed", {}, content_type="application/json", headers=headers)
    assert answer.status_code == 200
    made = json.loads(answer.content)["result"]
    assert made["kind"] == "channels.retry"
    found = Client().get(f"/api/v1/retry/{made['id']}", headers=headers)
    assert (found.status_code, found.json()["total"]) == (200, 1)


def test_who_may_not_write_to_customers_does_not_try_again(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from callboard.team.models import Grant, Role, Scope

    failed("one")
    for role in Role.values:
        Grant.objects.create(operation="channels.send", role=role, scope=Scope.NONE)
    assert URL not in desk.get("/messages/").content.decode()
    assert desk.post(URL).status_code == 403
