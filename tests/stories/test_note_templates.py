"""Templates in the note box: a name nobody knows is left out and comes with whom it was; a second one replaces the first."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from callboard.core.actions import Text
from callboard.journal.actions import create_note_template
from callboard.journal.models import Outcome
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

VISIT = "Hello {name}, we spoke of {account}.\n{ Name } decides soon."


@pytest.fixture
def box(house: House, signed_in: Callable[[Person], Page]) -> Locator:
    """The note box of an account with two people, with two templates to choose from."""
    dana = make.person("Dana Whitfield")
    hargrove = make.account("Hargrove Insurance", owner=dana)
    for name in ("Ray Hargrove", "Mia Hargrove"):
        make.contact(hargrove, name)
    for shortcut, text, outcome in (("visit", VISIT, "spoke"), ("again", "Call {name} again.", "no_answer")):
        create_note_template(
            by=make.actor(dana), name=shortcut, shortcut=shortcut, text=Text(text), outcome=Outcome(outcome)
        )
    page = signed_in(dana)
    page.goto(f"/accounts/{hargrove.pk}/")
    return page.locator("form.nb")


def test_the_place_of_a_name_nobody_chose_is_left_out_until_somebody_is(box: Locator) -> None:
    area, whom = box.locator("textarea"), box.get_by_role("button", name="Ray Hargrove")
    box.get_by_label("Template").select_option("visit")
    expect(area).to_have_value("Hello, we spoke of Hargrove Insurance.\ndecides soon.")
    look(box.page)
    area.press("End")
    area.press_sequentially(" Two seats.")
    whom.click()
    expect(area).to_have_value("Hello Ray, we spoke of Hargrove Insurance.\nRay decides soon. Two seats.")
    expect(whom).to_have_count(0)
    box.get_by_label("With", exact=True).select_option(label="Mia Hargrove")
    expect(area).to_have_value("Hello Mia, we spoke of Hargrove Insurance.\nMia decides soon. Two seats.")


def test_a_second_template_replaces_what_nobody_wrote_into_and_else_follows_it(box: Locator) -> None:
    area, menu, page = box.locator("textarea"), box.get_by_label("Template"), box.page
    spoke, no_answer = box.locator("[value=spoke]"), box.locator("[value=no_answer]")
    menu.select_option("visit")
    first = area.input_value()
    expect(spoke).to_be_checked()
    menu.select_option("again")
    expect(area).to_have_value("Call again.")
    expect(no_answer).to_be_checked()
    page.locator("[data-toast]").get_by_role("button", name="Undo").click()
    expect(area).to_have_value(first)
    expect(spoke).to_be_checked()
    expect(box.locator("[data-kept]")).to_contain_text("Draft kept")
    page.reload()
    expect(area).to_have_value(first)
    menu.select_option("again")
    expect(area).to_have_value("Call again.")
    area.press("Control+z")
    expect(area).to_have_value(first)
    area.press("Control+End")
    area.press_sequentially(" Two seats.")
    menu.select_option("again")
    expect(area).to_have_value(f"{first} Two seats.\n\nCall again.")
    area.press("Control+z")
    expect(area).to_have_value(f"{first} Two seats.")
