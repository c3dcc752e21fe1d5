"""Text files with a delimiter: decoded, cut, row by row."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from callboard.directory.reading.tables.cells import trimmed
from callboard.directory.reading.tables.dialects import Marks, find_marks
from callboard.directory.reading.tables.encodings import Encoding, find_encoding
from callboard.directory.reading.tables.problems import (
    GLANCE,
    GLANCE_LINES,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_LINES,
    WIDEST,
    Said,
    Unreadable,
    _,
)

#: Lines that are looked at before the dialect is known, and characters of each.
LOOKED, LOOKED_LINE = 400, 200_000
#: Characters of one line.
LONGEST_LINE = 10_000_000
_SEP = "sep="


class Delimited:
    """A text file: `encoding` and `marks` are what was found; iterate for the rows, as often as wanted.  glance: of its
    beginning alone."""

    def __init__(self, path: Path, *, glance: bool = False) -> None:
        self.path, self.glance = path, glance
        self.encoding: Encoding = find_encoding(path, GLANCE if glance else None)
        self.skip = 0
        self.warnings = list(self.encoding.warnings)
        lines = [line[:LOOKED_LINE] for line in _upto(islice(self._lines(), LOOKED), GLANCE // 2)]
        self.marks = self._said(lines) or find_marks(lines)
        self._try_quotes()

    def __iter__(self) -> Iterator[list[str]]:
        """Rows of trimmed cells."""
        csv.field_size_limit(LONGEST_CELL)
        rows = self.marks.reader(islice(self._lines(), self.skip, None))
        for _number in range(MOST_LINES):
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise _unclosed(str(error)) from error
            if len(row) > WIDEST or (len(row) > MOST_COLUMNS and any(map(trimmed, row[MOST_COLUMNS:]))):
                raise Unreadable(_("A row has {n} columns; {most} at most are read."), n=len(row), most=MOST_COLUMNS)
            yield [trimmed(cell) for cell in row[:MOST_COLUMNS]]
        if next(rows, None) is not None:
            raise Unreadable(_("The file has more than {most} lines. Cut it into parts."), most=f"{MOST_LINES:,}")

    def _lines(self) -> Iterator[str]:
        with self.path.open(encoding=self.encoding.name, errors=self.encoding.errors, newline="") as file:
            if self.glance:
                yield from _upto(islice(_bounded(file), GLANCE_LINES), GLANCE)
            else:
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


def _bounded(file: TextIO) -> Iterator[str]:
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise Unreadable(_("A line of the file does not end; this is no table."))
        yield line


def _upto(lines: Iterable[str], most: int) -> Iterator[str]:
    """The first lines, so many characters of them; at least one."""
    taken = 0
    for line in lines:
        taken += len(line)
        if taken > most and taken > len(line):
            return
        yield line


def _unclosed(said: str) -> Unreadable:
    if "field larger" in said:
        sentence = _("A cell has more than {most} characters, or a quotation mark is never closed.")
        return Unreadable(sentence, most=f"{LONGEST_CELL:,}")
    return Unreadable(_("The file cannot be cut into cells: {fault}."), fault=said)
