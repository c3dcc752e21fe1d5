"""A note written by keys, in a real browser: what is typed stays with the note, whatever has the focus."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.kit.hands import House

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def account(page: Page) -> Page:
    page.goto("/account/")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_after_the_day_of_the_next_step_its_words_are_typed(account: Page, house: House) -> None:
    press(account, "n")
    account.keyboard.type("He wants a quote")
    press(account, "Escape", "6", "+", "3")
    expect(account.get_by_label("What comes next")).to_be_focused()
    account.keyboard.type("Send the quote.")
    expect(account.locator("dialog[open]")).to_have_count(0)
    press(account, "Control+Enter")
    expect(account).to_have_url("/opened/saved/")
    sent = {name: house.posted[-1][name] for name in ("text", "outcome", "next_on", "next_step")}
    assert sent == {
        "text": ["He wants a quote"],
        "outcome": ["interested"],
        "next_on": ["2026-12-02"],
        "next_step": ["Send the quote."],
    }


def test_letters_do_nothing_while_a_choice_of_the_note_has_the_focus(account: Page, house: House) -> None:
    press(account, "6")
    expect(account.locator("[name=outcome]")).to_be_focused()
    account.keyboard.type("send the quote. ?/")
    account.wait_for_timeout(300)
    expect(account.locator("dialog[open]")).to_have_count(0)
    expect(account.locator(".nb-t")).to_have_value("")
    expect(account).to_have_url("/account/")
    assert "/do/note/" not in house.asked
    press(account, "Escape", "e")
    expect(account.locator("#dialog")).to_be_visible()


def test_the_palette_opens_from_a_choice_of_the_note(account: Page) -> None:
    press(account, "6", "Control+k")
    expect(account.locator("#palette")).to_be_visible()


def test_tab_goes_the_way_the_eye_goes(account: Page) -> None:
    account.locator(".nb-t").focus()
    names = []
    for _ in range(4):
        press(account, "Tab")
        names.append(account.evaluate("document.activeElement.name || document.activeElement.dataset.submit"))
    assert names == ["outcome", "next_on", "next_step", ""]


def test_a_dialog_over_an_unsaved_note_asks_once_before_it_takes_ctrl_enter(account: Page, house: House) -> None:
    account.locator(".nb-t").fill("He wants a quote")
    press(account, "Escape")
    account.locator(".nb-t").blur()
    press(account, "e")
    expect(account.get_by_label("About")).to_be_focused()
    press(account, "Control+Enter")
    expect(account.locator("#dialog .dg-ask")).to_contain_text("Note: what you wrote is not saved yet.")
    assert house.posted == []
    press(account, "Control+Enter")
    expect(account.locator("#dialog .err").first).to_be_visible()


def test_the_question_before_leaving_takes_the_place_of_the_warning(account: Page) -> None:
    account.locator(".nb-t").fill("He wants a quote")
    account.locator(".nb-t").blur()
    press(account, "e")
    expect(account.get_by_label("About")).to_be_focused()
    press(account, "Control+Enter")
    account.keyboard.type("Prices")
    press(account, "Escape")
    expect(account.locator("#dialog .dg-ask")).to_contain_text("Leave what you typed?")
    press(account, "Escape")
    expect(account.locator("#dialog")).to_be_hidden()
    expect(account.locator(".nb-t")).to_have_value("He wants a quote")


def test_a_dialog_that_comes_late_leaves_the_cursor_to_whoever_writes(account: Page) -> None:
    held: list[Route] = []
    account.route("**/do/note/", lambda route: held.append(route))
    with account.expect_request("**/do/note/"):
        press(account, "e")
    account.wait_for_timeout(100)
    press(account, "n")
    account.keyboard.type("He wants")
    held[0].continue_()
    expect(account.locator("#toasts")).to_contain_text("Not opened: you went on writing.")
    expect(account.locator(".nb-t")).to_be_focused()
    expect(account.locator("#dialog")).to_be_hidden()
