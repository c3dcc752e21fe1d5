"""Typed text survives: a session that ends, a sign-in in another tab, a network that is gone for a while."""

from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from playwright.sync_api import Page, expect

from callboard.channels.models import Message
from callboard.core.actions import Actor
from callboard.directory.models import Account
from callboard.intake.models import QueueItem
from callboard.journal.models import Interaction
from callboard.team.actions import sign_out_everywhere
from callboard.team.models import Person, Pool, PoolMember
from callboard.work.models import Task
from tests import make
from tests.channels.make import mailbox
from tests.stories.conftest import look, press
from tests.stories.house import House, arrive

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
BY = Actor.clock("story")
PASSWORD = "a long walk in the rain"
SOON_MS = 15_000


@pytest.fixture
def dana(transactional_db: None) -> Person:
    person = make.person("Dana Whitfield", theme="light")
    # The program reads no passwords in the cheap form of the tests.
    person.password = Argon2PasswordHasher().encode(PASSWORD, "salt-of-a-story")
    person.save()
    PoolMember.objects.create(pool=Pool.objects.create(name="Desk"), person=person)
    return person


@pytest.fixture
def hargrove(transactional_db: None) -> Account:
    return make.account("Hargrove Insurance")


def sign_in_again(page: Page, person: Person) -> None:
    page.wait_for_url("**/sign-in/**")
    page.get_by_label("Mail").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.wait_for_load_state("load")


def test_a_reply_that_was_sent_after_the_session_ended_is_there_after_sign_in(
    house: House, signed_in: Callable[..., Page], dana: Person
) -> None:
    mailbox()
    arrive("First question")
    page = signed_in(dana)
    page.goto(f"/inbox/{QueueItem.objects.get().pk}/")
    press(page, "r")
    page.keyboard.type("Yes, six seats are fine.")
    sign_out_everywhere(dana, by=BY)
    press(page, "Control+Enter")
    expect(page.get_by_text("What you typed is kept in this browser")).to_be_visible()
    look(page)
    sign_in_again(page, dana)
    assert page.url.endswith(f"/inbox/{QueueItem.objects.get().pk}/")
    expect(page.locator("#reply")).to_have_value("Yes, six seats are fine.")
    page.locator("#reply").focus()
    press(page, "Control+Enter")
    expect(page.locator(".toastx")).to_be_visible()
    expect(page.locator("#reply")).to_have_value("")
    sent = Message.objects.filter(direction=Message.Direction.OUT)
    assert [message.reply_text for message in sent] == ["Yes, six seats are fine."]


def test_a_dialog_that_was_open_when_the_session_ended_opens_again_with_its_text(
    house: House, signed_in: Callable[..., Page], dana: Person, hargrove: Account
) -> None:
    page = signed_in(dana)
    page.goto(f"/accounts/{hargrove.pk}/")
    page.wait_for_load_state("load")
    page.goto("/")
    press(page, "t")
    page.get_by_label("What").fill("Send the price list")
    sign_out_everywhere(dana, by=BY)
    press(page, "Control+Enter")
    said = page.locator("#dialog .toastx")
    expect(said).to_contain_text("You are signed out.")
    expect(page.get_by_label("What")).to_have_value("Send the price list")
    look(page)
    said.get_by_role("button", name="Sign in").click()
    sign_in_again(page, dana)
    expect(page.locator("#dialog")).to_be_visible()
    expect(page.get_by_label("What")).to_have_value("Send the price list")
    press(page, "Control+Enter")
    expect(page.locator("#dialog")).to_be_hidden()
    assert Task.objects.get().title == "Send the price list"


def test_nobody_is_thrown_out_of_a_note_by_the_end_of_the_session(
    house: House, signed_in: Callable[..., Page], dana: Person, hargrove: Account
) -> None:
    page = signed_in(dana)
    page.goto(f"/accounts/{hargrove.pk}/")
    press(page, "n")
    page.keyboard.type("They want six seats")
    sign_out_everywhere(dana, by=BY)
    # The stream ends, and the page says so by itself.
    said = page.locator("#toasts .toastx")
    expect(said).to_contain_text("You are signed out.", timeout=60_000)
    page.keyboard.type(" from March.")
    expect(page.get_by_role("textbox", name="Note")).to_have_value("They want six seats from March.")
    look(page)
    said.get_by_role("button", name="Sign in").click()
    sign_in_again(page, dana)
    expect(page.get_by_role("textbox", name="Note")).to_have_value("They want six seats from March.")
    page.get_by_role("textbox", name="Note").focus()
    press(page, "Control+Enter")
    expect(page.get_by_role("textbox", name="Note")).to_have_value("")
    assert Interaction.objects.get().text == "They want six seats from March."


def test_a_form_older_than_its_session_says_so_and_keeps_its_text(
    house: House, signed_in: Callable[..., Page], dana: Person
) -> None:
    page = signed_in(dana)
    page.goto("/")
    press(page, "t")
    page.get_by_label("What").fill("Send the price list")
    sign_out_everywhere(dana, by=BY)
    other = page.context.new_page()
    other.goto("/sign-in/")
    sign_in_again(other, dana)
    other.close()
    page.bring_to_front()
    press(page, "Control+Enter")
    said = page.locator("#dialog .toastx")
    expect(said).to_contain_text("This page was open for too long")
    said.get_by_role("button", name="Reload").click()
    expect(page.get_by_label("What")).to_have_value("Send the price list")
    press(page, "Control+Enter")
    expect(page.locator("#dialog")).to_be_hidden()
    assert Task.objects.get().title == "Send the price list"


def test_a_network_that_is_gone_for_a_while_costs_neither_text_nor_events(
    house: House, signed_in: Callable[..., Page], dana: Person
) -> None:
    mailbox()
    arrive("First question")
    page = signed_in(dana)
    page.goto("/inbox/")
    page.wait_for_load_state("load")
    house.settled()
    press(page, "r")
    page.keyboard.type("Half a sent")
    page.context.set_offline(True)
    arrive("Second question")
    page.keyboard.type("ence")
    press(page, "Control+Enter")
    expect(page.locator("#toasts .toastx")).to_contain_text("Your text is safe")
    expect(page.locator("#reply")).to_have_value("Half a sentence")
    expect(page.locator("#live-state")).to_have_attribute("data-state", "down", timeout=SOON_MS)
    page.context.set_offline(False)
    expect(page.locator("#live-state")).to_have_attribute("data-state", "up", timeout=SOON_MS)
    expect(page.locator("#queue-rows .q")).to_have_count(2, timeout=SOON_MS)
    expect(page.locator("#reply")).to_have_value("Half a sentence")
    page.locator("#reply").focus()
    press(page, "Control+Enter")
    expect(page.locator("#reply")).to_have_value("")
    assert Message.objects.get(direction=Message.Direction.OUT).reply_text == "Half a sentence"
