"""A person's first hour: from an empty company to the first routed mail, by the set-up list."""

from collections.abc import Callable
from datetime import time

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.intake.models import QueueItem
from callboard.team.commands import make_first
from callboard.team.models import Holiday, Person, WorkHours
from tests.channels.servers import PASSWORD, USER, Imap, Outbox, imap_server, smtp_server
from tests.stories.conftest import look
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

#: The rules of axe that another theme can break.
COLOURS = ["color-contrast", "link-in-text-block"]
MAIL = b"""From: Sarah Lindqvist <sarah@prairierose.example>
To: desk@callboard.example
Subject: Demo for 6 producers
Date: Mon, 09 Mar 2026 10:16:00 -0500
Message-ID: <hour@prairierose.example>
Content-Type: text/plain; charset=utf-8

Hello, we are an agency with 6 producers. What does your rater cost?
"""


def both(page: Page) -> None:
    """axe finds nothing in the light, nor of what depends on colours in the dark."""
    look(page)
    page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'rule', values: rules}})", COLOURS)
    assert [one["nodes"][0]["html"] for one in found["violations"]] == [], page.url
    page.evaluate("document.documentElement.dataset.bsTheme = 'light'")


def begin(page: Page, name: str) -> None:
    """From My Day, press what the step offers."""
    page.goto("/")
    page.locator(f"#step-{name} a.fh-do").click()


def tried(page: Page, name: str, sentence: str) -> None:
    """From My Day, try the step."""
    page.goto("/")
    page.locator(f"#step-{name} button:has-text('?'), #step-{name} button:has-text('Try')").first.click()
    expect(page.locator(f"#said-{name}")).to_contain_text(sentence)


def fill(page: Page, **given: str) -> None:
    """Fill the open dialog and send it."""
    for name, value in given.items():
        field = page.locator(f"#dialog [name={name}]")
        if field.evaluate("at => at.tagName") == "SELECT":
            field.select_option(label=value)
        elif field.get_attribute("type") == "checkbox":
            field.set_checked(bool(value))
        else:
            field.fill(value)
    page.locator("#dialog [data-submit]").click()
    expect(page.locator("#dialog[open]")).to_have_count(0)


def test_from_an_empty_company_to_the_first_routed_mail(house: House, signed_in: Callable[[Person], Page]) -> None:
    with imap_server() as imap, smtp_server() as outbox:
        page = signed_in(make_first("ada@ours.example"))
        page.emulate_media(reduced_motion="reduce")  # a theme is there at once
        page.locator("[name=password]").fill("the first hour is short")
        page.get_by_role("button", name="Set password").click()
        page.goto("/")
        expect(page.locator("#setup-h")).to_be_visible()
        expect(page.locator(".md-setup")).to_contain_text("0 of 9 set up")
        step(
            page, "My Day lists what a new company needs. A step is done when the thing is there; each can be skipped."
        )
        both(page)
        the_company(page)
        the_mailbox(page, imap, outbox)
        the_address(page)
        dana = the_people(page, outbox)
        what_is_sold(page)
        who_gets_what(page)

        page.goto("/")
        expect(page.locator("#setup-h")).to_have_count(0)
        page.goto("/setup/")
        expect(page.locator("h1")).to_have_text("Everything is set up")

        imap.deliver(MAIL)
        page.goto("/inbox/?view=open")
        expect(page.locator("#queue-rows .q")).to_contain_text("Demo for 6 producers", timeout=30_000)
        item = QueueItem.objects.get()
        assert item.person == dana and item.rule is not None
        step(page, "The first mail stands in the Inbox, with the person it was given to.")
        who_may_do_what(page)


def the_company(page: Page) -> None:
    """Its name where the settings are, its hours as they are, next year's holidays."""
    begin(page, "company")
    name = page.locator("#company-name input[name=value]")
    name.fill("Lakeside")
    name.press("Enter")
    expect(page.locator(".cb-toasts")).to_contain_text("Lakeside")
    both(page)
    tried(page, "company", "it is")
    page.locator("#step-hours button:has-text('Skip')").click()
    expect(page.locator("#step-hours")).to_contain_text("skipped")

    begin(page, "holidays")
    page.locator("#year").fill(str(clock.now().year + 1))
    page.get_by_role("button", name="Show them").click()
    both(page)
    step(page, "**Show them** lists the public holidays of a region and year; what is ticked is taken in.")
    page.get_by_role("button", name="Add what is ticked").click()
    page.wait_for_url("**/holidays/**")
    assert Holiday.objects.filter(region="US").count() > 8
    tried(page, "holidays", "The next business day is")


def the_mailbox(page: Page, imap: Imap, outbox: Outbox) -> None:
    """Connected, and tried: it is read, and a message leaves by it."""
    begin(page, "mailbox")
    page.get_by_role("link", name="Connect mailbox").first.click()
    servers = {"imap_host": "127.0.0.1", "imap_port": str(imap.port), "imap_tls": ""}
    servers |= {"smtp_host": "127.0.0.1", "smtp_port": str(outbox.port), "smtp_tls": ""}
    fill(page, name="Desk", address="desk@callboard.example", user=USER, password=PASSWORD, **servers)
    tried(page, "mailbox", "a test message has left for ada@ours.example")
    step(page, "**Try it** reads the mailbox and sends a test message to yourself.")
    assert [mail.rcpt_tos for mail in outbox.taken] == [["ada@ours.example"]]


def the_address(page: Page) -> None:
    """Where the links of mails lead: not to a colleague's own computer."""
    page.goto("/")
    expect(page.locator("#step-address .fh-l")).to_contain_text("and nowhere else")
    begin(page, "address")
    field = page.locator("#company-address input[name=value]")
    expect(field).to_be_focused()
    field.fill("desk.ours.example")
    field.press("Enter")
    expect(page.locator("#company-address input[name=value]")).to_have_value("https://desk.ours.example")
    step(
        page,
        "**The address people open** begins every link in a mail; until it is said, only this computer opens them.",
    )


def the_people(page: Page, outbox: Outbox) -> Person:
    """Dana is added and invited."""
    begin(page, "people")
    page.get_by_role("link", name="Create person").first.click()
    fill(page, name="Dana Whitfield", email="dana@ours.example", role="Sales support")
    for _turn in range(100):
        if len(outbox.taken) > 1:
            break
        page.wait_for_timeout(200)
    assert outbox.taken[1].rcpt_tos == ["dana@ours.example"]
    said = str(outbox.taken[1].content)
    assert "https://desk.ours.example/sign-in/link/" in said and "invites you to Callboard, where Lakeside" in said
    dana = Person.objects.get(email="dana@ours.example")
    # Whatever the hour at which this story runs, she works.
    WorkHours.objects.bulk_create(
        WorkHours(person=dana, weekday=day, starts=time(0), ends=time(23, 59), version=1) for day in range(7)
    )
    return dana


def what_is_sold(page: Page) -> None:
    """A product, and the month's goal."""
    begin(page, "products")
    page.get_by_role("link", name="Add product").or_(page.get_by_role("link", name="Create product")).first.click()
    fill(page, code="RATER", name="Comparative rater", price="48")
    begin(page, "goals")
    page.get_by_role("link", name="Set goal").first.click()
    fill(page, amount="5000")


def who_gets_what(page: Page) -> None:
    """The first rule, tried with a message nobody sent."""
    begin(page, "routing")
    page.get_by_role("link", name="Create rule").first.click()
    fill(page, name="Everything", strategy="one person", person="Dana Whitfield")
    page.goto("/setup/")
    page.locator("#step-routing button[popovertarget]").click()
    both(page)
    page.locator("#test-routing button.btn-primary").click()
    expect(page.locator("#found-routing")).to_contain_text("Dana Whitfield would get it.")
    step(page, "A routing rule is tried with a message nobody sent: it says who would get it.")


def who_may_do_what(page: Page) -> None:
    """A right is given with a look at who gains it, and taken back."""
    page.goto("/matrix/")
    page.locator("input[data-sift-of]").fill("close the day")
    expect(page.locator(".mx tbody tr[data-sift]:visible")).to_have_count(1)
    page.get_by_label("Close the day, Finance").select_option("all")
    both(page)
    page.get_by_role("button", name="See what would change").click()
    expect(page.locator("h1")).to_have_text("1 cell would change")
    both(page)
    step(
        page,
        "Who may do what is a page too: **See what would change** says who gains and who loses before it is saved.",
    )
    page.get_by_role("button", name="Save the change").click()
    expect(page.locator(".cb-toasts")).to_contain_text("Changed who may do what")
    page.locator(".cb-toasts").get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Close the day, Finance")).to_have_value("none")
