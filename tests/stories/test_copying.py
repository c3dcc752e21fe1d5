"""An address that is shown this once is copied by a button, by keyboard, on the machine itself and over plain http."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.stories.conftest import PLAIN_NAME, look, press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def pasted(page: Page) -> str:
    """What the clipboard holds, as whoever pastes it into a field finds it."""
    page.goto("/do/work.create_task/")
    field = page.locator("[name=title]")
    field.focus()
    press(page, "Control+v")
    return field.input_value()


@pytest.mark.parametrize("host", ["127.0.0.1", PLAIN_NAME])
def test_the_address_of_a_feed_is_copied_by_keyboard(house: House, signed_in: Callable[..., Page], host: str) -> None:
    dana = make.person("Dana Whitfield", roles=("sales_support",))
    page = signed_in(dana, host)
    # In a dialog, whose answer takes the place of the page below.
    page.goto("/profile/calendar-feeds/")
    page.get_by_role("link", name="Create feed").first.click()
    page.locator("dialog [name=name]").fill("Phone")
    press(page, "Control+Enter")
    field, button = page.get_by_label("Address"), page.get_by_role("button", name="Copy")
    expect(field).to_be_focused()
    press(page, "Tab")
    expect(button).to_be_focused()
    press(page, "Enter")
    said = page.locator("#toasts[aria-live=polite] [role=status]")
    expect(said).to_have_text("Copied")
    expect(button).to_be_focused()
    look(page)
    address = field.input_value()
    assert "/calendar-feeds/" in address and address.endswith(".ics")
    assert pasted(page) == address


def test_what_cannot_be_copied_stands_selected_and_says_so(house: House, signed_in: Callable[..., Page]) -> None:
    page = signed_in(make.person("Dana Whitfield", roles=("sales_support",)))
    page.goto("/do/calendar.create_feed/")
    page.locator("[name=name]").fill("Phone")
    press(page, "Control+Enter")
    expect(page.get_by_role("button", name="Copy")).to_be_visible()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) }")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#toasts [role=status]")).to_have_text("Not copied. It is selected: press Ctrl+C.")
    assert page.evaluate("document.getSelection().toString()") == page.get_by_label("Address").input_value()
