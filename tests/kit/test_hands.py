"""What hands do on a page, in a real browser: keys, dialogs, drafts, and live parts that never move under them."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.kit.hands import House, listening, row

pytestmark = pytest.mark.needs("browser")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def test_j_and_k_move_and_a_key_acts_on_the_row_they_stand_on(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(row(page, 2)).to_be_focused()
    page.keyboard.press("k")
    expect(row(page, 1)).to_be_focused()
    page.keyboard.press("d")
    expect(page).to_have_url("/opened/done-1/")


def test_enter_opens_the_row(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/opened/1/")


def test_no_single_key_acts_while_a_field_has_the_focus(page: Page) -> None:
    page.keyboard.press("n")
    box = page.get_by_label("Note")
    expect(box).to_be_focused()
    page.keyboard.type("jdanger e?")
    expect(box).to_have_value("jdanger e?")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_keys_can_be_switched_off(page: Page, context: BrowserContext, house: House) -> None:
    context.add_cookies([{"name": "keys", "value": "off", "url": house.address}])
    page.goto("/day/")
    page.evaluate("document.documentElement.dataset.keys = 'off'")
    page.keyboard.press("j")
    expect(page.locator(".task.cur")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_visible()


def test_g_and_a_letter_go_somewhere(page: Page) -> None:
    page.keyboard.press("g")
    page.keyboard.press("i")
    expect(page).to_have_url("/opened/inbox/")


def test_a_question_mark_shows_the_keys_of_this_page(page: Page) -> None:
    page.keyboard.press("?")
    keys = page.locator("#keys-help")
    expect(keys).to_be_visible()
    for words in ("Write", "Inbox", "Note", "Next, previous"):
        expect(keys).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_a_refused_button_says_its_sentence(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#toasts")).to_contain_text("It has no billing contact.")


def test_the_palette_finds_and_opens_by_keys(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("harg")
    expect(page.locator("#palette li.on")).to_contain_text("Hargrove")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/opened/hargrove/")


def test_the_palette_goes_to_the_places_of_the_frame_and_makes_new_things(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("inb")
    expect(page.locator("#palette li.on")).to_contain_text("Inbox")
    page.get_by_role("combobox").fill("note")
    expect(page.locator("#palette li.on")).to_contain_text("Write a note")
    page.keyboard.press("Enter")
    expect(page.locator("#dialog")).to_be_visible()


def test_a_menu_opens_by_its_key_and_closes_by_escape(page: Page) -> None:
    page.keyboard.press("c")
    expect(page.locator("#menu-new")).to_be_visible()
    expect(page.locator("#menu-new a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu-new")).to_be_hidden()


def test_an_action_opens_beside_the_page_and_stays_until_it_fits(page: Page, house: House) -> None:
    page.keyboard.press("e")
    dialog = page.locator("#dialog")
    expect(dialog).to_be_visible()
    expect(page).to_have_url("/day/")
    expect(page.get_by_label("About")).to_be_focused()
    page.keyboard.type("Prices")
    page.keyboard.press("Control+Enter")
    expect(dialog.locator(".err")).to_have_text("This field is required.")
    expect(page.get_by_label("Text")).to_be_focused()
    expect(page.get_by_label("About")).to_have_value("Prices")
    page.keyboard.type("Sent the sheet.")
    page.keyboard.press("Control+Enter")
    expect(page).to_have_url("/opened/saved/")
    assert house.posted[-1]["text"] == ["Sent the sheet."]
    assert house.posted[-1]["nonce"] == ["n1"]


def test_escape_asks_before_typed_text_is_left_and_the_text_comes_back(page: Page) -> None:
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_be_focused()
    page.keyboard.type("Prices")
    page.keyboard.press("Escape")
    expect(page.locator(".dg-ask")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()
    page.keyboard.press("e")
    expect(page.get_by_label("About")).to_have_value("Prices")


def test_escape_without_typed_text_just_closes(page: Page) -> None:
    page.keyboard.press("e")
    expect(page.locator("#dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()


def test_typed_text_survives_a_reload_and_is_gone_once_saved(page: Page) -> None:
    page.get_by_label("Note").fill("Spoke with Ray")
    page.reload()
    expect(page.get_by_label("Note")).to_have_value("Spoke with Ray")
    expect(page.locator("#box .draft-line")).to_contain_text("Draft from")
    page.get_by_label("Note").focus()
    page.keyboard.press("Control+Enter")
    expect(page).to_have_url("/opened/saved/")
    page.wait_for_load_state("load")
    page.goto("/day/")
    expect(page.get_by_label("Note")).to_have_value("")


def test_a_change_shows_by_itself(page: Page, house: House) -> None:
    listening(house, page)
    house.rows.append("A new one")
    house.tell("task")
    expect(row(page, 4)).to_contain_text("A new one")


def test_a_change_of_something_else_asks_for_nothing(page: Page, house: House) -> None:
    listening(house, page)
    house.asked.clear()
    house.tell("order")
    page.wait_for_timeout(700)
    assert [path for path in house.asked if path == "/rows/"] == []


def test_a_list_under_the_keyboard_waits_and_says_how_much_is_new(page: Page, house: House) -> None:
    listening(house, page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    house.rows.insert(0, "On top")
    house.tell("task")
    chip = page.locator("#tasks .newchip button")
    expect(chip).to_have_text("1 new: show")
    expect(row(page, 2)).to_be_focused()
    expect(row(page, 2)).to_contain_text("Desk check")
    chip.click()
    expect(row(page, 1)).to_contain_text("On top")


def test_a_list_under_the_pointer_waits_until_it_has_left(page: Page, house: House) -> None:
    listening(house, page)
    row(page, 2).hover()
    house.rows.insert(0, "On top")
    house.tell("task")
    expect(page.locator("#tasks .newchip button")).to_be_visible()
    expect(row(page, 1)).to_contain_text("Call Ray back")
    page.mouse.move(5, 5)
    expect(row(page, 1)).to_contain_text("On top")


def test_a_box_with_typed_text_is_never_touched(page: Page, house: House) -> None:
    listening(house, page)
    page.get_by_label("Note").fill("half a sent")
    page.get_by_label("Note").blur()
    for _ in range(3):
        house.tell("note")
        page.wait_for_timeout(200)
    page.wait_for_timeout(600)
    expect(page.get_by_label("Note")).to_have_value("half a sent")
    expect(page.locator("#fetched")).to_have_count(0)


def test_two_tabs_share_one_stream_and_the_second_takes_over(page: Page, context: BrowserContext, house: House) -> None:
    listening(house, page)
    other = context.new_page()
    other.goto("/day/")
    other.wait_for_timeout(400)
    assert len(house.streams) == 1
    house.rows.append("For both")
    house.tell("task")
    expect(row(page, 4)).to_contain_text("For both")
    expect(row(other, 4)).to_contain_text("For both")
    page.close()
    listening(house, other, opened=2)
    house.rows.append("For the one that is left")
    house.tell("task")
    expect(row(other, 5)).to_contain_text("For the one that is left")


def test_the_look_is_chosen_and_kept(page: Page, context: BrowserContext) -> None:
    page.locator(".cb-me").click()
    page.get_by_role("button", name="Dark").click()
    ground = page.evaluate("getComputedStyle(document.querySelector('.cb-main')).backgroundColor")
    assert ground == "rgb(27, 28, 27)"
    assert {"theme": "dark"}.items() <= {cookie["name"]: cookie["value"] for cookie in context.cookies()}.items()


def test_htmx_is_there_and_our_policy_lets_nothing_else_in(page: Page) -> None:
    assert page.evaluate("typeof htmx.ajax") == "function"
    assert page.evaluate("document.querySelectorAll('style').length") == 0


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core: make run fetches it")
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/kit/", "/day/", "/table/", "/do/note/", "/find/"])
def test_axe_finds_nothing_and_nothing_runs_off_the_side(
    context: BrowserContext, house: House, path: str, theme: str, width: int
) -> None:
    context.add_cookies([{"name": "theme", "value": theme, "url": house.address}])
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/day/" if path in ("/do/note/", "/find/") else path)
    if path == "/find/":
        page.locator("[data-palette]:visible").first.click()
        page.keyboard.type("note")
        expect(page.locator("#palette li.on")).to_be_visible()
    if path == "/do/note/":
        page.locator("#menu-new a").first.evaluate("link => link.click()")
        expect(page.locator("#dialog")).to_be_visible()
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
