"""Several small questions in one statement: how many rows, whether there are any, the few rows themselves.

Each would be a round trip and a plan of its own; a page asks a dozen of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from psycopg import sql

K = TypeVar("K")


@dataclass(frozen=True)
class Question:
    """What is asked of a queryset.

    count: how many rows (int).  exists: whether there is one (bool).  list: the rows of .values() as dicts of what JSON
    carries, instants and days as texts; few, since they come as one value.
    """

    kind: Literal["count", "exists", "list"]
    rows: QuerySet[Any, Any]

    def asked(self) -> QuerySet[Any, Any]:
        """The rows with nothing read that the answer does not need."""
        if self.kind == "list":
            return self.rows
        return self.rows.order_by().select_related(None).values("pk")


_PARTS = {
    "count": sql.SQL("(SELECT count(*) FROM ({}) counted)"),
    "exists": sql.SQL("EXISTS ({})"),
    "list": sql.SQL("(SELECT coalesce(json_agg(listed), '[]') FROM ({}) listed)"),
}
_NOTHING: dict[str, Any] = {"count": 0, "exists": False, "list": []}


def answers(questions: Mapping[K, Question]) -> dict[K, Any]:
    """The answer to each question under its key.  One query; none where nothing is asked."""
    found: dict[K, Any] = {}
    keys: list[K] = []
    parts: list[sql.Composed] = []
    values: list[Any] = []
    for key, question in questions.items():
        try:
            query, given = question.asked().query.sql_with_params()
        except EmptyResultSet:  # a condition nothing can meet has no SQL
            found[key] = _NOTHING[question.kind]
            continue
        keys.append(key)
        parts.append(_PARTS[question.kind].format(sql.SQL(query)))
        values += given
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("SELECT {}").format(sql.SQL(", ").join(parts)), values)
            found |= zip(keys, cursor.fetchone(), strict=True)
    return found
