"""A list as a file: what is seen, in the order seen, streamed."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from callboard.core.models import Model
from callboard.kit.tables import Column

#: Rows read from the database at once.
CHUNK = 2000
#: What a workbook of records carries unseen, so that one that comes back edited is compared with what it was made from.
KEYS = (
    Column("callboard_id", "Callboard id", kind="number", value="pk", hidden=True),
    Column("callboard_version", "Callboard version", kind="number", value="version", hidden=True),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def guarded(text: str) -> str:
    """Text a spreadsheet will not run: what would start a formula gets a quote before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain(value: Any) -> str:
    """A cell's value as text.  Numbers stay numbers (a minus sign is no formula there); everything else is guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (int, float, Decimal)):
        return _digits(value) if isinstance(value, Decimal) else str(value)
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return plain(value[0])
    return guarded(str(value))


def _digits(value: Decimal) -> str:
    """The number without the zeros the database keeps behind its cents: 264.00, not 264.0000000000."""
    text = f"{value:f}"
    whole, dot, rest = text.partition(".")
    return f"{whole}.{rest.rstrip('0').ljust(min(len(rest), 2), '0')}" if dot else text


class _Echo:
    def write(self, line: str) -> str:
        return line


def lines(columns: Iterable[Column], rows: Iterable[Any]) -> Iterator[str]:
    """The lines of the file, header first."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([guarded(str(column.label)) for column in columns])
    for row in rows:
        yield writer.writerow([plain(column.of(row)) for column in columns])


def _kept(parts: Iterator[str], zone: tzinfo, language: str) -> Iterator[str]:
    """The lines are made after the request is over: its zone and language are put on again for each."""
    while True:
        with timezone.override(zone), translation.override(language):
            line = next(parts, None)
        if line is None:
            return
        yield line


def in_pieces(rows: "QuerySet[Any] | Sequence[Any]") -> Iterable[Any]:
    """The rows, those of a query fetched as they are read."""
    return rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows


def export(
    form: str,
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: "QuerySet[Any] | Sequence[Any]",
    more: Sequence[Any] = (),
) -> HttpResponseBase | None:
    """The rows as a file of this form (csv, xlsx), in the order they have; None for a form there is not.

    more: (title, columns, rows) of further sheets of a workbook.
    """
    if form not in ("csv", "xlsx"):
        return None
    found = in_pieces(rows)
    if form == "csv":
        return csv_response(name, columns, found)
    from callboard.kit.xlsx import xlsx_response  # only whoever writes a workbook loads its library

    keyed = isinstance(rows, QuerySet) and issubclass(rows.model, Model)
    further = [(*head, in_pieces(each)) for *head, each in more]
    return xlsx_response(name, title, [*columns, *(KEYS if keyed else ())], found, further)


def csv_response(name: str, columns: Iterable[Column], rows: Iterable[Any]) -> StreamingHttpResponse:
    """A download named `name`.csv, UTF-8 with the mark spreadsheets look for."""
    zone, language = timezone.get_current_timezone(), translation.get_language() or "en"
    streamed = _kept(lines(list(columns), rows), zone, language)
    response = StreamingHttpResponse(streamed, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Accel-Buffering"] = "no"
    return response
