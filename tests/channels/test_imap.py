"""Against a real IMAP server: kept before flagged, exactly once after double delivery and after kill -9, errors in words."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from callboard.channels.imap import client, watch
from callboard.channels.jobs import try_servers, watch_mailboxes
from callboard.channels.models import Mailbox, Message
from callboard.core import files
from tests.channels import mails
from tests.channels.make import mailbox
from tests.channels.servers import SERVERS, Imap, free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["pymap", pytest.param("dovecot", marks=pytest.mark.needs("dovecot"))])
def server(request: pytest.FixtureRequest) -> Iterator[Imap]:
    with SERVERS[request.param]() as running:
        yield running


@pytest.fixture
def box(server: Imap) -> Mailbox:
    return mailbox(imap_host="127.0.0.1", imap_port=server.port)


def look(box: Mailbox) -> int:
    fresh = Mailbox.objects.get(pk=box.pk)
    with client.connect(client.server_of(fresh), fresh.folder) as connected:
        return watch.look(fresh, connected, sweep=True)


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.05)


def numbered(count: int) -> list[bytes]:
    return [
        mails.with_files((f"{n}.pdf", b"%PDF" * n), text=f"Mail {n}", Message_ID=f"<{n}@x>")
        for n in range(1, count + 1)
    ]


def test_mail_is_kept_byte_for_byte_and_then_marked(server: Imap, box: Mailbox) -> None:
    raw = mails.with_files(("a.pdf", bytes(range(256)) * 40)).replace(b"\n", b"\r\n")
    server.deliver(raw)
    assert look(box) == 1
    message = Message.objects.get()
    assert files.load(message.raw_sha) == raw
    assert (message.mailbox, message.uid is not None, message.received_at is not None) == (box, True, True)
    assert server.unseen() == 0
    box.refresh_from_db()
    assert (box.last_uid, box.last_error, box.last_read_at is not None) == (message.uid, "", True)


def test_looking_again_finds_nothing_new(server: Imap, box: Mailbox) -> None:
    server.deliver(mails.plain("One"))
    assert (look(box), look(box)) == (1, 0)
    assert Message.objects.count() == 1


def test_a_mail_delivered_twice_is_one_message(server: Imap, box: Mailbox) -> None:
    server.deliver(mails.plain("One"))
    server.deliver(b"Received: from elsewhere by us; today\n" + mails.plain("One"))
    look(box)
    assert Message.objects.count() == 1
    assert server.unseen() == 0


def test_another_uidvalidity_looks_at_everything_again_and_doubles_nothing(server: Imap, box: Mailbox) -> None:
    for raw in numbered(3):
        server.deliver(raw)
    look(box)
    Mailbox.objects.filter(pk=box.pk).update(uid_validity=1, last_uid=999)
    look(box)
    assert Message.objects.count() == 3
    box.refresh_from_db()
    assert box.uid_validity != 1


def test_what_was_kept_but_not_marked_before_a_crash_is_marked_later(server: Imap, box: Mailbox) -> None:
    server.deliver(mails.plain("One"))
    look(box)
    connected = server.client()
    connected.select("INBOX")
    connected.store("1", "-FLAGS", r"(\Seen)")
    connected.logout()
    assert server.unseen() == 1
    look(box)
    assert (server.unseen(), Message.objects.count()) == (0, 1)


def test_done_mail_is_moved_where_a_folder_is_set(server: Imap, box: Mailbox) -> None:
    Mailbox.objects.filter(pk=box.pk).update(done_folder="Callboard")
    server.deliver(mails.plain("One"))
    look(box)
    connected = server.client()
    assert connected.select("Callboard", readonly=True)[1] == [b"1"]
    assert connected.select("INBOX", readonly=True)[1] == [b"0"]
    connected.logout()


def test_the_watcher_hears_new_mail_within_seconds_and_stops_when_told(server: Imap, box: Mailbox) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=watch_mailboxes, args=(stop,))
    thread.start()
    try:
        until(lambda: Mailbox.objects.get(pk=box.pk).last_read_at is not None)
        server.deliver(mails.plain("One"))
        begun = time.monotonic()
        until(lambda: Message.objects.count() == 1)
        assert time.monotonic() - begun < 5
    finally:
        stop.set()
        thread.join(timeout=20)
    assert not thread.is_alive()


def test_the_watcher_says_what_is_wrong_and_signs_in_again(
    server: Imap, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LONGEST_PAUSE_S", 0.5)
    good = box.imap_port
    Mailbox.objects.filter(pk=box.pk).update(imap_port=free_port())
    stop = threading.Event()
    thread = threading.Thread(target=watch.watch, args=(box.pk, stop))
    thread.start()
    try:
        until(lambda: "does not answer" in Mailbox.objects.get(pk=box.pk).last_error)
        server.deliver(mails.plain("One"))
        Mailbox.objects.filter(pk=box.pk).update(imap_port=good)
        until(lambda: Message.objects.count() == 1)
        until(lambda: Mailbox.objects.get(pk=box.pk).last_error == "")
    finally:
        stop.set()
        thread.join(timeout=20)


def test_a_wrong_password_is_a_sentence(server: Imap, box: Mailbox) -> None:
    wrong = mailbox(address="two@callboard.example", imap_host="127.0.0.1", imap_port=server.port, secret="")
    assert "does not accept" in try_servers(wrong)
    assert try_servers(box) == ""
    wrong.imap_host = "no-such-host.invalid"
    assert "No server is called" in try_servers(wrong)
    box.folder = "Nowhere"
    assert "no such folder" in try_servers(box)


WORKER = """
import os, sys, threading
import django
django.setup()
from django.conf import settings
from django.db import connections
connections.databases["default"]["NAME"] = os.environ["TEST_NAME"]
settings.FILE_STORE = __import__("pathlib").Path(os.environ["TEST_FILES"])
from callboard.channels.imap.watch import watch
watch(int(sys.argv[1]), threading.Event())
"""


@pytest.mark.faults
def test_kill_9_in_the_middle_loses_and_doubles_nothing(server: Imap, box: Mailbox, settings: object) -> None:
    count = 40
    for raw in numbered(count):
        server.deliver(raw)
    environment = {
        **os.environ,
        "TEST_NAME": connection.settings_dict["NAME"],
        "TEST_FILES": str(settings.FILE_STORE),  # type: ignore[attr-defined]
        "DJANGO_SETTINGS_MODULE": "callboard.config.settings_test",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    kills = 0
    for wanted in (1, 7, 15, 28, count):
        worker = subprocess.Popen([sys.executable, "-c", WORKER, str(box.pk)], env=environment, stderr=subprocess.PIPE)
        try:
            until(lambda: Message.objects.count() >= wanted, 60)  # noqa: B023
        finally:
            os.kill(worker.pid, signal.SIGKILL)
            worker.communicate()
            kills += 1
    look(box)
    kept = Message.objects.values_list("message_id", flat=True)
    assert sorted(kept) == sorted(f"{n}@x" for n in range(1, count + 1))
    assert server.unseen() == 0
    assert kills == 5
    for message in Message.objects.all():
        assert len(files.load(message.raw_sha)) == message.raw_size
