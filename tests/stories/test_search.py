"""Search: what one person writes another finds a moment later, typing errors included, by keyboard, on a phone, in the dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.core.actions import Actor
from callboard.directory.actions import add_contact, change_account, create_account
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
BY = Actor.clock("story")
PHONE = {"width": 390, "height": 844}


def found(page: Page, text: str) -> None:
    """Type into the palette again and again until the index has it."""
    for _try in range(40):
        page.locator("#palette [name=q]").fill(text)
        page.wait_for_timeout(400)
        if page.locator("#palette-list a[data-what^=record] mark").count():
            return
    raise AssertionError(f"{text!r} was not found")


def test_what_was_written_just_now_is_found_with_a_typing_error_and_kept_apart_by_kind(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    dana = make.person("Dana Whitfield", theme="light")
    account = create_account(by=BY, name="Hargrove Insurance Agency", city="Tyler")
    contact = add_contact(account, by=BY, name="Ray Hargrove", email="ray@hargrove.example")
    page = signed_in(dana)
    press(page, "Control+k")
    found(page, "hargorve")
    expect(page.locator("#palette-list")).to_contain_text("Hargrove Insurance Agency")
    step(
        page, "`Ctrl K` or `/` finds records as you type, also with a typing error, and does what you write after `>`."
    )
    look(page)
    page.locator("#palette [name=q]").press("Enter")
    page.wait_for_url(f"**/accounts/{account.pk}/")

    press(page, "/")
    found(page, "@ray")
    expect(page.locator("#palette-list li").first).to_contain_text("Ray Hargrove")
    press(page, "Escape")

    page.goto("/search/?q=hargorve")
    expect(page.locator(".sr-meant")).to_contain_text("hargrove")
    step(page, "The page of results keeps kinds apart and can be filtered like any list.")
    look(page)
    page.get_by_role("link", name="Contacts 1").click()
    expect(page.locator(".sr > li")).to_have_count(1)
    press(page, "f")
    expect(page.get_by_role("dialog", name="Filter")).to_be_visible()
    look(page)
    page.get_by_role("dialog", name="Filter").get_by_label("Owner").select_option("none")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="Remove the filter Owner: nobody")).to_be_visible()
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url(f"**/contacts/{contact.pk}/")

    change_account(account, by=BY, name="مكتب " + "طويل" * 45)
    page.set_viewport_size(PHONE)
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": house.address}])
    page.goto("/search/")
    look(page)
    page.get_by_role("searchbox", name="Search").fill("مكتب")
    for _try in range(40):
        page.get_by_role("button", name="Search", exact=True).click()
        if page.locator(".sr > li").count():
            break
        page.wait_for_timeout(300)
    expect(page.locator(".sr mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    look(page)
    page.goto("/search/?q=zzqq+ray&owner=me")
    expect(page.locator("main")).to_contain_text("Has some of these words")
    look(page)
