"""A list of more than ten thousand rows: paged to its end, grouped, chosen whole."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from callboard.core import clock
from callboard.directory.models import Account, AccountFacts
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look
from tests.stories.fits import runs_off

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

ROWS = 10_060
#: So many of them are of the first tier: three pages, the last one short.
FEW = 120
PHONE, WIDE = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=800)
THEME = "theme => { document.documentElement.dataset.bsTheme = theme }"


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Whitfield", roles=("sales_support", "administrator"))


def many(owner: Person) -> None:
    """The accounts, each with an MRR, in two statements."""
    now = clock.now()
    accounts = Account.objects.bulk_create(
        [
            Account(
                name=f"Agency {n:05}",
                owner=owner if n % 2 else None,
                tier="A" if n < FEW else "B",
                city="Tyler",
                created_at=now,
                updated_at=now,
            )
            for n in range(ROWS)
        ],
        batch_size=2_000,
    )
    AccountFacts.objects.bulk_create(
        [AccountFacts(account=each, mrr=Decimal(100 + n % 7)) for n, each in enumerate(accounts)], batch_size=2_000
    )


def seen(page: Page) -> None:
    """axe finds nothing on the list in both themes, nor does anything run over an edge, wide and on a phone."""
    for size, theme in ((WIDE, "light"), (PHONE, "dark")):
        page.set_viewport_size(size)
        page.evaluate(THEME, theme)
        assert runs_off(page, size["width"]) == []
        look(page, "main")
    page.set_viewport_size(WIDE)


def test_ten_thousand_rows_are_paged_grouped_and_chosen(signed_in: Callable[[Person], Page], dana: Person) -> None:
    many(dana)
    page = signed_in(dana)
    page.emulate_media(reduced_motion="reduce")

    page.goto("/accounts/")
    expect(page.locator(".pager")).to_contain_text("1–50 of 10,000+")
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**after=**")
    expect(page.locator(".pager")).to_contain_text("51–100 of 10,000+")
    expect(page.locator("tbody .what").first).to_have_text("Agency 00050")

    # To the end of what a filter leaves, and back from there.
    page.goto("/accounts/?where=tier~is~A")
    for said in ("51–100 of 120", "101–120 of 120"):
        page.get_by_role("link", name="Next").click()
        expect(page.locator(".pager")).to_contain_text(said)
    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    expect(page.locator("tbody [data-row]")).to_have_count(20)
    page.get_by_role("link", name="Previous").click()
    expect(page.locator(".pager")).to_contain_text("51–100 of 120")

    # Groups are counted readably, and the row under them says what its sums are of.
    page.goto("/accounts/?group=owner")
    expect(page.locator(".group-n").first).to_contain_text("5,030")
    expect(page.locator(".group-more").first).to_contain_text("5,020 more")
    expect(page.locator("tfoot th")).to_contain_text("All 10,060 rows")
    expect(page.locator("tfoot")).not_to_contain_text("narrow")
    seen(page)

    # All that match, further than any page shows; the preview counts them.
    page.goto("/accounts/")
    page.locator("[data-select-all]").check()
    expect(page.locator("#bulk [data-count]")).to_have_text("50")
    # The sums stand under the rows and over the bar, not between rows.
    sums, rows, bar = (page.locator(at).bounding_box() for at in ("tfoot th", ".al-wrap", "#bulk"))
    assert sums is not None and rows is not None and bar is not None
    assert abs(sums["y"] + sums["height"] - rows["y"] - rows["height"]) <= 2
    assert sums["y"] + sums["height"] <= bar["y"] + 1
    seen(page)
    # On a phone a chosen row is marked as a whole, not cell by cell.
    page.set_viewport_size(PHONE)
    ground = "at => [at, ...at.cells].map(each => getComputedStyle(each).backgroundColor)"
    whole, *cells = page.locator("tr.sel").first.evaluate(ground)
    assert whole != "rgba(0, 0, 0, 0)" and set(cells) == {"rgba(0, 0, 0, 0)"}
    page.set_viewport_size(WIDE)
    page.locator("[data-all-matching]").check()
    page.locator("#bulk").get_by_role("button", name="Set tier").click()
    expect(page.locator("main")).to_contain_text("10,060")
