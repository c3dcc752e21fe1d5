from datetime import timedelta
from typing import Any

from callboard.channels.models import Message, Thread
from callboard.core import clock, events
from callboard.core.actions import Actor, action
from callboard.core.registry import register
from callboard.directory.models import Account, AccountFacts
from callboard.journal.queries import conversations_of, conversations_without_note, words_of
from callboard.team.models import Person
from tests import make

NOON = make.NOW.replace(hour=18)  # noon in Texas


def message(account: Account, direction: str, thread: Thread, **fields: Any) -> Message:
    given = {"kind": "message", "state": "read", "account": account, "thread": thread, **fields}
    return Message.objects.create(direction=direction, **given)


def test_their_reply_is_a_conversation_their_first_mail_only_a_word(hargrove: Account) -> None:
    thread = Thread.objects.create(subject="Seats")
    first = message(hargrove, "in", thread, received_at=NOON)
    assert (words_of([hargrove.pk]), conversations_of([hargrove.pk])) == ({hargrove.pk: first.received_at}, {})
    message(hargrove, "out", thread, sent_at=NOON + timedelta(minutes=5))
    reply = message(hargrove, "in", thread, received_at=NOON + timedelta(minutes=9))
    assert conversations_of([hargrove.pk]) == {hargrove.pk: reply.received_at}


def test_automatic_mail_is_no_word(hargrove: Account) -> None:
    message(hargrove, "in", Thread.objects.create(), received_at=NOON, kind="auto_reply")
    assert words_of([hargrove.pk]) == {}


def test_a_received_message_moves_the_clocks_at_once(by: Actor, hargrove: Account) -> None:
    thread = Thread.objects.create()
    message(hargrove, "out", thread, sent_at=NOON - timedelta(hours=1))
    reply = message(hargrove, "in", thread, received_at=NOON)

    @action("Received", who="journal.write")
    def receive(*, by: Actor) -> None:
        events.message_received.send(by, message_ids=[reply.pk])

    try:
        receive(by=by)
    finally:
        register.actions.pop(receive.name)
    facts = AccountFacts.objects.get(account=hargrove)
    assert (facts.last_word_at, facts.last_conversation_at) == (NOON, NOON)


def test_an_answer_without_a_note_that_day_is_named_once(by: Actor, dana: Person, hargrove: Account) -> None:
    now = clock.now()
    day, thread = clock.business_day(now), Thread.objects.create(subject="Seats")
    message(hargrove, "in", thread, received_at=now - timedelta(minutes=2))
    message(hargrove, "out", thread, sent_at=now - timedelta(minutes=1), by_person=dana)
    last = message(hargrove, "out", thread, sent_at=now, by_person=dana)
    (found,) = conversations_without_note(day)
    assert (found.account, found.person, found.message) == (hargrove, dana, last)
    assert conversations_without_note(day - timedelta(days=3)) == []
    make.interaction(hargrove, dana)
    assert conversations_without_note(day) == []


def test_what_we_sent_unasked_needs_no_note(dana: Person, hargrove: Account) -> None:
    message(hargrove, "out", Thread.objects.create(), sent_at=clock.now(), by_person=dana)
    assert conversations_without_note(clock.business_day(clock.now())) == []
