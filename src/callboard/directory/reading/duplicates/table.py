"""A plain table as records to search."""

import csv
from collections.abc import Sequence
from pathlib import Path

from callboard.directory.reading.duplicates import record
from callboard.directory.reading.duplicates.columns import columns_of
from callboard.directory.reading.duplicates.record import Kind, Record
from callboard.directory.reading.duplicates.words import plain

BIGGEST_FIELD = 1 << 20


class Unreadable(Exception):
    """The file is no table of that kind; the text is a sentence."""


def read_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a CSV file, its delimiter guessed. Unreadable with a sentence."""
    csv.field_size_limit(BIGGEST_FIELD)
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:8192], ",;\t|")
    except csv.Error:
        dialect = "excel"
    try:
        rows = [row for row in csv.reader(text.splitlines(keepends=True), dialect) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Unreadable(f"{path.name} cannot be read as a table: {error}.") from error
    if len(rows) < 2:
        raise Unreadable(f"{path.name} has no rows under its header.")
    return rows[0], rows[1:]


def read(path: Path, kind: Kind) -> list[Record]:
    """The records of a table, called by its column of ids, else by the number of the row (the first under the header
    is 1). Unreadable where no column says a name, a phone or a mail address."""
    header, rows = read_rows(path)
    return records_of(header, rows, kind)


def records_of(header: Sequence[str], rows: Sequence[Sequence[str]], kind: Kind) -> list[Record]:
    where = columns_of(header, rows, kind)
    if not where.keys() & {"name", "given", "surname", "phone", "mail"}:
        raise Unreadable("No column of it says a name, a phone number or a mail address.")
    return [_record(number, row, where, kind) for number, row in enumerate(rows, 1)]


def _record(number: int, row: Sequence[str], where: dict[str, list[int]], kind: Kind) -> Record:
    def all_of(what: str) -> list[str]:
        return [row[place].strip() for place in where.get(what, ()) if place < len(row) and row[place].strip()]

    def one(what: str) -> str:
        return next(iter(all_of(what)), "")

    given = " ".join((one("given"), one("surname"))).strip()
    name = given if kind is Kind.CONTACT and given else one("name") or given
    return record.make(
        one("key") or number,
        name=_turned(name) if kind is Kind.CONTACT else name,
        legal=one("legal"),
        number=one("number"),
        street=" ".join(all_of("street")),
        city=one("city"),
        region=one("region"),
        zip=one("zip"),
        phones=all_of("phone"),
        mails=all_of("mail"),
        domains=map(record.host, all_of("domain")),
        ids=all_of("number_of"),
        born=one("born"),
        at=plain(one("at")),
        group=plain(one("group")),
    )


def _turned(name: str) -> str:
    """`Green, Ray` as `Ray Green`."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name
