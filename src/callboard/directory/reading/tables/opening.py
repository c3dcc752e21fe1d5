"""A file as a table: what it is, its dialect, its columns, its rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from callboard.directory.reading.tables.books import Book, is_book, unpacked_size
from callboard.directory.reading.tables.delimited import Delimited
from callboard.directory.reading.tables.heads import SAMPLE, Head, find_head
from callboard.directory.reading.tables.problems import (
    GLANCE_BOOK,
    GLANCE_UNPACKED,
    MOST_BYTES,
    Said,
    Unreadable,
    _,
    size_text,
)


@dataclass(frozen=True)
class Dialect:
    """How the file is written.  delimiter and quote are "" for a workbook; header_row counts from 1, None for no heads."""

    encoding: str
    delimiter: str
    quote: str
    header_row: int | None


@dataclass(frozen=True)
class Line:
    """A row of the table.  number: its row in the file, from 1, as a spreadsheet counts.  cells: as the file has them, so
    perhaps more or fewer than there are columns."""

    number: int
    cells: list[str]

    def upto(self, width: int) -> list[str]:
        """Exactly so many cells."""
        return [*self.cells[:width], *[""] * (width - len(self.cells))]


@dataclass
class Table:
    """columns: the heads as the file has them; empty where it has none.  width: how many columns its first rows fill.
    Iterate for the lines; rows without a filled cell are left out.  `warnings` are complete once it was iterated."""

    source: Delimited | Book
    dialect: Dialect
    columns: tuple[str, ...]
    width: int
    head: Head
    warnings: list[Said] = field(default_factory=list)

    def __iter__(self) -> Iterator[Line]:
        for place, cells in enumerate(self.source):
            if place >= self.head.body and any(cells):
                yield Line(place + 1, cells)
        self.warnings = [*self.warnings, *(said for said in self.source.warnings if said not in self.warnings)]


def is_long(path: Path) -> bool:
    """Whether even a look at a file takes longer than somebody waits: a workbook is unpacked whole before its first row."""
    with path.open("rb") as file:
        start = file.read(4096)
    return is_book(start) and (path.stat().st_size > GLANCE_BOOK or unpacked_size(path) > GLANCE_UNPACKED)


def _trimmed(names: tuple[str, ...]) -> tuple[str, ...]:
    """Without the columns at the end that have no head: programs end their rows with a delimiter, or with thousands."""
    last = max((place for place, name in enumerate(names, 1) if name), default=0)
    return names[:last]


def open_table(path: Path, *, glance: bool = False) -> Table:
    """Look at a file.  Unreadable for what is empty, too large or no table.  glance: at the beginning of a text file alone;
    whoever reads its rows opens it whole."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        sentence = _("The file has {size}; {most} at most are read. Cut it into parts.")
        raise Unreadable(sentence, size=size_text(size), most=size_text(MOST_BYTES))
    if size == 0:
        raise Unreadable(_("The file is empty."))
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise Unreadable(_("This is a document or a picture, no table."))
    source = Book(path) if is_book(start) else Delimited(path, glance=glance)
    first = list(islice(source, SAMPLE))
    if not any(any(row) for row in first) and not any(any(row) for row in source):
        raise Unreadable(_("The file has no filled cell."))
    head = find_head(first)
    if isinstance(source, Book):
        encoding, delimiter, quote = "workbook", "", ""
    else:
        encoding, delimiter, quote = source.encoding.name, source.marks.delimiter, source.marks.quote
    row = None if head.row is None else head.row + 1
    names = () if head.row is None else _trimmed(head.names)
    used = max((place + 1 for row in first[head.body :] for place, cell in enumerate(row) if cell), default=0)
    width = max(used, len(names))
    return Table(source, Dialect(encoding, delimiter, quote, row), names, width, head, list(source.warnings))
