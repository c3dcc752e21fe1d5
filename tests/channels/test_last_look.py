"""Whom a mail or call is for, what it answers, and the last look before a queued mail leaves."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from callboard.channels.actions import answer_message, place_call, retry_message, send_message, start_sending
from callboard.channels.jobs import SENDER
from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.directory.actions import (
    add_email,
    erase_contact,
    remove_email,
    stop_contacting,
    suppress_address,
    withdraw_consent,
)
from callboard.directory.models import Attempt, Contact, How, Purpose, Scope
from tests import make
from tests.channels.make import mailbox

pytestmark = pytest.mark.django_db

RAY, HOME = "ray@hargrove.example", "ray.private@home.example"


@pytest.fixture
def by() -> Actor:
    mailbox()
    return make.actor(make.person("Dana"))


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person("Ada", roles=("administrator",)))


@pytest.fixture
def ray() -> Contact:
    account = make.account("Hargrove", region="FL", postal_code="32801")
    return make.contact(account, "Ray Hargrove", phone="+14075550142", email=RAY)


@pytest.fixture
def bob(ray: Contact) -> Contact:
    return make.contact(ray.account, "Bob", email="bob@hargrove.example")


def written(by: Actor, contact: Contact | None, to: str = HOME, purpose: Purpose = Purpose.SALES) -> Message:
    return send_message(by=by, to=to, subject="Offer", text="Seats", purpose=purpose, contact=contact)


def left(message: Message) -> tuple[str, str]:
    """What became of it when it was its turn."""
    start_sending(messages=[message], by=SENDER)
    message.refresh_from_db()
    return message.state, message.error


def from_them(contact: Contact | None, address: str, days: int = 0, **fields: object) -> Message:
    at = clock.now() - timedelta(days=days)
    given = {"direction": "in", "state": "read", "message_id": f"{address}{days}", "subject": "Hi", "received_at": at}
    account = contact.account if contact else None
    return Message.objects.create(
        **{**given, "from_address": address, "contact": contact, "account": account, "to": ["desk@callboard.example"], **fields}
    )  # fmt: skip


# queued


def test_queued_mail_is_asked_about_whom_it_is_for_and_not_its_address_alone(by: Actor, ray: Contact) -> None:
    first, second = written(by, ray), written(by, ray, RAY)
    withdraw_consent(ray, by=by, how=How.PHONE)
    remove_email(ray.emails.get(), by=by)
    for message in (first, second):
        state, error = left(message)
        assert state == "failed"
        assert "said no" in error


@pytest.mark.parametrize("scope", Scope.values)
def test_who_asks_to_stop_gets_no_queued_mail_by_an_address_nobody_knew(by: Actor, ray: Contact, scope: str) -> None:
    message = written(by, ray)
    stop_contacting(ray, by=by, scope=Scope(scope))
    assert left(message)[0] == "failed"


def test_an_address_that_is_somebody_elses_by_now_gets_nothing_for_the_first(
    by: Actor, ray: Contact, bob: Contact
) -> None:
    message = written(by, ray, RAY)
    remove_email(ray.emails.get(), by=by)
    add_email(bob, by=by, address=RAY)
    state, error = left(message)
    assert state == "failed"
    assert "somebody else" in error


def test_nothing_against_it_and_it_leaves(by: Actor, ray: Contact) -> None:
    assert left(written(by, ray, RAY)) == ("sending", "")


@pytest.mark.parametrize("to", [RAY, HOME, f"{RAY}, al@agency.example"])
@pytest.mark.parametrize("never", [True, False])
def test_queued_mail_of_whoever_was_erased_never_leaves_and_says_why(
    by: Actor, admin: Actor, ray: Contact, to: str, never: bool
) -> None:
    message = written(by, ray, to, Purpose.SERVICE)
    erase_contact(ray, by=admin, reason="a letter", never_contact=never)
    message.refresh_from_db()
    for _turn in range(2):
        state, error = left(message)
        assert state == "failed"
        assert "asked to be forgotten" in error
        retry_message(message, by=by)


# whom it is for


def test_an_address_of_somebody_else_is_refused_by_whose_it_is(by: Actor, ray: Contact, bob: Contact) -> None:
    withdraw_consent(ray, by=by, how=How.PHONE)
    with pytest.raises(Invalid) as error:
        written(by, bob, RAY)
    assert error.value.errors["contact"] == f"{RAY} belongs to Ray Hargrove, not to Bob. Name whom it is for."
    assert not Attempt.objects.exists()


# what it answers


def test_an_answer_answers_a_message_of_theirs_of_the_last_days(by: Actor, ray: Contact) -> None:
    zed = make.contact(make.account("Elsewhere"), "Zed", email="zed@else.example")
    suppress_address(by=by, address=RAY)
    ours = Message.objects.create(
        direction="out", state="sent", message_id="o", subject="Offer", contact=ray, from_address=RAY
    )
    wrong = [
        from_them(zed, "zed@else.example"),
        from_them(ray, RAY, 91),
        from_them(ray, RAY, 1, kind="auto_reply", message_id="auto"),
        ours,
    ]
    for answered in wrong:
        with pytest.raises(Refused) as error:
            send_message(by=by, to=RAY, subject="s", text="t", purpose=Purpose.ANSWER, answers=answered)
        assert error.value.refusal.code in ("cause", "answer_late")
        with pytest.raises(Refused):
            place_call(ray, by=by, purpose=Purpose.ANSWER, answers=answered)
    right = from_them(ray, RAY, 89)
    place_call(ray, by=by, purpose=Purpose.ANSWER, answers=right)
    message = send_message(by=by, to=RAY, subject="s", text="t", purpose=Purpose.ANSWER, answers=right)
    assert left(message) == ("sending", "")


def test_everybody_a_message_named_is_answered_with_its_sender(by: Actor, ray: Contact, bob: Contact) -> None:
    suppress_address(by=by, address="bob@hargrove.example")
    received = from_them(ray, RAY, cc=["bob@hargrove.example"])
    message = answer_message(received, by=by, text="To both", everyone=True)
    assert (message.to, message.cc) == ([RAY], ["bob@hargrove.example"])
    assert left(message) == ("sending", "")
    with pytest.raises(Refused):
        place_call(make_callable(bob), by=by, purpose=Purpose.ANSWER, answers=received)


def make_callable(contact: Contact) -> Contact:
    make.ContactPhone.objects.create(contact=contact, e164="+14075550143")
    return contact


def test_a_call_of_service_to_whom_we_do_not_serve_counts_as_a_sales_call(
    by: Actor, ray: Contact, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2026, 3, 10, 12, tzinfo=ZoneInfo("America/New_York"))
    monkeypatch.setattr(clock, "now", lambda: noon)
    for _turn in range(3):
        place_call(ray, by=by, purpose=Purpose.SERVICE)
    assert set(Attempt.objects.values_list("purpose", flat=True)) == {"sales"}
    with pytest.raises(Refused) as error:
        place_call(ray, by=by, purpose=Purpose.SERVICE)
    assert error.value.refusal.code == "attempts"


# the hour, on the days the clock is set


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01", "2026-03-10"])
def test_a_call_is_placed_at_one_minute_to_nine_there_and_not_at_nine_and_mail_knows_no_hour(
    by: Actor, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    account = make.account("Tyler Agency", region="TX", postal_code="75701")
    ann = make.contact(account, "Ann", phone="+19035550142", email="ann@tyler.example")

    def clock_at(text: str) -> None:
        moment = datetime.fromisoformat(f"{day} {text}").replace(tzinfo=ZoneInfo("America/Chicago"))
        monkeypatch.setattr(clock, "now", lambda: moment)

    clock_at("20:59:59")
    place_call(ann, by=by, purpose=Purpose.SALES)
    message = written(by, ann, "ann@tyler.example")
    for late in ("21:00:00", "23:59:59"):
        clock_at(late)
        with pytest.raises(Refused) as error:
            place_call(ann, by=by, purpose=Purpose.SALES)
        assert error.value.refusal.code == "outside_hours"
    assert left(message) == ("sending", "")
