"""A morning of calls written up by keys: five in a row, a template, a wrong weekday shown, grammar, and the score."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.core.actions import Text
from callboard.journal.actions import create_note_template
from callboard.journal.models import Interaction, NoteScore, Outcome
from callboard.kit import grammar
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make
from tests.stories.conftest import look, press
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def settled(page: Page) -> None:
    page.wait_for_load_state("load")
    expect(page.locator("html")).to_have_attribute("data-drafts", "ready")


def saved(page: Page, count: int) -> Interaction:
    """Ctrl+Enter, and the note is there."""
    press(page, "Escape", "n", "Control+Enter")
    expect(page.locator("#toasts")).to_contain_text("Saved the note")
    settled(page)
    assert Interaction.objects.count() == count
    return Interaction.objects.latest("id")


def box(page: Page) -> str:
    return page.locator("textarea[data-note]").input_value()


def test_five_calls_are_written_up_by_keys(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield", theme="light")
    by = make.actor(dana)
    account = make.account("Hargrove Insurance Agency", owner=dana)
    ray = make.contact(account, "Ray Hargrove", phone="+19035550142")
    make.product("Comparative rater", price=144)
    left_word = Text("Left word for {name} about the contract renewal and asked to be called back.")
    create_note_template(
        by=by,
        name="Left word",
        shortcut="lvm",
        text=left_word,
        outcome=Outcome.VOICEMAIL,
        next_step="Call again",
        next_days=3,
    )
    page = signed_in(dana)
    page.goto(f"/accounts/{account.pk}/")
    settled(page)

    # One: nobody answered. Two keys and it is on record.
    press(page, "2")
    made = saved(page, 1)
    assert (made.outcome, made.text) == ("no_answer", "")

    # Two: a template by its shortcut fills text, outcome, next step and its day.
    page.locator("select[name=contact]").select_option(str(ray.pk))
    press(page, "n")
    page.keyboard.type(";lvm ")
    assert box(page) == "Left word for Ray about the contract renewal and asked to be called back."
    expect(page.locator(".nb-q")).to_contain_text("Note score 100")
    made = saved(page, 2)
    assert (made.outcome, made.next_step, made.contact) == ("voicemail", "Call again", ray)
    assert made.next_on == clock.workday_after(clock.business_day(clock.now()), 3)

    # Three: spoke, with a next step and its day.
    page.locator("select[name=contact]").select_option(str(ray.pk))
    press(page, "n")
    page.keyboard.type(
        "Ray wants nine seats at renewal and asked for the price in writing; he decides with his partner."
    )
    press(page, "Escape", "1", "+", "1")
    page.locator("input[name=next_step]").fill("Send the price of nine seats")
    expect(page.locator(".nb-q")).to_contain_text("Note score 100")
    look(page)
    made = saved(page, 3)
    assert Task.objects.filter(title="Send the price of nine seats", source_id=made.pk).exists()

    # Four: a weekday that is not the date's, and a price that is not the book's: shown, and put right by a press only.
    on = clock.business_day(clock.now()) + timedelta(days=9)
    wrong, right = (on + timedelta(days=1)).strftime("%A"), on.strftime("%A")
    text = f"Ray decides on {wrong} {on:%B} {on.day} about $1,290 a month for nine seats of the Comparative rater."
    press(page, "n")
    page.keyboard.type(text)
    press(page, "Escape", "6")
    expect(page.locator(".nb-q")).to_contain_text("2 to check")
    expect(page.locator(".nb-a")).to_contain_text(f"is a {right}, not as written")
    look(page)
    assert box(page) == text
    page.get_by_role("button", name=f"use {right} {on:%B} {on.day}").click()
    assert f"{right} {on:%B} {on.day}" in box(page)
    expect(page.locator(".nb-q")).to_contain_text("1 to check")
    page.get_by_role("button", name="use $1,296").click()
    expect(page.locator(".nb-q")).to_contain_text("Accurate")
    saved(page, 4)

    # Five: from another page, one key asks for everything; the score is told as it is saved.
    page.goto("/tasks/")
    settled(page)
    press(page, "n")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("Log interaction")
    dialog.locator("[name=accounts]").first.wait_for()
    press(page, "Escape")
    page.goto(f"/accounts/{account.pk}/")
    settled(page)
    press(page, "n")
    page.keyboard.type("Called about the bill.")
    press(page, "Escape", "1")
    saved(page, 5)
    expect(page.locator("#toasts")).to_contain_text("Note score")
    assert NoteScore.objects.filter(seen_at=None).count() == 0
    expect(page.locator(".tl").first).to_contain_text("Called about the bill.")
    look(page)


def test_grammar_is_fetched_on_demand_doubts_and_changes_nothing_by_itself(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    if not grammar.worker_url():
        pytest.skip("needs the grammar's files: python3 tools/dev.py setup")
    dana = make.person("Dana Whitfield", theme="light")
    account = make.account("Kowalczyk Brightwater Agency", owner=dana)
    page = signed_in(dana)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"/accounts/{account.pk}/")
    settled(page)
    text = "Kowalczyk want a apple from Brightwater."
    page.locator("textarea[data-note]").fill(text)
    assert not [url for url in fetched if "/grammar/" in url]
    page.get_by_role("button", name="Grammar").click()
    doubts = page.locator(".nb-g")
    expect(doubts).to_contain_text("“a”", timeout=30_000)
    assert [url for url in fetched if url.endswith(".wasm")]
    assert box(page) == text
    assert "Kowalczyk" not in " ".join(doubts.locator("b").all_inner_texts())
    look(page)
    doubts.get_by_role("button", name=re.compile("^use an")).first.click()
    assert "an apple" in box(page)
    address = grammar.worker_url().replace("worker.js", "decent.js")
    kept = page.evaluate(
        "async (address) => { const { decent } = await import(address); return ['assessment', 'Essex', 'class', 'Dickens', 'shitty'].map(decent); }",
        address,
    )
    assert kept == [True, True, True, True, False]
