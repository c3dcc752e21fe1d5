"""Which characters separate and quote: the pair under which rows are alike and cells look like something.

The manner is that of van den Burg, Nazabal and Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019):
a good dialect gives rows of one length whose cells are numbers, dates, addresses or clean words.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from callboard.directory.reading.tables.cells import kind, trimmed
from callboard.directory.reading.tables.problems import MOST_COLUMNS

DELIMITERS = (",", ";", "\t", "|", "^", "~", "§", ":")
QUOTES = ('"', "'", "")
#: Lines the dialect is found by.
LINES = 200
#: Unusual ones have to be that much better.
_LIKED = {",": 1.0, ";": 1.0, "\t": 1.0, "|": 0.98, ":": 0.6}
_OTHERS = 0.8


@dataclass(frozen=True)
class Marks:
    """delimiter: "" for a file of one column.  quote: "" where nothing is quoted.  escape: a backslash before a quote."""

    delimiter: str
    quote: str
    escape: str = ""

    def reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """The rows.  csv.Error where a quote is never closed."""
        return csv.reader(
            lines,
            delimiter=self.delimiter or "\x1f",
            quotechar=self.quote or None,
            escapechar=self.escape or None,
            doublequote=True,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            skipinitialspace=bool(self.quote),
        )


def find_marks(lines: Sequence[str]) -> Marks:
    """The dialect of some lines; commas and double quotes where nothing speaks for another."""
    some = [line for line in lines[:LINES] if line.strip()]
    text = "".join(some)
    if not some:
        return Marks(",", '"')
    best, most = Marks("", '"' if '"' in text else ""), _worth(some, Marks("", '"' if '"' in text else "")) * 0.5
    for delimiter in DELIMITERS:
        if delimiter not in text:
            continue
        for quote in QUOTES:
            if quote and not _quotes(text, quote, delimiter):
                continue
            marks = Marks(delimiter, quote, _escape(text, quote))
            worth = _worth(some, marks) * _LIKED.get(delimiter, _OTHERS)
            if worth > most + 1e-9:
                best, most = marks, worth
    if best.delimiter and not best.quote and '"' not in text:
        return Marks(best.delimiter, '"')  # further down a cell may be quoted
    return best


def _quotes(text: str, quote: str, delimiter: str) -> bool:
    """Whether it stands where a quote stands: beside a delimiter or at the edge of a line."""
    edges = ("\n", "\r", delimiter)
    return text.startswith(quote) or any(edge + quote in text or edge + " " + quote in text for edge in edges)


def _escape(text: str, quote: str) -> str:
    return "\\" if quote and text.count("\\" + quote) > text.count(quote * 2) else ""


def _worth(lines: Sequence[str], marks: Marks) -> float:
    """How alike the rows are, by how much their cells look like something."""
    try:
        rows = [row[:MOST_COLUMNS] for row in marks.reader(iter(lines))]
    except csv.Error:
        return 0.0
    rows = [row for row in rows if any(map(trimmed, row))]
    if not rows:
        return 0.0
    return _alike(rows) * _meant(rows, marks)


def _alike(rows: Sequence[Sequence[str]]) -> float:
    """By row pattern: each length counts for the rows that have it, a wider table for more than a narrow one."""
    lengths = Counter(len(row) for row in rows)
    return sum(count * (max(length - 1, 0.05) / length) for length, count in lengths.items()) / len(lengths)


def _meant(rows: Sequence[Sequence[str]], marks: Marks) -> float:
    """The part of the cells that are empty, of a known kind, or words without a stray mark."""
    good = total = 0
    for row in rows:
        for cell in row:
            total += 1
            text = trimmed(cell)
            found = kind(text)
            good += found != "text" or not _stray(text, marks)
    return good / total if total else 0.0


def _stray(text: str, marks: Marks) -> bool:
    if '"' in (text[0], text[-1]) or (marks.quote and text[0] == marks.quote):
        return True
    return any(mark in text for mark in (";", "\t", "|")) and not marks.quote
