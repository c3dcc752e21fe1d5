"""Undo on My Day: the keyboard stays on its row, or goes to the one that came back: the next key is for no other task."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def test_what_comes_after_an_undo_is_for_the_same_row(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield")
    for title in ("Call Ann back", "Check the logo", "Write the proposal"):
        make.task(dana, title, due_at=clock.now())
    page = signed_in(dana)
    page.goto("/")
    row = page.locator(".task.cur .tw b")
    first = row.inner_text()
    press(page, "j")
    second = row.inner_text()
    assert second != first
    press(page, "p")
    expect(page.locator("#toasts form[action^='/undo/']")).to_be_visible()
    press(page, "u")
    expect(page.locator("#toasts form[action^='/undo/']")).to_have_count(0)
    expect(row).to_have_text(second)
    press(page, "o")
    expect(page.locator("dialog[open]")).to_contain_text(second)
    press(page, "Escape")
    press(page, "d")
    expect(page.locator(".task")).to_have_count(2)
    press(page, "u")
    expect(page.locator(".task")).to_have_count(3)
    expect(row).to_have_text(second)
