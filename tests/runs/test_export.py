"""What is seen as a file: a workbook with typed cells, text that is never run, and the command for any list."""

import io
import json
import tempfile
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from callboard.config.cli import main
from callboard.directory.models import Account
from callboard.kit import xlsx
from callboard.kit.listing.models import SavedView
from callboard.kit.tables import Column
from callboard.team.models import Person
from tests import make

COLUMNS = [Column("value", "Value"), Column("amount", "Amount", kind="money")]


class Row:
    def __init__(self, value: Any, amount: Any = None) -> None:
        self.value, self.amount = value, amount


def written(*values: Any, title: str = "Things") -> Any:
    """The first column as a spreadsheet program reads it back."""
    file = io.BytesIO()
    xlsx.write(file, title, COLUMNS, [Row(value) for value in values])
    return openpyxl.load_workbook(io.BytesIO(file.getvalue())).active


def cells(*values: Any) -> list[Any]:
    return [row[0] for row in written(*values).iter_rows(min_row=2)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://x.example", "007", "\t=1", "عمرو"]
)
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    (cell,) = cells(text)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_a_column_is_as_wide_as_what_stands_in_it_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Abernathy & Escobedo Insurance Services of Southern Georgia"

    def width(*values: Any) -> float:
        return float(written(*values).column_dimensions["A"].width)

    assert len(long) < width("A", long, "B") < xlsx.WIDEST + 1
    assert width("x" * 4000) < xlsx.WIDEST + 1
    assert width("A") < 15
    monkeypatch.setattr(xlsx, "ROWS_A_SHEET", 1)
    file = io.BytesIO()
    xlsx.write(file, "Things", COLUMNS, [Row(long), Row("A")])
    one, two = openpyxl.load_workbook(io.BytesIO(file.getvalue())).worksheets
    assert one.column_dimensions["A"].width > len(long) > two.column_dimensions["A"].width


def test_numbers_amounts_and_days_are_typed() -> None:
    number, money, yes, day = cells(7, Decimal("1234.50"), True, date(2026, 3, 9))
    assert (number.value, number.data_type) == (7, "n")
    assert (money.value, money.data_type) == (1234.5, "n")
    assert yes.value is True
    assert (day.value, day.is_date) == (datetime.fromisoformat("2026-03-09"), True)
    assert day.number_format == "mm-dd-yy"  # Excel's own short day, shown as the machine is set


def test_an_amount_has_the_format_of_amounts() -> None:
    file = io.BytesIO()
    xlsx.write(file, "x", COLUMNS, [Row("a", Decimal("-264.0000000000"))])
    cell = openpyxl.load_workbook(io.BytesIO(file.getvalue())).active["B2"]
    assert (cell.value, cell.number_format) == (-264, "#,##0.00")


def test_an_instant_stands_in_the_zone_of_the_reader() -> None:
    with timezone.override("America/Chicago"):
        (cell,) = cells(datetime(2026, 3, 10, 3, 0, tzinfo=UTC))
    assert cell.value == datetime.fromisoformat("2026-03-09 22:00")


@pytest.mark.parametrize(
    "value", [2**60 + 1, Decimal("0.12345678901234567"), float("nan"), Decimal("Infinity"), date(1899, 1, 1)]
)
def test_what_a_workbook_would_change_is_kept_as_text(value: Any) -> None:
    (cell,) = cells(value)
    assert (cell.value, cell.data_type) == (str(value), "s")


def test_unknown_values_are_empty_and_long_or_odd_text_opens() -> None:
    found = cells(None, "", "x" * 40_000, "bell \x07", ("Pending", "pend"))
    assert [cell.value for cell in found[:2]] == [None, None]
    assert len(found[2].value) == 32_767
    assert "bell" in found[3].value
    assert found[4].value == "Pending"


@pytest.mark.parametrize(("title", "name"), [("A/B: [x]*?", "A B   x"), ("'", "Rows"), ("x" * 40, "x" * 31)])
def test_a_sheet_has_a_name_it_may_have(title: str, name: str) -> None:
    assert written("a", title=title).title.strip() == name


def test_more_rows_than_a_sheet_holds_go_on_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS_A_SHEET", 2)
    file = io.BytesIO()
    assert xlsx.write(file, "Things", COLUMNS, [Row(number) for number in range(5)]) == 5
    book = openpyxl.load_workbook(io.BytesIO(file.getvalue()))
    assert book.sheetnames == ["Things", "Things 2", "Things 3"]
    assert [sheet["A1"].value for sheet in book] == ["Value"] * 3
    assert book["Things 3"]["A2"].value == 4


def test_an_empty_list_is_a_workbook_with_heads() -> None:
    assert [cell.value for cell in written()[1]] == ["Value", "Amount"]


def test_ten_times_the_rows_need_no_more_memory() -> None:
    def many(number: int) -> Iterator[Row]:
        return (Row(f"Agency {count}", Decimal(count)) for count in range(number))

    def peak(number: int) -> int:
        with tempfile.TemporaryFile() as file:
            tracemalloc.start()
            xlsx.write(file, "x", COLUMNS, many(number))
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return found

    peak(10)
    assert peak(5000) < peak(500) + 2_000_000


# Lists


@pytest.fixture
def accounts(db: None, desk: Person) -> list[Account]:
    return [make.account(name, owner=desk, mrr=Decimal("58.50")) for name in ("=Agency", "Bravo", "Émile")]


def sheet(client: Client, query: str) -> list[tuple[Any, ...]]:
    answer = client.get(f"/accounts/?{query}&format=xlsx")
    assert answer["Content-Type"] == xlsx.KIND
    assert 'filename="accounts.xlsx"' in answer["Content-Disposition"]
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def test_a_list_as_a_workbook_has_the_filters_the_order_and_the_columns_seen(
    as_desk: Client, accounts: list[Account]
) -> None:
    Account.objects.filter(name="Émile").update(owner=None)
    rows = sheet(as_desk, "sort=-name&owner=me")
    assert rows[0][:5] == ("Account", "Town", "Tier", "Owner", "MRR")
    assert [row[0] for row in rows[1:]] == ["Bravo", "=Agency"]
    assert rows[1][3:5] == ("Dana Desk", 58.5)


def test_the_page_offers_both_files_of_what_is_seen(as_desk: Client, accounts: list[Account]) -> None:
    html = as_desk.get("/accounts/?q=bravo").content.decode()
    assert "/accounts/?q=bravo&amp;format=xlsx" in html
    assert "/accounts/?q=bravo&amp;format=csv" in html


def test_the_command_writes_any_list_in_each_form(
    accounts: list[Account], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    Account.objects.filter(name="Bravo").update(tier="A")
    file = tmp_path / "all of them.xlsx"
    assert main(["export", "accounts?sort=-name", "-o", str(file)]) == 0
    book = openpyxl.load_workbook(file).active
    head, *rows = book.iter_rows(values_only=True)
    assert [row[0] for row in rows] == ["Émile", "Bravo", "=Agency"]
    # One that comes back edited is compared with what it was made from, whichever way it went out.
    assert head[-2:] == ("Callboard id", "Callboard version")
    assert [row[-2] for row in rows] == [accounts[2].pk, accounts[1].pk, accounts[0].pk]
    assert b"3 rows in" in capsysbinary.readouterr().err
    assert main(["export", "accounts", "--format", "csv"]) == 0
    assert b"'=Agency," in capsysbinary.readouterr().out
    assert main(["export", "accounts?tier=A", "--format", "json"]) == 0
    (line,) = capsysbinary.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["account"] if "account" in found else found["name"]) == "Bravo"
    assert found["url"] == f"/accounts/{Account.objects.get(name='Bravo').pk}/"


def test_the_command_writes_a_saved_view_with_its_columns(
    accounts: list[Account], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    owner = make.person("Dana")
    state = {"q": ["bravo"], "cols": ["tier,name"]}
    view = SavedView.objects.create(
        owner=owner, page="accounts", name="Mine", query=state, audience=[f"person:{owner.pk}"]
    )
    assert main(["export", f"accounts?view={view.pk}"]) == 0
    head, line = capsysbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert (head, line) == ("Tier,Account", ",Bravo")
    SavedView.objects.filter(pk=view.pk).update(page="orders")
    assert main(["export", f"accounts?view={view.pk}"]) == 1
    assert b"That view is no longer there" in capsysbinary.readouterr().err


def test_the_command_in_json_ends_with_its_summary(
    accounts: list[Account], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", "accounts", "--json"]) == 0
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert len(lines) == 4 and lines[-1]["summary"]["rows"] == 3
    assert main(["export", "accounts", "--json", "-o", str(tmp_path / "a.csv")]) == 0
    (line,) = capsysbinary.readouterr().out.splitlines()
    assert json.loads(line)["summary"]["rows"] == 3


def test_a_full_disk_leaves_no_half_of_a_file(
    accounts: list[Account], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("last week's")
    (tmp_path / "a.csv.part").symlink_to("/dev/full")
    assert main(["export", "accounts", "-o", str(file)]) == 1
    assert capsys.readouterr().err.startswith("The disk is full.")
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert file.read_text() == "last week's"


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        ("nothing", "There is no list “nothing”"),
        ("accounts?tier=Z", "has no choice “Z”"),
        ("accounts?sort=secret", "cannot be sorted"),
        ("accounts?regoin=TX", "has no filter “regoin”"),
        ("accounts?limit=-5", "has no filter “limit”"),
    ],
)
def test_a_view_that_makes_no_sense_is_a_sentence(
    view: str, sentence: str, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", view]) == 1
    assert sentence in capsys.readouterr().err
