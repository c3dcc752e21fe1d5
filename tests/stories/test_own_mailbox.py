"""Somebody shares their own mail by choice: connected, previewed, one never, one private, turned on, and off again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.channels.models import Message, OwnMail, OwnMailbox
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels.own import mail
from tests.channels.servers import PASSWORD, USER, Imap, imap_server
from tests.stories.conftest import look
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
ANN, BO = "ann@prairierose.example", "bo@bluebonnet.example"


def press(page: Page) -> None:
    """The button of the open dialog; it is gone when that is done."""
    page.locator("#dialog [data-submit]").click()
    expect(page.locator("#dialog[open]")).to_have_count(0)


def offer(page: Page, name: str) -> None:
    """Open what a button offers."""
    page.get_by_role("link", name=name, exact=True).first.click()
    expect(page.locator("#dialog")).to_be_visible()


def connect(page: Page, imap: Imap, password: str) -> None:
    page.locator("#dialog [name=address]").fill("dana@ours.example")
    page.locator("#dialog [name=user]").fill(USER)
    page.locator("#dialog [name=password]").fill(password)
    page.locator("#dialog [name=imap_host]").fill("127.0.0.1")
    page.locator("#dialog [name=imap_port]").fill(str(imap.port))
    page.locator("#dialog [name=imap_tls]").uncheck()
    page.locator("#dialog [data-submit]").click()


def mails(imap: Imap, dana: Person) -> None:
    imap.deliver(mail(1, f"Ann Lee <{ANN}>", dana.email, "Seats for the branch"))
    imap.deliver(mail(2, f"Bo Ray <{BO}>", dana.email, "Golf on Sunday"))
    imap.deliver(mail(3, ANN, dana.email, "[private] About my mother"))
    imap.deliver(mail(4, "pharmacy@elsewhere.example", dana.email, "Your prescription"))
    imap.deliver(mail(5, dana.email, ANN, "Our offer"), "Sent")


def test_own_mail_by_choice(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield", roles=("account_executive",), theme="light")
    ruth = make.person("Ruth Adeyemi", roles=("administrator",), theme="light")
    make.contact(make.account("Prairie Rose Insurance", owner=dana), "Ann Lee", email=ANN)
    make.contact(make.account("Bluebonnet Agency", owner=dana), "Bo Ray", email=BO)
    with imap_server() as imap:
        mails(imap, dana)
        page = signed_in(dana)
        connected(page, imap)
        previewed(page)
        turned_on(page, imap, dana)
        seen_by_others(signed_in(ruth))
        turned_off(page)


def connected(page: Page, imap: Imap) -> None:
    page.goto("/profile/")
    page.get_by_role("link", name="Your mailbox").click()
    look(page)
    offer(page, "Connect own mailbox")
    connect(page, imap, "wrong")
    expect(page.locator("#dialog")).to_contain_text("does not accept")
    look(page, "#dialog")
    page.locator("#dialog [name=password]").fill(PASSWORD)
    press(page)
    page.wait_for_url("**/profile/mailbox/")
    expect(page.get_by_text("See which, and say which never")).to_be_visible(timeout=30_000)
    step(page, "**Your mailbox**, from your profile: connect it, and nothing is shared yet. Only you see this page.")


def previewed(page: Page) -> None:
    page.get_by_text("See which, and say which never").click()
    rows = page.locator(".own-mails tbody tr")
    expect(rows).to_have_count(3)
    expect(page.locator("main")).not_to_contain_text("prescription")
    look(page)
    step(page, "The preview says which mails would be taken and whom each matched. Of strangers only a number is kept.")
    rows.filter(has_text="Golf on Sunday").get_by_role("link", name="Never this address").click()
    press(page)
    expect(rows).to_have_count(2)
    page.get_by_role("link", name="Private").first.click()
    expect(page.locator("main")).to_contain_text("A private mail: nothing of it is kept")
    expect(page.locator("main")).not_to_contain_text("my mother")
    assert not OwnMail.objects.filter(subject__contains="mother").exists()


def turned_on(page: Page, imap: Imap, dana: Person) -> None:
    page.goto("/profile/mailbox/")
    offer(page, "Turn on capture")
    look(page, "#dialog")
    press(page)
    expect(page.locator(".chip").first).to_have_text("shared")
    imap.deliver(mail(6, f"Ann Lee <{ANN}>", dana.email, "Yes, please"))
    imap.deliver(mail(7, dana.email, ANN, "Thank you"), "Sent")
    for _turn in range(40):
        if Message.objects.filter(state="read").count() == 4:
            break
        page.wait_for_timeout(500)
        offer(page, "Look into own mailbox")
        press(page)
    assert set(Message.objects.values_list("subject", "direction")) == {
        ("Seats for the branch", "in"),
        ("Our offer", "out"),
        ("Yes, please", "in"),
        ("Thank you", "out"),
    }
    assert DraftedInteraction.objects.filter(person=dana, source="own").count() == 4
    page.goto("/profile/mailbox/")
    expect(page.locator("dl.dl")).to_contain_text("4")
    look(page)
    step(
        page,
        "Turned on, each mail with a customer waits as a draft of your note, what you sent as well. The page says what was left out, and why.",
    )


def seen_by_others(page: Page) -> None:
    page.goto("/mailboxes/own/")
    expect(page.locator("main")).to_contain_text("Dana Whitfield")
    expect(page.locator("main")).to_contain_text("works")
    expect(page.locator("main")).not_to_contain_text("dana@ours.example")
    look(page)
    page.goto("/profile/mailbox/mails/?show=taken")
    expect(page.locator("main")).not_to_contain_text("Our offer")


def turned_off(page: Page) -> None:
    page.goto("/profile/mailbox/")
    offer(page, "Turn off capture")
    press(page)
    expect(page.locator(".chip").first).to_have_text("turned off")
    page.get_by_role("button", name="More").click()
    page.get_by_role("link", name="Take back captured").click()
    expect(page.locator("#dialog")).to_be_visible()
    press(page)
    assert (Message.objects.count(), DraftedInteraction.objects.count()) == (0, 0)
    assert OwnMailbox.objects.get().state == "off"
    step(page, "Turn it off at any time, and take back what nobody kept.")
