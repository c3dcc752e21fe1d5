"""Three projects in conflict, by keyboard: who is promised twice, what slips, a step and a project on other days and back; a
project from a template, a step done."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from callboard.core import clock
from callboard.team.models import Person
from callboard.team.queries import business_day, company_calendar
from callboard.team.rules.business_time import next_business_day
from callboard.work.models import Project, ProjectStep, TaskState
from callboard.work.queries.projects import due_on
from callboard.work.rules.projects import minutes_on
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House
from tests.work.projects import dues, show_template, started
from tests.work.projects import step as begun

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)


def in_days(n: int) -> date:
    """The n-th day of work from today."""
    return next_business_day(company_calendar(), business_day(clock.now()), n)


def three(dana: Person) -> dict[str, ProjectStep]:
    """Three projects that want nine days of Dana within seven."""
    by, found, full = make.actor(dana), {}, minutes_on(company_calendar(), in_days(1))
    for n, (name, due) in enumerate((("Show", 4), ("Renewals", 7), ("Migration", 7)), 1):
        project = started(by, name, in_days(20))
        price = Decimal(100 * n)
        found[name] = begun(project, by, f"Prepare {name}", due_on=in_days(due), minutes=3 * full, price=price)
    begun(found["Show"].project, by, "Pack up", days=0, after=[found["Show"]])
    return found


def go(page: Page, text: str, line: str) -> None:
    """By the palette."""
    press(page, "Control+k")
    page.keyboard.type(text)
    expect(page.locator("#palette li.on")).to_contain_text(line)
    with page.expect_navigation():
        press(page, "Enter")


def row(page: Page, title: str) -> Locator:
    return page.locator("[data-plan] [data-row]", has=page.locator(".what", has_text=title))


def day_of(project_step: ProjectStep) -> date | None:
    return due_on(ProjectStep.objects.select_related("task__deadline__anchor").get(pk=project_step.pk), "UTC")


def focus_is_seen(page: Page) -> bool:
    """Whether what has the focus is outlined."""
    return bool(
        page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"
        )
    )


def test_three_projects_that_want_the_same_days(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield", theme="light")
    steps = three(dana)
    template = show_template(make.actor(dana))
    page = signed_in(dana)

    # Who is promised twice.
    go(page, "side by side", "Projects side by side")
    look(page)
    press(page, "j")
    expect(row(page, "Prepare Show")).to_be_focused()
    expect(row(page, "Prepare Show")).to_have_attribute("aria-label", re.compile("Prepare Show: due .*promised twice"))
    assert focus_is_seen(page)
    press(page, "ArrowDown", "ArrowDown")
    expect(row(page, "Prepare Renewals")).to_be_focused()
    press(page, "ArrowUp", "ArrowUp", "ArrowUp")
    expect(row(page, "Prepare Show")).to_be_focused()
    expect(page.locator(".chip", has_text="promised twice")).to_have_count(3)
    step(page, "**Projects side by side** shows week by week when each step can be done, and who is promised twice.")
    go(page, "load of", "Load of the weeks")
    expect(page.get_by_text("is promised twice from")).to_be_visible()
    look(page)
    step(
        page,
        "**Load of the weeks** sets the work of everybody's steps against their hours, less holidays and absences.",
    )

    # What slips.
    go(page, "side by side", "Projects side by side")
    press(page, "j", "ArrowDown", "ArrowDown", "ArrowDown")
    expect(row(page, "Prepare Migration")).to_be_focused()
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    with page.expect_navigation():
        press(page, "Enter")
    expect(page.locator("h1")).to_have_text("What slips if I do this first")
    slipped = page.locator("tr", has_text="Prepare Show")
    expect(slipped).to_contain_text("late")
    expect(slipped).to_contain_text("$100")
    look(page)
    step(
        page, "Of every step you may ask what slips if you do it first: days and prices. Nothing is changed by looking."
    )

    # A step on another day, in the row, and back.
    was = day_of(steps["Show"])
    assert was is not None
    go(page, "side by side", "Projects side by side")
    press(page, "j")
    with page.expect_navigation():
        press(page, "Shift+ArrowRight")
    expect(row(page, "Prepare Show")).to_be_focused()
    assert day_of(steps["Show"]) == was + DAY
    expect(page.locator("#toasts")).to_contain_text("Moved a step")
    step(page, "`Shift` and an arrow moves the step the keyboard stands on by a day or a week; `u` takes it back.")
    with page.expect_navigation():
        press(page, "u")
    assert day_of(steps["Show"]) == was
    expect(row(page, "Prepare Show")).to_be_focused()
    press(page, "m")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[name=on]")).to_be_visible()
    look(page)
    dialog.locator("[name=on]").fill((was + 2 * DAY).isoformat())
    with page.expect_navigation():
        press(page, "Control+Enter")
    expect(row(page, "Prepare Show")).to_be_focused()
    assert day_of(steps["Show"]) == was + 2 * DAY

    # A project on another day, with what moves said before, and back.
    show = Project.objects.get(name="Show")
    before = dues(show)
    page.get_by_role("link", name="Show", exact=True).focus()
    with page.expect_navigation():
        press(page, "Enter")
    expect(page.get_by_role("heading", name="Show", exact=True)).to_be_visible()
    look(page)
    page.get_by_role("link", name="Move project").focus()
    press(page, "Enter")
    day = dialog.locator("[name=to]")
    day.fill(in_days(25).isoformat())
    dialog.get_by_role("button", name="What would happen").focus()
    press(page, "Enter")
    expect(dialog).to_contain_text("Moves: Pack up")
    expect(dialog).to_contain_text("Stays: Prepare Show")
    look(page)
    step(page, "Before a project moves it says which steps move, which stay and which ask.")
    assert dues(show) == before
    day.focus()
    with page.expect_navigation():
        press(page, "Control+Enter")
    after = dues(show)
    assert after["Prepare Show"] == before["Prepare Show"]
    assert after["Pack up"] > before["Pack up"]
    with page.expect_navigation():
        press(page, "u")
    assert dues(show) == before

    # From a template.
    press(page, "Control+k")
    page.keyboard.type("create project")
    expect(page.locator("#palette li.on")).to_contain_text("Create project")
    press(page, "Enter")
    dialog.locator("[name=name]").fill("Gulf Expo")
    dialog.locator("[name=template]").focus()
    page.keyboard.type("Trade")
    dialog.locator("[name=day_on]").fill(in_days(60).isoformat())
    dialog.get_by_role("button", name="What would happen").focus()
    press(page, "Enter")
    expect(dialog).to_contain_text("Book the booth: ")
    look(page)
    step(page, "**Create project** from a template makes its steps, with their people and their days, at once.")
    dialog.locator("[name=name]").focus()
    with page.expect_navigation():
        press(page, "Control+Enter")
    expect(page.get_by_role("heading", name="Gulf Expo")).to_be_visible()
    made = Project.objects.get(name="Gulf Expo")
    assert (made.template, made.steps.count(), dues(made)["Open"]) == (template, 3, in_days(60))

    # A step is done.
    page.get_by_role("link", name="Book the booth").first.focus()
    with page.expect_navigation():
        press(page, "Enter")
    expect(page.get_by_role("heading", name="Book the booth")).to_be_visible()
    look(page)
    press(page, "d")
    expect(dialog.locator("[data-submit]")).to_be_visible()
    with page.expect_navigation():
        press(page, "Control+Enter")
    expect(page.locator("#toasts")).to_contain_text("Finished a step")
    assert made.steps.get(task__title="Book the booth").task.state == TaskState.DONE
