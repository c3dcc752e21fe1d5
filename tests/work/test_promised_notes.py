"""Promises in the note box: made with the note, taken back with it, seen first at the next call."""

from typing import Any

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.journal.actions import change_interaction, log_interaction
from callboard.journal.models import Interaction, Kind
from callboard.work.actions import finish_task
from callboard.work.models import Promise, Task
from tests import make
from tests.work.test_promises import by, dana, given, now

__all__ = ["by", "dana"]
pytestmark = pytest.mark.django_db

BOXES = ("account", "contact", "lead")


def box_of(by: Actor, where: str) -> tuple[Any, str]:
    """A record with a note box and what its form posts besides."""
    hill = make.account("Hill", owner=by.person)
    if where == "lead":
        return make.lead("Lou", by=by), "pipeline.note_lead"
    return hill, "journal.write_note"


@pytest.mark.parametrize("where", BOXES)
def test_the_note_box_makes_a_promise_with_the_note_and_one_undo_takes_both_back(
    by: Actor, where: str, client: Client
) -> None:
    record, verb = box_of(by, where)
    ray = make.contact(make.account("Hill", owner=by.person) if where == "lead" else record, "Ray")
    client.force_login(by.person)
    before = Log.objects.count()
    said = {
        "text": "They asked for the price.",
        "next_step": "Send the price",
        "promised": "on",
        "until": "mar 12 9:00",
    }
    page = f"/do/{verb}/{record.pk}/"
    assert client.post(page, {**said, **({"contact": ray.pk} if where == "contact" else {})}).status_code == 302
    promise = Promise.objects.select_related("task").get()
    assert (str(promise), promise.state, promise.promised_by) == ("Send the price", "open", by.person)
    assert promise.task.due_at is not None
    due = promise.task.due_at.astimezone(by.person.tz)  # type: ignore[union-attr]
    assert (due.month, due.day, due.hour, due.minute) == (3, 12, 9, 0)
    assert promise.contact == (ray if where == "contact" else None)
    pressed = Log.objects.filter(action=verb)
    assert pressed.count() == 1 and Log.objects.filter(cause_id=None).count() == before + 1
    undo(pressed.get(), by=by)
    assert now(promise).state == "taken_back"
    assert not Task.objects.open().filter(pk=promise.task_id).exists()
    assert Interaction.objects.get().removed_at is not None


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"promised": "on"}, "Say what you promised."),
        ({"promised": "on", "next_step": "Send it"}, "By when did you promise it?"),
        ({"promised": "on", "next_step": "Send it", "until": "somewhen"}, "is no time"),
        ({"promised": "on", "next_step": "Send it", "until": "2020-01-07"}, "is no time"),
        ({"next_step": "", "until": "tue 9"}, "Say what you promised."),
    ],
)
def test_a_promise_in_the_note_box_needs_what_and_by_when(
    by: Actor, client: Client, said: dict[str, str], field: str
) -> None:
    account = make.account(owner=by.person)
    client.force_login(by.person)
    answer = client.post(f"/do/journal.write_note/{account.pk}/", {"text": "They called.", **said})
    assert answer.status_code == 422 and field in answer.content.decode()
    assert not Interaction.objects.exists() and not Promise.objects.exists()


def test_another_word_in_a_note_leaves_the_time_of_its_promise(by: Actor) -> None:
    noted = log_interaction(
        by=by, kind=Kind.CALL, accounts=[make.account()], text="They asked.", next_step="Send the price",
        until="2099-03-12 9:15",
    )  # fmt: skip
    first = Promise.objects.select_related("task").get().task.due_at
    change_interaction(noted, by=by, next_step="Send the new price", next_on=noted.next_on)
    promise = Promise.objects.select_related("task").get()
    assert (str(promise), promise.task.due_at) == ("Send the new price", first)


def test_the_page_of_a_person_and_the_form_of_a_call_say_first_what_was_promised_to_them(
    by: Actor, client: Client
) -> None:
    hill = make.account("Hill", owner=by.person)
    ray, ann = make.contact(hill, "Ray"), make.contact(hill, "Ann")
    given(by, what="Early, to Ann", account=hill, contact=ann, due="2099-01-01")
    broken = given(by, what="Not kept, to Ray", account=hill, contact=ray, due="2099-02-01")
    Promise.objects.filter(pk=broken.pk).update(state="broken", decided_at=clock.now())
    given(by, what="Late, to Ray", account=hill, contact=ray, due="2099-03-01")
    finish_task(given(by, what="Done", account=hill, contact=ray).task, by=by)
    client.force_login(by.person)
    for url in (f"/contacts/{ray.pk}/", f"/do/journal.log_interaction/?account={hill.pk}&contact={ray.pk}"):
        text = client.get(url).content.decode()
        places = [text.index(what) for what in ("Not kept, to Ray", "Late, to Ray", "Early, to Ann")]
        assert places == sorted(places), url
    form = client.get(f"/do/journal.log_interaction/?account={hill.pk}&contact={ray.pk}").content.decode()
    assert form.index("Not kept, to Ray") < form.index('name="text"')
    assert "Not kept, to Ray" not in client.get("/do/journal.log_interaction/").content.decode()
