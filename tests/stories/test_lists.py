"""A person makes a list their own: conditions, a view, an edited cell, groups, a board, a month, from record to record."""

from collections.abc import Callable
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.directory.actions import set_tier
from callboard.directory.models import Account, Tier
from callboard.kit.listing.models import SavedView
from callboard.pipeline.actions import open_opportunity
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

NAMES = ("Abilene", "Brazos", "Cypress", "Delgado", "Elgin", "Fresno")


def in_both_themes(page: Page) -> None:
    """axe finds nothing, light or dark."""
    for theme in ("dark", "light"):
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme }", theme)
        look(page)


def rows(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("tbody [data-row] td.what > a").all_inner_texts()]


def test_a_list_becomes_ones_own(signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield", roles=("sales_support", "administrator"))
    mae = make.person("Mae Boss", roles=("sales_manager",))
    today = clock.business_day(clock.now())
    for number, name in enumerate(NAMES):
        owner = dana if number % 2 else mae
        account = make.account(name, owner=owner, tier="AB"[number % 2], mrr=Decimal(100 * number), city="Tyler")
        open_opportunity(
            account, by=make.actor(dana), name=f"Deal {name}", value_mrr=Decimal(99), close_on=today, next_step="Call",
            next_on=today, owner=dana,
        )  # fmt: skip
    page = signed_in(dana)
    page.emulate_media(reduced_motion="reduce")  # a colour on its way is no colour axe can judge

    # Conditions by keyboard, with a count while they are chosen.
    page.goto("/accounts/")
    in_both_themes(page)
    press(page, "f")
    page.locator("[name=f]").first.select_option("mrr")
    page.locator("[name=o]").first.select_option("ge")
    page.locator("[name=v]").first.fill("200")
    expect(page.locator("#filter-count")).to_have_text("4 rows")
    step(page, "**Filter** (`f`) takes as many conditions as you like and counts while you choose.")
    in_both_themes(page)
    page.locator("[name=v]").first.press("Enter")
    page.wait_for_url("**/accounts/?where=mrr~ge~200")
    assert rows(page) == ["Cypress", "Delgado", "Elgin", "Fresno"]

    # What is no number stays, in red, shows no row, and is mended where it stands; amounts are written as the page prints them.
    press(page, "f")
    page.locator("[name=v]").first.fill("about two")
    page.locator("[name=v]").first.press("Enter")
    expect(page.get_by_text("This filter cannot be read")).to_be_visible()
    assert rows(page) == []
    in_both_themes(page)
    page.get_by_role("button", name="Mend the filter").click()
    wrong = page.locator("[data-condition]", has=page.locator("[aria-invalid]"))
    expect(wrong.locator("[name=v]")).to_be_focused()
    expect(wrong.locator("[name=v]")).to_have_value("about two")
    expect(wrong).to_contain_text("is no number")
    in_both_themes(page)
    wrong.locator("[name=v]").fill("$200.00")
    expect(page.locator("#filter-count")).to_have_text("4 rows")
    expect(page.locator("[data-condition] .err")).to_have_count(0)
    # A condition that asks for nothing stands before the one that does: neither takes the other's words.
    page.locator("[name=f]").last.select_option("tier")
    page.locator("[name=o]").last.select_option("known")
    page.get_by_role("button", name="Condition", exact=True).click()
    page.locator("[name=f]").last.select_option("mrr")
    page.locator("[name=o]").last.select_option("le")
    page.locator("[name=v]").last.fill("$400")
    expect(page.locator("#filter-count")).to_have_text("3 rows")
    page.locator("[name=v]").last.press("Enter")
    page.wait_for_url(lambda url: "le~400" in url)
    assert parse_qs(urlsplit(page.url).query)["where"] == ["mrr~ge~200.00", "tier~known~", "mrr~le~400"]
    assert rows(page) == ["Cypress", "Delgado", "Elgin"]
    page.goto("/accounts/?where=mrr~ge~200")

    # Two orders: a click, then Shift and a click.
    page.get_by_role("link", name="Tier").click()
    page.wait_for_url("**sort=tier**")
    page.get_by_role("link", name="MRR", exact=True).click(modifiers=["Shift"])
    page.wait_for_url("**sort=tier%2Cmrr**")
    assert rows(page) == ["Cypress", "Elgin", "Delgado", "Fresno"]

    # Columns: one away, one further left.
    page.get_by_role("button", name="Columns").click()
    page.get_by_label("Town", exact=True).uncheck()
    page.get_by_role("button", name="MRR further left").click()
    step(
        page,
        "**Columns** shows, hides, moves and widens them. `Shift` and a click on a heading sort by a second column.",
    )
    in_both_themes(page)
    page.locator("form[data-columns]").get_by_role("button", name="Show").click()
    page.wait_for_url("**cols=**")
    heads = [text.split()[0] for text in page.locator("thead th:not(.cbx)").all_inner_texts()]
    assert heads[:4] == ["Account", "Tier", "MRR", "Owner"]

    # Kept as a view; undo takes it away and brings the list back as it was.
    page.get_by_role("link", name="Save view").click()
    page.get_by_label("What you call it").fill("Big")
    press(page, "Control+Enter")
    page.wait_for_url("**/accounts/?view=*")
    expect(page.get_by_role("navigation", name="Saved views").get_by_role("link", name="Big")).to_have_attribute(
        "aria-current", "page"
    )
    in_both_themes(page)
    step(page, "**Save view** keeps all of it as a tab, for you or for your team.")
    view = SavedView.objects.get()

    # A cell by keyboard: e opens it, Tab saves and goes on, Enter saves.
    press(page, "j")
    press(page, "e")
    name = page.get_by_label("Name of Cypress")
    expect(name).to_be_focused()
    name.fill("Cypress Creek")
    height = page.locator("tbody tr").first.bounding_box()
    press(page, "Tab")
    expect(page.get_by_label("Tier of Cypress Creek")).to_be_focused()
    assert page.locator("tbody tr").first.bounding_box() == height, "the row keeps its height"
    in_both_themes(page)
    cypress = Account.objects.get(name="Cypress Creek")

    # Somebody else was faster: both values, and the person chooses.
    set_tier(cypress, by=make.actor(mae), tier=Tier.D)
    page.get_by_label("Tier of Cypress Creek").select_option("C")
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text("Mae Boss wrote D")
    step(page, "`e` edits a cell where it stands. If somebody was faster, you see both values and choose.")
    in_both_themes(page)
    page.get_by_role("button", name="Save mine").click()
    expect(page.get_by_text("Changed tier")).to_be_visible()
    cypress.refresh_from_db()
    assert cypress.tier == Tier.C
    press(page, "u")
    page.wait_for_load_state()
    expect(page.get_by_text("Undone")).to_be_visible()
    cypress.refresh_from_db()
    assert cypress.tier == Tier.D

    # From record to record of the view, past what was on the screen, and Escape leaves a cell as it was.
    page.goto(f"/accounts/?view={view.pk}")
    page.get_by_role("link", name="Delgado").click()
    expect(page.get_by_role("link", name="Next of the same list")).to_be_visible()
    press(page, "]")
    expect(page.get_by_role("heading", name="Fresno", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Previous of the same list")).to_be_visible()
    press(page, "[")
    expect(page.get_by_role("heading", name="Delgado", level=1)).to_be_visible()

    # Groups close and open; their heads lead to their rows.
    page.goto("/accounts/?group=owner")
    step(page, "Groups have counts and sums, and each opens the rows it stands for.")
    in_both_themes(page)
    page.get_by_role("link", name="Mae Boss", exact=True).click()
    expect(page.get_by_role("link", name="Mae Boss", exact=True)).to_have_attribute("aria-expanded", "false")
    page.get_by_role("link", name="Only these: 3").first.click()
    page.wait_for_url("**where=owner~is~**")

    # A board: the menu of a card opens the action that moves it.
    page.goto("/opportunities/?show=board")
    step(page, "The same list is a board or a month, wherever it has a state or a day.")
    in_both_themes(page)
    page.get_by_role("button", name="Move Deal Abilene").click()
    page.get_by_role("link", name="Demo").click()
    page.get_by_role("dialog").get_by_role("button", name="Move stage").click()
    expect(page.get_by_role("region", name="Demo").get_by_text("Deal Abilene")).to_be_visible()

    # A month, also by its keys; on a phone too.
    page.goto("/opportunities/?show=calendar")
    in_both_themes(page)
    press(page, "]")
    page.wait_for_url("**month=**")
    page.set_viewport_size({"width": 390, "height": 844})
    for url in ("/accounts/?group=owner", "/opportunities/?show=board", "/opportunities/?show=calendar", "/accounts/"):
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, url
        look(page)
