"""A message becomes an item of the right person, once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.channels.models import Message
from callboard.core import events
from callboard.core.actions import Actor, action
from callboard.core.models import Change
from callboard.core.registry import register
from callboard.intake.actions import create_item, create_items, route_waiting
from callboard.intake.actions.table import Asks
from callboard.intake.models import Assignment, Decision, Medium, QueueItem, Turn
from callboard.intake.models.routing import How, Role, Sends
from callboard.team.models import Setting
from callboard.work.models import Task
from tests.intake.make import CLOCK, account, actor, contact, item, message, person, pool, receive, rule

pytestmark = pytest.mark.django_db


@action("Sent the event", who="", final="a test")
def send_event(*, messages: list[Message], by: Actor) -> None:
    events.message_received.send(by, message_ids=[one.pk for one in messages])


# Only this file knows it: no walk and no check of the house shall meet it.
del register.actions[send_event.name]


def test_a_message_becomes_one_item_with_one_task_of_the_owner() -> None:
    marcus = person("Marcus Reyes", roles=("account_executive",))
    customer = contact(account(owner=marcus), "Denise", email="denise@creek.example")
    rule("Owner first", How.OWNER, known=Asks.YES)
    made = item("Which counties?", "Which counties does the rater cover?", contact=customer)
    assignment = Assignment.objects.get(item=made)
    assert (made.state, made.person, made.account) == ("assigned", marcus, customer.account)
    assert (assignment.person, assignment.task.owner, assignment.why_code) == (marcus, marcus, "owner")
    assert Task.objects.open().filter(source_kind="intake.queueitem", source_id=made.pk).count() == 1
    assert Decision.objects.get(item=made).code == "owner"
    assert made.due_at is not None
    assert Change.objects.filter(topic="intake", object_id=made.pk).exists()


def test_the_event_twice_makes_one_item() -> None:
    one = message()
    send_event(messages=[one], by=CLOCK)
    send_event(messages=[one], by=CLOCK)
    assert QueueItem.objects.filter(message=one).count() == 1


@pytest.mark.parametrize("kind", ["auto_reply", "bounce", "feedback", "list"])
def test_automatic_mail_makes_no_item(kind: str) -> None:
    send_event(messages=[message(kind=kind)], by=CLOCK)
    assert not QueueItem.objects.exists()


def test_leads_go_round_and_a_batch_keeps_its_turns() -> None:
    people = [person() for _ in range(3)]
    rule(pool=pool("Sales", *people), intents="new_lead, question, unsure")
    receive(*[message(f"Demo {n}", "We would like a demo and a price for 6 producers.") for n in range(7)])
    counts = sorted(Assignment.objects.filter(person=one).count() for one in people)
    assert counts == [2, 2, 3]
    assert sorted(Turn.objects.values_list("count", flat=True)) == counts


def test_with_no_rule_it_waits_in_the_pool_of_the_desk_and_says_why() -> None:
    desk = pool()
    made = item()
    assert (made.state, made.pool, made.why_code, made.person) == ("waiting", desk, "no_rule", None)
    assert not Task.objects.exists()


def test_what_nobody_could_take_goes_first_when_somebody_is_there_again() -> None:
    one = person()
    sales = pool("Sales", one)
    rule(pool=sales)
    one.is_active, one.left_on = False, "2026-01-01"
    one.save()
    older = item("Older")
    assert (older.state, older.why_code, older.pool) == ("waiting", "nobody_free", sales)
    one.is_active, one.left_on = True, None
    one.save()
    newer = item("Newer")
    older.refresh_from_db()
    assert older.person == newer.person == one
    order = list(Assignment.objects.order_by("id").values_list("item", flat=True))
    assert order == [older.pk, newer.pk]


def test_what_waits_for_somebody_does_not_start_a_new_batch_over_and_over(caplog: pytest.LogCaptureFixture) -> None:
    one = person()
    rule(pool=pool("Sales", one))
    type(one).objects.filter(pk=one.pk).update(is_active=False, left_on="2026-01-01")
    older = [item(f"Older {n}", contact=contact(account(), email=f"o{n}@x.example")) for n in range(4)]
    type(one).objects.filter(pk=one.pk).update(is_active=True, left_on=None)
    caplog.set_level("INFO", logger="callboard.restarts")
    send_event(messages=[message("New", contact=contact(account(), email="n@x.example"))], by=CLOCK)
    assert Assignment.objects.filter(item__in=older).count() == len(older)
    assert len(caplog.records) == 1


def test_route_waiting_gives_what_waited_for_a_rule() -> None:
    one = person()
    made = item()
    rule(pool=pool("Sales", one))
    route_waiting(by=CLOCK)
    made.refresh_from_db()
    assert made.person == one


def test_a_proposal_waits_for_a_key() -> None:
    one = person()
    rule(pool=pool("Sales", one), mode=Sends.PROPOSE)
    made = item()
    assert (made.state, made.proposed_to, made.person) == ("proposed", one, None)
    assert not Assignment.objects.exists()


def test_a_cancellation_goes_to_the_account_manager_before_the_owner() -> None:
    from callboard.directory.models import AccountOwner

    dana, marcus = person("Dana"), person("Marcus")
    customer = contact(account(owner=marcus), email="d@creek.example")
    AccountOwner.objects.create(account=customer.account, person=dana, role="support", starts_on="2025-01-01")
    rule("Cancellations", How.OWNER, intents="cancellation", role=Role.SUPPORT, past_limit=True)
    rule("Owner first", How.OWNER)
    made = item("Cancel our website", "Please cancel our subscription at the end of the term.", contact=customer)
    assert (made.intent, made.person, made.priority) == ("cancellation", dana, 2)


def test_the_conversation_stays_with_whoever_has_it() -> None:
    one, two = person(), person()
    rule("Same person", How.STICKY, past_limit=True)
    rule(pool=pool("Sales", one, two))
    first = item("Hello")
    again = item("Re: Hello", thread=first.message.thread if first.message else None)
    assert again.person == first.person
    assert again.why_code == "sticky"


def test_spam_stands_aside_and_is_not_routed() -> None:
    rule(pool=pool("Sales", person()))
    made = item(
        "You have won the lottery",
        "Dear beneficiary, you have won million dollars. Click here to claim. viagra casino lottery, act now",
    )
    if made.intent != "spam" or made.confidence < 0.8:
        pytest.skip("the reader is not sure about this one")
    assert made.spam
    assert made.state == "waiting"
    assert not Task.objects.exists()


def test_an_item_written_by_hand_is_routed_too() -> None:
    desk = person()
    rule(pool=pool("Sales", desk))
    made = create_item(medium=Medium.PHONE, sender="(409) 555-0177", subject="About the invoice", by=actor(desk))
    assert (made.state, made.person, made.priority) == ("assigned", desk, 3)
    assert Assignment.objects.get().units == 3


def test_many_messages_cost_no_more_questions_than_two() -> None:
    def reads(number: int) -> int:
        ids = [message(f"S{n}").pk for n in range(number)]
        messages = Message.objects.filter(pk__in=ids).prefetch_related("attachments")
        with CaptureQueriesContext(connection) as seen:
            create_items(messages=list(messages), by=CLOCK)
        return sum(query["sql"].startswith('SELECT "') for query in seen)

    pool()
    few = reads(2)
    assert reads(20) <= few


def test_mail_comes_in_whatever_the_hours() -> None:
    for key, value in (("company.day_starts", "18:00"), ("company.day_ends", "17:00")):
        Setting.objects.create(key=key, valid_from_on=date(2026, 1, 1), value=value)
    made = item()
    assert made.due_at is not None and made.due_at > made.received_at
