"""Ten tabs of one browser hold one stream; every tab hears everything, also when the tab that holds it is closed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.team.models import Person, Pool, PoolMember
from callboard.work.actions import snooze_task, wake_task
from tests import make
from tests.stories.conftest import PLAIN_NAME, look, press
from tests.stories.house import House, arrive

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
PLACES = [
    "/inbox/",
    "/",
    "/board/",
    "/accounts/",
    "/orders/",
    "/tasks/",
    "/leads/",
    "/pipeline/",
    "/messages/",
    "/inbox/",
]
SOON_MS = 15_000


def opened(first: Page) -> list[Page]:
    """Ten tabs of one browser, on pages that want different things."""
    tabs = [first, *(first.context.new_page() for _ in PLACES[1:])]
    for tab, place in zip(tabs, PLACES, strict=True):
        tab.goto(place)
    return tabs


def all_show(tabs: list[Page], waiting: int) -> None:
    """Every tab counts what waits, and those on the Inbox show it."""
    for tab in tabs:
        expect(tab.locator("[data-count=inbox]")).to_have_text(f"{waiting} waiting", timeout=SOON_MS)
        if tab.url.endswith("/inbox/"):
            expect(tab.locator("#queue-rows .q")).to_have_count(waiting, timeout=SOON_MS)


@pytest.fixture
def dana(transactional_db: None) -> Person:
    person = make.person("Dana Whitfield", theme="light")
    PoolMember.objects.create(pool=Pool.objects.create(name="Desk"), person=person)
    return person


# Under the machine's own address a tab leads by the Web Lock; a name of the house network over plain http has no locks,
# and a browser opens six connections to it at most: with a stream a tab the seventh page would never come.
@pytest.mark.parametrize("host", ["127.0.0.1", PLAIN_NAME])
def test_ten_tabs_hold_one_stream_and_lose_nothing_when_one_closes(
    house: House, signed_in: Callable[..., Page], dana: Person, host: str
) -> None:
    tabs = opened(signed_in(dana, host))
    house.settled()
    arrive("For all ten")
    all_show(tabs, 1)
    house.settled()

    # The first tab leads where tabs lead.  What arrives in the moment it goes reaches the nine that stay.
    tabs.pop(0).close()
    arrive("In between")
    all_show(tabs, 2)
    house.settled()
    for left in (1, 2, 3):
        tabs.pop(0).close()
        arrive(f"And again {left}")
    all_show(tabs, 5)
    house.settled()
    for tab in tabs:
        tab.close()
    house.settled(0)


def test_the_rail_counts_by_itself_and_nothing_under_the_hands_moves(
    house: House, signed_in: Callable[..., Page], dana: Person
) -> None:
    account = make.account("Hargrove Insurance")
    late = make.task(dana, "Call Ray back", due_at=clock.now() - timedelta(days=2))
    snooze_task(late, until="+3", by=Actor("person", person=dana))
    page = signed_in(dana)
    page.goto(f"/accounts/{account.pk}/")
    page.wait_for_load_state("load")
    expect(page.locator("[data-count=inbox]")).to_be_hidden()
    press(page, "n")
    page.keyboard.type("Half a sent")
    before = page.evaluate("[...document.querySelectorAll('.cb-rail a')].map(at => at.getBoundingClientRect().top)")
    arrive("First question")
    wake_task(late, by=Actor("person", person=dana))
    expect(page.locator("[data-count=inbox]")).to_have_text("1 waiting", timeout=SOON_MS)
    expect(page.locator("[data-count=my-day]")).to_have_text("1 overdue", timeout=SOON_MS)
    page.keyboard.type("ence")
    expect(page.get_by_role("textbox", name="Note")).to_have_value("Half a sentence")
    assert before == page.evaluate(
        "[...document.querySelectorAll('.cb-rail a')].map(at => at.getBoundingClientRect().top)"
    )
    look(page)
