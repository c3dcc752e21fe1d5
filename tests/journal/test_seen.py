"""What was sent and nobody wrote up becomes a task with the note begun."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client

from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.actions import Actor, Text
from callboard.directory.models import Account, Contact
from callboard.journal import jobs
from callboard.journal.actions import change_interaction, log_interaction, remove_interaction, restore_interaction
from callboard.journal.actions.seen import UNWRITTEN
from callboard.journal.models import Kind
from callboard.team.models import Person
from callboard.work.actions import drop_task
from callboard.work.models import Task, TaskState
from tests import make

#: A Wednesday, half past four in Texas.
LATE = datetime(2026, 3, 11, 21, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
QUOTED = Text("Quoted two seats.")


def it_is(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    """Every reading of the clock is a second later."""
    seconds = count()
    monkeypatch.setattr(clock, "now", lambda: at + timedelta(seconds=next(seconds)))


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    it_is(monkeypatch, LATE)


def sent(account: Account, person: Person, at: datetime = LATE - 3 * HOUR, **fields: Any) -> Message:
    given = {"subject": "Two more seats", "kind": "message", "state": "sent", **fields}
    return Message.objects.create(direction="out", account=account, by_person=person, sent_at=at, **given)


def asked() -> list[Task]:
    """The job runs; the tasks there are then."""
    jobs.ask_for_notes(timestamp=0)
    return list(Task.objects.filter(kind=UNWRITTEN).order_by("pk"))


def test_a_mail_nobody_wrote_up_is_one_task_of_whoever_sent_it(dana: Person, hargrove: Account) -> None:
    sent(hargrove, dana, LATE - 4 * HOUR, subject="First")
    last = sent(hargrove, dana)
    (task,) = asked()
    assert (task.owner, task.account, task.source_id, task.title) == (
        dana, hargrove, last.pk, "Write up: Two more seats",
    )  # fmt: skip
    assert task.due_at is not None and clock.business_day(task.due_at) == clock.business_day(LATE)


def test_it_is_asked_for_once_a_day_however_often_the_clock_strikes(
    dana: Person, hargrove: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(hargrove, dana)
    (task,) = asked()
    sent(hargrove, dana, LATE - HOUR)
    assert asked() == [task]
    drop_task(task, by=make.actor(dana))
    assert [one.state for one in asked()] == [TaskState.DROPPED]
    it_is(monkeypatch, LATE + 24 * HOUR)
    sent(hargrove, dana, LATE + 23 * HOUR)
    assert [one.state for one in asked()] == [TaskState.DROPPED, TaskState.OPEN]


def test_two_who_wrote_to_one_account_are_asked_each(dana: Person, hargrove: Account) -> None:
    ray = make.person("Ray Ochoa")
    sent(hargrove, dana)
    sent(hargrove, ray)
    assert {task.owner for task in asked()} == {dana, ray}


def test_nobody_is_asked_before_the_hour_of_their_own_day(
    dana: Person, hargrove: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = make.person("Lea West", zone="America/Los_Angeles")
    sent(hargrove, west)
    assert asked() == []  # half past two where she is
    sent(hargrove, dana)
    assert [task.owner for task in asked()] == [dana]
    it_is(monkeypatch, LATE + 2 * HOUR)
    assert [task.owner for task in asked()] == [dana, west]


def test_a_weekend_without_the_worker_loses_nothing(
    dana: Person, hargrove: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(hargrove, dana, LATE + HOUR)
    it_is(monkeypatch, LATE + 3 * 24 * HOUR)
    assert len(asked()) == 1


@pytest.mark.parametrize(
    "fields", [{"kind": "auto_reply"}, {"account": None}, {"by_person": None}, {"sent_at": None}], ids=str
)
def test_what_nobody_wrote_to_a_customer_is_not_asked_for(
    dana: Person, hargrove: Account, fields: dict[str, Any]
) -> None:
    message = sent(hargrove, dana)
    Message.objects.filter(pk=message.pk).update(**fields)
    assert asked() == []


def test_suppliers_and_colleagues_who_left_are_left_out(dana: Person, hargrove: Account) -> None:
    sent(make.account("Print shop", kind="supplier"), dana)
    gone = make.person("Gone", is_active=False, left_on=LATE.date())
    sent(hargrove, gone)
    assert asked() == []


def test_a_note_of_that_day_needs_no_task_and_finishes_the_one_there_is(
    by: Actor, dana: Person, hargrove: Account
) -> None:
    sent(hargrove, dana)
    other = make.account("Mesa Agency", owner=dana)
    sent(other, dana)
    make.interaction(other, dana, at=LATE - HOUR)
    (task,) = asked()
    assert task.account == hargrove
    note = log_interaction(by=by, kind=Kind.MAIL, accounts=[hargrove], text=QUOTED, at=LATE - 3 * HOUR)
    task.refresh_from_db()
    assert (task.state, task.done_by) == (TaskState.DONE, dana)
    remove_interaction(note, by=by)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    restore_interaction(note, by=by)
    task.refresh_from_db()
    assert task.state == TaskState.DONE


def test_a_note_moved_to_another_day_leaves_the_mail_unwritten(by: Actor, dana: Person, hargrove: Account) -> None:
    sent(hargrove, dana)
    (task,) = asked()
    note = log_interaction(by=by, kind=Kind.MAIL, accounts=[hargrove], text=QUOTED, at=LATE - 3 * HOUR)
    change_interaction(note, by=by, at=LATE - 51 * HOUR)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    change_interaction(note, by=by, at=LATE - 3 * HOUR)
    task.refresh_from_db()
    assert task.state == TaskState.DONE


def test_a_note_of_another_day_leaves_the_task_unless_it_is_about_the_mail(
    by: Actor, dana: Person, hargrove: Account
) -> None:
    message = sent(hargrove, dana)
    (task,) = asked()
    given: dict[str, Any] = {
        "by": by,
        "kind": Kind.MAIL,
        "accounts": [hargrove],
        "text": "About seats.",
        "at": LATE - 51 * HOUR,
    }
    log_interaction(**given)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    log_interaction(**given, message=message)
    task.refresh_from_db()
    assert task.state == TaskState.DONE


def test_the_task_opens_the_note_begun_and_saving_it_finishes_the_task(
    client: Client, dana: Person, hargrove: Account, ray: Contact
) -> None:
    message = sent(hargrove, dana, contact=ray)
    (task,) = asked()
    client.force_login(dana)
    day = client.get("/").content.decode()
    url = f"/do/journal.log_interaction/?kind=mail&amp;message={message.pk}"
    assert url in day
    assert "You wrote to them on 03/11/2026, and nothing is written up" in day and "Write note" in day
    form = client.get(url.replace("&amp;", "&")).context["form"]
    begun = {name: form[name].value() for name in ("kind", "contact", "text", "accounts", "message")}
    assert begun == {
        "kind": "mail", "contact": ray.pk, "text": "Two more seats", "accounts": [hargrove.pk],
        "message": str(message.pk),
    }  # fmt: skip
    posted = {**begun, "at": "2026-03-11 13:30", "text": "Quoted two seats, Ray decides Friday.", "nonce": "n1"}
    answer = client.post("/do/journal.log_interaction/", posted)
    assert answer.status_code in (204, 302), answer.content.decode()[:3000]
    task.refresh_from_db()
    assert task.state == TaskState.DONE


@pytest.mark.parametrize("given", ["message=x", "message=999999999", "message=-1", "message=99999999999999999999"])
def test_a_mail_that_is_not_there_begins_nothing(client: Client, dana: Person, given: str) -> None:
    client.force_login(dana)
    assert client.get(f"/do/journal.log_interaction/?kind=mail&{given}").status_code == 200
