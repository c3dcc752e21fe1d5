"""What arrives while hands are on a page, in a real browser: it waits, it says what it is, and nothing of it is lost."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.kit.hands import House, listening, row

pytestmark = pytest.mark.needs("browser")
FIRST = "#tasks [data-row]"


def chip(page: Page) -> Any:
    return page.locator("#tasks > .newchip button")


def stand_on(page: Page, number: int) -> None:
    for _ in range(number):
        page.keyboard.press("j")
    expect(row(page, number)).to_be_focused()


def test_the_chip_counts_rows_and_not_events(page: Page, house: House) -> None:
    listening(house, page)
    stand_on(page, 2)
    house.rows.append("One more")
    for _ in range(3):
        house.tell("task")
        page.wait_for_timeout(500)
    expect(chip(page)).to_have_text("1 new: show")


def test_a_row_that_only_reads_otherwise_is_no_new_row(page: Page, house: House) -> None:
    listening(house, page)
    stand_on(page, 2)
    house.rows[0] = "Call Ray back today"
    house.tell("task")
    expect(chip(page)).to_have_text("Changed: show")


def test_where_nothing_reads_otherwise_nothing_is_offered(page: Page, house: House) -> None:
    listening(house, page)
    stand_on(page, 2)
    house.asked.clear()
    house.tell("task")
    page.wait_for_timeout(900)
    assert house.asked == ["/rows/"]
    expect(chip(page)).to_have_count(0)


def test_hands_that_come_while_the_answer_is_under_way_are_seen(page: Page, house: House) -> None:
    listening(house, page)

    def slowly(route: Route) -> None:
        page.keyboard.press("j")
        route.continue_()

    page.route("**/rows/", slowly)
    house.rows.insert(0, "On top")
    house.tell("task")
    expect(chip(page)).to_have_text("1 new: show")
    expect(row(page, 1)).to_be_focused()
    expect(row(page, 1)).to_contain_text("Call Ray back")


def test_the_keyboard_stays_on_its_row_when_the_chip_is_pressed(page: Page, house: House) -> None:
    listening(house, page)
    stand_on(page, 2)
    house.rows.append("Below")
    house.tell("task")
    chip(page).press("Enter")
    expect(row(page, 4)).to_be_visible()
    expect(row(page, 2)).to_be_focused()
    expect(page.locator("#tasks .cur")).to_have_count(1)


def test_a_list_waits_behind_an_open_dialog_and_the_keyboard_comes_back_to_it(page: Page, house: House) -> None:
    listening(house, page)
    stand_on(page, 2)
    page.keyboard.press("e")
    expect(page.locator("#dialog")).to_be_visible()
    house.rows.insert(0, "On top")
    house.tell("task")
    page.wait_for_timeout(900)
    expect(row(page, 1)).to_contain_text("Call Ray back")
    page.keyboard.press("Escape")
    expect(row(page, 1)).to_contain_text("On top")


def test_words_somebody_is_marking_stay(page: Page, house: House) -> None:
    listening(house, page)
    page.locator(f"{FIRST} b").first.select_text()
    page.mouse.move(5, 5)
    house.rows.insert(0, "On top")
    house.tell("task")
    page.wait_for_timeout(900)
    expect(row(page, 1)).to_contain_text("Call Ray back")
    assert page.evaluate("getSelection().toString()") == "Call Ray back"
    page.evaluate("getSelection().removeAllRanges()")
    expect(row(page, 1)).to_contain_text("On top")


def test_a_choice_that_was_made_and_not_sent_stays(page: Page, house: House) -> None:
    listening(house, page)
    page.evaluate(
        """() => { const at = document.createElement("select"); at.id = "who";
        at.innerHTML = "<option selected>Dana</option><option>Tom</option>"; document.getElementById("tasks").append(at); }"""
    )
    page.locator("#who").select_option("Tom")
    page.locator("#who").evaluate("at => at.blur()")
    house.tell("task")
    page.wait_for_timeout(900)
    expect(page.locator("#who")).to_have_value("Tom")


def test_what_changes_between_a_page_and_its_stream_is_not_lost(context: BrowserContext, house: House) -> None:
    page = context.new_page()

    def late(route: Route) -> None:
        house.rows.append("In between")
        house.tell("task")
        route.continue_()

    page.route("**/hub*.js", late)
    page.goto("/day/")
    expect(row(page, 4)).to_contain_text("In between")


def test_a_tab_that_comes_late_is_told_what_it_missed(page: Page, context: BrowserContext, house: House) -> None:
    listening(house, page)
    other = context.new_page()

    def late(route: Route) -> None:
        house.rows.append("In between")
        house.tell("task")
        expect(row(page, 4)).to_be_visible()
        route.continue_()

    other.route("**/live*.js", late)
    other.goto("/day/")
    expect(row(other, 4)).to_contain_text("In between")
    assert house.opened == 1


def test_a_tab_that_wants_more_loses_nothing_for_the_others(page: Page, context: BrowserContext, house: House) -> None:
    listening(house, page)
    page.evaluate("document.getElementById('box').dataset.live = 'note account:7'")
    other = context.new_page()
    other.goto("/day/")
    page.evaluate("document.dispatchEvent(new CustomEvent('cb:fresh', { detail: document }))")
    house.rows.append("Meanwhile")
    house.tell("task")
    expect(row(page, 4)).to_contain_text("Meanwhile")
    expect(row(other, 4)).to_contain_text("Meanwhile")
    listening(house, page, opened=2)
    house.tell("account:7")
    expect(page.locator("#fetched")).to_be_visible()


def test_the_tab_that_is_left_hears_what_came_while_it_took_over(
    page: Page, context: BrowserContext, house: House
) -> None:
    listening(house, page)
    other = context.new_page()
    other.goto("/day/")
    other.wait_for_timeout(400)

    def late(route: Route) -> None:
        house.rows.append("Between two leaders")
        house.tell("task")
        route.continue_()

    other.route("**/hub*.js", late)
    page.close()
    expect(row(other, 4)).to_contain_text("Between two leaders")


def test_a_browser_asks_once_for_its_counts_and_all_tabs_show_them(
    page: Page, context: BrowserContext, house: House
) -> None:
    listening(house, page)
    other = context.new_page()
    other.goto("/day/")
    other.wait_for_timeout(300)
    page.get_by_label("Note").fill("half a sent")
    house.counts = {"inbox": 5}
    for _ in range(3):
        house.tell("intake")
    for tab in (page, other):
        expect(tab.locator("[data-count=inbox]")).to_have_text("5 waiting")
    assert house.asked.count("/counts/") == 1
    expect(page.get_by_label("Note")).to_be_focused()
    house.counts = {}
    house.tell("intake")
    expect(page.locator("[data-count=inbox]")).to_be_hidden(timeout=10_000)
