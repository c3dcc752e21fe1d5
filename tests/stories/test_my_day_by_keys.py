"""A day from its first row to the last, by keyboard: done, snoozed, handed over, pinned, time kept, several at once, the evening."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.team.models import Person
from callboard.work.models import DueKind, Task, TimeBlock
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)


def in_both_themes(page: Page) -> None:
    """axe finds nothing in light, nor in dark."""
    for theme in ("dark", "light"):
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme }", theme)
        page.wait_for_timeout(300)  # colours take 120 ms to change
        look(page)


def first_row(page: Page, title: str) -> None:
    """The keyboard stands on this row, and its buttons listen again after the last press."""
    expect(page.locator(".task.cur .tw b")).to_have_text(title)
    page.wait_for_timeout(700)


def test_a_day_from_the_first_row_to_the_last(house: House, signed_in: Callable[[Person], Page]) -> None:
    expect.set_options(timeout=60_000)  # the worker starts beside the web server and is not waited for
    dana, now = make.person("Dana Whitfield", theme="light"), clock.now()
    make.person("Ray Lopez")
    hill = make.account("Hill Agency", owner=dana)
    make.task(dana, "Call Ann back", account=hill, promised=True, due_at=now - 2 * DAY, stake=Decimal(1164), minutes=10)
    make.task(dana, "Answer about counties", due_at=now - DAY, stake=Decimal(900))
    make.task(dana, "Check the logo", due_at=now - DAY, stake=Decimal(300))
    make.task(dana, "Write the proposal", due_at=now - DAY, stake=Decimal(20), minutes=90)
    for title in ("Send the price list", "Tidy the notes", "Read the price book"):
        make.task(dana, title, due_at=now, due_kind=DueKind.DAY)
    page = signed_in(dana)

    # Done, put off in words, handed on, pinned: without leaving the page.
    page.goto("/")
    first_row(page, "Call Ann back")
    step(page, "The first row is what matters most; what it says under its name tells why. `d` is done.")
    in_both_themes(page)
    press(page, "d")
    first_row(page, "Answer about counties")
    press(page, "s")
    expect(page.locator("dialog [name=until]")).to_be_focused()
    # What the field proposes is replaced by what is typed.
    page.keyboard.type("tue 9")
    press(page, "Enter")
    first_row(page, "Check the logo")
    press(page, "o")
    page.locator("dialog [name=to]").select_option(label="Ray Lopez")
    step(page, "`s` puts a task off in words, like **tue 9**; `o` hands it over.", picture=False)
    press(page, "Control+Enter")
    first_row(page, "Write the proposal")
    press(page, "p")
    expect(page.locator(".task.cur .tm [aria-label=Pinned]")).to_have_count(1)

    # An hour for one thing: the rest stays away, the pinned stays here.
    page.wait_for_timeout(700)
    press(page, "z")
    page.locator("dialog [name=purpose]").fill("The proposal for Hill")
    page.locator("dialog [name=until]").fill("60 min")
    press(page, "Control+Enter")
    expect(page.locator(".md-block")).to_contain_text("3 kept away")
    expect(page.locator(".task")).to_have_count(1)
    step(
        page,
        "`z` keeps time for one thing. Routing passes over you, only what is pinned and promises due before the end stay;"
        " the line on top says what it costs. `z` ends it.",
    )
    in_both_themes(page)
    page.wait_for_timeout(700)
    press(page, "z")
    expect(page.locator(".task")).to_have_count(4)
    assert TimeBlock.objects.get().ended_at is not None

    # Two rows at once.
    press(page, "j", "j", "x", "j", "x")
    expect(page.locator("#bulk")).to_contain_text("2 selected")
    step(page, "`x` ticks rows; `b` leads to what can be done with all of them.")
    press(page, "b", "Enter")
    expect(page.locator("h1")).to_have_text("Finish task")
    press(page, "Control+Enter")
    expect(page.locator(".run-s")).to_have_text("2 tasks would be done")
    press(page, "Control+Enter")

    # Back on the page, on the row after those; they go as soon as they are done.
    page.wait_for_url("**/?run=*")
    expect(page.locator(".task")).to_have_count(2)
    expect(page.locator(".cb-toasts")).to_contain_text("Started: Finish task, 2 tasks")
    expect(page.get_by_role("link", name="What came of each")).to_be_visible()

    # The evening: what is left goes to tomorrow, and what was done stands there.
    first_row(page, "Write the proposal")
    press(page, "v")
    page.wait_for_url("**/my-day/end/")
    expect(page.locator("h1")).to_contain_text("2 still open")
    step(
        page, "`v` is the end-of-day check: promises not kept, what is still open, notes not written. `s` is tomorrow."
    )
    in_both_themes(page)
    first_row(page, "Write the proposal")
    press(page, "s")
    expect(page.locator(".task")).to_have_count(1)
    page.wait_for_timeout(700)
    press(page, "s")
    expect(page.locator("h1")).to_have_text("Nothing is left of today")
    look(page)
    press(page, "h")
    page.wait_for_url("**/my-day/did/")
    expect(page.locator(".did")).to_contain_text("Hill Agency")
    text = page.locator("#did-text").input_value()
    assert "Finished task: Call Ann back" in text and "Handed task over: Check the logo" in text
    step(page, "`h` is what you did today, by account: as text to send on, or as a workbook.")
    in_both_themes(page)
    assert not Task.objects.open().filter(owner=dana, snoozed_until_at=None).exists()
