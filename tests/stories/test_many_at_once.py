"""Rows are ticked by keyboard, seen, done as a run that survives a killed worker, undone; rows come in from a spreadsheet."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import openpyxl
import psutil
import pytest
from playwright.sync_api import Page, expect

from callboard.core import clock
from callboard.core.models import Log, Run
from callboard.core.runs import working
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

ROWS = "Name\tCity\tTier\nOak Agency\tWaco\tA\nAgency 003\tTyler\t\n\tAustin\t\n"


def in_both_themes(page: Page) -> None:
    """axe finds nothing in light, nor in dark."""
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme }", theme)
        page.wait_for_timeout(300)  # colours take 120 ms to change
        look(page)


def test_many_records_at_once(house: House, signed_in: Callable[[Person], Page], tmp_path: Path) -> None:
    expect.set_options(timeout=60_000)  # the worker starts beside the web server and is not waited for
    dana = make.person("Dana Whitfield", theme="light")
    for number in range(60):
        make.account(f"Agency {number:03}", mrr=58 if number == 1 else None)
    page = signed_in(dana)

    # By keyboard alone: three rows, what would happen, start, undo.
    page.goto("/accounts/")
    press(page, "j", "x", "j", "j", "Shift+X")
    expect(page.locator("#bulk")).to_contain_text("3 selected")
    expect(page.locator("#bulk")).to_contain_text("$58 MRR")
    wrap, sums, bar = (page.locator(at).bounding_box() for at in (".al-wrap", "tfoot th", "#bulk"))
    assert wrap and sums and bar
    assert abs(wrap["y"] + wrap["height"] - sums["y"] - sums["height"]) <= 2, "the sums stand under all rows"
    assert sums["y"] + sums["height"] <= bar["y"], "the bar hides neither them nor a row"
    step(
        page,
        "`x` selects the row, `Shift X` all from the last one to here; `b` goes to the bar of what can be done with them.",
    )
    in_both_themes(page)
    press(page, "b")
    expect(page.locator("#bulk button").first).to_be_focused()
    # What is done seldom stands in the bar's menu.
    page.locator("#bulk").get_by_role("button", name="More", exact=True).press("Enter")
    page.locator("#bulk-more").get_by_role("button", name="Archive account", exact=True).press("Enter")
    page.wait_for_url("**/runs/*/")
    expect(page.locator(".run-s")).to_have_text("2 of 3 accounts would be done")
    expect(page.locator(".run")).to_contain_text("It pays $58 a month.")
    step(page, "Nothing is done yet: the preview says for how many it would work, and for each of the others why not.")
    in_both_themes(page)
    press(page, "Control+Enter")
    expect(page.locator(".run-s")).to_contain_text("2 of 3 accounts done")
    expect(page.locator(".rc-head .chip")).to_have_text("Finished")
    step(page, "The run can be left, found again under Runs, stopped and resumed, and taken back with `u`.")
    in_both_themes(page)
    press(page, "u")
    expect(page.locator("h1")).to_have_text("Archive account")
    page.goto("/runs/")
    expect(page.locator("tbody tr")).to_have_count(2)
    look(page)
    page.get_by_role("link", name="Undo: Archive account").click()
    expect(page.locator(".run-s")).to_contain_text("All 2 accounts done")
    assert not Account.objects.exclude(archived_at=None).exists()

    all_that_match_and_a_killed_worker(page, house)
    rows_from_a_spreadsheet(page)
    on_a_phone_and_without_script(page)

    # What is seen, as a workbook.
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/accounts/?tier=A&sort=-name")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_text("Excel workbook").click()
    file = tmp_path / "seen.xlsx"
    download.value.save_as(file)
    sheet = openpyxl.load_workbook(file).active
    names = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]  # type: ignore[union-attr]
    assert names == list(Account.objects.filter(tier="A").order_by("-sort_key").values_list("name", flat=True))


def all_that_match_and_a_killed_worker(page: Page, house: House) -> None:
    """More than a page, by filter; the worker is killed under it, another goes on, each record is done once."""
    page.goto("/accounts/?sort=-name")
    page.locator("[name=id]").first.check()
    page.get_by_label("All 60 that match").check()
    expect(page.locator(".bulk-n")).to_contain_text("All 60 that match")
    page.locator("#bulk").get_by_role("button", name="Set tier").click()
    page.locator("[name=tier]").select_option(label="A")
    page.get_by_role("button", name="What would happen").click()
    expect(page.locator(".run-s")).to_have_text("60 accounts would be done")
    look(page)
    (worker,) = [child for child in psutil.Process().children() if "callboard.config.worker" in child.cmdline()]
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    page.locator("[name=start]").click()
    expect(page.locator(".rc-head .chip")).to_have_text("Waiting")
    run = Run.objects.latest("id")
    Run.objects.filter(pk=run.pk).update(touched_at=clock.now() - 2 * working.SILENT_AFTER)
    page.reload()
    expect(page.locator(".run")).to_contain_text("Its worker is gone")
    look(page)
    house.restart("worker")
    page.get_by_role("link", name="Resume run").click()
    page.locator("#dialog [data-submit]").click()
    expect(page.locator(".run-s")).to_contain_text("All 60 accounts done")
    assert Log.objects.filter(action="directory.set_tier").count() == 60
    assert set(Account.objects.values_list("tier", flat=True)) == {"A"}


def rows_from_a_spreadsheet(page: Page) -> None:
    page.goto("/accounts/")
    page.get_by_role("link", name="Paste rows").click()
    look(page)
    page.locator("#paste-text").fill(ROWS)
    press(page, "Control+Enter")
    expect(page.locator("[name=column-0]")).to_have_value("name")
    step(
        page,
        "**Paste rows** takes rows copied from a spreadsheet, guesses which column is which, and lets you correct it.",
    )
    in_both_themes(page)
    press(page, "Control+Enter")
    expect(page.locator("h1")).to_have_text("Create account")
    expect(page.locator(".run")).to_contain_text("Name is missing.")
    in_both_themes(page)
    press(page, "Control+Enter")
    expect(page.locator(".rc-head .chip")).to_have_text("Finished")
    assert Account.objects.get(name="Oak Agency").tier == "A"


def on_a_phone_and_without_script(page: Page) -> None:
    """390 px wide; and the same by plain forms."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/accounts/")
    page.locator("[name=id]").first.check()
    expect(page.locator("#bulk")).to_be_visible()
    in_both_themes(page)
    page.goto(f"/runs/{Run.objects.latest('id').pk}/")
    look(page)
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(
        base_url=page.url.partition("/runs")[0], java_script_enabled=False, storage_state=page.context.storage_state()
    )
    try:
        bare = plain.new_page()
        bare.goto("/accounts/")
        expect(bare.locator("#bulk")).to_be_hidden()
        bare.locator("[name=id]").first.check()
        bare.locator("#bulk").get_by_role("button", name="Set tier").click()
        bare.locator("[name=tier]").select_option(label="B")
        bare.get_by_role("button", name="What would happen").click()
        expect(bare.locator(".run-s")).to_have_text("1 account would be done")
        bare.locator("[name=start]").click()
        expect(bare.locator("h1")).to_have_text("Set tier")
    finally:
        plain.close()
