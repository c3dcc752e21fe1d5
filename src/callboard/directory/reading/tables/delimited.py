"""Text files with a delimiter: decoded, cut, row by row."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from callboard.directory.reading.tables.cells import trimmed
from callboard.directory.reading.tables.dialects import Marks, find_marks
from callboard.directory.reading.tables.encodings import Encoding, find_encoding
from callboard.directory.reading.tables.problems import LONGEST_CELL, MOST_COLUMNS, Said, Unreadable, _

#: Lines that are looked at before the dialect is known.
LOOKED = 400
_SEP = "sep="


class Delimited:
    """A text file: `encoding` and `marks` are what was found; iterate for the rows, as often as wanted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding: Encoding = find_encoding(path)
        self.skip = 0
        self.warnings = list(self.encoding.warnings)
        lines = list(islice(self._lines(), LOOKED))
        self.marks = self._said(lines) or find_marks(lines)
        self._try_quotes()

    def __iter__(self) -> Iterator[list[str]]:
        """Rows of trimmed cells."""
        csv.field_size_limit(LONGEST_CELL)
        rows = self.marks.reader(islice(self._lines(), self.skip, None))
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise _unclosed(str(error)) from error
            if len(row) > MOST_COLUMNS and any(map(trimmed, row[MOST_COLUMNS:])):
                raise Unreadable(_("A row has {n} columns; {most} at most are read."), n=len(row), most=MOST_COLUMNS)
            yield [trimmed(cell) for cell in row]

    def _lines(self) -> Iterator[str]:
        with self.path.open(encoding=self.encoding.name, errors=self.encoding.errors, newline="") as file:
            yield from _bounded(file)

    def _said(self, lines: list[str]) -> Marks | None:
        """Excel's own hint in the first line: sep=;"""
        first = lines[0].strip() if lines else ""
        if not (first.lower().startswith(_SEP) and len(first) == len(_SEP) + 1):
            return None
        self.skip = 1
        return replace(find_marks(lines[1:]), delimiter=first[-1])

    def _try_quotes(self) -> None:
        """A quote that is opened and never closed would swallow the rest of the file: then nothing is a quote."""
        if not self.marks.quote:
            return
        try:
            for _row in self:
                pass
        except Unreadable as error:
            if error.__cause__ is None:
                raise
            self.marks = replace(self.marks, quote="", escape="")
            self.warnings.append(
                Said(_("A quotation mark is opened and never closed; quotation marks were read as text."))
            )


def _bounded(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > LONGEST_CELL * MOST_COLUMNS:
            raise Unreadable(_("A line of the file does not end; this is no table."))
        yield line


def _unclosed(said: str) -> Unreadable:
    if "field larger" in said:
        sentence = _("A cell has more than {most} characters, or a quotation mark is never closed.")
        return Unreadable(sentence, most=f"{LONGEST_CELL:,}")
    return Unreadable(_("The file cannot be cut into cells: {fault}."), fault=said)
