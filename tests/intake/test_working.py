"""From an item to what was asked for: answer, note, lead, order, cancellation, match."""

from datetime import date
from decimal import Decimal

import pytest

from callboard.channels.models import Message
from callboard.core.actions import Forbidden, Invalid, Refused, Text
from callboard.core.models import Log
from callboard.directory.models import ContactEmail
from callboard.intake.actions import (
    create_item,
    create_order_from_item,
    ignore_item,
    make_lead_from_item,
    match_item,
    note_on_item,
    open_cancellation_from_item,
    reply_to_item,
)
from callboard.intake.models import Medium, QueueItem
from callboard.orders.models import Billing, Product, Subscription
from callboard.team.models import Person
from callboard.work.models import Task
from tests.intake.make import account, actor, contact, item, person, pool

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Person:
    made = person("Dana Whitfield")
    pool("Sales support", made)
    return made


@pytest.fixture
def known(desk: Person) -> QueueItem:
    return item(
        "Two more seats", "We need two more seats.", contact=contact(account("Creek"), "Denise", email="d@c.example")
    )


def product() -> Product:
    return Product.objects.create(code="rater", name="Comparative rater", billing=Billing.MONTHLY, price=Decimal("48"))


def test_an_answer_leaves_in_the_thread_and_the_writer_has_the_item(known: QueueItem, desk: Person) -> None:
    reply_to_item(known, text=Text("You have them today."), by=actor(desk))
    known.refresh_from_db()
    sent = Message.objects.get(direction="out")
    assert known.message is not None
    assert (sent.to, sent.thread_id, sent.purpose) == ([known.message.from_address], known.message.thread_id, "answer")
    assert sent.subject == "Re: Two more seats"
    assert (known.person, known.state) == (desk, "assigned")
    assert known.answered_at is not None
    assert Log.objects.filter(action="channels.send_message", cause_id__isnull=False).exists()


def test_an_answer_can_finish_it(known: QueueItem, desk: Person) -> None:
    reply_to_item(known, text=Text("Done."), finish=True, by=actor(desk))
    known.refresh_from_db()
    assert known.state == "done"
    assert not Task.objects.open().exists()


def test_an_empty_answer_is_sent_to_nobody(known: QueueItem, desk: Person) -> None:
    with pytest.raises(Invalid):
        reply_to_item(known, text=Text("  "), by=actor(desk))
    known.refresh_from_db()
    assert known.state == "waiting"


def test_a_call_is_not_answered_by_mail(desk: Person) -> None:
    call = create_item(medium=Medium.PHONE, sender="(409) 555-0177", subject="Invoice", by=actor(desk))
    with pytest.raises(Refused, match="did not come by mail"):
        reply_to_item(call, text=Text("Hello"), by=actor(desk))


def test_a_note_stands_on_the_account(known: QueueItem, desk: Person) -> None:
    made = note_on_item(known, text=Text("She wants them by Friday."), by=actor(desk))
    assert known.account is not None
    assert [link.account for link in made.account_links.all()] == [known.account]
    assert made.message == known.message


def test_a_stranger_takes_no_note_until_matched(desk: Person) -> None:
    made = item("Hello", "Hello")
    with pytest.raises(Refused, match="which account"):
        note_on_item(made, text=Text("?"), by=actor(desk))
    customer = contact(account("Creek"), "Denise")
    match_item(made, contact=customer, by=actor(desk))
    made.refresh_from_db()
    assert (made.account, made.contact) == (customer.account, customer)
    assert made.message is not None
    assert ContactEmail.objects.get(contact=customer).address == made.message.from_address
    note_on_item(made, text=Text("Now we know."), by=actor(desk))


def test_somebody_of_another_account_is_no_match(known: QueueItem, desk: Person) -> None:
    with pytest.raises(Invalid, match="another account"):
        match_item(known, account=account("Other"), contact=known.contact, by=actor(desk))


def test_a_lead_keeps_the_message_and_whoever_makes_it_has_the_item(desk: Person) -> None:
    made = item("Demo for 6 producers", "We would like to see it.")
    lead = make_lead_from_item(
        made, name="Sarah Lindqvist", company="Prairie Rose", email="sarah@prairie.example", by=actor(desk)
    )
    made.refresh_from_db()
    assert (lead.message, lead.source, lead.owner) == (made.message, "mail", desk)
    assert made.person == desk
    assert Task.objects.open().count() == 1


def test_an_order_begins_with_its_line(known: QueueItem, desk: Person) -> None:
    order = create_order_from_item(known, product=product(), quantity=2, by=actor(desk))
    known.refresh_from_db()
    assert (order.account, order.contact, order.lines.get().quantity) == (known.account, known.contact, 2)
    assert known.person == desk


def test_a_cancellation_is_logged_as_of_the_message_in_their_words(known: QueueItem, desk: Person) -> None:
    assert known.account is not None
    has = Subscription.objects.create(
        account=known.account, product=product(), quantity=1, unit_price=48, mrr=48, started_on=date(2025, 1, 1)
    )
    case = open_cancellation_from_item(known, subscription=has, by=actor(desk))
    assert (case.received_at, case.reason_text) == (known.received_at, "We need two more seats.")
    other = Subscription.objects.create(
        account=account("Other"), product=has.product, quantity=1, unit_price=48, mrr=48, started_on=date(2025, 1, 1)
    )
    with pytest.raises(Invalid, match="another account"):
        open_cancellation_from_item(known, subscription=other, by=actor(desk))


def test_nothing_is_made_of_what_was_set_aside(known: QueueItem, desk: Person) -> None:
    ignore_item(known, by=actor(desk))
    with pytest.raises(Refused, match="set aside"):
        create_order_from_item(known, product=product(), by=actor(desk))
    with pytest.raises(Refused, match="set aside"):
        make_lead_from_item(known, name="X", by=actor(desk))


def test_who_may_not_work_the_queue_is_refused(known: QueueItem) -> None:
    nobody = actor(person(roles=("administrator",)))
    for refused in (
        lambda: reply_to_item(known, text=Text("x"), by=nobody),
        lambda: note_on_item(known, text=Text("x"), by=nobody),
        lambda: make_lead_from_item(known, name="x", by=nobody),
        lambda: match_item(known, account=known.account, by=nobody),
    ):
        with pytest.raises(Forbidden):
            refused()
