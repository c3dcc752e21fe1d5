"""How many of Pollock's real files are loaded exactly, by us and by clevercsv: both are printed."""

import csv
import json
import os
from pathlib import Path

import clevercsv
import pytest

from callboard.directory.reading.tables import Unreadable, open_table
from callboard.directory.reading.tables.cells import trimmed

DATA = Path(os.environ.get("CALLBOARD_DATA") or Path(__file__).parents[3] / "../shared/data")
FOLDER = DATA / "csv_pollock" / "survey_sample"
Rows = list[list[str]]


def cleaned(rows: Rows) -> Rows:
    """What a table says: blanks at the edges of cells, empty cells at the end of a row and empty rows say nothing."""
    found: Rows = []
    for row in rows:
        cells = [trimmed(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found.append(cells)
    return found


def by_us(path: Path) -> Rows:
    try:
        table = open_table(path)
    except Unreadable:
        return []
    return [list(table.columns), *(line.cells for line in table)]


def by_clevercsv(path: Path) -> Rows:
    encoding = clevercsv.encoding.get_encoding(str(path))
    text = path.read_bytes().decode(encoding, "replace")
    dialect = clevercsv.Sniffer().sniff(text) if text.strip() else None
    return list(clevercsv.reader(text.splitlines(True), dialect)) if dialect is not None else []


def exactly(rows: Rows, target: Rows, headless: bool) -> bool:
    """Pollock invents heads (col_0, col_1) where a file has none."""
    found, wanted = cleaned(rows), cleaned(target)
    return found == wanted or (headless and found == wanted[1:])


def test_as_many_files_are_loaded_exactly_as_by_clevercsv() -> None:
    if not FOLDER.is_dir():
        pytest.skip("CALLBOARD_DATA= is not set: csv_pollock")
    ours, theirs, files = [], [], sorted((FOLDER / "csv").iterdir())
    for path in files:
        said = json.loads((FOLDER / "parameters" / f"{path.name}_parameters.json").read_text())
        with (FOLDER / "clean" / path.name).open(encoding="utf-8", newline="") as file:
            target = list(csv.reader(file))
        headless = said["header_lines"] == "0"
        ours += [path.name] * exactly(by_us(path), target, headless)
        theirs += [path.name] * exactly(by_clevercsv(path), target, headless)
    print(f"csv_pollock: {len(files)} files, loaded exactly: Callboard {len(ours)}, clevercsv 0.8.5 {len(theirs)}")
    assert len(ours) >= len(theirs)
