"""What is seen of mailboxes and messages; what a mail brings along can do nothing."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from callboard.channels.actions import store_message
from callboard.channels.models import Attachment, Mailbox, Message
from callboard.channels.reading.sanitising import sanitised
from tests import make
from tests.channels import mails
from tests.channels.make import mailbox
from tests.channels.servers import PASSWORD, USER, Imap, free_port, imap_server
from tests.channels.test_storing import BY, take_in

pytestmark = pytest.mark.django_db

WICKED = b"""\
From: a@b.example
Message-ID: <wicked@x>
Content-Type: text/html; charset=utf-8

<html><body onload="alert(1)"><script>alert(2)</script><style>body{background:url(http://x.example/t)}</style>
<p style="background:url(http://x.example/u)">Hello</p><img src="http://x.example/track.gif"><iframe src="//x.example"></iframe>
<a href="javascript:alert(3)">one</a> <a href="https://ok.example/">two</a><form action="http://x.example"><input name=p></form>
<svg><script>alert(4)</script></svg><base href="http://x.example/"><meta http-equiv=refresh content="0;url=http://x.example"></body></html>
"""


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.person("Dana"))
    return client


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make.person("Root", roles=("administrator",)))
    return client


@pytest.fixture
def server() -> Iterator[Imap]:
    with imap_server() as running:
        yield running


def test_a_message_shows_what_they_wrote_and_its_files(desk: Client) -> None:
    (message,) = take_in(mails.with_files(("offer.pdf", b"%PDF-1"), text="Please see the offer."))
    answer = desk.get(f"/messages/{message.pk}/")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Please see the offer." in text
    assert "offer.pdf" in text
    file = desk.get(f"/attachments/{Attachment.objects.get().pk}/")
    assert b"".join(file.streaming_content) == b"%PDF-1"  # type: ignore[attr-defined]
    assert file["Content-Disposition"] == 'attachment; filename="offer.pdf"'
    assert "sandbox" in file["Content-Security-Policy"]


def test_the_raw_mail_comes_back_byte_for_byte(desk: Client) -> None:
    raw = mails.plain("One")
    message = store_message(by=BY, raw=raw)
    assert b"".join(desk.get(f"/messages/{message.pk}/raw/").streaming_content) == raw  # type: ignore[attr-defined]


def test_html_is_shown_where_it_can_do_nothing(desk: Client) -> None:
    (message,) = take_in(WICKED)
    answer = desk.get(f"/messages/{message.pk}/html/")
    policy = answer["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy
    assert "default-src 'none'" in policy
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("SAMEORIGIN", "nosniff")
    text = answer.content.decode().lower()
    for bad in (
        "<script",
        "alert(",
        "onload",
        "javascript:",
        "<iframe",
        "track.gif",
        "<form",
        "<input",
        "<base",
        "<meta http-equiv",
        "url(",
    ):
        assert bad not in text, bad
    assert "hello" in text
    assert "https://ok.example/" in text


def test_sanitising_bears_anything() -> None:
    for source in ("", "<", "<p", "<a href=x", "\x00<b>x", "<p>" * 3000):
        sanitised(source)


def test_nobody_signed_out_gets_a_file(client: Client) -> None:
    (message,) = take_in(mails.with_files(("a.pdf", b"x")))
    for url in (
        f"/messages/{message.pk}/",
        f"/messages/{message.pk}/raw/",
        f"/messages/{message.pk}/html/",
        f"/attachments/{Attachment.objects.get().pk}/",
    ):
        assert client.get(url).status_code == 302, url


def test_what_is_not_there_is_not_found(desk: Client) -> None:
    for url in ("/messages/1/", "/messages/1/raw/", "/messages/1/html/", "/attachments/1/", f"/attachments/{2**70}/"):
        assert desk.get(url).status_code == 404, url


def test_only_an_administrator_sees_the_mailboxes(desk: Client) -> None:
    mailbox()
    assert desk.get("/mailboxes/").status_code == 403


def form(server: Imap, **other: str) -> dict[str, str]:
    given = {
        "name": "Desk",
        "address": "desk@callboard.example",
        "imap_host": "127.0.0.1",
        "imap_port": str(server.port),
    }
    return {**given, "smtp_port": "587", "user": USER, "password": PASSWORD, "folder": "INBOX", **other}


def test_a_mailbox_is_connected_once_its_server_said_yes(admin: Client, server: Imap) -> None:
    answer = admin.post("/do/channels.connect_mailbox/", form(server))
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    box = Mailbox.objects.get()
    assert PASSWORD not in box.secret
    page = admin.get(f"/mailboxes/{box.pk}/").content.decode()
    assert "desk@callboard.example" in page
    assert PASSWORD not in page
    assert box.secret not in page
    assert admin.get("/mailboxes/").status_code == 200
    assert admin.post(f"/do/channels.test_mailbox/{box.pk}/").status_code == 302
    bare = mailbox(address="archive@callboard.example", imap_host="", smtp_host="")
    refused = admin.post(f"/do/channels.test_mailbox/{bare.pk}/")
    assert refused.status_code == 409 and "No server is set" in refused.content.decode()


def test_a_wrong_password_is_said_at_once_and_nothing_is_kept(admin: Client, server: Imap) -> None:
    assert 'type="password" name="password"' in admin.get("/do/channels.connect_mailbox/").content.decode()
    answer = admin.post("/do/channels.connect_mailbox/", form(server, password="wrong"))
    assert answer.status_code == 422
    assert "does not accept the user name or the password" in answer.content.decode()
    assert Mailbox.objects.count() == 0


def test_what_a_server_refuses_is_said_at_the_field_and_the_password_need_not_be_typed_again(
    admin: Client, server: Imap
) -> None:
    def refused(**other: str) -> str:
        answer = admin.post("/do/channels.connect_mailbox/", form(server, **other))
        assert answer.status_code == 422
        return str(answer.content.decode())

    page = refused(password="wrong")
    assert 'id="id_password_error"' in page and 'type="password" name="password" value="wrong"' in page
    assert 'id="id_folder_error"' in refused(folder="Nowhere")
    assert 'id="id_imap_host_error"' in refused(imap_host="no-such-server.invalid")
    assert 'id="id_imap_port_error"' in refused(imap_port=str(free_port()))
    assert 'id="id_smtp_port_error"' in refused(smtp_host="127.0.0.1", smtp_port=str(free_port()))
    assert 'id="id_password_error"' in refused(password="")
    assert Mailbox.objects.count() == 0


def test_the_form_of_a_mailbox_says_what_each_field_is_and_who_lets_no_password_in(admin: Client) -> None:
    page = admin.get("/do/channels.connect_mailbox/").content.decode()
    labels = re.findall(r'<label[^>]*for="id_(\w+)"[^>]*>([^<]+?)\s*<', page)
    assert len({label for _name, label in labels}) == len(labels) >= 12
    order = [name for name, _label in labels]
    assert order.index("smtp_host") + 1 == order.index("smtp_port") == order.index("imap_port") + 2
    assert "app password" in page and "Microsoft 365" in page


def test_the_secret_is_in_no_answer_of_the_api(admin: Client) -> None:
    box = mailbox()
    for url in ("/api/v1/mailboxes", f"/api/v1/mailbox/{box.pk}", f"/api/v1/mailboxes/{box.pk}"):
        assert box.secret not in admin.get(url).content.decode()


def test_an_account_shows_its_mail(desk: Client) -> None:
    account = make.account(domain="agency.example")
    take_in(mails.plain("One"))
    assert Message.objects.get().account == account
    assert "A question" in desk.get(f"/accounts/{account.pk}/").content.decode()


def test_a_mail_of_the_end_of_days_is_shown_without_a_day(client: Client) -> None:
    """December 31 of 9999 is a day later in Berlin, and there is none."""
    person = make.person("Dana", zone="Europe/Berlin")
    raw = b"From: a@b.example\nTo: desk@ours.example\nSubject: x\nMessage-ID: <m@b>\nDate: Fri, 31 Dec 9999 23:59:59 +0000\n\nhello\n"
    (message,) = take_in(raw)
    assert "unreadable Date header" in message.warnings
    client.force_login(person)
    for url in (f"/messages/{message.pk}/", f"/api/v1/message/{message.pk}", "/messages/", "/inbox/"):
        assert client.get(url).status_code == 200, url
