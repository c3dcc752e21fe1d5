"""A plain table as records to search."""

from collections.abc import Sequence
from pathlib import Path

from callboard.directory.reading.duplicates import record
from callboard.directory.reading.duplicates.columns import columns_of
from callboard.directory.reading.duplicates.record import Kind, Record
from callboard.directory.reading.duplicates.words import plain
from callboard.directory.reading.tables import Unreadable, open_table

__all__ = ["Unreadable", "read", "read_rows", "records_of"]


def read_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """The heads of the columns and the rows of a file, whatever kind of table it is. Unreadable with a sentence."""
    table = open_table(path)
    rows = [line.upto(table.width) for line in table]
    if not table.columns or not rows:
        raise Unreadable("It has no heads of columns with rows under them.")
    return list(table.columns), rows


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
