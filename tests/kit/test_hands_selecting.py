"""Rows selected by keys and mouse, in a real browser, and what is sent of them."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.needs("browser")


def test_x_selects_and_the_bar_says_how_many(page: Page) -> None:
    page.goto("/table/")
    expect(page.locator("form.bulk")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("form.bulk")).to_contain_text("2 selected")
    expect(page.locator("tr.sel")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("form.bulk")).to_be_hidden()
    expect(page.locator("tr.sel")).to_have_count(0)


def test_shift_selects_down_to_the_row_by_key_and_by_mouse(page: Page) -> None:
    page.goto("/table/")
    for key in ("j", "x", "j", "j", "Shift+X"):
        page.keyboard.press(key)
    expect(page.locator("form.bulk")).to_contain_text("3 selected")
    page.keyboard.press("b")
    expect(page.get_by_role("button", name="Change owner")).to_be_focused()
    page.keyboard.press("Escape")
    boxes = page.locator("input[name=id]")
    boxes.nth(2).click()
    boxes.nth(0).click(modifiers=["Shift"])
    expect(page.locator("tr.sel")).to_have_count(3)


def test_all_that_match_is_meant_until_a_row_is_left_out(page: Page) -> None:
    page.goto("/table/")
    page.locator("input[name=id]").first.check()
    page.get_by_label("All 40 that match").check()
    expect(page.locator("tr.sel")).to_have_count(3)
    page.locator("input[name=id]").first.uncheck()
    expect(page.locator("form.bulk")).to_contain_text("2 selected")
    expect(page.locator("[name=all]")).not_to_be_checked()


def test_a_selection_is_sent_to_the_preview_of_its_action(page: Page) -> None:
    page.goto("/table/")
    page.get_by_label("Select all").check()
    with page.expect_request("**/bulk/owner/") as sent:
        page.get_by_role("button", name="Change owner").click()
    assert sent.value.method == "POST"
    assert parse_qs(sent.value.post_data or "") | {"csrfmiddlewaretoken": []} == {
        "csrfmiddlewaretoken": [],
        "query": ["sort=what"],
        "id": ["1", "2", "3"],
    }
