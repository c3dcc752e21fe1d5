"""A list as a workbook: written row by row to a file on disk, so a hundred thousand rows need the memory of one.

Text is always text (a leading = + - @ is never a formula); amounts, numbers and days are typed, so that each machine shows
them in its own way; instants stand in the reader's time zone.
"""

import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

import xlsxwriter
from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from callboard.kit.tables import Column

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What a sheet holds; the rest goes on on the next one.
ROWS_A_SHEET = 1_048_575
LONGEST_TEXT = 32_767
#: Digits a number of a workbook keeps; a longer one would be rounded, so it is text.
DIGITS = 15
#: Workbooks begin in 1900, with a 29 February of that year that never was.
FIRST_DAY = date(1900, 3, 1)
#: Characters a column is wide at least, by its kind; text as wide as what stands in it, up to WIDEST.
WIDTHS = {"money": 14, "number": 12, "date": 12, "when": 18, "person": 22, "account": 32, "email": 30, "phone": 18}
NARROWEST, WIDEST = 12, 64
#: Excel's own formats for a day and an instant: shown as the machine that opens it is set.
DAY, INSTANT, AMOUNT = 14, 22, 4


def write(
    target: "IO[bytes] | str", title: str, columns: Sequence[Column], rows: Iterable[Any], more: Sequence[Any] = ()
) -> int:
    """Write the workbook; returns how many rows its first table has.  more: (title, columns, rows) of further tables."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        pens = [_write(book, *each) for each in ((title, columns, rows), *more)]
    return pens[0].written


def _write(book: Any, title: str, columns: Sequence[Column], rows: Iterable[Any]) -> "_Pen":
    pen = _Pen(book, title, columns)
    pen.turn()
    for row in rows:
        pen.row(row)
    pen.close()
    return pen


def xlsx_response(
    name: str, title: str, columns: Sequence[Column], rows: Iterable[Any], more: Sequence[Any] = ()
) -> FileResponse:
    """A download named ``name``.xlsx."""
    file = tempfile.TemporaryFile(prefix="callboard-")  # noqa: SIM115  # the response closes it
    write(file, title, columns, rows, more)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=KIND)


class _Pen:
    """Where the next row goes, and how each kind of value looks."""

    def __init__(self, book: Any, title: str, columns: Sequence[Column]) -> None:
        self.book, self.title, self.columns = book, title, columns
        self.bold = book.add_format({"bold": True})
        self.formats = {
            name: book.add_format({"num_format": number})
            for name, number in (("day", DAY), ("instant", INSTANT), ("amount", AMOUNT))
        }
        self.sheet: Any = None
        self.line = self.written = self.sheets = 0
        self.widths: list[int] = []

    def turn(self) -> None:
        """A new sheet with its heads."""
        self.close()
        self.sheets += 1
        self.sheet = self.book.add_worksheet(sheet_name(self.title, self.sheets))
        self.sheet.freeze_panes(1, 0)
        for place, column in enumerate(self.columns):
            self.sheet.write_string(0, place, str(column.label)[:LONGEST_TEXT], self.bold)
        # The arrow of the filter stands beside the head.
        self.widths = [max(WIDTHS.get(each.kind, NARROWEST), len(str(each.label)) + 4) for each in self.columns]
        self.line = 0

    def row(self, row: Any) -> None:
        if self.line == ROWS_A_SHEET:
            self.turn()
        self.line += 1
        self.written += 1
        for place, column in enumerate(self.columns):
            self._cell(place, column.of(row), column.kind)

    def close(self) -> None:
        """The heads filter what was written, and each column is as wide as that."""
        if self.sheet is not None and self.columns:
            for place, (width, column) in enumerate(zip(self.widths, self.columns, strict=True)):
                self.sheet.set_column(place, place, width, None, {"hidden": True} if column.hidden else {})
            self.sheet.autofilter(0, 0, self.line, len(self.columns) - 1)

    def _cell(self, place: int, value: Any, kind: str) -> None:
        if isinstance(value, tuple):
            value = value[0]
        if value is None or value == "":
            return
        if isinstance(value, bool):
            self.sheet.write_boolean(self.line, place, value)
        elif isinstance(value, int | float | Decimal):
            self._number(place, value, kind)
        elif isinstance(value, datetime) and value.date() >= FIRST_DAY:
            local = timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
            self.sheet.write_datetime(self.line, place, local, self.formats["instant"])
        elif isinstance(value, date) and not isinstance(value, datetime) and value >= FIRST_DAY:
            self.sheet.write_datetime(self.line, place, value, self.formats["day"])
        else:
            text = str(value)[:LONGEST_TEXT]
            self.widths[place] = max(self.widths[place], min(len(text) + 2, WIDEST))
            self.sheet.write_string(self.line, place, text)

    def _number(self, place: int, value: "int | float | Decimal", kind: str) -> None:
        exact = Decimal(value)
        if not exact.is_finite() or len(exact.normalize().as_tuple().digits) > DIGITS:
            self.sheet.write_string(self.line, place, str(value))
        else:
            self.sheet.write_number(self.line, place, float(value), self.formats["amount"] if kind == "money" else None)


def sheet_name(title: str, number: int) -> str:
    """A name a sheet may have: 31 characters without []:*?/\\, never an apostrophe at an end."""
    plain = "".join(" " if character in "[]:*?/\\" else character for character in title).strip("' ") or _("Rows")
    mark = f" {number}" if number > 1 else ""
    return f"{plain[: 31 - len(mark)]}{mark}"
