"""In: stored once, read in batches, matched, threaded; a failure stays visible and stops nobody."""

import threading
from pathlib import Path

import pytest
from django.db import connections

from callboard.channels.actions import read_messages, retry_message, store_message
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import Message
from callboard.channels.queries import stored
from callboard.core import events, files
from callboard.core.actions import Actor
from callboard.core.models import Change, TimelineEntry
from callboard.directory.models import ContactEmail
from tests import make
from tests.channels import mails
from tests.channels.make import mailbox

BY = Actor.clock("tests")
pytestmark = pytest.mark.django_db


def take_in(*raws: bytes) -> list[Message]:
    kept = [store_message(by=BY, raw=raw) for raw in raws]
    read_messages(by=BY, ids=[message.pk for message in kept])
    return [Message.objects.get(pk=message.pk) for message in kept]


def test_the_raw_bytes_are_on_disk_and_the_row_says_where() -> None:
    raw = mails.plain("Hello")
    message = store_message(by=BY, raw=raw)
    assert (message.state, message.direction, message.raw_size) == ("stored", "in", len(raw))
    assert files.load(message.raw_sha) == raw


def test_the_same_mail_twice_is_one_row_whatever_way_it_came() -> None:
    raw = mails.plain("Hello")
    one = store_message(by=BY, raw=raw)
    again = store_message(by=BY, raw=b"Received: by another way; today\r\n" + raw)
    assert again == one
    assert Message.objects.count() == 1


def test_another_mail_under_the_same_id_is_kept_and_marked() -> None:
    one, two = take_in(mails.plain("Hello"), mails.plain("Something else"))
    assert (one.duplicate_of, two.duplicate_of) == (None, one)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_store_it_once() -> None:
    raw, start, kept = mails.plain("At once"), threading.Barrier(4), []

    def store() -> None:
        start.wait()
        kept.append(store_message(by=BY, raw=raw).pk)
        connections.close_all()

    threads = [threading.Thread(target=store) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept) == 4
    assert len(set(kept)) == Message.objects.count() == 1


def test_a_mail_is_read_matched_and_on_the_timeline() -> None:
    account = make.account("Lee Insurance")
    contact = make.contact(account, "Ann Lee", email="ann@agency.example")
    (message,) = take_in(mails.plain("Please add two seats.\n\nAnn Lee\nOwner, Lee Insurance Agency\n(214) 555-0142"))
    assert (message.state, message.kind, message.account, message.contact) == ("read", "message", account, contact)
    assert message.reply_text == "Please add two seats."
    assert message.phones == ["+12145550142"]
    assert (message.title, message.company) == ("Owner", "Lee Insurance Agency")
    line = TimelineEntry.objects.get(root_id=account.pk, kind="channels.message_in")
    assert (line.title, line.ref_id) == ("A question", message.pk)
    assert Change.objects.filter(kind="channels.message", object_id=message.pk).exists()


def test_a_domain_names_the_account_of_a_stranger() -> None:
    account = make.account(domain="agency.example")
    (message,) = take_in(mails.plain("Hi"))
    assert (message.account, message.contact) == (account, None)


def test_answers_join_the_conversation_by_their_headers_never_by_the_subject() -> None:
    first, answer, other = take_in(
        mails.plain("One", Message_ID="<1@x>"),
        mails.plain("Two", Message_ID="<2@x>", In_Reply_To="<1@x>", References="<1@x>"),
        mails.plain("Three", Message_ID="<3@x>"),
    )
    assert first.thread == answer.thread != other.thread


def test_an_answer_that_arrives_first_is_joined_by_what_it_answers() -> None:
    answer, first = take_in(
        mails.plain("Two", Message_ID="<2@x>", In_Reply_To="<1@x>"), mails.plain("One", Message_ID="<1@x>")
    )
    assert first.thread == answer.thread


def test_every_file_is_kept() -> None:
    (message,) = take_in(
        mails.with_files(("offer.pdf", b"%PDF"), ("winmail.dat", b"\x78\x9f\x3e\x22"), ("Grüße.txt", b"x"))
    )
    kept = {attachment.name: files.load(attachment.sha) for attachment in message.attachments.all()}
    assert kept == {"offer.pdf": b"%PDF", "winmail.dat": b"\x78\x9f\x3e\x22", "Grüße.txt": b"x"}


def test_a_bounce_marks_the_address_and_joins_what_came_back() -> None:
    account = make.account()
    contact = make.contact(account, email="nobody@agency.example")
    (message,) = take_in(mails.QMAIL_BOUNCE)
    assert message.kind == "bounce"
    assert ContactEmail.objects.get(contact=contact).bounced_at is not None
    assert not message.auto_answerable


def test_a_mail_over_our_own_group_address_is_a_message() -> None:
    box = mailbox()
    raw = mails.plain("Help", List_Id="<desk.callboard.example>", List_Post="<mailto:desk@callboard.example>")
    message = store_message(by=BY, raw=raw, mailbox=box)
    read_messages(by=BY, ids=[message.pk])
    assert Message.objects.get().kind == "message"


def test_one_that_fails_keeps_its_error_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = (store_message(by=BY, raw=mails.plain(text, Message_ID=f"<{text}@x>")) for text in ("good", "bad"))
    files.path_of(bad.raw_sha).unlink()
    stored.kept.clear()
    read_stored_messages.func()
    states = {message.pk: message.state for message in Message.objects.all()}
    assert states == {good.pk: "read", bad.pk: "failed"}
    failed = Message.objects.get(pk=bad.pk)
    assert "FileNotFoundError" in failed.error
    files.store(mails.plain("bad", Message_ID="<bad@x>"))
    retry_message(failed, by=BY)
    read_stored_messages.func()
    assert Message.objects.get(pk=bad.pk).state == "read"


def test_a_listener_that_breaks_on_one_message_leaves_the_others_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [store_message(by=BY, raw=mails.plain(str(n), Message_ID=f"<{n}@x>")) for n in range(3)]

    def refuse(by: Actor, *, message_ids: list[int]) -> None:
        if kept[1].pk in message_ids:
            raise RuntimeError("not this one")

    monkeypatch.setattr(events.message_received, "listeners", [refuse])
    read_messages(by=BY, ids=[message.pk for message in kept])
    assert [Message.objects.get(pk=message.pk).state for message in kept] == ["read", "failed", "read"]
    assert "not this one" in Message.objects.get(pk=kept[1].pk).error


def test_reading_again_changes_nothing() -> None:
    (message,) = take_in(mails.with_files(("a.txt", b"x")))
    read_messages(by=BY, ids=[message.pk])
    assert message.attachments.count() == 1


def test_what_no_column_can_hold_is_still_stored_and_read() -> None:
    odd = (
        b"From: " + b"a" * 5000 + b"@x.example\nMessage-ID: <" + b"i" * 2000 + b"@x>\nSubject: \x00\xff\n\nbody \x00\n"
    )
    (message,) = take_in(odd)
    assert message.state == "read", message.error


def test_every_mail_of_the_data_is_stored_and_read() -> None:
    from callboard.channels.reading.containers import mails_in
    from tests.channels.test_reading import DATA

    folder = DATA / "email_mikel_mail"
    if not folder.is_dir():
        pytest.skip("CALLBOARD_DATA= is not set: email_mikel_mail")
    raws = [found.raw for found in mails_in(Path(folder)) if found.raw]
    read = take_in(*raws)
    assert {message.state for message in read} == {"read"}, [m.error for m in read if m.error]
