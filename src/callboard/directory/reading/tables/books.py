"""Workbooks: XLSX, XLSM, XLSB, XLS, ODS, read by calamine in a child process with bounded memory and time.

A cell far outside ("XFD1048576") or a zip bomb makes any reader ask for more memory than there is; a child that dies costs
a sentence.  Formulas are never run: what the program that wrote the file last computed is read.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from callboard.directory.reading.bounded import bound_this_process
from callboard.directory.reading.tables.cells import text_of, trimmed
from callboard.directory.reading.tables.problems import MOST_COLUMNS, Said, Unreadable, _, size_text

#: Bytes a workbook may have when it is unpacked, and the memory its reader may have.
MOST_UNPACKED = 1024 * 1024 * 1024
MOST_MEMORY = 2 * 1024 * 1024 * 1024
MOST_SECONDS = 120
ROWS_AT_ONCE = 500
#: A sentence and its values, on the way out of the child.
Warned = tuple[str, dict[str, Any]]
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def is_book(start: bytes) -> bool:
    """Whether a file that begins so is a workbook, whatever its name says."""
    return start.startswith((_ZIP, _OLE))


class Book:
    """A workbook's first sheet with anything on it.  `sheet` and `warnings` are known once it was begun."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sheet = ""
        self.warnings: list[Said] = []
        _refuse_bomb(path)

    def __iter__(self) -> Iterator[list[str]]:
        child = subprocess.Popen(
            [sys.executable, "-m", __name__, str(self.path.absolute())],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        over = False
        try:
            for line in child.stdout or ():
                said = json.loads(line)
                if isinstance(said, list):
                    yield from said
                    continue
                over = True
                if "error" in said:
                    raise Unreadable(said["error"], **said["values"])
                self.sheet, self.warnings = said["sheet"], [Said(*warning) for warning in said["warnings"]]
            child.wait()
            if child.returncode != 0 or not over:
                raise Unreadable(_("The workbook is damaged, or it needs more memory than a file may. Save it as CSV."))
        finally:
            with suppress(ProcessLookupError):
                child.kill()
            child.wait()
            if child.stdout:
                child.stdout.close()


def unpacked_size(path: Path) -> int:
    """Bytes a workbook has when it is unpacked; 0 for one that is not packed."""
    if not zipfile.is_zipfile(path):
        return 0
    try:
        with zipfile.ZipFile(path) as packed:
            return sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise Unreadable(
            _("The workbook is damaged: its parts cannot be listed. Save it again in its program.")
        ) from error


def _refuse_bomb(path: Path) -> None:
    unpacked = unpacked_size(path)
    if unpacked > MOST_UNPACKED:
        sentence = _("Unpacked the workbook would have {size}; {most} at most are read.")
        raise Unreadable(sentence, size=size_text(unpacked), most=size_text(MOST_UNPACKED))


def _child(path: str) -> None:
    """Print the sheet's name and the warnings as a JSON object, then rows as JSON lists of lists."""
    bound_this_process(MOST_MEMORY, MOST_SECONDS)
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_path(path)
        _write(*_first_sheet(book))
    except PasswordError:
        _fail(_("The workbook has a password. Save it without one."))
    except Exception as error:  # whatever calamine says of a damaged file
        _fail(
            _("The workbook cannot be read ({fault}). Save it again in its program, or as CSV."), fault=str(error)[:200]
        )


def _first_sheet(book: Any) -> "tuple[str, Any, list[Warned]]":
    names = [meta.name for meta in book.sheets_metadata if str(meta.typ).endswith("WorkSheet")] or book.sheet_names
    if not names:
        raise ValueError("it has no sheet")
    filled = [(name, sheet) for name in names if (sheet := book.get_sheet_by_name(name)).total_height]
    warnings: list[Warned] = []
    if len(filled) > 1:
        others = ", ".join(name for name, _sheet in filled[1:6])
        warnings.append((_("The first sheet was read; there are others: {names}."), {"names": others}))
    name, sheet = filled[0] if filled else (names[0], book.get_sheet_by_name(names[0]))
    return name, sheet, warnings


def _write(name: str, sheet: Any, warnings: "list[Warned]") -> None:
    if sheet.total_width > MOST_COLUMNS:
        rows = sheet.to_python(skip_empty_area=False, nrows=50)
        if any(trimmed(text_of(cell)) for row in rows for cell in row[MOST_COLUMNS:]):
            sentence = _("The sheet has {n} columns; {most} at most are read.")
            return _fail(sentence, n=sheet.total_width, most=MOST_COLUMNS)
    merged = _merged(sheet)
    if merged:
        sentence = _("{n} groups of cells are merged; each of their rows was given the value.")
        warnings.append((sentence, {"n": len(merged)}))
    held: dict[int, str] = {}
    some: list[list[str]] = []
    for place, row in enumerate(sheet.iter_rows()):
        cells = [trimmed(text_of(cell)) for cell in row[:MOST_COLUMNS]]
        _fill(cells, place, merged, held)
        some.append(cells)
        if len(some) == ROWS_AT_ONCE:
            _say(some)
            some = []
    _say(some)
    return _say({"sheet": name, "warnings": warnings})


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells merged over several rows: (first row, column) -> (last row, last column).  A title over columns stays a title."""
    ranges = sheet.merged_cell_ranges or []
    return {start: end for start, end in ranges if end[0] > start[0] and end[1] - start[1] < 3}


def _fill(cells: list[str], row: int, merged: dict[tuple[int, int], tuple[int, int]], held: dict[int, str]) -> None:
    """Put the value of merged cells into each of their rows."""
    for (first, column), (last, _column) in merged.items():
        if column >= len(cells):
            continue
        if row == first:
            held[column] = cells[column]
        elif first < row <= last and not cells[column]:
            cells[column] = held.get(column, "")


def _fail(text: str, **values: Any) -> None:
    _say({"error": text, "values": values})


def _say(what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")


if __name__ == "__main__":
    _child(sys.argv[1])
