"""The calendar without a mouse and with one: things moved by an arrow, in words and by hand, taken back; layers."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from callboard.calendar import actions as do
from callboard.calendar.rules.repeating import Repeats
from callboard.core import clock
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)


def lane(page: Page, day: date, title: str) -> Locator:
    return page.locator(f'[data-lane="{day.isoformat()}"]').get_by_role("link", name=title)


def test_a_month_is_moved_by_keys_and_by_hand(house: House, signed_in: Callable[[Person], Page]) -> None:
    person = make.person("Dana Whitfield", roles=("sales_support",))
    by = make.actor(person)
    first = (clock.business_day(clock.now()).replace(day=1) + 32 * DAY).replace(day=1)
    tuesday = first + DAY * ((1 - first.weekday()) % 7 + 7)
    team, shows = do.create_calendar(by=by, name="Team"), do.create_calendar(by=by, name="Shows", layer="conventions")
    do.create_event(by=by, calendar=team, title="Demo: Lone Star", starts_on=tuesday, starts="10")
    do.create_event(by=by, calendar=shows, title="Gulf States Expo", starts_on=tuesday, ends_on=tuesday + 2 * DAY)
    do.create_event(
        by=by, calendar=team, title="Friday sweep", starts_on=tuesday - 4 * DAY, starts="3 pm", repeats=Repeats.WEEKLY
    )
    page = signed_in(person)
    month = f"/calendar/?on={first.isoformat()}"
    page.goto(month)
    look(page)
    step(page, "The month shows everything that has a day, whoever wrote it down: conventions, meetings, who is away.")

    lane(page, tuesday, "Demo: Lone Star").focus()
    with page.expect_navigation():
        press(page, "Shift+ArrowRight")
    expect(lane(page, tuesday + DAY, "Demo: Lone Star")).to_be_visible()
    step(page, "`Shift` and an arrow moves what the keyboard stands on to another day, `u` takes it back.")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    with page.expect_navigation():
        press(page, "u")
    expect(lane(page, tuesday, "Demo: Lone Star")).to_be_visible()

    lane(page, tuesday, "Demo: Lone Star").focus()
    with page.expect_navigation():
        press(page, "Shift+ArrowDown")
    expect(lane(page, tuesday + 7 * DAY, "Demo: Lone Star")).to_be_visible()

    lane(page, tuesday + 7 * DAY, "Demo: Lone Star").focus()
    press(page, "m")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("In words").fill(f"{(tuesday + DAY).isoformat()} 2 pm")
    look(page)
    step(page, "`m` asks where to: a day and a time in words.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(lane(page, tuesday + DAY, "Demo: Lone Star")).to_contain_text("2:00")

    sweep = tuesday + 3 * DAY
    lane(page, sweep, "Friday sweep").focus()
    press(page, "Shift+ArrowLeft")
    dialog.get_by_label("Which times").select_option("one")
    step(page, "Of a series it asks which times are meant: this one, all from it on, every one.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(lane(page, sweep - DAY, "Friday sweep")).to_be_visible()
    expect(lane(page, sweep + 7 * DAY, "Friday sweep")).to_be_visible()

    with page.expect_navigation():
        lane(page, tuesday + DAY, "Demo: Lone Star").drag_to(page.locator(f'[data-lane="{sweep.isoformat()}"] ul'))
    expect(lane(page, sweep, "Demo: Lone Star")).to_be_visible()
    expect(page.get_by_text("Moved “Demo: Lone Star”")).to_be_visible()

    bar = page.locator(".mb", has_text="Gulf States Expo")
    with page.expect_navigation():
        bar.drag_to(page.locator(f'[data-lane="{(tuesday - DAY).isoformat()}"] ul'))
    expect(page.locator(".mb.c2.s3", has_text="Gulf States Expo")).to_be_visible()

    with page.expect_navigation():
        page.get_by_role("button", name="Conventions").press("Enter")
    expect(page.get_by_text("Gulf States Expo")).to_have_count(0)
    page.get_by_role("button", name="Conventions").press("Enter")
    expect(page.locator(".mb", has_text="Gulf States Expo")).to_be_visible()

    for view in ("week", "people", "agenda"):
        page.goto(f"/calendar/?view={view}&on={sweep.isoformat()}")
        expect(page.get_by_text("Demo: Lone Star").first).to_be_visible()
        look(page)
    page.get_by_role("link", name="Demo: Lone Star").click()
    expect(page.get_by_role("heading", name="Demo: Lone Star")).to_be_visible()
    look(page)


def drag_by(page: Page, card: Locator, dx: float, dy: float) -> None:
    """By hand, from the middle of a card, with the steps a hand makes."""
    box = card.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 8
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx / 2, y + dy / 2, steps=5)
    page.mouse.move(x + dx, y + dy, steps=5)
    page.mouse.up()


def test_a_week_is_moved_by_the_hour_by_hand_and_by_keys(house: House, signed_in: Callable[[Person], Page]) -> None:
    person = make.person("Dana Whitfield", roles=("sales_support",))
    by = make.actor(person)
    today = clock.business_day(clock.now())
    tuesday = today + DAY * ((1 - today.weekday()) % 7 + 7)
    team = do.create_calendar(by=by, name="Team")
    do.create_event(by=by, calendar=team, title="Demo: Lone Star", starts_on=tuesday, starts="9:15", ends="10:15")
    do.create_event(by=by, calendar=team, title="Inventory", starts_on=tuesday)
    page = signed_in(person)
    page.goto(f"/calendar/?view=week&on={tuesday.isoformat()}")
    marks = page.locator("[data-hours] > span")
    tops = [box["y"] for box in (marks.nth(n).bounding_box() for n in range(2)) if box is not None]
    hour = tops[1] - tops[0]

    def card(day: date) -> Locator:
        return page.locator(f'[data-lane="{day.isoformat()}"] [data-card]', has_text="Demo: Lone Star")

    # Down its own column: another hour of the same day, to the quarter where it fell, as one verb with one undo.
    with page.expect_navigation():
        drag_by(page, card(tuesday), 0, 2 * hour + 2)
    expect(card(tuesday)).to_contain_text("11:15")
    expect(page.get_by_text("Moved “Demo: Lone Star”")).to_be_visible()
    expect(card(tuesday)).to_be_focused()
    with page.expect_navigation():
        press(page, "u")
    expect(card(tuesday)).to_contain_text("9:15")

    # Across and up at once.
    column = page.locator(f'[data-lane="{(tuesday + DAY).isoformat()}"]').bounding_box()
    here = page.locator(f'[data-lane="{tuesday.isoformat()}"]').bounding_box()
    assert column is not None and here is not None
    with page.expect_navigation():
        drag_by(page, card(tuesday), column["x"] - here["x"], -1.5 * hour)
    expect(card(tuesday + DAY)).to_contain_text("7:45")

    # Without a mouse: half an hour by Shift and an arrow, a day by the other two, any time in words.
    card(tuesday + DAY).get_by_role("link").focus()
    with page.expect_navigation():
        press(page, "Shift+ArrowDown")
    expect(card(tuesday + DAY)).to_contain_text("8:15")
    expect(card(tuesday + DAY)).to_be_focused()
    with page.expect_navigation():
        press(page, "Shift+ArrowUp")
    expect(card(tuesday + DAY)).to_contain_text("7:45")
    with page.expect_navigation():
        press(page, "Shift+ArrowLeft")
    expect(card(tuesday)).to_contain_text("7:45")
    expect(page.get_by_text("by half an hour")).to_be_visible()
    look(page)

    # What has no hour gets none: a day is all that is moved.
    whole = page.locator(f'[data-lane="{tuesday.isoformat()}"] [data-card]', has_text="Inventory")
    with page.expect_navigation():
        drag_by(page, whole, column["x"] - here["x"], 3 * hour)
    moved = page.locator(f'[data-lane="{(tuesday + DAY).isoformat()}"] [data-card]', has_text="Inventory")
    expect(moved).to_be_visible()
    expect(moved.locator("time")).to_have_count(0)
