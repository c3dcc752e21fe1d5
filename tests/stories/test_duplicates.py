"""A duplicate on entry, a search on demand, two merged side by side by keyboard, and taken apart with notes and MRR intact."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.directory.actions import add_contact
from callboard.directory.models import Account
from callboard.journal.actions import log_interaction
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
HOME = {"street": "12 Oak St", "city": "Tyler", "region": "TX", "postal_code": "75701", "phone": "+19035550142"}


@pytest.fixture
def kept(house: House) -> Account:
    return make.account("Hargrove Insurance Agency", **HOME)


def test_duplicates_are_found_merged_side_by_side_and_taken_apart_again(
    house: House, kept: Account, signed_in: Callable[[Person], Page]
) -> None:
    dana, desk = make.person("Dana Whitfield"), make.actor(make.person("Desk"))
    by = make.actor(dana)
    make.subscription(kept, make.product("Rater", price=58), by=by, desk=desk)
    page = signed_in(dana)

    # On entry: who it may be, how sure, why; one press opens it instead.
    page.goto("/do/directory.create_account/")
    page.get_by_label("Name", exact=True).fill("Hargrove Ins. Agcy")
    page.locator("#id_phone").fill("903-555-0142")
    press(page, "Control+Enter")
    warned = page.locator(".panel", has_text="Open it instead")
    expect(warned).to_contain_text("same phone")
    look(page)
    warned.get_by_role("link", name="Hargrove Insurance Agency").click()
    expect(page.locator("h1")).to_have_text("Hargrove Insurance Agency")

    # Somebody made it all the same; a search finds the two.
    twin = make.account("Hargrove Ins. Agcy", website="hargrove.example", note="Calls on Fridays", **HOME)
    make.subscription(twin, make.product("Forms", price=20), by=by, desk=desk)
    log_interaction(by=by, kind="call", accounts=[twin], text="Wants the forms in Spanish", outcome="spoke")
    page.goto("/duplicates/")
    page.get_by_role("link", name="Search duplicates").first.click()
    page.get_by_label("Look through").select_option("account")
    press(page, "Control+Enter")
    expect(page.get_by_text("1 pair may be the same")).to_be_visible(timeout=30_000)
    look(page)
    page.get_by_role("link", name="Look at them").click()
    row = page.locator("tr[data-row]")
    expect(row).to_contain_text("same phone")
    look(page)
    press(page, "j")
    press(page, "Enter")

    # Side by side; who pays more is proposed, what only the other knows is taken; merged by keys.
    expect(page.locator("table.sbs")).to_contain_text("Website")
    look(page)
    press(page, "a")
    expect(page.locator("h1")).to_have_text("Merge Hargrove Ins. Agcy into Hargrove Insurance Agency")
    expect(page.locator(".sub")).to_contain_text("It pays more a month.")
    look(page)
    website = page.locator("input[name=side_website][value=gone]")
    expect(website).to_be_checked()
    page.locator("h1").click()
    press(page, "a")
    expect(page.locator(".cb-toasts")).to_contain_text("Merged Hargrove Ins. Agcy into Hargrove Insurance Agency")
    kept.refresh_from_db(), kept.facts.refresh_from_db()
    assert (kept.website, kept.note, kept.facts.mrr) == ("hargrove.example", "Calls on Fridays", 78)

    # The page says what it did, the gone one's page leads to the kept one, and what came after would stay.
    look(page)
    expect(page.locator("main")).to_contain_text("Subscriptions")
    merge = page.url
    page.goto(f"/accounts/{twin.pk}/")
    expect(page.locator("h1")).to_have_text("Hargrove Insurance Agency")
    expect(page.locator(".cb-toasts")).to_contain_text("was merged into this one")
    expect(page.locator("main")).to_contain_text("Wants the forms in Spanish")
    look(page)
    add_contact(kept, by=by, name="Opal Tran")

    page.goto(merge)
    expect(page.locator("main")).to_contain_text("stays with Hargrove Insurance Agency")
    page.get_by_role("link", name="Undo merge").click()
    page.locator("#dialog").get_by_role("button", name="Undo merge").click()
    expect(page.locator("#toasts")).to_contain_text("Took Hargrove Ins. Agcy out of Hargrove Insurance Agency again")
    page.goto(f"/accounts/{twin.pk}/")
    expect(page.locator("h1")).to_have_text("Hargrove Ins. Agcy")
    expect(page.locator("main")).to_contain_text("Wants the forms in Spanish")
    for account, mrr in ((kept, 58), (twin, 20)):
        account.facts.refresh_from_db()
        assert account.facts.mrr == mrr
