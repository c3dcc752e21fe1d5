"""Where the table begins in a file, and what its columns are called: titles above it, heads of two lines, no heads at all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from callboard.directory.reading.tables.cells import kind, main_kind

#: Rows looked at.
SAMPLE = 200
#: A title stands at most so far above its table.
DEEPEST = 60


@dataclass(frozen=True)
class Head:
    """row: of the first line of heads, from 0; None where there are none.  body: the first row of the table below.
    names: of the columns, "" where nothing stands there."""

    row: int | None
    body: int
    names: tuple[str, ...]


def find_head(rows: Sequence[Sequence[str]]) -> Head:
    """Look at the first rows of a file (cells trimmed)."""
    some = rows[:SAMPLE]
    filled = [row for row in some if any(row)]
    start = _start(some, _width(filled)) if filled else None
    if start is None:
        return Head(None, len(some), ())
    body = [row for row in some[start + 1 :] if any(row)]
    if not _is_head(some[start], body):
        return Head(None, start, ("",) * _width(filled))
    first, last = _lines_of_heads(some, start)
    return Head(first, last + 1, _joined(some[first : last + 1]))


def _width(rows: Sequence[Sequence[str]]) -> int:
    """How many columns most rows have; of two as common, the wider."""
    lengths = Counter(len(row) for row in rows)
    return max(lengths, key=lambda length: (lengths[length], length))


def _start(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """The first row that belongs to the table: about as wide, and filled like the rows below it.  Many programs end their
    rows, but not their heads, with a delimiter."""
    bodies = sorted(sum(map(bool, row)) for row in rows if len(row) == width and any(row))
    usual = bodies[len(bodies) // 2] if bodies else 0
    needed = min(max(1, ceil(usual * 0.6)), width)
    for place, row in enumerate(rows[:DEEPEST]):
        if sum(map(bool, row)) >= needed and len(row) >= width * 0.8:
            return place
    return next((place for place, row in enumerate(rows) if any(row)), None)


def _is_head(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Names rather than values: words where the rows below have numbers, and none that recurs below."""
    cells = [cell for cell in first if cell]
    if not cells:
        return False
    kinds = [kind(cell) for cell in cells]
    if any(found in ("mail", "link", "date") for found in kinds) and kinds.count("text") < len(kinds):
        return False
    if kinds.count("number") > len(kinds) / 2:
        return _years(cells, body)
    if not body:
        return True
    below = [[row[place] for row in body if place < len(row)] for place in range(len(first))]
    same = differ = recurs = 0
    for place, cell in enumerate(first):
        if not cell:
            continue
        column = main_kind(below[place])
        if column not in ("text", "empty"):
            differ += kind(cell) == "text"
            same += kind(cell) == column
        elif cell in below[place]:
            recurs += 1
    if differ:
        return same <= differ
    return not same and recurs <= len(cells) / 2


def _years(cells: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Numbers as heads: years in a row, each once, that stand in no column below."""
    numbers = [cell for cell in cells if kind(cell) == "number"]
    years = all(len(cell) == 4 and cell[:2] in ("19", "20") for cell in numbers)
    return years and len(set(numbers)) == len(numbers) and len(body) > 0 and not set(numbers) & set(body[0])


def _lines_of_heads(rows: Sequence[Sequence[str]], start: int) -> tuple[int, int]:
    """The first and the last line of the heads: lines of words that fill each other's gaps, above a body."""
    first = last = start
    while first > 0 and _fills(rows[first - 1], rows[first : last + 1]):
        first -= 1
    while last + 2 < len(rows) and any(rows[last + 2]) and _fills(rows[last + 1], rows[first : last + 1]):
        last += 1
    return first, last


def _fills(line: Sequence[str], heads: Sequence[Sequence[str]]) -> bool:
    """Whether a line beside heads belongs to them: at least two words and nothing else, one of them where they have none."""
    cells = [cell for cell in line if cell]
    if len(cells) < 2 or any(kind(cell) != "text" for cell in cells):
        return False
    return any(cell and not any(place < len(head) and head[place] for head in heads) for place, cell in enumerate(line))


def _joined(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Each column's lines in one; the name of a group stands over all of its columns."""
    width = max(map(len, lines))
    parts: list[list[str]] = [[] for _ in range(width)]
    for depth, line in enumerate(lines):
        group = ""
        for place in range(width):
            cell = line[place] if place < len(line) else ""
            below = any(place < len(under) and under[place] for under in lines[depth + 1 :])
            group = cell or (group if below else "")
            if group:
                parts[place].append(group)
    return tuple(" ".join(part) for part in parts)
