"""Amounts under each other: a column one of whose amounts has cents shows them in every row, in groups and in its sum."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from callboard.kit.listing.address import Query
from callboard.kit.listing.drawing import GroupView, TotalsRow
from callboard.kit.listing.shown import Row
from callboard.kit.tables import Cells, Column, in_full, with_cents

#: The parameter that tells the row a cell was edited in which columns those around it show in full.
FULL = "full"
_BETWEEN = "."


def lined_up(
    rows: Sequence[Row], groups: Sequence[GroupView], totals: TotalsRow | None
) -> tuple[list[Row], list[GroupView], TotalsRow | None, frozenset[str]]:
    """The same rows, groups and sums with the columns that show their cents, and the keys of these."""
    full = with_cents(_lines(rows, groups, totals))
    if not full:
        return list(rows), list(groups), totals, frozenset()
    bodies = [
        replace(group, cells=in_full(group.cells, full), rows=[_in_full(row, full) for row in group.rows])
        for group in groups
    ]
    foot = replace(totals, cells=in_full(totals.cells, full)) if totals is not None else None
    return [_in_full(row, full) for row in rows], bodies, foot, frozenset(full)


def in_row(row: Row, keys: frozenset[str]) -> Row:
    """A row alone, as it stands among others in which these columns show their cents."""
    return _in_full(row, {column.key: replace(column, full=True) for column, _value in row.cells if column.key in keys})


def _in_full(row: Row, full: Mapping[str, Column]) -> Row:
    return row._replace(cells=in_full(row.cells, full))


def asked(keys: frozenset[str]) -> Query:
    """What is added to the address a cell is edited at."""
    return {FULL: [_BETWEEN.join(sorted(keys))]} if keys else {}


def named(query: Query) -> frozenset[str]:
    """The columns such an address names."""
    return frozenset(part for text in query.get(FULL, []) for part in text.split(_BETWEEN))


def _lines(rows: Sequence[Row], groups: Sequence[GroupView], totals: TotalsRow | None) -> Iterator[Cells]:
    yield from (row.cells for row in rows)
    for group in groups:
        yield group.cells
        yield from (row.cells for row in group.rows)
    if totals is not None:
        yield totals.cells
