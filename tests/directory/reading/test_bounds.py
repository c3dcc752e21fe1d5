"""What a file may ask for: columns nobody filled, lines without an end, more rows than there are.  Each is answered soon, and
a look at the beginning reads no more than the beginning."""

from itertools import islice
from pathlib import Path

import pytest

from callboard.directory.reading.tables import Unreadable, delimited, encodings, open_table, opening


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "a.csv"


def test_columns_nobody_filled_are_no_columns(written: Path) -> None:
    """A spreadsheet saved with its whole width."""
    blanks = b"," * 16_000
    written.write_bytes(b"Company,City" + blanks + b"\n" + b"Acme,Waco" + blanks + b"\n")
    table = open_table(written)
    assert (table.columns, table.width) == (("Company", "City"), 2)
    assert [line.upto(2) for line in table] == [["Acme", "Waco"]]


@pytest.mark.parametrize("commas", [50_000, 1_000_000])
def test_more_columns_than_a_spreadsheet_has_are_refused(written: Path, commas: int) -> None:
    written.write_bytes(b"Company" + b"," * commas + b"\nAcme\n")
    with pytest.raises(Unreadable, match=f"A row has {commas + 1} columns; 1000 at most are read."):
        open_table(written, glance=True)


def test_a_line_without_an_end_is_refused(written: Path) -> None:
    written.write_bytes(b"a" * (delimited.LONGEST_LINE + 1))
    with pytest.raises(Unreadable, match="does not end"):
        open_table(written, glance=True)


def test_rows_have_an_end_and_empty_ones_count(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_LINES", 1000)
    written.write_bytes(b"Company\n" + b"\n" * 998 + b"Acme\n")
    assert [line.cells for line in open_table(written)] == [["Acme"]]
    written.write_bytes(b"Company\n" + b"\n" * 999 + b"Acme\n")
    table = open_table(written, glance=True)
    with pytest.raises(Unreadable, match="more than 1,000 lines"):
        list(open_table(written))
    assert table.columns == ("Company",)


def test_a_glance_reads_the_beginning_alone(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "GLANCE", 2000)
    monkeypatch.setattr(encodings, "PIECE", 500)
    written.write_bytes(b"Company,City\n" + b'Acme,"Waco"\n' * 5000 + b'"never closed,\xff\n')
    seen: list[bytes] = []
    pieces = encodings._pieces

    def noted(path: Path, most: int | None) -> object:
        for piece in pieces(path, most):
            seen.append(piece)
            yield piece

    monkeypatch.setattr(encodings, "_pieces", noted)
    table = open_table(written, glance=True)
    assert table.columns == ("Company", "City")
    assert len(list(table)) < 200
    assert sum(map(len, seen)) <= 2500
    whole = open_table(written)
    assert len(list(islice(whole, 5000))) == 5000


def test_a_large_workbook_is_not_looked_at_while_somebody_waits(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written.write_bytes(b"Company\nAcme\n")
    assert not opening.is_long(written)
    monkeypatch.setattr(opening, "GLANCE_BOOK", 1000)
    written.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 2000)
    assert opening.is_long(written)
