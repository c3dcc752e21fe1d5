"""A cell that cannot be read is left out of its row where the record can do without; its workbook fills it afterwards."""

import pytest
from django.test import Client

from callboard.core.actions import Actor, Text
from callboard.directory.actions import change_account, change_contact, create_field
from callboard.directory.models import Account, Contact, FieldKind, Import, ImportRow, Noun
from callboard.directory.rules.importing import KINDS
from callboard.directory.rules.importing.needed import NEEDED, NUMBERS
from callboard.directory.rules.importing.reasons import left_out
from callboard.team.models import Person
from tests import make
from tests.directory.importing.sending import brought_in, mapped, read, row, sent, started, undone, verdicts
from tests.directory.importing.test_correcting import downloaded, saved

HEADS = ("Agency", "City", "Phone", "Tier", "Signed")
ROWS = (
    HEADS,
    ("Acme Insurance", "Waco", "512-555-0142", "A", "2026-03-01"),
    ("Birch Agency", "Bend", "12", "Z", "soon"),
)


@pytest.fixture
def desk(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture(autouse=True)
def signed(admin: Actor) -> None:
    create_field(by=admin, noun=Noun.ACCOUNT, name="signed", label="Signed", kind=FieldKind.DATE, options=Text(""))


def corrected(desk: Client, batch: Import, by: Actor, **cells: str) -> Import:
    """Its workbook, with cells of its only row changed, sent back and read."""
    book = downloaded(desk, f"/imports/{batch.pk}/errors.xlsx")
    sheet = book.active
    assert sheet is not None
    assert sheet.max_row == 2
    heads = [cell.value for cell in sheet[1]]
    for head, value in cells.items():
        sheet.cell(2, heads.index(head) + 1).value = value
    again = sent(saved(book), by=by, name="corrected.xlsx")
    return mapped(again, by=by, update_known=False)


def test_a_row_is_taken_without_the_cells_it_can_do_without_and_says_so(desk: Client, by: Actor) -> None:
    batch = brought_in(ROWS, by=by)
    assert verdicts(batch) == [(2, "create", ""), (3, "create", "")]
    assert batch.counts == {"create": 2, "is_done": 2, "left": 3, "left_rows": 1}
    birch = Account.objects.get(name="Birch Agency")
    assert (birch.city, birch.phone, birch.tier, birch.custom) == ("Bend", "", None, {})
    page = desk.get(f"/imports/rows/{row(batch, 3).pk}/").content.decode()
    for words in ("Taken without this:", "“12” is no phone number", "“Z” is none of", "“soon” is no day"):
        assert words in page
    assert "3 cells of 1 rows are left out" in desk.get(f"/imports/{batch.pk}/").content.decode()
    assert desk.get(f"/imports/rows/?import={batch.pk}&left=1").content.decode().count("data-row=") == 1


def test_the_corrected_workbook_fills_the_record_that_is_there_and_nothing_else(desk: Client, by: Actor) -> None:
    batch = brought_in(ROWS, by=by)
    birch = Account.objects.get(name="Birch Agency")
    change_account(birch, by=by, city="Eugene")  # by hand since: the file's town is not put back
    again = corrected(desk, batch, by, Phone="541-555-0100", Tier="B", Signed="2026-04-01")
    assert verdicts(again) == [(2, "update", "")]
    assert row(again, 2).name == "Birch Agency"
    again = started(again, by=by)
    birch.refresh_from_db()
    assert Account.objects.count() == 2
    assert (birch.phone, birch.tier, birch.custom) == ("+15415550100", "B", {"signed": "2026-04-01"})
    assert birch.city == "Eugene"
    batch.refresh_from_db()
    assert batch.counts == {"create": 2, "is_done": 2}
    assert row(batch, 3).said == f"Corrected in corrected.xlsx, import {again.pk}."
    undone(again, by=by)
    birch.refresh_from_db()
    assert (birch.phone, birch.tier, birch.city) == ("", None, "Eugene")


def test_a_cell_somebody_filled_by_hand_meanwhile_is_a_question(desk: Client, by: Actor) -> None:
    batch = brought_in(ROWS, by=by)
    change_account(Account.objects.get(name="Birch Agency"), by=by, phone="+15415550199")
    again = corrected(desk, batch, by, Phone="541-555-0100", Tier="B", Signed="")
    assert verdicts(again) == [(2, "ask", "changed_both")]
    assert row(again, 2).plan["account"]["changes"]["account.phone"] == ["+15415550199", "+15415550100"]


def test_a_person_gets_the_number_and_their_account_stays_as_it_is(desk: Client, by: Actor) -> None:
    rows = (("Company", "Name", "Email", "Mobile", "City"), ("Acme", "Ann Lee", "ann@acme.example", "12", "Waco"))
    batch = brought_in(rows, by=by, kind="contacts")
    ann = Contact.objects.get(name="Ann Lee")
    change_contact(ann, by=by, title="Principal")
    book = corrected(desk, batch, by, Mobile="541-555-0100", City="Waco")
    started(book, by=by)
    assert [phone.e164 for phone in ann.phones.all()] == ["+15415550100"]
    assert (Contact.objects.count(), Account.objects.count()) == (1, 1)


def test_rows_that_are_there_already_are_filled_too(desk: Client, by: Actor) -> None:
    birch = make.account("Birch Agency")
    rows = (("Account number", "Agency", "Phone"), (str(birch.number), "Birch Agency", "12"))
    batch = read(rows, by=by, columns=["account.number", "account.name", "account.phone"])
    assert (row(batch, 2).verdict, row(batch, 2).left) == ("same", 1)
    started(corrected(desk, batch, by, Phone="541-555-0100"), by=by)
    birch.refresh_from_db()
    assert birch.phone == "+15415550100"


def test_without_these_cells_a_row_is_refused_with_all_that_is_wrong(by: Actor) -> None:
    rows = (("Agency", "Country", "Phone"), ("Acme", "Atlantis", "12"))
    found = row(read(rows, by=by), 2)
    assert (found.verdict, found.left) == ("refuse", 0)
    assert found.plan["args"]["cells"].startswith("Country: ")
    assert "Phone: “12”" in found.plan["args"]["cells"]


def test_an_account_whose_owner_left_is_taken_and_is_nobodys(by: Actor) -> None:
    batch = brought_in((("Agency", "City", "Owner"), ("Acme", "Waco", "Nobody Known")), by=by)
    assert left_out(row(batch, 2).plan) == (
        "Taken without this: Owner: Nobody who works here is called “Nobody Known”."
    )
    assert Account.objects.get().owner is None


def test_a_wish_for_no_calls_is_not_taken_without_its_number(by: Actor) -> None:
    rows = (("Name", "Email", "Mobile", "Do not call"), ("Ann", "ann@one.example", "12", "yes"))
    assert verdicts(read(rows, by=by, kind="contacts", system=""))[0][1:] == ("refuse", "bad_cells")


def test_what_is_needed_are_fields(by: Actor) -> None:
    names = {field.name for kind in KINDS for field in kind.fields}
    assert names >= NEEDED
    assert names >= NUMBERS


def test_such_rows_can_be_refused_instead_and_taken_again(desk: Client, by: Actor) -> None:
    from callboard.directory.actions.importing.checking import read_rows

    batch = read(ROWS, by=by)
    assert "Refuse such rows instead" in desk.get(f"/imports/{batch.pk}/").content.decode()
    assert desk.post(f"/imports/{batch.pk}/columns/", {"cells": "1", "refuse": "1"}).status_code == 302
    read_rows(batch.pk)
    batch.refresh_from_db()
    assert batch.counts == {"create": 1, "refuse": 1}
    assert "Take the rows without these cells" in desk.get(f"/imports/{batch.pk}/").content.decode()
    desk.post(f"/imports/{batch.pk}/columns/", {"cells": "1"})
    read_rows(batch.pk)
    batch.refresh_from_db()
    assert batch.counts["left"] == 3
    assert ImportRow.objects.filter(batch=batch).count() == 2
