"""Out: asked first, queued with its cause, sent over a real SMTP server, de-duplicated by key, never to a machine."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from callboard.channels.actions import answer_message, send_message
from callboard.channels.jobs import send_queued
from callboard.channels.models import Mailbox, Message
from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.delivery import deliver_notices
from callboard.core.models import Notice, TimelineEntry
from callboard.core.registry import register
from callboard.directory.actions import suppress_address
from callboard.directory.models import Attempt, Purpose
from callboard.directory.models import Scope as Wish
from callboard.team.models import Role
from tests import make
from tests.channels import mails
from tests.channels.make import mailbox
from tests.channels.servers import Outbox, free_port, smtp_server
from tests.channels.test_storing import BY, take_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    with smtp_server() as server:
        yield server


@pytest.fixture
def box(outbox: Outbox) -> Mailbox:
    return mailbox(smtp_host="127.0.0.1", smtp_port=outbox.port)


@pytest.fixture
def ann() -> Actor:
    return make.actor(make.person("Ann"))


@pytest.mark.parametrize("name", ["receive_message", "read_batch", "start_sending", "finish_sending", "note_mailbox"])
def test_what_the_program_does_with_mail_nobody_does_by_hand(name: str) -> None:
    everything = make.person(roles=tuple(Role.values))
    assert not register.actions[f"channels.{name}"].allowed(make.actor(everything))
    assert register.actions[f"channels.{name}"].allowed(BY)


def test_a_mail_leaves_as_it_was_written(outbox: Outbox, box: Mailbox, ann: Actor) -> None:
    account = make.account()
    contact = make.contact(account, email="bo@agency.example")
    message = send_message(
        by=ann, to="bo@agency.example", subject="Grüße", text="Hello Bo,\n\n.\nyours", account=account
    )
    assert (message.state, message.account) == ("queued", account)
    assert send_queued.func() == 1
    sent = Message.objects.get()
    assert (sent.state, sent.error) == ("sent", "")
    (envelope,) = outbox.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == ("desk@callboard.example", ["bo@agency.example"])
    from callboard.channels.reading import read

    mail = read(envelope.content)
    assert (mail.subject, mail.from_name, mail.message_id) == ("Grüße", "Desk", sent.message_id)
    assert mail.text == "Hello Bo,\n\n.\nyours"
    attempt = Attempt.objects.get()
    assert (attempt.account, attempt.medium, attempt.purpose) == (account, "mail", "service")
    assert contact.account == account
    assert TimelineEntry.objects.filter(root_id=account.pk, kind="channels.message_out").count() == 1


def test_an_answer_keeps_the_conversation(outbox: Outbox, box: Mailbox, ann: Actor) -> None:
    (question,) = take_in(mails.plain("When?", Message_ID="<q@x>", References="<a@x>", In_Reply_To="<a@x>"))
    answer = answer_message(question, by=ann, text="On Monday.")
    send_queued.func()
    text = outbox.taken[0].content.decode()
    assert "In-Reply-To: <q@x>" in text
    assert "References: <a@x> <q@x>" in text
    assert "Subject: Re: A question" in text
    assert "> When?" in answer.text
    assert (answer.thread, answer.purpose, answer.by_person) == (question.thread, "answer", ann.person)
    assert "Auto-Submitted" not in text


def test_the_same_key_sends_once(outbox: Outbox, box: Mailbox, ann: Actor) -> None:
    for _ in range(2):
        send_message(by=ann, to="bo@agency.example", subject="One", text="x", key="reminder-7")
    send_queued.func()
    send_queued.func()
    assert len(outbox.taken) == 1
    assert Attempt.objects.count() == 1


def test_who_asked_for_nothing_gets_nothing(box: Mailbox, ann: Actor) -> None:
    suppress_address(by=ann, address="bo@agency.example", scope=Wish.ALL, reason="asked on the phone")
    with pytest.raises(Refused):
        send_message(by=ann, to="bo@agency.example", subject="One", text="x")
    with pytest.raises(Refused):
        send_message(by=ann, to="al@agency.example", cc="bo@agency.example", subject="One", text="x")
    assert Message.objects.count() == Attempt.objects.count() == 0


def test_an_answer_without_a_cause_is_none(box: Mailbox, ann: Actor) -> None:
    with pytest.raises(Refused):
        send_message(by=ann, to="bo@agency.example", subject="One", text="x", purpose=Purpose.ANSWER)


@pytest.mark.parametrize("to", ["", "nobody", "a@b.example, nobody", "a@b.example\nBcc: c@d.example"])
def test_what_is_no_address_is_refused(to: str, box: Mailbox, ann: Actor) -> None:
    with pytest.raises(Invalid):
        send_message(by=ann, to=to, subject="One", text="x")


def test_a_header_cannot_be_smuggled_in(outbox: Outbox, box: Mailbox, ann: Actor) -> None:
    send_message(by=ann, to="bo@agency.example", subject="One\r\nBcc: victim@x.example", text="x")
    send_queued.func()
    assert "\nBcc:" not in outbox.taken[0].content.decode()


@pytest.mark.parametrize(
    "raw",
    [
        mails.plain("away", Auto_Submitted="auto-replied"),
        mails.plain("away", subject="Automatic reply: x"),
        mails.plain("news", List_Id="<n.x>"),
        mails.plain("x", sender="no-reply@x.example"),
        mails.QMAIL_BOUNCE,
        mails.COMPLAINT,
    ],
)
def test_a_program_never_answers_automatic_mail(raw: bytes, box: Mailbox) -> None:
    (message,) = take_in(raw)
    with pytest.raises(Refused):
        answer_message(message, by=BY, text="Thank you for your mail.")
    assert Message.objects.filter(direction="out").count() == 0


def test_a_program_answers_a_sender_once_a_week_and_says_that_it_is_one(outbox: Outbox, box: Mailbox) -> None:
    one, two = take_in(mails.plain("1", Message_ID="<1@x>"), mails.plain("2", Message_ID="<2@x>"))
    answer_message(one, by=BY, text="We have it.")
    with pytest.raises(Refused):
        answer_message(two, by=BY, text="We have it.")
    send_queued.func()
    (envelope,) = outbox.taken
    assert envelope.mail_from in ("", "<>")
    assert b"Auto-Submitted: auto-replied" in envelope.content


def test_a_server_that_is_away_is_tried_again_and_nothing_is_lost(ann: Actor) -> None:
    box = mailbox(smtp_host="127.0.0.1", smtp_port=free_port())
    message = send_message(by=ann, to="bo@agency.example", subject="One", text="x")
    assert send_queued.func() == 0
    message.refresh_from_db()
    assert message.state == "queued"
    assert "does not answer" in message.error
    assert message.next_try_at is not None
    assert message.next_try_at > clock.now()
    with smtp_server() as server:
        Mailbox.objects.filter(pk=box.pk).update(smtp_port=server.port)
        assert send_queued.func() == 0  # not before its time
        Message.objects.update(next_try_at=clock.now() - timedelta(seconds=1))
        assert send_queued.func() == 1
        assert len(server.taken) == 1


def test_an_address_the_server_refuses_for_good_is_shown_at_once(outbox: Outbox, box: Mailbox, ann: Actor) -> None:
    outbox.refuse["bo@agency.example"] = "550 no such user here"
    send_message(by=ann, to="bo@agency.example", subject="One", text="x")
    send_message(by=ann, to="al@agency.example", subject="Two", text="x")
    assert send_queued.func() == 1
    failed = Message.objects.get(subject="One")
    assert (failed.state, Message.objects.get(subject="Two").state) == ("failed", "sent")
    assert "no such user" in failed.error


def test_what_a_killed_worker_took_is_sent_by_the_next(outbox: Outbox, box: Mailbox, ann: Actor) -> None:
    message = send_message(by=ann, to="bo@agency.example", subject="One", text="x")
    Message.objects.filter(pk=message.pk).update(state="sending", next_try_at=clock.now() + timedelta(minutes=5))
    assert send_queued.func() == 0
    Message.objects.filter(pk=message.pk).update(next_try_at=clock.now() - timedelta(seconds=1))
    assert send_queued.func() == 1


def test_a_notice_to_our_own_people_leaves_by_the_mailbox(outbox: Outbox, box: Mailbox, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    person = make.person("Ann")
    Notice.objects.create(person=person, event="x", subject="A lead\nfor you", text="Call Bo.", created_at=clock.now())
    assert deliver_notices.func() == 1
    (envelope,) = outbox.taken
    assert envelope.rcpt_tos == [person.email]
    assert b"Subject: A lead for you" in envelope.content
    assert b"Auto-Submitted: auto-generated" in envelope.content
