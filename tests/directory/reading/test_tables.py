"""Tables of any encoding and dialect. Every sample is written here, from how programs write them."""

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from callboard.directory.reading.tables import Table, Unreadable, books, open_table
from callboard.directory.reading.tables.cells import day_order, text_of


def table(folder: Path, content: str | bytes, encoding: str = "utf-8", name: str = "a.csv") -> Table:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return open_table(path)


def rows(found: Table) -> list[list[str]]:
    return [line.cells for line in found]


PEOPLE = "Name,Town,Since\r\nZoë Müller,São Paulo,2024-03-01\r\nRenée Núñez,Köln,2023-11-12\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_letters_come_out_as_they_went_in_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    found = table(tmp_path, PEOPLE, encoding)
    assert found.columns == ("Name", "Town", "Since")
    assert rows(found)[0] == ["Zoë Müller", "São Paulo", "2024-03-01"]


def test_cyrillic_windows_text_is_told_from_western(tmp_path: Path) -> None:
    text = "Имя,Город\r\n" + "Иван Петров,Москва\r\nОльга Смирнова,Санкт-Петербург\r\n" * 20
    assert rows(table(tmp_path, text, "cp1251"))[0] == ["Иван Петров", "Москва"]


def test_a_file_of_two_encodings_is_read_line_by_line_and_says_so(tmp_path: Path) -> None:
    content = "Name,Town\nZoë,Köln\n".encode() + "René,Nîmes\n".encode("cp1252")
    found = table(tmp_path, content)
    assert rows(found) == [["Zoë", "Köln"], ["René", "Nîmes"]]
    assert "1 lines are not UTF-8" in str(found.warnings[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_delimiter_and_quote_are_found(tmp_path: Path, delimiter: str, quote: str) -> None:
    cells = ["Name", "Note", "Paid"], ["Ray", f"one{delimiter} two", "1200.50"], ["Ann", "fine", "17"]
    text = "".join(delimiter.join(f"{quote}{cell}{quote}" for cell in row) + "\n" for row in cells)
    found = table(tmp_path, text)
    assert (found.dialect.delimiter, found.dialect.quote) == (delimiter, quote)
    assert rows(found) == [list(row) for row in cells[1:]]


def test_numbers_with_decimal_commas_do_not_make_the_comma_a_delimiter(tmp_path: Path) -> None:
    found = table(tmp_path, "Agency;Premium;Rate\nAcme;1.200,50;0,75\nBirch;980,00;1,25\nCedar;17,10;2,00\n")
    assert rows(found)[0] == ["Acme", "1.200,50", "0,75"]


def test_a_line_that_names_the_separator_is_believed(tmp_path: Path) -> None:
    found = table(tmp_path, "sep=;\nName;Town\nAcme, Inc;Waco\n")
    assert found.columns == ("Name", "Town")
    assert rows(found) == [["Acme, Inc", "Waco"]]


def test_a_line_break_inside_of_a_cell_stays_in_it(tmp_path: Path) -> None:
    found = table(tmp_path, 'Name,Note\nRay,"first\nsecond ""quoted"""\nAnn,x\n')
    assert rows(found) == [["Ray", 'first\nsecond "quoted"'], ["Ann", "x"]]


def test_a_quote_that_is_never_closed_costs_no_rows(tmp_path: Path) -> None:
    good = "".join(f'"Ray {number}","fine"\n' for number in range(500))
    text = '"Name","Note"\n' + good + '"Ann","a\n' + "".join(f"Ann {number},{'x' * 90}\n" for number in range(2000))
    found = table(tmp_path, text)
    assert len(rows(found)) == 2501
    assert "never closed" in str(found.warnings[0])


def test_titles_above_the_table_are_no_heads(tmp_path: Path) -> None:
    found = table(tmp_path, "Agencies of the south,,\nas of March,,\n,,\nName,Town,MRR\nAcme,Waco,120\nBirch,Bend,80\n")
    assert found.columns == ("Name", "Town", "MRR")
    assert found.dialect.header_row == 4
    assert [line.number for line in found] == [5, 6]


REPORT = (
    '"Account Name","Account Owner","Billing City","Phone"\n"Acme Insurance","Ray Cole","Waco","254-555-0101"\n\n'
    '"Birch Agency","Ann Diaz","Tyler",""\n"Cole & Sons","","",""\n'
)
FOOT = '"Grand Totals (3 records)"\n"All accounts of the south"\n\n"Confidential Information - Do Not Distribute"\n'


def test_what_a_report_says_below_its_table_is_none_of_its_rows(tmp_path: Path) -> None:
    found = table(tmp_path, f"{REPORT}\n\n{FOOT}")
    assert [row[0] for row in rows(found)] == ["Acme Insurance", "Birch Agency", "Cole & Sons"]
    assert "“Grand Totals (3 records) · All accounts of the south · Confidential" in str(found.warnings[-1])


def test_one_cell_below_a_gap_is_a_row_where_rows_follow_or_have_no_more(tmp_path: Path) -> None:
    found = table(tmp_path, f"{REPORT}\n\nDale Agency\nEve & Co,Ann Diaz,Waco,\n")
    assert [row[0] for row in rows(found)][-2:] == ["Dale Agency", "Eve & Co"]
    assert not found.warnings
    assert len(rows(table(tmp_path, "Agency,Town\nAcme,Waco\n\nBirch,\n"))) == 2


def test_heads_of_two_lines_become_one(tmp_path: Path) -> None:
    found = table(tmp_path, "Name,Address,,Paid\n,City,State,\nAcme,Waco,TX,120\nBirch,Bend,OR,80\n")
    assert found.columns == ("Name", "Address City", "Address State", "Paid")


def test_a_file_without_heads_is_told_from_one_with(tmp_path: Path) -> None:
    found = table(tmp_path, "Acme,ray@acme.example,120\nBirch,ann@birch.example,80\n")
    assert (found.columns, found.dialect.header_row) == ((), None)
    assert len(rows(found)) == 2


def test_nuls_and_invisible_blanks_are_gone(tmp_path: Path) -> None:
    assert rows(table(tmp_path, "Name,Town\nAc\0me,\u00a0Waco\u200b \n")) == [["Acme", "Waco"]]


def test_five_hundred_columns_are_read_and_five_thousand_refused(tmp_path: Path) -> None:
    wide = ",".join(f"c{number}" for number in range(500)) + "\n" + ",".join(["1"] * 500) + "\n"
    assert len(table(tmp_path, wide).columns) == 500
    with pytest.raises(Unreadable, match="5000 columns"):
        table(tmp_path, ",".join(["x"] * 5000) + "\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"\n  \t \n\n", "no filled cell"), (b"%PDF-1.7 ...", "document"), (b"PK\x03\x04broken", "read")],
)
def test_what_is_no_table_is_said_in_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        rows(table(tmp_path, content))


def test_two_gigabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(Unreadable, match="2 GB"):
        open_table(path)


def book(folder: Path, *lines: tuple[object, ...], merge: str = "") -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    if merge:
        sheet.merge_cells(merge)
    path = folder / "a.xlsx"
    made.save(path)
    return path


def test_a_workbook_gives_numbers_and_days_as_people_type_them(tmp_path: Path) -> None:
    path = book(tmp_path, ("Name", "Code", "Paid", "On", "Yes"), ("Acme", 7.0, 12.5, date(2026, 3, 1), True))
    found = open_table(path)
    assert (found.dialect.encoding, found.columns) == ("workbook", ("Name", "Code", "Paid", "On", "Yes"))
    assert rows(found) == [["Acme", "7", "12.5", "2026-03-01", "true"]]


def test_merged_cells_give_their_value_to_each_of_their_rows(tmp_path: Path) -> None:
    path = book(tmp_path, ("Network", "Agency"), ("Northstar", "Acme"), (None, "Birch"), (None, "Cedar"), merge="A2:A4")
    found = open_table(path)
    assert rows(found) == [["Northstar", "Acme"], ["Northstar", "Birch"], ["Northstar", "Cedar"]]
    assert "merged" in str(found.warnings[0])


def test_a_formula_is_never_run(tmp_path: Path) -> None:
    """openpyxl writes the formula without a result, so there is nothing to read; a text that begins like one is a text."""
    path = book(tmp_path, ("Name", "Sum"), ("Acme", "=1+1"), ("'=2+2", "x"))
    assert rows(open_table(path)) == [["Acme", ""], ["'=2+2", "x"]]
    assert rows(table(tmp_path, "Name,Sum\nAcme,=1+1\n")) == [["Acme", "=1+1"]]


def test_a_zip_bomb_is_refused_by_what_it_would_unpack_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/a.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1100):
            part.write(bytes(1_000_000))
    assert path.stat().st_size < 2_000_000
    with pytest.raises(Unreadable, match="GB at most"):
        open_table(path)


def test_a_cell_at_the_far_end_of_a_sheet_costs_a_sentence_and_not_the_machine(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Name", "far"
    path = tmp_path / "far.xlsx"
    made.save(path)
    with pytest.raises(Unreadable):
        rows(open_table(path))


def test_a_child_that_dies_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books.sys, "executable", "/bin/false")
    with pytest.raises(Unreadable, match="damaged"):
        rows(open_table(book(tmp_path, ("Name",), ("Acme",))))


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2026-03-01", "2026-12-31"], "ymd"),
        (["3/1/2026", "12/31/2026"], "mdy"),
        (["1/3/2026", "31/12/2026"], "dmy"),
        (["1/3/2026", "2/4/2026"], "ask"),
        (["31/12/2026", "12/31/2026"], "both"),
        (["4/4/2026", "x"], ""),
    ],
)
def test_the_order_of_days_is_told_by_the_whole_column(texts: list[str], order: str) -> None:
    assert day_order(texts) == order


def test_a_long_number_keeps_its_digits() -> None:
    assert [text_of(value) for value in (1234567890123.0, 0.1, 1e-7, 5.0, -2.50)] == [
        "1234567890123", "0.1", "0.0000001", "5", "-2.5",
    ]  # fmt: skip
