"""Every page at 390 px: nothing runs off the side, and whatever can be tapped is 44 px high and wide."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from callboard.team.models import Person, PersonRole, Role
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

WIDTH, HEIGHT, TARGET = 390, 844, 44
#: What may be smaller: a link in a sentence or a cell of text (WCAG 2.5.8 excepts it), what is only for who reads by ear.
SMALL = """target => {
  const inText = at => at.matches('a, .why') && getComputedStyle(at).display === 'inline';
  const unseen = '.vh, .skip, [hidden], [popover]:not(:popover-open)';
  const hidden = at => !at.checkVisibility({ visibilityProperty: true }) || at.closest(unseen);
  const found = [];
  for (const at of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (hidden(at) || inText(at)) continue;
    // A check or a choice is tapped by its label.
    const spot = at.matches('[type=checkbox], [type=radio]') ? at.closest('label, .check, td, th') ?? at : at;
    const { width, height } = spot.getBoundingClientRect();
    if (!width || !height || (height >= target - 0.5 && width >= target - 0.5)) continue;
    found.push(`${Math.round(width)}x${Math.round(height)} ${at.outerHTML.slice(0, 110)}`);
  }
  return found;
}"""
WIDE = """width => {
  const scrolls = at => {
    for (let up = at; up && up.tagName !== 'MAIN'; up = up.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  const off = at => at.checkVisibility() && at.getBoundingClientRect().right > width + 1;
  const all = [...document.querySelectorAll('main *')].filter(at => off(at) && !at.closest('.vh, [popover]') && !scrolls(at));
  return all.slice(0, 3).map(at => at.outerHTML.slice(0, 110));
}"""


def everything(person: Person) -> dict[str, str]:
    """Name and address of each page, with a record where it shows one, and of a few forms."""
    found = {page.name: walk.address(page) for page in walk.plain()}
    for page in walk.records():
        found[page.name] = walk.address(page, any_record(page.model, person))
    lead = make.lead(by=make.actor(person), owner=person)
    found |= {"form": "/do/pipeline.create_lead/", "log": "/do/journal.log_interaction/"}
    return found | {"convert": f"/do/pipeline.convert_lead/{lead.pk}/"}


def faults(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = [f"{name}: {wide} wide"] if wide > WIDTH else []
    found += [f"{name}: off the side: {each}" for each in page.evaluate(WIDE, WIDTH)]
    return found + [f"{name}: small: {each}" for each in page.evaluate(SMALL, TARGET)]


def test_every_page_fits_a_phone_and_its_thumbs(house: House, signed_in: Callable[[Person], Page]) -> None:
    person = make.person("Maximiliane Featherstonehaugh")
    for role in Role:
        PersonRole.objects.get_or_create(person=person, role=role)
    pages = everything(person)
    page = signed_in(person)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    wrong: list[str] = []
    for name, address in sorted(pages.items()):
        answer = page.goto(address)
        assert answer is not None and answer.ok, (name, answer and answer.status)
        wrong += faults(page, name)
    page.goto("/accounts/")
    page.locator("[data-palette]:visible").first.click()
    page.locator("#palette li.on").wait_for()
    wrong += faults(page, "palette")
    page.goto("/#rail")
    wrong += faults(page, "rail")
    assert wrong == [], "\n".join(wrong)
