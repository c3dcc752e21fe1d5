"""A mail from a stranger becomes an order, and the board moves while somebody looks at it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.board.models import DayClose
from callboard.channels.models import Mailbox
from callboard.core import checks
from callboard.intake.models import QueueItem
from callboard.orders.models import DeskQuestion, Order
from callboard.team.models import Person, Pool, PoolMember
from tests import make
from tests.channels.make import mailbox
from tests.channels.servers import Imap, Outbox, imap_server, smtp_server
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

MAIL = b"""From: Sarah Lindqvist <sarah@prairierose.example>
To: desk@callboard.example
Subject: Demo for 6 producers
Date: Mon, 09 Mar 2026 10:16:00 -0500
Message-ID: <first@prairierose.example>
Content-Type: text/plain; charset=utf-8

Hello,

we are an agency with 6 producers and would like to see your rater.
What does it cost for six seats?

Sarah Lindqvist
Prairie Rose Insurance
(405) 555-0123
"""


def people() -> tuple[Person, Person, Person]:
    dana = make.person("Dana Whitfield", theme="light")
    ruth = make.person("Ruth Adeyemi", theme="light")
    marcus = make.person("Marcus Boyd", roles=("sales_manager",), theme="light")
    desk = Pool.objects.create(name="Desk")
    PoolMember.objects.create(pool=desk, person=dana)
    return dana, ruth, marcus


def connect(imap: Imap, outbox: Outbox) -> Mailbox:
    servers = {"imap_host": "127.0.0.1", "imap_port": imap.port, "smtp_host": "127.0.0.1", "smtp_port": outbox.port}
    return mailbox(**servers)


def send_dialog(page: Page) -> None:
    """Press the button of the open dialog and wait until it is gone."""
    page.locator("#dialog [data-submit]").click()
    expect(page.locator("#dialog[open]")).to_have_count(0)


def test_from_a_strangers_mail_to_the_board(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana, ruth, marcus = people()
    make.product("Comparative rater", price=48)
    with imap_server() as imap, smtp_server() as outbox:
        connect(imap, outbox)
        page = signed_in(dana)
        page.goto("/inbox/")
        expect(page.get_by_text("Nothing waits").first).to_be_visible()
        look(page)

        # It comes by itself.
        imap.deliver(MAIL)
        expect(page.locator("#queue-rows .q")).to_contain_text("Demo for 6 producers", timeout=30_000)
        page.locator("#queue-rows .q").click()
        expect(page.locator("h1")).to_have_text("Demo for 6 producers")
        expect(page.locator(".ib-body")).to_contain_text("What does it cost for six seats?")
        look(page)
        step(
            page,
            "A mail to the shared address stands in the Inbox within seconds, with a proposal who should have it and why.",
        )

        # One key takes it; w says why.
        press(page, "a")
        expect(page.locator(".prop")).to_contain_text("with Dana Whitfield")
        press(page, "w")
        expect(page.locator(".why-pop:popover-open")).to_contain_text("Dana Whitfield took it.")
        step(page, "Press **Accept** (`a`) to take it. `w` says why it came to whom it came.")
        press(page, "Escape")

        # The answer leaves in the conversation.
        press(page, "r")
        expect(page.locator("#reply")).to_be_focused()
        page.keyboard.type("It is 48 dollars a seat. I call you today.")
        step(
            page,
            "Write the answer beside the mail (`r`) and press **Send reply** (`Ctrl Enter`). Nothing leaves before.",
        )
        press(page, "Control+Enter")
        expect(page.locator(".ib-body")).to_contain_text("It is 48 dollars a seat.")
        for _turn in range(150):
            if outbox.taken:
                break
            page.wait_for_timeout(200)
        assert outbox.taken[0].rcpt_tos == ["sarah@prairierose.example"]

        lead_to_order(page)
        board = signed_in(marcus)
        accept_beside_the_board(signed_in(ruth), board)

        # Done: item and task close together, and everything recomputes to what is stored.
        item = QueueItem.objects.get()
        page.goto(f"/inbox/{item.pk}/")
        press(page, "d")
        page.wait_for_url("**/inbox/")
        item.refresh_from_db()
        assert item.state == "done"
        make.indexed()  # the people and accounts of this story were made without an action
        assert [found for found in checks.run_all() if found.kind != "core.file"] == []
        close_the_day(board)


def lead_to_order(page: Page) -> None:
    """From the conversation: lead, account and opportunity, note, order, submitted."""
    item = QueueItem.objects.get()
    page.locator(".ib-ctx").get_by_text("Make a lead").click()
    expect(page.locator("#dialog")).to_be_visible()
    look(page)
    expect(page.locator("#dialog [name=email]")).to_have_value("sarah@prairierose.example")
    page.locator("#dialog [name=company]").fill("Prairie Rose Insurance")
    step(
        page,
        "**Make a lead** starts with what the mail says: the name, the address, the telephone number of its signature.",
    )
    send_dialog(page)
    page.wait_for_url("**/leads/*/")
    look(page)
    page.get_by_role("button", name="Convert").or_(page.get_by_role("link", name="Convert")).first.click()
    page.locator("#dialog [name=opportunity_name]").fill("Rater for six")
    page.locator("#dialog [name=next_step]").fill("Send the order")
    page.locator("#dialog [name=next_on]").fill("2030-03-12")
    send_dialog(page)
    page.wait_for_url("**/opportunities/*/")
    look(page)
    step(
        page,
        "**Convert lead** makes the account, the contact and the opportunity in one step; each opportunity has a next step and its day.",
    )

    page.goto(f"/inbox/{item.pk}/")
    page.locator(".ib-ctx").get_by_text("Match to an account").click()
    send_dialog(page)
    expect(page.locator(".ib-ctx")).to_contain_text("Prairie Rose Insurance")
    press(page, "n")
    page.locator("#dialog [name=text]").fill("Six producers, decides this week.")
    send_dialog(page)
    page.goto(f"/inbox/{item.pk}/")
    expect(page.locator(".ib-ctx")).to_contain_text("Six producers, decides this week.")

    page.get_by_role("button", name="More").last.click()
    page.get_by_text("Write an order").click()
    page.locator("#dialog [name=product]").select_option(label="Comparative rater")
    page.locator("#dialog [name=quantity]").fill("6")
    send_dialog(page)
    page.wait_for_url("**/orders/*/")
    look(page)
    step(
        page,
        "The order shows what they have, what changes and what it will be, before **Submit order** sends it to the desk.",
    )
    page.get_by_role("link", name="Submit order").first.click()
    send_dialog(page)
    expect(page.locator(".chip").first).to_contain_text("Pending")


def accept_beside_the_board(desk: Page, board: Page) -> None:
    """Somebody else checks and accepts; the board moves without a hand on it."""
    order = Order.objects.get()
    board.goto("/board/")
    look(board)
    expect(board.locator(".bd-hero .big")).to_contain_text("$0")
    desk.goto(f"/orders/{order.pk}/")
    asked = DeskQuestion.objects.filter(kind="new", active=True).count()
    unticked = desk.get_by_role("button", name=": yes")
    expect(unticked).to_have_count(asked)
    for left in reversed(range(asked)):
        unticked.first.click()
        expect(unticked).to_have_count(left)
    look(desk)
    step(desk, "The desk ticks its questions and presses **Accept order**; until then it stands outside every total.")
    desk.get_by_role("link", name="Accept order").first.click()
    send_dialog(desk)
    expect(board.locator(".bd-hero .big")).to_contain_text("$288", timeout=10_000)
    expect(board.locator(".feed")).to_contain_text("Prairie Rose Insurance")
    step(board, "Every open board moves by itself in the same second. Each figure opens the rows it is made of.")


def close_the_day(page: Page) -> None:
    """Every tick is made, then one press; the day is frozen."""
    page.get_by_role("link", name="Close of day").click()
    expect(page.locator("h1")).to_contain_text("can be closed")
    look(page)
    step(
        page,
        "When every tick is made, **Close the day** freezes it; whatever is corrected later shows as a correction.",
    )
    page.get_by_role("link", name="Close the day").or_(page.get_by_role("button", name="Close the day")).first.click()
    send_dialog(page)
    page.wait_for_url("**/close/*/")
    assert DayClose.objects.count() == 1
