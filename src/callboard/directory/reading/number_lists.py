"""Lists of phone numbers as files: a number a line, or a table of which one column is the number."""

import re
from collections import Counter
from collections.abc import Iterable

from callboard.directory.reading.addresses import e164

#: A line that is one number and nothing else.
_ALONE = re.compile(r"\D*1?\D*(\d{3})\D{0,3}(\d{3})\D{0,3}(\d{4})\D*")
_BETWEEN = re.compile(r"[,;\t|]")
#: Heads of the column with the number; `number` by itself may be that of an account.
_SURE = re.compile(r"phone|telefon|\btel\b|mobile|\bcell|area", re.IGNORECASE)
_MAYBE = re.compile(r"number|\bnum\b|\bdnc\b", re.IGNORECASE)
#: A column with a number on so many lines of a hundred is the one, where each other has one on fewer than the second.
MOST, FEW = 90, 10


class Unclear(Exception):
    """Several columns may be the number: `columns`, as the file calls them."""

    def __init__(self, columns: list[str]) -> None:
        super().__init__(", ".join(columns))
        self.columns = columns


def number_alone(line: str) -> str | None:
    """The number of a line that has no other."""
    found = _ALONE.fullmatch(line)
    return "+1" + "".join(found.groups()) if found is not None else None


def number_at(line: str, column: int) -> str | None:
    """The number that begins in a column of a line."""
    return dict(_numbers(line)).get(column)


def column_of(lines: Iterable[str]) -> int | None:
    """Which column has the number, by its head, else by what stands below; None where each line is one number by itself.
    Unclear where several may be it."""
    head: list[str] = []
    found: Counter[int] = Counter()
    tables = 0
    for place, line in enumerate(lines):
        if place == 0 and not any(number for _column, number in _numbers(line)) and number_alone(line) is None:
            head = [cell.strip(' "') for cell in _BETWEEN.split(line)]
            continue
        if number_alone(line) is None and (columns := [column for column, _number in _numbers(line)]):
            tables += 1
            found.update(columns)
    named = _named(head) if len(head) > 1 else None
    if named is not None or len(found) < 2:
        return named if named is not None else next(iter(found), None)
    often = [column for column in found if found[column] * 100 >= MOST * tables]
    others = [column for column in found if column not in often and found[column] * 100 >= FEW * tables]
    if len(often) == 1 and not others:
        return often[0]
    raise Unclear(
        [head[column] if column < len(head) and head[column] else f"#{column + 1}" for column in sorted(found)]
    )


def _named(head: list[str]) -> int | None:
    """The one column whose head says it is the number; an area code with the number beside it is one column."""
    for words in (_SURE, _MAYBE):
        fits = [column for column, cell in enumerate(head) if words.search(cell)]
        if fits and "area" in head[fits[0]].lower() and len(fits) <= 2:
            return fits[0]
        if len(fits) == 1:
            return fits[0]
    return None


def _numbers(line: str) -> list[tuple[int, str]]:
    """Where a number stands in a line of several columns, and which; of area code and number in two the first."""
    cells = _BETWEEN.split(line)
    digits = [re.sub(r"\D", "", cell) for cell in cells]
    found: list[tuple[int, str]] = []
    for at, cell in enumerate(cells):
        if len(digits[at]) == 3 and at + 1 < len(cells) and len(digits[at + 1]) == 7:
            found.append((at, "+1" + digits[at] + digits[at + 1]))
        elif 10 <= len(digits[at]) <= 15 and (number := e164(cell.strip(' "'))) is not None:
            found.append((at, number))
    return found
