"""What lies badly under the eye or the thumb: lists wider than their pane, reasons over their figures, names cut at the top."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from callboard.config import demo
from callboard.directory.models import Account
from callboard.team.models import Person, PersonRole, Role
from tests.conformance import walk
from tests.stories.conftest import look, press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

SCALE = 0.05
DESK, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
HEBREW = "חברת הביטוח והתיווך המאוחדת של ירושלים והגליל העליון בערבון מוגבל ושות׳ שֻׁלְחָן עָרוּךְ"
#: Whether the reason that is open lies over what it explains, or runs off the window.
COVERS = """name => {
  const pop = document.querySelector(".why-pop:popover-open").getBoundingClientRect();
  const figure = [...document.querySelectorAll(".fig")].find(at => at.querySelector(".l").textContent.trim() === name);
  const at = figure.getBoundingClientRect();
  const apart = pop.right <= at.left || pop.left >= at.right || pop.bottom <= at.top || pop.top >= at.bottom;
  return !apart || pop.left < 0 || pop.right > innerWidth || pop.top < 0 || pop.bottom > innerHeight;
}"""
#: Room above the first line of a name, in parts of its letters.
ROOM = "at => parseFloat(getComputedStyle(at).paddingTop) / parseFloat(getComputedStyle(at).fontSize)"
BELOW = "([upper, lower]) => upper.getBoundingClientRect().bottom <= lower.getBoundingClientRect().top"


@pytest.fixture
def page(house: House, signed_in: Callable[[Person], Page]) -> Page:
    """The practice company, seen by somebody with every role."""
    demo.build(scale=SCALE)
    person = Person.objects.get(email__startswith="dana.")
    for role in Role:
        PersonRole.objects.get_or_create(person=person, role=role)
    return signed_in(person)


def test_what_stands_on_a_page_fits_it_and_nothing_covers_what_it_is_about(page: Page) -> None:
    wide = [f"{each.name}: {by} px" for each in walk.lists() if (by := too_wide(page, walk.address(each)))]
    assert wide == [], "they scroll sideways at 1280 px"

    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        page.goto("/board/")
        for name in ("New MRR", "Cancelled", "Pending, not counted"):
            page.get_by_role("link", name=name, exact=True).click()
            expect(page.locator(".why-pop:popover-open")).to_be_visible()
            assert not page.evaluate(COVERS, name), f"{name} at {size}"
            press(page, "Escape")

    account = Account.objects.filter(facts__mrr__gt=0).order_by("pk")[0]
    Account.objects.filter(pk=account.pk).update(name=HEBREW)
    page.goto(account.get_absolute_url())
    name, figures, button = (page.locator(at).first for at in ("h1", ".rc-head .figs", ".rc-head .acts .btn-primary"))
    expect(name).to_have_attribute("dir", "auto")
    assert name.evaluate(ROOM) >= 0.25
    assert page.evaluate(BELOW, [figures.element_handle(), button.element_handle()]), "money stands above the buttons"
    look(page)


def test_a_schedule_asks_for_what_its_rhythm_needs_and_shows_what_is_wrong(page: Page) -> None:
    page.goto("/do/kit.create_schedule/?page=accounts")
    rhythm, weekday, day = (page.locator(f"[name={name}]") for name in ("every", "weekday", "day"))
    shown = {"day": (False, False), "week": (True, False), "month": (False, True)}
    for value, (on_weekday, on_day) in shown.items():
        rhythm.select_option(value)
        assert (weekday.is_visible(), day.is_visible()) == (on_weekday, on_day), value
    day.fill("31")
    rhythm.select_option("week")
    page.locator("[name=name]").fill("Every Monday")
    page.locator("[data-submit]").click()
    expect(page.get_by_text("Choose a day from 1 to 28").last).to_be_visible()
    expect(day).to_be_visible()
    look(page)


def too_wide(page: Page, address: str) -> int:
    """By how many pixels the rows of a list are wider than their pane."""
    page.goto(address)
    return int(page.evaluate("(at => at ? at.scrollWidth - at.clientWidth : 0)(document.querySelector('.al-wrap'))"))
