"""A HubSpot export of 5,000 rows is brought in, corrected by its workbook, undone, and brought in again."""

import csv
import random
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from callboard.directory.models import Account, Contact, ContactPhone, Import, ImportRow
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look, press
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

ROWS, WRONG, EACH = 5000, 7, 5
HEADS = (
    "Record ID", "First Name", "Last Name", "Email", "Phone Number", "Job Title", "Associated Company",
    "Associated Company IDs", "Company Domain Name", "Contact owner", "City", "State/Region", "Lifecycle Stage",
)  # fmt: skip
FIRST = ["Ann", "Ray", "Joe", "Dana", "Lou", "Kim", "Max", "Ida", "Sam", "Eve"]
LAST = ["Alvarez", "Birch", "Cole", "Diaz", "Evans", "Ford", "Gray", "Hill", "Ives", "Jones"]


def exported(path: Path) -> None:
    """People of a thousand agencies, five each, as HubSpot writes them; seven numbers are no numbers: they come without."""
    dice = random.Random(7)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        for number in range(ROWS):
            agency = number // EACH
            phone = "12" if number % (ROWS // WRONG) == 5 else f"({dice.randint(201, 989)}) 555-{number:04}"
            writer.writerow((
                10_000 + number, dice.choice(FIRST), dice.choice(LAST), f"p{number}@agency{agency}.example", phone,
                "Principal" if number % EACH == 0 else "CSR", f"Agency {agency:04} Insurance", 50_000 + agency,
                f"agency{agency}.example", "Dana Whitfield" if agency % 2 else "", "Waco", "TX", "customer",
            ))  # fmt: skip


#: Whatever is still on its way to another colour has arrived.
SETTLED = "() => Promise.allSettled(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished))"


def in_all_looks(page: Page, name: str, folder: Path) -> None:
    """axe and a picture in light and dark, at a desk and on a phone."""
    for width, theme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme }", theme)
        page.wait_for_timeout(300)  # colours take 120 ms to change, longer on a busy machine
        page.evaluate(SETTLED)
        look(page)
        page.screenshot(path=folder / f"{name}-{width}-{theme}.png")
    page.set_viewport_size({"width": 1280, "height": 800})


def sent(page: Page, path: Path, kind: str = "contacts") -> None:
    page.goto("/imports/")
    page.get_by_role("link", name="Import file").first.click()
    page.locator("input[type=file]").set_input_files(path)
    page.locator("select[name=kind]").select_option(kind)
    page.locator("form [data-submit]").press("Control+Enter")
    page.wait_for_url("**/columns/")


def test_an_export_is_brought_in_corrected_undone_and_brought_in_again(
    house: House, signed_in: Callable[[Person], Page], tmp_path: Path
) -> None:
    expect.set_options(timeout=120_000)  # the worker starts beside the web server and is not waited for
    dana = make.person("Dana Whitfield", theme="light")
    page, path, looks = signed_in(dana), tmp_path / "hubspot-contacts.csv", tmp_path / "looks"
    looks.mkdir()
    exported(path)

    page.goto("/imports/")
    in_all_looks(page, "empty", looks)
    sent(page, path)
    expect(page.locator("#column-6")).to_have_value("account.name")
    expect(page.locator("#column-12")).to_have_value("")
    step(page, "The columns of a HubSpot export are known; what is left out is not read.")
    in_all_looks(page, "columns", looks)
    press(page, "Control+Enter")
    page.wait_for_url("**/imports/*/")
    expect(page.locator(".run-s")).to_have_text("5,000 rows, and what would become of them")
    step(page, "Nothing is brought in yet. Each figure opens its rows; what cannot be read leaves as a workbook.")
    in_all_looks(page, "ready", looks)

    with page.expect_download() as waiting:
        page.get_by_role("link", name="7 rows to correct").click()
    book = tmp_path / "corrected.xlsx"
    waiting.value.save_as(book)
    page.get_by_role("link", name="Start import").first.click()
    page.locator("dialog [data-submit], form [data-submit]").last.click()
    expect(page.locator(".rc-head .chip").first).to_have_text("Brought in")
    assert Contact.objects.count() == ROWS
    assert ContactPhone.objects.count() == ROWS - WRONG
    assert Account.objects.count() == ROWS // EACH
    in_all_looks(page, "done", looks)
    page.get_by_role("link", name="All rows").click()
    expect(page.locator("tbody tr").first).to_be_visible()
    in_all_looks(page, "rows", looks)

    found = openpyxl.load_workbook(book)
    sheet = found.active
    assert sheet is not None
    for line in range(2, sheet.max_row + 1):
        sheet.cell(line, 6).value = f"254-555-01{line:02}"
    found.save(book)
    sent(page, book)
    press(page, "Control+Enter")
    page.wait_for_url("**/imports/*/")
    expect(page.locator(".run-s")).to_contain_text("and what would become of them")
    page.get_by_role("link", name="Start import").first.click()
    page.locator("dialog [data-submit], form [data-submit]").last.click()
    expect(page.locator(".rc-head .chip").first).to_have_text("Brought in")
    assert Contact.objects.count() == ROWS
    assert ContactPhone.objects.count() == ROWS
    step(page, "The workbook comes back: its rows are known by what it carries unseen, and the cells are filled.")

    for batch in Import.objects.order_by("-pk"):
        page.goto(f"/imports/{batch.pk}/")
        page.get_by_role("link", name="Undo import").first.click()
        page.locator("dialog [data-submit], form [data-submit]").last.click()
        expect(page.locator(".rc-head .chip").first).to_have_text("Undone", timeout=300_000)
    assert not Contact.objects.exists()
    assert not Account.objects.exists()
    in_all_looks(page, "undone", looks)

    sent(page, path)
    press(page, "Control+Enter")
    page.wait_for_url("**/imports/*/")
    page.get_by_role("link", name="Start import").first.click()
    page.locator("dialog [data-submit], form [data-submit]").last.click()
    expect(page.locator(".rc-head .chip").first).to_have_text("Brought in")
    assert Account.objects.count() == ROWS // EACH


AGENCIES = (
    ("Agency", "City", "State", "Type", "AE", "Phone", "Segment of ours"),
    ("Acme Insurance", "Bend", "OR", "Ind. Agent", "D. Whitfield", "541-555-0100", "A-Kunde"),
    ("Birch Agency", "Bend", "OR", "Ind. Agent", "", "call the office", "A-Kunde"),
    ("Cole & Sons", "Bend", "OR", "", "D. Whitfield", "541-555-0102", ""),
    ("Dale Insurance", "Bend", "OR", "Ind. Agent", "", "541-555-0103", "A-Kunde"),
)


def test_words_cells_and_questions_are_answered_without_leaving_their_page(
    house: House, signed_in: Callable[[Person], Page], tmp_path: Path
) -> None:
    expect.set_options(timeout=120_000)
    dana = make.person("Dana Whitfield", theme="light")
    for name, city in (
        ("Acme Insurance", "Tyler"),
        ("Acme Insurance", "Waco"),
        ("Birch Agency", "Tyler"),
        ("Dale Insurance", "Tyler"),
    ):
        make.account(name, city=city, region="TX", phone="+19035550142" if city == "Tyler" else "")
    page, path, looks = signed_in(dana), tmp_path / "agencies.csv", tmp_path / "looks"
    looks.mkdir()
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(AGENCIES)

    sent(page, path, "accounts")
    words = page.locator("#imp-words")
    expect(words).to_contain_text("Ind. Agent")
    expect(words).to_contain_text("3 rows")
    page.get_by_label("Ind. Agent").select_option("Agency")
    expect(words).not_to_contain_text("A-Kunde")
    page.locator("#column-6").select_option("account.tier")
    expect(words).to_contain_text("A-Kunde")
    expect(page.get_by_label("Ind. Agent")).to_have_value("=agency")
    page.get_by_label("A-Kunde").select_option("A")
    page.get_by_label("D. Whitfield").select_option("Dana Whitfield")
    step(page, "What a file calls our values is said once, and known for the next file.")
    in_all_looks(page, "words", looks)
    press(page, "Control+Enter")
    page.wait_for_url("**/imports/*/")
    expect(page.locator(".run-s")).to_have_text("4 rows, and what would become of them")
    page.get_by_role("link", name="Answer 3 rows").click()

    expect(page.locator(".imp-q [data-row]")).to_have_count(3)
    expect(page.locator(".imp-q [data-row].cur h2")).to_have_text("Row 2: Acme Insurance")
    expect(page.locator("#q-3")).to_contain_text("Taken without this: Phone: “call the office” is no phone number.")
    step(page, "Each row stands beside the records it may be; a digit says which, c that it is a new one.")
    in_all_looks(page, "questions", looks)
    page.wait_for_timeout(700)  # a form whose successor stands in its place takes no press at first
    press(page, "2")
    expect(page.locator(".imp-q [data-row]")).to_have_count(2)
    expect(page.locator("#toasts")).to_contain_text("Row 2 is one we have")
    press(page, "u")
    expect(page.locator(".imp-q [data-row]")).to_have_count(3)
    page.wait_for_timeout(700)
    press(page, "j")
    press(page, "c")
    expect(page.locator(".imp-q [data-row]")).to_have_count(2)
    expect(page.locator(".imp-q [data-row].cur h2")).to_have_text("Row 5: Dale Insurance")
    page.wait_for_timeout(700)
    press(page, "0")
    expect(page.locator(".imp-q [data-row]")).to_have_count(1)
    page.wait_for_timeout(700)
    press(page, "1")
    expect(page.locator("main")).to_contain_text("No question is open")
    in_all_looks(page, "answered", looks)
    assert [*ImportRow.objects.order_by("position").values_list("verdict", flat=True)] == [
        "update",
        "create",
        "create",
        "leave",
    ]

    page.get_by_role("link", name="Back to the import").click()
    expect(page.locator("main")).to_contain_text("1 cell is left out; its row is taken without it.")
    in_all_looks(page, "cells", looks)
    page.get_by_role("link", name="Start import").first.click()
    page.locator("dialog [data-submit], form [data-submit]").last.click()
    expect(page.locator(".rc-head .chip").first).to_have_text("Brought in")
    acme = Account.objects.get(name="Acme Insurance", city="Bend")
    assert (acme.kind, acme.tier, acme.owner) == ("agency", "A", dana)
    assert Account.objects.filter(name="Birch Agency").count() == 2
