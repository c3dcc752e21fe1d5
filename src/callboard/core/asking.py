"""Several small questions in one statement: how many rows, whether there are any, the few rows themselves.

Each would be a round trip and a plan of its own; a page asks a dozen of them.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import QuerySet
from psycopg import sql

K = TypeVar("K")
Row = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """What is asked of a queryset.

    count: how many rows (int).  exists: whether there is one (bool).  list: the rows of .values(), with the same names and
    types as evaluating it gives; few of them, since they travel as one value.
    """

    kind: Literal["count", "exists", "list"]
    rows: QuerySet[Any, Any]

    def asked(self) -> QuerySet[Any, Any]:
        """The rows with nothing read that the answer does not need."""
        if self.kind == "list" or not self.rows.query.default_cols:
            return self.rows
        return self.rows.order_by().select_related(None).values("pk")


_PARTS = {
    "count": sql.SQL("(SELECT count(*) FROM ({}) counted)"),
    "exists": sql.SQL("EXISTS ({})"),
    # As text: a number read as a float would not be the number that is stored.
    "list": sql.SQL("(SELECT coalesce(json_agg(listed), '[]')::text FROM ({}) listed)"),
}
_NOTHING: dict[str, Any] = {"count": 0, "exists": False, "list": []}


def answers(questions: Mapping[K, Question]) -> dict[K, Any]:
    """The answer to each question under its key.  One query; none where nothing is asked."""
    found: dict[K, Any] = {}
    read: dict[K, Callable[[Any], Any]] = {}
    parts: list[sql.Composed] = []
    values: list[Any] = []
    for key, question in questions.items():
        compiler = question.asked().query.get_compiler(connection=connection)
        try:
            query, given = compiler.as_sql()
        except EmptyResultSet:  # a condition nothing can meet has no SQL
            found[key] = _NOTHING[question.kind]
            continue
        read[key] = _reader(compiler.select) if question.kind == "list" else _as_it_is
        parts.append(_PARTS[question.kind].format(sql.SQL(query)))
        values += given
    if parts:
        # As text: what watches statements (the history's context, a log) reads them.
        statement = sql.SQL("SELECT {}").format(sql.SQL(", ").join(parts)).as_string()
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            found |= {key: read[key](value) for key, value in zip(read, cursor.fetchone(), strict=True)}
    return found


def _as_it_is(value: Any) -> Any:
    return value


_KINDS: tuple[tuple[type["models.Field[Any, Any]"], Callable[[Any], Any]], ...] = (
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.TimeField, time.fromisoformat),
    (models.DecimalField, Decimal),
    (models.FloatField, float),
    (models.UUIDField, UUID),
)


def _reader(columns: Any) -> Callable[[str], list[Row]]:
    """From the text of a list to its rows.  columns: what Django selects, (expression, sql, alias)."""
    kinds = {}
    for expression, _sql, alias in columns:
        field = expression.output_field
        kind = next((read for known, read in _KINDS if isinstance(field, known)), None)
        if kind is not None:
            kinds[alias or field.column] = kind

    def read(text: str) -> list[Row]:
        rows: list[Row] = json.loads(text, parse_float=Decimal)
        for row in rows:
            for name, kind in kinds.items():
                if row[name] is not None:
                    row[name] = kind(row[name])
        return rows

    return read
