"""The link in a mail of sales or a campaign (RFC 8058), and the last look before a queued mail leaves."""

import re
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.channels.actions import send_message, start_sending
from callboard.channels.jobs import SENDER, send_queued
from callboard.channels.models import Mailbox, Message
from callboard.core import clock
from callboard.core.actions import Actor, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.directory.actions import suppress_address, withdraw_consent
from callboard.directory.models import Account, Contact, How, Purpose, Suppression
from callboard.directory.models import Scope as Wish
from callboard.team.actions import set_setting
from tests import make
from tests.channels.make import mailbox
from tests.channels.servers import Outbox, smtp_server

pytestmark = pytest.mark.django_db

BO = "bo@agency.example"


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


@pytest.fixture
def bo() -> Contact:
    return make.contact(make.account("Agency", mrr=80), "Bo", email=BO)


def sent(outbox: Outbox, ann: Actor, purpose: Purpose) -> tuple[dict[str, str], str]:
    """The headers and the text of a mail to Bo as the server took it."""
    send_message(by=ann, to=BO, subject="Three more seats", text="Hello Bo.", purpose=purpose)
    send_queued.func()
    mail = BytesParser(policy=policy.default).parsebytes(outbox.taken[-1].content)
    body = mail.get_body()
    assert body is not None
    return {name.lower(): str(value) for name, value in mail.items()}, str(body.get_content())


def path_in(headers: dict[str, str]) -> str:
    found = re.fullmatch(r"<https?://[^/]+(/unsubscribe/\w+/)>", headers["list-unsubscribe"])
    assert found is not None
    return found[1]


@pytest.mark.usefixtures("box", "bo")
@pytest.mark.parametrize("purpose", [Purpose.SALES, Purpose.CAMPAIGN])
def test_mail_for_sales_and_campaigns_carries_both_headers_whole(outbox: Outbox, ann: Actor, purpose: Purpose) -> None:
    set_setting(
        by=make.actor(make.person(roles=("administrator",))), name="company.address", value="https://desk.of-a-long-company-name.example"
    )  # fmt: skip
    headers, text = sent(outbox, ann, purpose)
    assert headers["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    assert headers["list-unsubscribe"].startswith("<https://desk.of-a-long-company-name.example/unsubscribe/")
    raw = outbox.taken[-1].content
    (line,) = [line for line in raw.split(b"\r\n") if line.startswith(b"List-Unsubscribe:")]
    assert line.endswith(b"/>"), "neither folded nor put into encoded words"
    assert headers["list-unsubscribe"].strip("<>") in text


@pytest.mark.usefixtures("box", "bo")
def test_without_https_no_mail_program_is_asked_to_press_it(outbox: Outbox, ann: Actor) -> None:
    headers, _text = sent(outbox, ann, Purpose.SALES)
    assert "list-unsubscribe" in headers
    assert "list-unsubscribe-post" not in headers


@pytest.mark.usefixtures("box", "bo")
def test_mail_of_service_has_no_such_link(outbox: Outbox, ann: Actor) -> None:
    headers, text = sent(outbox, ann, Purpose.SERVICE)
    assert "list-unsubscribe" not in headers
    assert text.strip() == "Hello Bo."


@pytest.mark.usefixtures("box")
def test_opening_the_link_changes_nothing(outbox: Outbox, ann: Actor, bo: Contact) -> None:
    headers, _text = sent(outbox, ann, Purpose.CAMPAIGN)
    before = Log.objects.count()
    for _scanner in range(3):
        page = Client().get(path_in(headers))
        assert page.status_code == 200
        assert b'method="post"' in page.content
    assert Client().head(path_in(headers)).status_code == 200
    assert not Suppression.objects.exists()
    assert Log.objects.count() == before
    send_message(by=ann, to=BO, subject="s", text="t", purpose=Purpose.CAMPAIGN)


@pytest.mark.usefixtures("box")
def test_pressing_it_without_a_session_suppresses_at_once_for_every_campaign_and_the_log_shows_the_moment(
    outbox: Outbox, ann: Actor, bo: Contact
) -> None:
    headers, _text = sent(outbox, ann, Purpose.CAMPAIGN)
    # As a mail program does: no cookie, no token of a form.
    pressed = Client(enforce_csrf_checks=True).post(
        path_in(headers), "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )
    after = clock.now()
    assert pressed.status_code == 200
    assert not pressed.cookies
    for purpose in (Purpose.CAMPAIGN, Purpose.SALES):
        with pytest.raises(Refused) as error:
            send_message(by=ann, to=BO, subject="another campaign", text="t", purpose=purpose)
        assert error.value.refusal.code == "opted_out"
    send_message(by=ann, to=BO, subject="your order", text="t", purpose=Purpose.SERVICE)
    row, line = Suppression.objects.get(), Log.objects.get(action="directory.unsubscribe")
    assert line.at == row.at
    assert (after - line.at).total_seconds() < 5
    assert TimelineEntry.objects.filter(kind="directory.stopped", root_id=bo.account_id).count() == 1
    assert Client().post(path_in(headers)).status_code == 200, "pressed again it says the same"
    assert Suppression.objects.get().at == row.at


@pytest.mark.usefixtures("box")
def test_the_link_takes_off_only_the_address_it_went_to(outbox: Outbox, ann: Actor, bo: Contact) -> None:
    headers, _text = sent(outbox, ann, Purpose.SALES)
    Client().post(path_in(headers))
    send_message(by=ann, to="al@agency.example", subject="s", text="t", purpose=Purpose.SALES)


@pytest.mark.parametrize("token", ["0" * 64, "x", "%00", "a" * 5000, "ä"])
def test_a_link_that_is_none_of_ours_is_a_page_that_says_what_to_do(token: str) -> None:
    for answer in (Client().get(f"/unsubscribe/{token}/"), Client().post(f"/unsubscribe/{token}/")):
        assert answer.status_code == 404
        assert "Answer the mail" in answer.content.decode()


# the last look


@pytest.mark.usefixtures("box")
def test_who_unsubscribes_while_a_mail_waits_does_not_get_it(outbox: Outbox, ann: Actor, bo: Contact) -> None:
    waiting = send_message(by=ann, to=BO, subject="one", text="t", purpose=Purpose.SALES)
    service = send_message(by=ann, to=BO, subject="two", text="t", purpose=Purpose.SERVICE)
    other = send_message(by=ann, to="al@agency.example", subject="three", text="t", purpose=Purpose.SALES)
    suppress_address(by=ann, address=BO)
    assert send_queued.func() == 2
    states = dict(Message.objects.values_list("pk", "state"))
    assert states == {waiting.pk: "failed", service.pk: "sent", other.pk: "sent"}
    assert "no sales and no campaigns" in Message.objects.get(pk=waiting.pk).error
    assert {envelope.rcpt_tos[0] for envelope in outbox.taken} == {BO, "al@agency.example"}


@pytest.mark.usefixtures("box")
def test_a_no_to_the_person_counts_before_a_mail_leaves_and_an_answer_still_does(
    outbox: Outbox, ann: Actor, bo: Contact
) -> None:
    send_message(by=ann, to=BO, subject="one", text="t", purpose=Purpose.SALES)
    withdraw_consent(bo, by=ann, how=How.PHONE)
    assert send_queued.func() == 0
    suppress_address(by=ann, address=BO, scope=Wish.ALL)
    assert Message.objects.get().state == "failed"


def test_fifty_waiting_mails_are_asked_in_as_many_statements_as_one(ann: Actor, box: Mailbox) -> None:
    counts = []
    for number in (1, 30):
        account: Account = make.account()
        for each in range(number):
            to = f"p{number}x{each}@agency.example"
            make.contact(account, email=to)
            send_message(by=ann, to=to, subject="s", text="t", purpose=Purpose.SALES)
        with CaptureQueriesContext(connection) as asked:
            start_sending(messages=list(Message.objects.filter(state="queued")), by=SENDER)
        counts.append(len(asked))
    assert counts[0] == counts[1]
