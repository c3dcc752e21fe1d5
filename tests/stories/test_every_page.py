"""Every page of the program on the practice company: axe in both themes, at 1280, at 200 % zoom and on a phone."""

import json
from collections.abc import Callable

import pytest
from django.db.models import Model
from playwright.sync_api import Page

from callboard.config import demo
from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.kit.pages import Page as KitPage
from callboard.team.models import Person, PersonRole, Role
from tests.conformance import walk
from tests.conformance.records import any_record
from tests.stories.conftest import AXE, TAGS
from tests.stories.fits import runs_off
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

SCALE = 0.05
#: 640 is 1280 at 200 %.
WIDE, ZOOMED, PHONE = (1280, 800), (640, 400), (390, 844)
SERIOUS = ("serious", "critical")
#: Names and roles are the same on a phone; what depends on where things stand is asked again.
LAID_OUT = ["target-size", "color-contrast", "scrollable-region-focusable"]
DARK = "dark => document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light'"
RUN = """async only => {
  const found = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
  return found.violations.map(({ id, impact, nodes }) => [id, impact, nodes.slice(0, 3).map(node => node.html.slice(0, 140))]);
}"""


def pages_of(person: Person) -> dict[str, str]:
    """Name and address of each page; a record page with one of the practice company, else one made here."""
    found = {page.name: walk.address(page) for page in walk.plain()}
    for page in walk.records():
        found[page.name] = walk.address(page, one_of(page, person))
    return found


def one_of(page: type[KitPage], person: Person) -> Model:
    model = page.model
    assert model is not None
    there = visible(model._default_manager.all(), Actor("person", person=person)).order_by("-pk").first()
    return there if there is not None else any_record(model, person)


def axe(page: Page, only: list[str]) -> list[str]:
    found = page.evaluate(RUN, only)
    return [f"{name} ({impact}): {json.dumps(nodes)}" for name, impact, nodes in found if impact in SERIOUS]


def faults(page: Page) -> list[str]:
    """What is wrong with a page that was just opened, in each of its looks."""
    page.evaluate(AXE.read_text())
    found = [f"light: {each}" for each in axe(page, TAGS)]
    page.evaluate(DARK, True)
    found += [f"dark: {each}" for each in axe(page, ["color-contrast"])]
    page.evaluate(DARK, False)
    for width, height in (ZOOMED, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        found += runs_off(page, width)
    found += [f"phone: {each}" for each in axe(page, LAID_OUT)]
    return found


def everybody() -> Person:
    """Somebody with every role, so that no page is closed."""
    person = Person.objects.get(email__startswith="dana.")
    for role in Role:
        PersonRole.objects.get_or_create(person=person, role=role)
    return person


def test_every_page_is_readable_in_both_themes_zoomed_and_on_a_phone(
    house: House, signed_in: Callable[..., Page]
) -> None:
    demo.build(scale=SCALE)
    person = everybody()
    page = signed_in(person)
    page.emulate_media(reduced_motion="reduce")
    wrong: list[str] = []
    for name, address in pages_of(person).items():
        page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
        answer = page.goto(address, wait_until="load")
        assert answer is not None and answer.ok, (name, answer and answer.status)
        wrong += [f"{name}: {each}" for each in faults(page)]
    assert wrong == [], "\n".join(wrong)
