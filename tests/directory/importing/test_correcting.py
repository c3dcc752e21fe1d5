"""Workbooks that come back: rows to correct, and a list that was exported, edited and sent again."""

import io

import openpyxl
import pytest
from django.test import Client

from callboard.core.actions import Actor
from callboard.directory.actions import accept_fields, change_account
from callboard.directory.models import Account
from callboard.team.models import Person
from tests import make
from tests.directory.importing.sending import brought_in, mapped, row, sent, started, verdicts

ROWS = (
    ("Agency", "City", "Country", "Note"),
    ("Acme Insurance", "Waco", "", "fine"),
    ("Birch Agency", "Bend", "Atlantis", "=1+1"),
)


@pytest.fixture
def desk(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(found: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    found.save(out)
    return out.getvalue()


def downloaded(desk: Client, path: str) -> openpyxl.Workbook:
    answer = desk.get(path)
    assert answer.status_code == 200
    return book(b"".join(answer.streaming_content))  # type: ignore[attr-defined]


def test_errors_leave_as_a_workbook_and_come_back_as_corrections(desk: Client, by: Actor) -> None:
    batch = brought_in(ROWS, by=by)
    assert verdicts(batch) == [(2, "create", ""), (3, "refuse", "bad_cells")]
    found = downloaded(desk, f"/imports/{batch.pk}/errors.xlsx")
    sheet = found.active
    assert sheet is not None
    assert sheet["A1"].value == "What is wrong"
    assert sheet["A2"].value == "Country: “Atlantis” is no country we know; write its two letters."
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=1+1", "s")  # a text, never a formula
    assert sheet.column_dimensions["F"].hidden
    sheet["D2"] = "Germany"
    again = sent(saved(found), by=by, name="corrected.xlsx")
    assert again.corrects == batch
    again = started(mapped(again, by=by), by=by)
    birch = Account.objects.get(name="Birch Agency")
    assert (birch.country, birch.note) == ("DE", "=1+1")
    batch.refresh_from_db()
    assert "refuse" not in batch.counts
    assert row(batch, 3).said == f"Corrected in corrected.xlsx, import {again.pk}."


def test_a_list_that_was_exported_edited_and_sent_back_changes_what_was_edited(
    desk: Client, by: Actor, hargrove: Account
) -> None:
    make.account("Untouched Agency", city="Bend", region="OR")
    found = downloaded(desk, "/accounts/?format=xlsx")
    sheet = found.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    assert heads[-2:] == ["Callboard id", "Callboard version"]
    line = next(line for line in sheet.iter_rows(min_row=2) if line[0].value == hargrove.name)
    line[heads.index("Tier")].value = "B"
    batch = mapped(sent(saved(found), by=by, name="accounts.xlsx"), by=by)
    assert sorted(verdict for _position, verdict, _code in verdicts(batch)) == ["same", "update"]
    started(batch, by=by)
    hargrove.refresh_from_db()
    assert (hargrove.tier, hargrove.city) == ("B", "Tyler")


def test_a_field_both_changed_since_the_export_is_asked_with_what_each_says(
    desk: Client, by: Actor, hargrove: Account
) -> None:
    change_account(hargrove, by=by, city="Tyler")  # so that history has a version of it
    found = downloaded(desk, "/accounts/?format=xlsx")
    sheet = found.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("Town") + 1).value = "Dallas, TX"
    sheet.cell(2, heads.index("Tier") + 1).value = "C"
    change_account(hargrove, by=by, city="Austin")
    batch = mapped(sent(saved(found), by=by, name="accounts.xlsx"), by=by)
    asked = row(batch, 2)
    assert (asked.verdict, asked.code) == ("ask", "changed_both")
    assert asked.plan["account"]["changes"]["account.city"] == ["Austin", "Dallas"]
    assert asked.plan["account"]["then"] == {"account.city": "Tyler"}
    page = desk.get(f"/imports/rows/{asked.pk}/").content.decode()
    for said in ("When it was exported", "Tyler", "Austin", "Dallas"):
        assert said in page
    accept_fields(asked, by=by, fields="account.tier")
    started(batch, by=by)
    hargrove.refresh_from_db()
    assert (hargrove.city, hargrove.tier) == ("Austin", "C")
