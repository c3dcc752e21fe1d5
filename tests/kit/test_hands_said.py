"""What a page says, and what becomes of typed text: toasts, drafts, a server that fails."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.kit.hands import House, Somebody

pytestmark = pytest.mark.needs("browser")
BACK = "Draft from"
TOASTS = ".toastx:visible"


def type_and_leave(page: Page) -> None:
    """Type into the dialog, close it in spite of the question, open it again."""
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_be_focused()
    page.keyboard.type("Prices")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_have_value("Prices")


def stop_the_clock(page: Page) -> None:
    """From here on time passes only as the test says."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def hide(page: Page, hidden: bool) -> None:
    page.evaluate("hidden => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })", hidden)


def test_what_is_said_of_a_dialogs_text_goes_with_the_dialog(page: Page) -> None:
    type_and_leave(page)
    expect(page.locator("#dialog .draft-line")).to_contain_text(BACK)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()
    expect(page.get_by_text(BACK)).to_have_count(0)


def test_what_is_said_over_a_dialog_can_be_pressed_there(page: Page) -> None:
    type_and_leave(page)
    page.get_by_role("button", name="Discard it").click()
    expect(page.get_by_label("About")).to_have_value("")
    expect(page.locator("#dialog")).to_be_visible()
    expect(page.locator(f"#dialog {TOASTS}")).to_contain_text("Draft thrown away")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("About")).to_have_value("Prices")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.get_by_role("button", name="Discard it").click()
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_have_value("")


def test_a_fault_of_the_server_is_said_in_the_dialog_and_the_text_stays(page: Page, house: House) -> None:
    house.fails = 422
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_be_focused()
    page.keyboard.type("Prices")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#dialog .toastx")).to_contain_text("It failed.")
    expect(page.get_by_label("About")).to_have_value("Prices")
    page.reload()
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_have_value("Prices")


def test_text_that_a_failing_server_did_not_take_is_there_again(page: Page, house: House) -> None:
    house.fails = 422
    page.get_by_label("Note").fill("Spoke with Ray")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("It failed.")).to_be_visible()
    page.goto("/day/")
    expect(page.get_by_label("Note")).to_have_value("Spoke with Ray")
    house.fails = 0
    page.get_by_label("Note").focus()
    page.keyboard.press("Control+Enter")
    expect(page).to_have_url("/opened/saved/")
    page.goto("/day/")
    expect(page.get_by_label("Note")).to_have_value("")
    assert house.posted[-1]["text"] == ["Spoke with Ray"]


def test_the_text_of_one_person_is_not_shown_to_the_next(page: Page, house: House) -> None:
    page.get_by_label("Note").fill("Mine alone")
    dana, house.me = house.me, Somebody(8, "Tom Becker")
    page.goto("/day/")
    expect(page.get_by_label("Note")).to_have_value("")
    house.me = dana
    page.goto("/day/")
    expect(page.get_by_label("Note")).to_have_value("Mine alone")


def test_undo_waits_ten_seconds_and_its_clock_stands_while_the_tab_is_hidden(page: Page, house: House) -> None:
    house.toasts = [("Accepted order 1042 of Hargrove", "/undo/1/")]
    stop_the_clock(page)
    page.goto("/day/")
    toast = page.locator(TOASTS)
    expect(toast).to_contain_text("Accepted order 1042 of Hargrove")
    page.clock.run_for(6_000)
    expect(toast.locator("[data-seconds]")).to_have_text("4 s")
    hide(page, True)
    page.clock.run_for(60_000)
    expect(toast.locator("[data-seconds]")).to_have_text("4 s")
    hide(page, False)
    page.clock.run_for(3_000)
    expect(toast.get_by_role("button", name="Undo")).to_be_visible()
    page.clock.run_for(1_000)
    expect(toast).to_have_count(0)


def test_toasts_come_one_at_a_time_and_what_offers_nothing_makes_room(page: Page, house: House) -> None:
    house.toasts = [("Left task", ""), ("Accepted order 1042 of Hargrove", "/undo/1/")]
    stop_the_clock(page)
    page.goto("/day/")
    expect(page.locator(TOASTS)).to_have_count(1)
    expect(page.locator(TOASTS)).to_contain_text("Left task")
    page.clock.run_for(4_000)
    expect(page.locator(TOASTS)).to_contain_text("Accepted order 1042")
    page.clock.run_for(9_000)
    expect(page.locator(TOASTS)).to_contain_text("Accepted order 1042")
    page.clock.run_for(1_000)
    expect(page.locator(TOASTS)).to_have_count(0)


def test_the_same_sentence_does_not_queue_behind_itself(page: Page) -> None:
    page.keyboard.press("j")
    for _ in range(3):
        page.keyboard.press("a")
    expect(page.locator("#toasts .toastx")).to_have_text(re.compile("It has no billing contact."))


def test_u_undoes_what_was_said(page: Page, house: House) -> None:
    house.toasts = [("Accepted order 1042 of Hargrove", "/undo/1/")]
    page.goto("/day/")
    page.keyboard.press("u")
    expect(page).to_have_url("/opened/saved/")
