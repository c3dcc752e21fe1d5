"""Counts and sums of a list, in one statement over its rows as the database sees them, and never over more than a bound.

Django cannot group what is annotated by an aggregate; so the rows are an inner statement and PostgreSQL adds up outside.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, F, QuerySet
from psycopg import sql

from callboard.kit.paging import COUNT_LIMIT, Key, value_of
from callboard.kit.tables import Column

Sums = Sequence[tuple[Column, str]]
#: A list of more rows is not grouped: adding up all of it would cost everybody else.
GROUP_LIMIT = 50_000
#: Groups shown; the largest come first when there are more.
GROUPS = 200


@dataclass(frozen=True)
class Totals:
    """count: rows, at most the bound and one.  sums: by column key; empty when there are more rows than the bound."""

    count: int
    sums: dict[str, Decimal] = field(default_factory=dict)


def _inner(rows: QuerySet[Any], group: Any, sums: Sums, limit: int) -> tuple[str, tuple[Any, ...]]:
    """The rows as a statement of columns: the group, then the amounts."""
    named: dict[str, Any] = {f"_s{place}": F(path) for place, (_column, path) in enumerate(sums)}
    if group is not None:
        named["_g"] = group
    plain = rows.order_by().select_related(None).annotate(**named)
    wanted = plain.values_list(*(["_g"] if group is not None else ["pk"]), *[f"_s{n}" for n in range(len(sums))])
    found: tuple[str, tuple[Any, ...]] = wanted[: limit + 1].query.sql_with_params()
    return found


def totals(rows: QuerySet[Any], sums: Sums) -> Totals:
    """Count and sums, in one query; beyond the bound only the count, and nothing is added up."""
    try:
        inner, values = _inner(rows, None, sums, COUNT_LIMIT)
        counted = rows.order_by().select_related(None).values("pk")[: COUNT_LIMIT + 1].query.sql_with_params()
    except EmptyResultSet:
        return Totals(0)
    count, *added = _added(counted, inner, values, sums)
    if count > COUNT_LIMIT:
        return Totals(count)
    return Totals(count, {column.key: amount for (column, _path), amount in zip(sums, added, strict=True) if amount})


def totals_of(rows: Sequence[Any], sums: Sums) -> Totals:
    """The same of rows that are loaded already: all there are."""
    added = {}
    for column, path in sums:
        amounts = [amount for row in rows if (amount := value_of(row, Key(path))) is not None]
        if amounts:
            added[column.key] = sum(amounts, Decimal(0))
    return Totals(len(rows), added)


def added_up(parts: Sequence[Totals]) -> Totals:
    """The totals of several groups together."""
    added: dict[str, Decimal] = {}
    for part in parts:
        for key, amount in part.sums.items():
            if amount is not None:
                added[key] = added.get(key, Decimal(0)) + amount
    return Totals(sum(part.count for part in parts), added)


def by_group(rows: QuerySet[Any], group: Expression | F, sums: Sums) -> list[tuple[Any, Totals]] | None:
    """(value, totals) of each group; None when there are more rows than GROUP_LIMIT.  One query."""
    try:
        inner, values = _inner(rows, group, sums, GROUP_LIMIT)
    except EmptyResultSet:
        return []
    found = _ask(inner, values, sums, grouped=True)
    if sum(count for _value, count, *_added in found) > GROUP_LIMIT:
        return None
    keys = [column.key for column, _path in sums]
    return [(value, Totals(count, dict(zip(keys, added, strict=True)))) for value, count, *added in found]


def _added(counted: tuple[str, Any], inner: str, values: Sequence[Any], sums: Sums) -> tuple[Any, ...]:
    """The count, then the sums.  The count is one value the planner asks first: where it is too high the rest never runs."""
    names = [sql.Identifier(f"s{place}") for place in range(len(sums))]
    question = sql.SQL(
        "WITH counted AS MATERIALIZED (SELECT count(*) AS n FROM ({}) AS every_row)"
        " SELECT {} FROM ({}) AS seen({}) WHERE (SELECT n FROM counted) <= {}"
    ).format(
        sql.SQL(counted[0]),
        sql.SQL(", ").join([sql.SQL("(SELECT n FROM counted)"), *(sql.SQL("sum({})").format(name) for name in names)]),
        sql.SQL(inner),
        sql.SQL(", ").join([sql.Identifier("g"), *names]),
        sql.Literal(COUNT_LIMIT),
    )
    # Without a column to add up there is nothing to make one row of: the count stands alone.
    if not names:
        question = sql.SQL("SELECT count(*) FROM ({}) AS every_row").format(sql.SQL(counted[0]))
    with connection.cursor() as cursor:
        cursor.execute(question, [*counted[1], *values] if names else counted[1])
        return tuple(cursor.fetchone())


def _ask(inner: str, values: Sequence[Any], sums: Sums, *, grouped: bool) -> list[tuple[Any, ...]]:
    names = [sql.Identifier(f"s{place}") for place in range(len(sums))]
    columns = sql.SQL(", ").join([sql.Identifier("g"), *names])
    added = [sql.SQL("count(*)"), *(sql.SQL("sum({})").format(name) for name in names)]
    question = sql.SQL("SELECT {} FROM ({}) AS seen({})").format(
        sql.SQL(", ").join([sql.Identifier("g"), *added] if grouped else added),
        sql.SQL(inner),
        columns,
    )
    if grouped:
        question += sql.SQL(" GROUP BY g ORDER BY count(*) DESC, g LIMIT {}").format(sql.Literal(GROUP_LIMIT))
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())
