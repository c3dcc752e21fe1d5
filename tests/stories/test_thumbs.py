"""Every page at 390 px: nothing runs off the side, and whatever can be tapped is 44 px high and wide."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from callboard.team.models import Person, PersonRole, Role
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record
from tests.stories.fits import runs_off, too_small
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

WIDTH, HEIGHT = 390, 844


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
    return [f"{name}: {each}" for each in [*runs_off(page, WIDTH), *too_small(page)]]


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
