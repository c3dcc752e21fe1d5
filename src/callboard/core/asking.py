"""Several small questions in one statement: how many rows, whether there are any, the few rows themselves.

Each would be a round trip and a plan of its own; a page asks a dozen of them.
"""

import json
from collections.abc import Callable, Iterator, Mapping
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
    types as evaluating it gives.  records: the records with what select_related names and annotations.  Of both only few:
    they travel as one value, as JSON.
    """

    kind: Literal["count", "exists", "list", "records"]
    rows: QuerySet[Any, Any]

    def asked(self) -> QuerySet[Any, Any]:
        """The rows with what the answer needs, and nothing else."""
        if self.kind == "records":
            return self.rows.select_related(None).values(
                *_names(self.rows.model, _related(self.rows)), *_added(self.rows)
            )
        if self.kind == "list" or not self.rows.query.default_cols:
            return self.rows
        return self.rows.order_by().select_related(None).values("pk")

    def read(self, columns: Any) -> Callable[[Any], Any]:
        """From what the database answers to the answer.  columns: what Django selects, (expression, sql, alias)."""
        if self.kind in ("count", "exists"):
            return _as_it_is
        rows = _reader(columns)
        if self.kind == "list":
            return rows
        model, related, added = self.rows.model, _related(self.rows), _added(self.rows)
        return lambda text: [_record(model, row, related, added) for row in rows(text)]


_LISTED = sql.SQL("(SELECT coalesce(json_agg(listed), '[]')::text FROM ({}) listed)")
_PARTS = {
    "count": sql.SQL("(SELECT count(*) FROM ({}) counted)"),
    "exists": sql.SQL("EXISTS ({})"),
    # As text: a number read as a float would not be the number that is stored.
    "list": _LISTED,
    "records": _LISTED,
}


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
            found[key] = {"count": 0, "exists": False}.get(question.kind, [])
            continue
        read[key] = question.read(compiler.select)
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


# Rows


def _floats(value: Any) -> Any:
    """What a JSON column holds has floats, not decimals."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list):
        return [_floats(each) for each in value]
    return {name: _floats(each) for name, each in value.items()} if isinstance(value, dict) else value


_KINDS: tuple[tuple[type["models.Field[Any, Any]"], Callable[[Any], Any]], ...] = (
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.TimeField, time.fromisoformat),
    (models.DecimalField, Decimal),
    (models.FloatField, float),
    (models.UUIDField, UUID),
    (models.JSONField, _floats),
)
_CANNOT = (models.DurationField, models.BinaryField)


def _reader(columns: Any) -> Callable[[str], list[Row]]:
    """From the text of a list to its rows.  TypeError for what does not survive JSON."""
    kinds = {}
    for expression, _sql, alias in columns:
        field = expression.output_field
        if isinstance(field, _CANNOT):
            raise TypeError(f"{alias}: {type(field).__name__} does not travel as JSON.")
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


# Records


Related = dict[str, Any]


def _related(rows: QuerySet[Any, Any]) -> Related:
    """What select_related names, as Django keeps it: {"product": {"family": {}}}."""
    found = rows.query.select_related
    if found is True:
        raise TypeError("select_related() without names.")
    return found or {}


def _added(rows: QuerySet[Any, Any]) -> list[str]:
    return list(rows.query.annotation_select)


def _names(model: Any, related: Related, before: str = "") -> Iterator[str]:
    for field in model._meta.concrete_fields:
        yield f"{before}{field.attname}"
    for name, further in related.items():
        yield from _names(model._meta.get_field(name).related_model, further, f"{before}{name}__")


def _record(model: Any, row: Row, related: Related, added: list[str], before: str = "") -> Any:
    """The record whose columns stand in `row` under names that begin with `before`; None where there is none."""
    names = [field.attname for field in model._meta.concrete_fields]
    if row[f"{before}{model._meta.pk.attname}"] is None:
        return None
    record = model.from_db(connection.alias, names, [row[f"{before}{name}"] for name in names])
    for name, further in related.items():
        field = model._meta.get_field(name)
        other = _record(field.related_model, row, further, [], f"{before}{name}__")
        record._state.fields_cache[field.cache_name] = other
        if field.one_to_one and other is not None:
            other._state.fields_cache[field.remote_field.cache_name] = record
    for name in added:
        setattr(record, name, row[name])
    return record
