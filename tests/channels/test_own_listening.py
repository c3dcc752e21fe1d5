"""An own mailbox is heard: its server says that something came, and it is looked into at once."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from callboard.channels.actions import own as verbs
from callboard.channels.imap import listening
from callboard.channels.jobs import read_own_mailboxes
from callboard.channels.models import Message, OwnMailbox
from callboard.core import clock
from callboard.team.models import Person
from tests.channels.own import by, mail, turned_on
from tests.channels.servers import Imap
from tests.channels.test_imap import until

pytestmark = pytest.mark.django_db(transaction=True)
ANN = "ann@agency.example"


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    monkeypatch.setattr(listening, "LOOK_EVERY_S", 0.2)
    stop = threading.Event()
    thread = threading.Thread(target=listening.listen, args=(stop,))
    thread.start()
    yield stop
    stop.set()
    thread.join(timeout=20)
    assert not thread.is_alive()


def put_off(box: OwnMailbox) -> None:
    """As if the next look of every minute were far away."""
    OwnMailbox.objects.filter(pk=box.pk).update(next_look_at=clock.now() + timedelta(days=1))


def is_due(box: OwnMailbox) -> bool:
    return OwnMailbox.objects.filter(pk=box.pk, next_look_at__lte=clock.now()).exists()


def heard() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name.startswith("own-mailbox-")]


def test_what_comes_is_taken_at_once_until_it_is_turned_off(
    server: Imap, box: OwnMailbox, dana: Person, listener: threading.Event
) -> None:
    box = turned_on(box)
    put_off(box)
    until(lambda: bool(heard()))
    for number in (1, 2):
        server.deliver(mail(number, ANN, dana.email))
        until(lambda: is_due(box))
        read_own_mailboxes.func()
        assert Message.objects.count() == number
        put_off(box)
    verbs.turn_off_capture(OwnMailbox.objects.get(pk=box.pk), by=by(dana))
    until(lambda: not heard())
    server.deliver(mail(3, ANN, dana.email))
    assert not is_due(box)


def test_nobody_is_heard_who_shares_nothing_and_no_more_than_may_be(
    server: Imap, box: OwnMailbox, listener: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listening._wanted() == {}
    OwnMailbox.objects.filter(pk=box.pk).update(state="on", faults=0)
    assert list(listening._wanted()) == [box.pk]
    monkeypatch.setattr(listening, "MOST", 0)
    assert listening._wanted() == {}
    OwnMailbox.objects.filter(pk=box.pk).update(state="off")
    connection.close()


def test_a_connection_that_breaks_is_made_again(
    server: Imap, box: OwnMailbox, dana: Person, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    box = turned_on(box)
    put_off(box)
    whole, broken = listening.connect, threading.Event()

    def breaks_once(*args: Any) -> Any:
        if not broken.is_set():
            broken.set()
            raise ConnectionResetError
        return whole(*args)

    monkeypatch.setattr(listening, "connect", breaks_once)
    request.getfixturevalue("listener")
    until(broken.is_set)
    server.deliver(mail(1, ANN, dana.email))
    until(lambda: is_due(box))


def test_what_came_before_anybody_listened_is_heard_too(
    server: Imap, box: OwnMailbox, dana: Person, request: pytest.FixtureRequest
) -> None:
    box = turned_on(box)
    read_own_mailboxes.func()
    server.deliver(mail(1, ANN, dana.email))
    put_off(box)
    request.getfixturevalue("listener")
    until(lambda: is_due(box))
