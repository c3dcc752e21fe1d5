"""The Inbox as a page: three panes, every state, few queries, no row of anybody else's."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.channels.models import Attachment, Message
from callboard.intake.actions import assign_item, finish_item, make_lead_from_item, take_item
from callboard.intake.models import QueueItem
from callboard.intake.models.routing import How, Sends
from callboard.team.models import Person
from tests.intake.make import account, actor, contact, item, make, message, person, pool, receive, rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return person("Dana Whitfield")


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def text_of(web: Client, url: str, status: int = 200) -> str:
    answer = web.get(url)
    assert answer.status_code == status
    return answer.content.decode()


def test_without_a_mailbox_the_first_step_is_offered_to_who_may_take_it(web: Client, client: Client) -> None:
    text = text_of(web, "/inbox/")
    assert "No mailbox yet" in text and "Who looks after Callboard here can connect it" in text
    assert "Connect the mailbox" not in text and "It takes about two minutes" not in text
    client.force_login(make.person("Ada Admin", roles=("administrator",)))
    text = text_of(client, "/inbox/")
    assert "Connect the mailbox" in text and "It takes about two minutes" in text
    assert "Nothing waits" in text


def test_an_inbox_that_was_emptied_asks_for_no_mailbox(web: Client, dana: Person) -> None:
    done = item("Pricing")
    QueueItem.objects.filter(pk=done.pk).update(state="done")
    text = text_of(web, "/inbox/")
    assert "Everything that came in has somebody." in text
    assert "No mailbox yet" not in text


def test_three_panes_with_a_proposal_its_reason_and_the_account(web: Client, dana: Person) -> None:
    marcus = person("Marcus Reyes")
    customer = contact(account("Cypress Creek Agency", owner=marcus, mrr=389, tier="B"), "Denise Kowalski")
    rule("Owner first", How.OWNER, mode=Sends.PROPOSE)
    made = item("Cancel our website at end of term", "Please cancel the agency website.", contact=customer)
    Attachment.objects.create(message=made.message, name="contract.pdf", mime="application/pdf", size=2048)
    text = text_of(web, "/inbox/")
    for part in (
        "Cancel our website at end of term",
        "send it to <b>Marcus Reyes</b>",
        "Marcus Reyes owns this account.",
        "Accept",
        "Correct",
        "Hand over",
        "Cypress Creek Agency",
        "$389",
        "tier B",
        "contract.pdf",
        'href="/attachments/',
        "Open the message",
        "Owner first",
        'data-key="a"',
        'data-key="r"',
    ):
        assert part in text, part


def test_an_item_that_became_a_lead_leads_to_it_and_makes_no_second_one(web: Client, dana: Person) -> None:
    made = item("Demo for 6 producers")
    assert "Make a lead" in text_of(web, made.get_absolute_url())
    lead = make_lead_from_item(made, name="Sarah Lindqvist", by=actor(dana))
    text = text_of(web, made.get_absolute_url())
    assert "Make a lead" not in text
    assert "Became the lead" in text and f'href="{lead.get_absolute_url()}"' in text


def test_a_stranger_shows_the_address_and_offers_to_match(web: Client) -> None:
    pool()
    item("Hello", "Hello")
    text = text_of(web, "/inbox/")
    assert "no match yet" in text
    assert "Match to an account" in text


def test_accept_and_take_go_by_one_press(web: Client, dana: Person) -> None:
    pool()
    made = item("Hello", "Hello")
    answer = web.post(f"/do/intake.take_item/{made.pk}/", {"nonce": "n1", "next": "/inbox/"})
    assert (answer.status_code, answer["Location"]) == (302, "/inbox/")
    made.refresh_from_db()
    assert made.person == dana
    text = text_of(web, f"/inbox/{made.pk}/?view=mine")
    assert "Done" in text
    assert "Undo" in text


@pytest.mark.parametrize("view", ["waiting", "mine", "open", "done", "spam", "failed"])
def test_every_view_of_the_queue_opens(web: Client, dana: Person, view: str) -> None:
    pool()
    waiting, taken, done = item("One"), item("Two"), item("Three")
    take_item(taken, by=actor(dana))
    finish_item(done, by=actor(dana))
    message("Broken", state=Message.State.FAILED, error="ValueError: a strange mail")
    text = text_of(web, f"/inbox/?view={view}&part=queue")
    there = {"waiting": waiting, "mine": taken, "open": taken, "done": done}.get(view)
    assert there is None or there.subject in text
    assert ("1 message could not be read or sent" in text) == (view != "failed")
    assert ("a strange mail" in text) == (view == "failed")


def test_an_unknown_view_part_or_item_is_not_found(web: Client) -> None:
    for url in ("/inbox/?view=x", "/inbox/?part=x", "/inbox/999999/", "/inbox/99999999999999999999/"):
        text_of(web, url, 404)


def test_an_executive_sees_only_what_is_theirs(client: Client, dana: Person) -> None:
    marcus = person("Marcus", roles=("account_executive",))
    pool()
    mine, other = item("For Marcus"), item("For somebody else")
    assign_item(mine, person=marcus, by=actor(dana))
    client.force_login(marcus)
    text = text_of(client, "/inbox/?view=open")
    assert "For Marcus" in text
    assert "somebody else" not in text
    text_of(client, f"/inbox/{other.pk}/", 404)


def test_the_parts_a_live_page_asks_for(web: Client, dana: Person) -> None:
    pool("Sales support", dana)
    item("Hello")
    desk = text_of(web, "/inbox/?part=desk")
    assert "1</b> waiting" in desk
    assert "Dana" in desk
    assert 'data-row="' in text_of(web, "/inbox/?part=queue")
    assert "<html" not in desk


def test_quotes_are_folded_and_script_is_shown_as_text(web: Client) -> None:
    pool()
    made = receive(
        message("Re: x", "<script>alert(1)</script>\n\n> old words of ours", reply_text="<script>alert(1)</script>")
    )[0]
    text = text_of(web, f"/inbox/{made.pk}/")
    assert "<script>alert" not in text
    assert "signature and earlier messages" in text


def test_thirty_rows_cost_no_more_queries_than_one(web: Client, dana: Person) -> None:
    pool("Sales support", dana)
    customer = contact(account("Creek", owner=dana, mrr=10))
    item("First", contact=customer)

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            text_of(web, "/inbox/")
        return len(seen)

    cost()
    one = cost()
    for number in range(29):
        item(f"Number {number}", contact=customer)
    assert QueueItem.objects.count() == 30
    assert cost() <= one
    print_cost(one)


def print_cost(queries: int) -> None:
    assert queries <= 27, f"{queries} queries for the whole page"


def test_anonymous_visitors_sign_in_first(client: Client) -> None:
    assert client.get("/inbox/").status_code == 302
    assert make.NOW


def test_the_routing_table_is_readable_and_each_rule_shows_its_turns(web: Client, dana: Person) -> None:
    made = rule("Leads in turn", pool=pool("Sales", dana), intents="new_lead, question, unsure")
    item("Hello", "Hello")
    text = text_of(web, "/routing/")
    assert "Leads in turn" in text
    assert "New lead, Question, Not sure" in text
    text = text_of(web, f"/routing/{made.pk}/")
    assert "Whose turn is next" in text
    assert "Hello" in text
    text = text_of(web, f"/do/intake.change_rule/{made.pk}/")
    assert "new_lead, question, unsure" in text
