"""Settings are changed where they stand: one is led to, refused at its field, saved, and the others keep what is typed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def test_a_setting_is_changed_in_its_row_and_the_others_keep_what_is_typed(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    page = signed_in(make.person("Ada Admin", roles=("administrator", "sales_support")))
    page.goto("/settings/#company-day_starts")
    opens = page.locator("#company-day_starts [name=value]")
    expect(opens).to_be_focused()
    head = page.locator("h1").bounding_box()
    assert head is not None and head["y"] > 0
    assert page.evaluate("[...document.querySelectorAll('.cb-app, .cb-main')].every((at) => at.scrollTop === 0)")
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -3000)
    expect(page.locator("#company-name")).to_be_in_viewport()

    page.locator("#company-region [name=value]").fill("Texas")
    opens.fill("19:00")
    opens.press("Enter")
    expect(page.locator("#company-day_starts .err")).to_contain_text("cannot open when it is closed already")
    expect(page.locator("#company-day_starts [name=value]")).to_be_focused()
    expect(page.locator("#company-region [name=value]")).to_have_value("Texas")
    assert page.url.endswith("/settings/#company-day_starts")
    look(page)

    opens.fill("08:30")
    opens.press("Enter")
    expect(page.locator(".cb-toasts")).to_contain_text("Office opens at")
    expect(page.locator("#company-day_starts .err")).to_have_count(0)
    expect(page.locator("#company-region [name=value]")).to_have_value("Texas")
    page.locator("#company-zone select").select_option(label="Denver")
    page.locator("#company-zone").get_by_role("button", name="Save").click()
    expect(page.locator(".cb-toasts")).to_contain_text("time zone")
    expect(page.locator("#company-zone")).to_contain_text("default America/Chicago")
    page.locator(".cb-toasts").get_by_role("button", name="Undo").click()
    expect(page.locator("#company-zone select")).to_have_value("America/Chicago")

    page.locator("h1").click()
    press(page, "?")
    for words in ("Ctrl+k", "Undo my last action here"):
        expect(page.locator("#keys-help")).to_contain_text(words)
