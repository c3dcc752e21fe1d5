"""Our own people answer notices by mail, through a real IMAP and a real SMTP server."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from callboard.channels.jobs import do_answers, read_stored_messages
from callboard.channels.models import MailAnswer, Message
from callboard.core import clock
from callboard.core.answering import COURTESY
from callboard.core.models import Link, Log, Notice
from callboard.intake.models import QueueItem
from callboard.journal.models import Interaction
from callboard.kit.pages import load_pages
from callboard.team.models import Person, Setting
from callboard.work.actions import create_task, hand_over_task
from callboard.work.models import Task
from tests import make
from tests.channels.make import mailbox
from tests.channels.post import Post, taken_already
from tests.channels.servers import Imap, Outbox, imap_server, smtp_server

pytestmark = pytest.mark.django_db
load_pages()


@pytest.fixture(scope="module")
def imap() -> Iterator[Imap]:
    with imap_server() as server:
        yield server


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    with smtp_server() as server:
        yield server


@pytest.fixture
def post(imap: Imap, outbox: Outbox, settings: Any) -> Post:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    servers = {"imap_host": "127.0.0.1", "imap_port": imap.port, "smtp_host": "127.0.0.1", "smtp_port": outbox.port}
    return Post(mailbox(**servers, **taken_already(imap)), imap, outbox)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Reed", zone="America/Chicago")


@pytest.fixture
def ray() -> Person:
    return make.person("Ray Hargrove")


def handed(to: Person, by: Person, **fields: Any) -> Task:
    task = create_task(by=make.actor(by), title="Send the quote", **fields)
    return hand_over_task(task, by=make.actor(by), to=to)


def test_words_become_the_note_and_done_finishes_the_task_and_both_are_confirmed(
    post: Post, dana: Person, ray: Person
) -> None:
    account = make.account("Hill Country Insurance")
    task = handed(dana, ray, account=account)
    mail = post.out()
    assert mail["Reply-To"].startswith("desk+cb.") and mail["To"] == dana.email
    assert "done - finishes the task" in mail.get_content()
    assert "your words become the note on Hill Country Insurance" in mail.get_content()
    post.reply(mail, dana, "Done\n\nSpoke to Bo, she signs on Friday.")
    task.refresh_from_db()
    assert (task.state, task.done_by) == ("done", dana)
    note = Interaction.objects.get()
    assert (note.person, note.text) == (dana, "Spoke to Bo, she signs on Friday.")
    said = post.last()
    assert said["To"] == dana.email and said["Subject"] == f"Re: {mail['Subject']}"
    assert "Task finished: Send the quote" in said.get_content()
    assert "Note written on Hill Country Insurance" in said.get_content()
    assert {log.via for log in Log.objects.filter(action__in=["work.finish_task", "journal.write_note"])} == {"mail"}
    assert not QueueItem.objects.exists()


def test_call_thu_3pm_makes_a_call_in_the_persons_zone_and_moves_it_the_second_time(
    post: Post, dana: Person, ray: Person
) -> None:
    account = make.account("Hill Country Insurance")
    handed(dana, ray, account=account)
    task = Task.objects.get()
    post.reply(post.out(), dana, "call 2031-03-13 3pm")
    task.refresh_from_db()
    assert task.due_at is not None
    assert task.due_at.astimezone(dana.tz).strftime("%Y-%m-%d %H:%M") == "2031-03-13 15:00"
    again = post.last()
    assert "Task moved to Thu, Mar 13, 3 p.m.: Send the quote" in again.get_content()
    post.reply(again, dana, "Call 2031-03-14 9:30")
    task.refresh_from_db()
    assert task.due_at.astimezone(dana.tz).strftime("%Y-%m-%d %H:%M") == "2031-03-14 09:30"


def test_what_is_unclear_does_nothing_and_says_what_was_understood(post: Post, dana: Person, ray: Person) -> None:
    task = handed(dana, ray, account=make.account())
    post.reply(post.out(), dana, "call sometime")
    said = post.last()
    assert "Nothing was done." in said.get_content()
    assert "I understood “call”, but not when: “sometime”." in said.get_content()
    post.reply(said, dana, "ok thanks" if "ok thanks" in COURTESY else "thanks")
    assert "too little for a note" in post.last().get_content()
    task.refresh_from_db()
    assert task.state == "open" and not Interaction.objects.exists()
    assert list(MailAnswer.objects.values_list("state", flat=True)) == ["unclear", "unclear"]


def test_each_mail_can_be_answered_once(post: Post, dana: Person, ray: Person) -> None:
    handed(dana, ray, account=make.account())
    mail = post.out()
    post.reply(mail, dana, "First words.")
    post.reply(mail, dana, "Second words.")
    assert Interaction.objects.count() == 1
    assert "answered already" in post.last().get_content()
    assert list(MailAnswer.objects.order_by("id").values_list("state", "reason")) == [("done", ""), ("refused", "used")]


def test_a_colleague_cannot_answer_what_was_written_to_another_and_both_hear_of_it(
    post: Post, dana: Person, ray: Person
) -> None:
    task = handed(dana, ray, account=make.account())
    mail = post.out()
    post.reply(mail, ray, "done")
    task.refresh_from_db()
    assert task.state == "open"
    assert Log.objects.filter(action="channels.refuse_answer").count() == 1
    told = {sent.rcpt_tos[0] for sent in post.outbox.taken[1:]}
    assert told == {dana.email, ray.email}
    post.reply(mail, dana, "done")
    task.refresh_from_db()
    assert task.state == "done"


def test_a_strangers_words_to_such_an_address_are_read_by_somebody(post: Post, dana: Person, ray: Person) -> None:
    task = handed(dana, ray, account=make.account())
    mail = post.out()
    stranger = Person(name="Bo", email="bo@agency.example")
    post.reply(mail, stranger, "done")
    task.refresh_from_db()
    assert task.state == "open" and not MailAnswer.objects.exists()
    assert QueueItem.objects.get().message.kind == "message"


def test_automatic_replies_never_act(post: Post, dana: Person, ray: Person) -> None:
    task = handed(dana, ray, account=make.account())
    mail = post.out()
    post.reply(mail, dana, "done", more="Auto-Submitted: auto-replied\n")
    post.reply(mail, dana, "done", more="X-Autoreply: yes\nPrecedence: auto_reply\n")
    task.refresh_from_db()
    assert task.state == "open" and not MailAnswer.objects.exists()
    assert len(post.outbox.taken) == 1


def test_a_sender_the_mail_server_calls_false_is_refused_and_the_person_is_warned(
    post: Post, dana: Person, ray: Person
) -> None:
    task = handed(dana, ray, account=make.account())
    mail = post.out()
    post.reply(
        mail, dana, "done", more="Authentication-Results: mx.ours.example; dmarc=fail header.from=ours.example\n"
    )
    task.refresh_from_db()
    assert task.state == "open"
    assert MailAnswer.objects.get().reason == "unproven"
    assert "answered from" in post.last()["Subject"] or "was answered by" in post.last()["Subject"]


def test_without_plus_addresses_the_reply_is_known_by_what_it_refers_to(post: Post, dana: Person, ray: Person) -> None:
    Setting.objects.create(key="channels.plus_addresses", value=False, valid_from_on=make.NOW.date())
    task = handed(dana, ray)
    mail = post.out()
    assert mail["Reply-To"] == post.box.address
    post.reply(mail, dana, "done")
    task.refresh_from_db()
    assert task.state == "done"


def test_who_has_lost_the_right_is_refused_in_words(post: Post, dana: Person, ray: Person) -> None:
    task = handed(dana, ray, account=make.account())
    mail = post.out()
    dana.roles.all().delete()
    make.PersonRole.objects.create(person=dana, role="finance")
    task.owner = ray
    task.save()
    post.reply(mail, dana, "done")
    task.refresh_from_db()
    assert task.state == "open"
    assert "Not done: You may not do this" in post.last().get_content()


def test_an_old_token_is_over(post: Post, dana: Person, ray: Person) -> None:
    handed(dana, ray, account=make.account())
    mail = post.out()
    Link.objects.update(expires_at=clock.now() - timedelta(minutes=1))
    post.reply(mail, dana, "done")
    assert MailAnswer.objects.get().reason == "old"
    assert Task.objects.get().state == "open"


def test_reading_the_same_answer_again_acts_once(post: Post, dana: Person, ray: Person) -> None:
    handed(dana, ray, account=make.account())
    post.reply(post.out(), dana, "Words of the call.")
    MailAnswer.objects.update(state="waiting")  # as if the worker was killed between acting and keeping what came of it
    do_answers.func()
    assert Interaction.objects.count() == 1
    Message.objects.filter(kind="answer").update(state="stored")
    read_stored_messages.func()
    assert MailAnswer.objects.count() == 1


# By link


def link_of(mail: Any) -> str:
    return next(word for word in mail.get_content().split() if "/answer/" in word).partition("/answer/")[2].strip("/")


def test_opening_the_link_does_nothing_and_pressing_does(post: Post, dana: Person, ray: Person) -> None:
    task = handed(dana, ray, account=make.account())
    address = f"/answer/{link_of(post.out())}/"
    assert Client().get(address).status_code == 302
    client = Client()
    client.force_login(dana)
    assert client.get(address).status_code == 200
    task.refresh_from_db()
    assert task.state == "open"
    assert client.post(address, {"words": "call whenever"}).status_code == 422
    answer = client.post(address, {"words": "done"})
    assert "Task finished" in answer.content.decode()
    task.refresh_from_db()
    assert task.state == "done"
    assert client.get(address).status_code == 410
    assert client.post(address, {"words": "Again."}).status_code == 410


def test_somebody_elses_link_is_refused_and_logged(post: Post, dana: Person, ray: Person) -> None:
    handed(dana, ray, account=make.account())
    address = f"/answer/{link_of(post.out())}/"
    client = Client()
    client.force_login(ray)
    assert client.get(address).status_code == 403
    assert client.post(address, {"words": "done"}).status_code == 403
    assert Log.objects.filter(action="channels.refuse_link", person=ray).count() == 2
    assert Task.objects.get().state == "open"
    for _again in range(3):
        client.get(address)
    assert Notice.objects.filter(person=dana, subject__contains="opened a link").count() == 1, "its owner is told once"
