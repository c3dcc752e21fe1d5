"""Out over servers that others wrote: OpenSMTPD, and STARTTLS with signing in."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from callboard.channels.actions import answer_message, send_message
from callboard.channels.jobs import send_queued
from callboard.channels.models import Mailbox, Message
from callboard.channels.secrets import seal
from callboard.channels.smtp.client import probe, server_of
from callboard.core.actions import Actor
from tests import make
from tests.channels import mails
from tests.channels.certificates import certificate
from tests.channels.make import mailbox
from tests.channels.servers import Smtpd, opensmtpd_server, smtp_server
from tests.channels.test_storing import take_in

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def server() -> Iterator[Smtpd]:
    with opensmtpd_server() as running:
        yield running
    assert not running.mail.exists()


@pytest.fixture
def box(server: Smtpd) -> Mailbox:
    for old in (server.mail / "new").glob("*"):
        old.unlink()
    return mailbox(smtp_host="127.0.0.1", smtp_port=server.port)


@pytest.fixture
def ann() -> Actor:
    return make.actor(make.person("Ann"))


@pytest.mark.needs("opensmtpd")
def test_a_mail_arrives_as_it_was_written(server: Smtpd, box: Mailbox, ann: Actor) -> None:
    text = "Hello Zoë,\n\n.\n..dots and a line of " + "many words " * 100 + "\n\nyours"
    message = send_message(by=ann, to="zoe@agency.example", cc="al@agency.example", subject="Grüße, 你好", text=text)
    assert send_queued.func() == 1
    message.refresh_from_db()
    assert (message.state, message.error) == ("sent", "")
    arrived = [message_from_bytes(raw, policy=policy.default) for raw in server.delivered(2)]
    assert len(arrived) == 2
    for mail in arrived:
        assert mail["Return-Path"] == "<desk@callboard.example>"
        assert (mail["Subject"], mail["Message-ID"], mail["Cc"]) == (
            "Grüße, 你好",
            f"<{message.message_id}>",
            "al@agency.example",
        )
        body = mail.get_body()
        assert body is not None
        assert body.get_content().replace("\r\n", "\n").rstrip("\n") == text


@pytest.mark.needs("opensmtpd")
def test_an_answer_arrives_in_its_conversation(server: Smtpd, box: Mailbox, ann: Actor) -> None:
    (question,) = take_in(mails.plain("When?", Message_ID="<q@x>"))
    answer_message(question, by=ann, text="On Monday.")
    assert send_queued.func() == 1
    (raw,) = server.delivered()
    assert message_from_bytes(raw)["In-Reply-To"] == "<q@x>"


@pytest.mark.needs("opensmtpd")
def test_an_address_it_refuses_fails_with_its_words_and_the_next_mail_leaves(
    server: Smtpd, box: Mailbox, ann: Actor
) -> None:
    send_message(by=ann, to=server.refused, subject="One", text="x")
    send_message(by=ann, to="al@agency.example", subject="Two", text="x")
    assert send_queued.func() == 1
    failed = Message.objects.get(subject="One")
    assert failed.state == "failed"
    assert "127.0.0.1 says: 550" in failed.error and server.refused in failed.error
    assert len(server.delivered()) == 1


@pytest.mark.needs("opensmtpd")
def test_a_mail_it_finds_too_long_fails_for_good(server: Smtpd, box: Mailbox, ann: Actor) -> None:
    message = send_message(by=ann, to="al@agency.example", subject="Long", text="All of it.\n" * 8000)
    assert send_queued.func() == 0
    message.refresh_from_db()
    assert message.state == "failed"
    assert "127.0.0.1 says: 55" in message.error
    assert "too big" in message.error


@pytest.mark.needs("opensmtpd")
def test_its_certificate_is_looked_at_and_its_password_asked(
    server: Smtpd, box: Mailbox, ann: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    Mailbox.objects.filter(pk=box.pk).update(smtp_port=server.tls_port, smtp_tls=True)
    box.refresh_from_db()
    bad = f"127.0.0.1 cannot speak TLS on port {server.tls_port}, or its certificate is not good."
    assert probe(server_of(box)) == bad
    monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
    message = send_message(by=ann, to="bo@agency.example", subject="Sealed", text="x")
    sent = send_queued.func()
    message.refresh_from_db()
    if server.version < 7:
        # Debian 12's 6.8 cannot finish a handshake with OpenSSL 3 (its issue 1171): what our people see then.
        assert (sent, message.state, message.error) == (0, "queued", bad)
        return
    assert (sent, message.state) == (1, "sent")
    Mailbox.objects.filter(pk=box.pk).update(secret=seal("wrong"))
    box.refresh_from_db()
    assert probe(server_of(box)) == "127.0.0.1 does not accept the user name or the password of desk."


def test_over_starttls_it_signs_in_and_a_wrong_password_is_a_sentence_that_loses_no_mail(
    ann: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate(tmp_path)
    with smtp_server(tmp_path) as outbox:
        box = mailbox(smtp_host="127.0.0.1", smtp_port=outbox.port, smtp_tls=True)
        assert probe(server_of(box)).endswith("or its certificate is not good.")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        assert probe(server_of(box)) == ""
        send_message(by=ann, to="bo@agency.example", subject="Sealed", text="x")
        assert send_queued.func() == 1
        assert outbox.taken[0].rcpt_tos == ["bo@agency.example"]
        Mailbox.objects.filter(pk=box.pk).update(secret=seal("wrong"))
        box.refresh_from_db()
        refused = "127.0.0.1 does not accept the user name or the password of desk."
        assert probe(server_of(box)) == refused
        message = send_message(by=ann, to="bo@agency.example", subject="Waits", text="x")
        assert send_queued.func() == 0
        message.refresh_from_db()
        assert (message.state, message.error) == ("queued", refused)
