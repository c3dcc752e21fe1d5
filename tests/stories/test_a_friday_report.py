"""The Friday contact report read and answered: the manager asks back about an overdue account, the rep answers by mail."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from callboard.board.actions import count_contacts, make_review
from callboard.board.models import ContactReview
from callboard.config import demo
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import AccountFacts
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make
from tests.channels.make import mailbox
from tests.channels.post import REPLY
from tests.channels.servers import imap_server, smtp_server
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House
from tests.stories.test_knowing import told_at_once, waited

__all__ = ["told_at_once"]
pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
CLOCK = Actor.clock("board.contact")


def company() -> SimpleNamespace:
    """A rep with three accounts, two of which nobody has spoken with for a quarter."""
    now = clock.now()
    ruth = make.person("Ruth Adeyemi", theme="light", roles=("sales_manager",))
    team = make.team("West", manager=ruth)
    dana = make.person("Dana Whitfield", theme="dark", roles=("account_executive",), team=team)
    found = {"ruth": ruth, "dana": dana}
    for name, mrr, days in (("Mesa Agency", 400, 95), ("Alamo Cover", 600, 99), ("Frio Insurance", 250, 3)):
        account = make.account(name, owner=dana, mrr=mrr, tier="A", region="TX")
        AccountFacts.objects.filter(account=account).update(last_conversation_at=now - timedelta(days=days))
        found[name.split()[0].lower()] = account
    count_contacts(by=CLOCK)
    today = clock.business_day(now)
    monday = today - timedelta(days=today.weekday())
    found["review"] = make_review(by=CLOCK, person=dana, starts_on=monday, ends_on=today)
    return SimpleNamespace(**found)


def test_the_friday_report_is_read_and_answered(
    house: House, signed_in: Callable[[Person], Page], told_at_once: None
) -> None:
    with imap_server() as imap, smtp_server() as outbox:
        servers = {"imap_host": "127.0.0.1", "imap_port": imap.port, "smtp_host": "127.0.0.1", "smtp_port": outbox.port}
        mailbox(**servers)
        here = company()
        hers, his = signed_in(here.ruth), signed_in(here.dana)

        # The rep is told first, and sees the review first.
        told = waited(his, outbox, 1)
        assert told["To"] == here.dana.email and "2 of your accounts are overdue" in told.get_content()
        hers.goto(f"/contact-report/reviews/{here.review.pk}/")
        expect(hers.get_by_text("Dana Whitfield has not opened it yet.")).to_be_visible()
        look(hers)
        his.goto("/contact-report/")
        expect(his.get_by_text("Your review is here.")).to_be_visible()
        his.get_by_role("link", name="Open it").click()
        expect(his.locator(".rv .figs")).to_contain_text("Calls")
        look(his)

        # The manager reads the report: exceptions first, a call planned by one key.
        hers.goto("/contact-report/")
        step(
            hers,
            "The **contact report** shows the overdue accounts first, highest MRR first, each with why and what mends it.",
        )
        expect(hers.locator("h1")).to_contain_text("2 accounts are overdue")
        expect(hers.locator(".ct-x li").first).to_contain_text("Alamo Cover")
        hers.locator(".ct-e, .ct-p .mut").last.wait_for()
        look(hers)
        press(hers, "j")
        press(hers, "t")
        expect(hers.locator("#toasts")).to_contain_text("A call with Alamo Cover is planned")
        expect(hers.locator(".ct-x li")).to_have_count(1)
        assert Task.objects.get(kind="board.call").owner == here.dana

        # Nobody has read the review: it is asked back about one account.
        hers.get_by_role("link", name="Reviews nobody has read").click()
        expect(hers.locator("main")).to_contain_text("Dana Whitfield")
        look(hers)
        hers.goto(f"/contact-report/reviews/{here.review.pk}/")
        expect(hers.locator(".rv .figs")).to_contain_text("Calls")
        hers.goto(f"/do/board.ask_back/{here.review.pk}/")
        hers.locator("#id_text").fill("Nobody since summer, and they pay 400. What keeps you?")
        hers.locator("#id_account").select_option(label="Mesa Agency")
        step(hers, "A review is read, **asked back** about one account, coached and closed.")
        hers.get_by_role("button", name="Ask back").click()
        expect(hers.locator(".rv-n")).to_contain_text("What keeps you?")

        # The rep answers by mail.
        asked = waited(his, outbox, 2)
        assert asked["Subject"] == "Ruth Adeyemi asks about Mesa Agency"
        assert "your words become your answer on the review" in asked.get_content()
        reply = REPLY.format(
            name=here.dana.name, sender=here.dana.email, to=asked["Reply-To"], subject=asked["Subject"], id="1.phone",
            more="", answers=str(asked["Message-ID"]).strip("<>"),
            text="They moved. I have the new number and call on Tuesday.",
        )  # fmt: skip
        imap.deliver(reply.encode())
        answered = waited(hers, outbox, 4)
        assert {str(answered["To"])} <= {here.ruth.email, here.dana.email}
        hers.goto(f"/contact-report/reviews/{here.review.pk}/")
        expect(hers.locator(".rv-n")).to_contain_text("They moved. I have the new number")
        look(hers)

        # It is closed, taken back, and closed again.
        hers.goto(f"/do/board.close_review/{here.review.pk}/")
        hers.get_by_role("button", name="Close review").click()
        expect(hers.locator(".cb-head")).to_contain_text("Closed")
        review = ContactReview.objects.get()
        assert (review.state, review.closed_by) == ("closed", here.ruth)
        look(hers)


WIDTHS = {1280: 800, 390: 844}
PAGES = {
    "contact-report": "/contact-report/",
    "overdue": "/contact-report/accounts/?standing=overdue",
    "reviews": "/contact-report/reviews/",
}


def test_its_pages_are_whole_in_both_themes_and_widths(
    house: House, signed_in: Callable[[Person], Page], tmp_path: Path
) -> None:
    demo.build(scale=0.1)
    folder = Path(os.environ.get("CALLBOARD_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    person = Person.objects.filter(managed_teams__isnull=False, roles__role="sales_manager").order_by("pk")[0]
    page = signed_in(person)
    asked = ContactReview.objects.filter(state="coached").order_by("pk")[0]
    addresses = {
        **PAGES,
        "review": f"/contact-report/reviews/{asked.pk}/",
        "unwritten": "/contact-report/unwritten/?period=month",
    }
    for theme in ("light", "dark"):
        page.context.add_cookies([{"name": "theme", "value": theme, "url": house.address}])
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            for name, address in addresses.items():
                answer = page.goto(address)
                assert answer is not None and answer.ok, (name, answer and answer.status)
                page.evaluate("document.fonts.ready.then(() => true)")
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{name} is {wide} wide at {width}"
                page.screenshot(path=folder / f"{name}-{width}-{theme}.png")
                if name == "contact-report":
                    page.locator(".ct-p").last.scroll_into_view_if_needed()
                    page.locator(".ct-e").wait_for()
                    page.locator(".ct-g summary").first.click()
                    page.screenshot(path=folder / f"{name}-evenness-{width}-{theme}.png")
                look(page)
