"""What waits, fails, opens, is printed: each said or shown where it stands, and a table of choices walked by arrows."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.fits import not_held, runs_off
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

PHONE, WIDE = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=800)
THEME = "theme => { document.documentElement.dataset.bsTheme = theme }"
FLOATING = ":popover-open, dialog[open]"
#: What floats and reaches over an edge of the window.
OUTSIDE = """() => [...document.querySelectorAll(':popover-open, dialog[open]')].filter(at => {
  const { left, right, top, bottom } = at.getBoundingClientRect();
  return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
}).map(at => at.id || at.className)"""
#: Names cut by an edge, and places that are not white, on paper.
PAPER = """() => {
  const shown = [...document.querySelectorAll('main *')].filter(at => at.checkVisibility());
  const clips = at => ['hidden', 'clip'].includes(getComputedStyle(at).overflowX) && !at.closest('svg, .vh');
  const cut = shown.filter(at => clips(at) && at.scrollWidth > at.clientWidth + 1);
  const panes = [document.body, ...document.querySelectorAll('main, .pane, .panel, .al th, .rc-rel, .task')];
  const dark = panes.filter(at => !['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(getComputedStyle(at).backgroundColor));
  return [...cut, ...dark].slice(0, 4).map(at => at.outerHTML.slice(0, 120));
}"""


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Whitfield", roles=("sales_support", "administrator"))


def held(page: Page, address: str) -> list[Route]:
    """What is asked at that address from now on, unanswered."""
    waiting: list[Route] = []
    page.route(address, lambda route: waiting.append(route))
    return waiting


def until(page: Page, waiting: list[Route]) -> Route:
    """The first request that was held."""
    while not waiting:
        page.wait_for_timeout(50)
    return waiting[0]


@pytest.fixture
def account(dana: Person) -> Account:
    return make.account("Abilene", owner=dana, tier="A", city="Tyler", mrr=Decimal(100))


def test_what_waits_says_so_and_what_fails_can_be_asked_again(
    signed_in: Callable[[Person], Page], dana: Person, account: Account
) -> None:
    make.order(account, make.product(), by=make.actor(dana), submitted=True)
    page = signed_in(dana)

    # A part of a record that the server cannot answer, then can.
    waiting = held(page, "**/?panel=orders")
    page.goto(f"/accounts/{account.pk}/")
    part = page.locator("#panel-orders .panel-w")
    part.scroll_into_view_if_needed()
    until(page, waiting)
    expect(part).to_have_attribute("aria-busy", "true")
    assert part.evaluate("at => getComputedStyle(at, '::before').borderTopWidth") == "8px"
    look(page)
    waiting[0].fulfill(status=500, body="")
    expect(part).to_contain_text("This part did not come. Nothing of yours is lost.")
    look(page)
    page.unroute("**/?panel=orders")
    part.get_by_role("button", name="Try again").click()
    expect(page.locator("#panel-orders")).to_contain_text("Order ")

    # A dialog the network lost.
    page.goto("/accounts/")
    waiting = held(page, "**/do/**")
    page.get_by_role("link", name="Create account").first.click()
    until(page, waiting)
    expect(page.locator("html")).to_have_class("is-waiting")
    waiting[0].abort()
    expect(page.locator("#toasts")).to_contain_text("nothing was opened or changed")
    expect(page.locator("html")).not_to_have_class("is-waiting")
    page.unroute("**/do/**")

    # Find or do tells an answer that did not come from nothing found.
    page.route("**/palette/**", lambda route: route.fulfill(status=500, body=""))
    press(page, "Control+k")
    expect(page.locator("#palette-list")).to_contain_text("The server did not answer")
    look(page)


def test_whatever_opens_stays_in_the_window_and_can_be_read(
    signed_in: Callable[[Person], Page], dana: Person, account: Account
) -> None:
    page = signed_in(dana)
    page.emulate_media(reduced_motion="reduce")
    openers = {
        "/accounts/": (".chip-add", "[popovertarget=columns]", ".cb-head .btn-primary", ".cb-me", ".cb-status"),
        "/accounts/?where=mrr~ge~1&where=tier~is~A": (".chip-add",),
        "/": (".cb-bell a, .cb-bell button", ".cb-parked"),
    }
    for size, theme in ((WIDE, "light"), (PHONE, "dark")):
        page.set_viewport_size(size)
        for address, each in openers.items():
            for opener in each:
                page.goto(address)
                page.locator(opener).locator("visible=true").first.click()
                page.locator(":popover-open, dialog[open]").first.wait_for()
                expect(page.locator("[aria-busy=true]:popover-open")).to_have_count(0)
                assert page.evaluate(OUTSIDE) == [], (opener, size)
                page.evaluate(THEME, theme)
                look(page, FLOATING)


def test_on_paper_nothing_is_cut_and_the_dark_is_white(
    house: House, signed_in: Callable[[Person], Page], dana: Person, account: Account
) -> None:
    make.order(account, make.product(), by=make.actor(dana), submitted=True)
    Account.objects.filter(pk=account.pk).update(
        name="Abilene and Brazos Family Insurance Agency of the Lower River " * 2
    )
    page = signed_in(dana)
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": house.address}])
    page.set_viewport_size({"width": 711, "height": 950})  # the width of a letter between its margins
    wrong = []
    for address in ("/", "/inbox/", f"/accounts/{account.pk}/", "/board/", "/accounts/", "/orders/", "/close/"):
        page.goto(address)
        page.emulate_media(media="print")
        wrong += [f"{address}: {each}" for each in [*runs_off(page, 711), *page.evaluate(PAPER)]]
        hidden = page.locator(".cb-rail, .cb-top, .cb-tabbar, .pager, .filters, main .btn")
        wrong += [f"{address}: on paper" for at in hidden.all() if at.is_visible()]
        assert page.locator(".pr-f").inner_text().startswith(f"{dana} · ")
        page.emulate_media(media="screen")
    assert wrong == [], "\n".join(wrong)
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_matrix_is_one_stop_of_tab_and_walked_by_arrows(signed_in: Callable[[Person], Page], dana: Person) -> None:
    page = signed_in(dana)
    page.goto("/matrix/")
    grid = page.get_by_role("grid", name="Roles and rights")
    at = "document.activeElement.closest('td')?.cellIndex + ' ' + document.activeElement.closest('tr')?.rowIndex"
    assert grid.locator("tbody [tabindex='0']").count() == 1
    grid.locator("tbody [tabindex='0']").focus()
    first = page.evaluate(at)
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        press(page, key)
    assert page.evaluate(at) == first
    press(page, "ArrowRight")
    press(page, "ArrowDown")
    # A letter chooses where an arrow only moves; what is left on the way stays as it was.
    chosen = grid.locator(":focus")
    assert chosen.input_value() != "team"
    press(page, "t")
    assert chosen.input_value() == "team"
    press(page, "ArrowDown")
    assert chosen.count() == 1 and grid.locator("td.picked, td:has(option:not([selected]):checked)").count() == 1
    press(page, "End")
    last = page.evaluate("document.activeElement.closest('td').cellIndex")
    press(page, "Control+End")
    assert page.evaluate("document.activeElement.closest('td').cellIndex") == last
    # Past rows Callboard itself does, in the same column.
    press(page, "Control+Home")
    for _row in range(12):
        press(page, "ArrowDown")
    assert page.evaluate("document.activeElement.closest('td').cellIndex") == 1
    press(page, "Tab")
    assert page.evaluate("document.activeElement.closest('[data-grid]')") is None
    expect(page.get_by_role("button", name="See what would change")).to_be_focused()
    # What the sieve hides is no stop.
    page.locator("input[data-sift-of]").fill("erase")
    press(page, "Tab")
    while page.evaluate("document.activeElement.closest('[data-grid]') === null"):
        press(page, "Tab")
    assert "erase" in page.evaluate("document.activeElement.closest('tr').textContent").lower()
    look(page)
    assert not_held(page) == []
    # What would change is read and left on a phone too.
    page.get_by_role("button", name="See what would change").click()
    page.get_by_role("heading", name="1 cell would change").wait_for()
    page.set_viewport_size(PHONE)
    # Of each button the end of its words, which a button that is pressed together does not hold.
    ends = "all => all.map(at => { const words = new Range(); words.selectNodeContents(at); return words.getBoundingClientRect().right })"
    room = page.locator(".act-f").evaluate("at => at.getBoundingClientRect().right")
    assert max(page.locator(".act-f .btn").evaluate_all(ends)) <= room
    look(page, "main")
