"""A mail server that never comes to an end is left, and holds up nobody else's mailbox."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest

from callboard.channels.faults import SaidTooMuch, Server
from callboard.channels.imap import turns
from callboard.channels.imap.client import connect
from callboard.channels.jobs import read_own_mailboxes
from callboard.channels.models import OwnMailbox
from callboard.core import clock
from callboard.directory.models import Contact
from callboard.team.models import Person
from tests import make
from tests.channels.own import own_mailbox
from tests.channels.servers import Imap
from tests.channels.test_imap import until

HANGS_S = 60
STILL_HERE = b"* OK still here\r\n"
LITERAL = b"* 1 FETCH (BODY[] {1000000}\r\n"


class Talker:
    """Greets each caller, says `first`, then `more` again and again whatever it is asked, ten times a second or without pause."""

    def __init__(self, more: bytes, first: bytes = b"", *, pause: bool = True) -> None:
        self.said, self.pause = (b"* OK here\r\n" + first, more), pause
        self.over, self.callers = threading.Event(), 0
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listening.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while not self.over.is_set():
                caller, _address = self.listening.accept()
                self.callers += 1
                threading.Thread(target=self._talk, args=(caller,), daemon=True).start()

    def _talk(self, caller: socket.socket) -> None:
        with caller, suppress(OSError):
            first, more = self.said
            caller.sendall(first)
            while not self.over.wait(0.1 if self.pause else 0):
                caller.sendall(more)


@contextmanager
def talking(more: bytes, first: bytes = b"", *, pause: bool = True) -> Iterator[Talker]:
    talker = Talker(more, first, pause=pause)
    try:
        yield talker
    finally:
        talker.over.set()
        talker.listening.close()


def fault_of(talker: Talker, timeout: float, whole: float | None = None) -> BaseException:
    ended: list[BaseException] = []

    def look() -> None:
        try:
            with connect(Server("127.0.0.1", talker.port, False, "dana", "secret"), "INBOX", timeout, whole):
                pass
        except BaseException as error:
            ended.append(error)

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    looking.join(timeout=HANGS_S)
    assert ended, "It still listens."
    return ended[0]


@pytest.mark.parametrize(
    ("more", "first"),
    [(STILL_HERE, b""), (b"x", b""), (b"x", LITERAL)],
    ids=["lines", "one line", "a mail letter by letter"],
)
def test_a_server_that_goes_on_talking_and_does_not_answer_is_left(more: bytes, first: bytes) -> None:
    """Each word comes well before the silence it is given is over."""
    with talking(more, first) as talker:
        assert isinstance(fault_of(talker, timeout=0.5), TimeoutError)


def test_a_conversation_has_an_end_however_patient_each_answer_is_waited_for() -> None:
    with talking(STILL_HERE) as talker:
        assert isinstance(fault_of(talker, timeout=10_000, whole=1.0), TimeoutError)


@pytest.mark.parametrize(
    ("more", "first"),
    [(STILL_HERE * 5_000, b""), (b"x" * 1_000_000, b""), (b"x" * 1_000_000, b"* 1 FETCH (BODY[] {100000000000}\r\n")],
    ids=["lines", "one line", "a mail"],
)
def test_a_server_that_says_more_than_can_be_kept_is_left(more: bytes, first: bytes) -> None:
    with talking(more, first, pause=False) as talker:
        assert isinstance(fault_of(talker, timeout=10_000), SaidTooMuch)


@pytest.mark.django_db(transaction=True)
def test_one_mailbox_without_end_holds_up_nobody_else_s(
    server: Imap, box: OwnMailbox, ann: Contact, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN_S", 1.0)
    eve: Person = make.person("Eve", email="eve@ours.example", roles=("account_executive",))
    with talking(STILL_HERE) as talker:
        first_in_line = clock.now() - timedelta(hours=1)
        bad = own_mailbox(eve, server, imap_port=talker.port, next_look_at=first_in_line)

        def is_read() -> bool:
            return OwnMailbox.objects.filter(pk=box.pk, last_read_at__isnull=False).exists()

        for _turn in range(2):
            OwnMailbox.objects.filter(pk=box.pk).update(last_read_at=None, next_look_at=clock.now())
            read_own_mailboxes.func()
            until(is_read)
        assert OwnMailbox.objects.get(pk=bad.pk).last_error == ""  # it is still being listened to
        assert talker.callers == 1
    until(lambda: OwnMailbox.objects.get(pk=bad.pk).last_error != "")
    until(lambda: not any(thread.is_alive() for thread in turns._threads))
