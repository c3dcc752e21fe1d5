"""Rows without the query builder, where a statement is always the same and runs at every request or action.

Building a query costs Django more than PostgreSQL needs to answer it.  What a run leaves (log, timeline, changes, its
key) are three to four small statements: sent together they cost one round trip.  psycopg binds on the client here, so
several statements may travel in one text.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import psycopg
from django.db import connection
from django.db.models import BigAutoField, Field, GeneratedField, Model

M = TypeVar("M", bound=Model)
Statement = tuple[str, list[Any]]


def insert(records: Sequence[Model]) -> Statement:
    """INSERT of records of one model.  Ids the database draws and columns with a default of its own stay its own; the
    records do not learn them."""
    start, fields = _inserting(type(records[0]))
    values = [field.get_db_prep_save(getattr(each, field.attname), connection) for each in records for field in fields]
    row = f"({', '.join(['%s'] * len(fields))})"
    return start + ", ".join([row] * len(records)), values


def send(statements: Iterable[Statement]) -> None:
    """Run them in order, in one round trip.  Nothing is read back."""
    given = list(statements)
    if given:
        with connection.cursor() as cursor:
            cursor.execute("; ".join(text for text, _ in given), [value for _, values in given for value in values])


def first(model: type[M], tail: str, params: Sequence[Any], also: Sequence[str] = ()) -> tuple[M | None, list[Any]]:
    """The first record of ``SELECT <its columns> FROM <its table> <tail>``, and the values of the expressions ``also``."""
    columns, names, converted = _selecting(model)
    more = "".join(f", {each}" for each in also)
    found = ask(f"SELECT {columns}{more} FROM {_quoted(model._meta.db_table)} {tail}", params)
    if not found:
        return None, []
    row, values = found[0], list(found[0][: len(names)])
    for place, field in converted:
        for convert in field.get_db_converters(connection):
            values[place] = convert(values[place], field.cached_col, connection)
    return model.from_db(connection.alias, names, values), list(row[len(names) :])


def ask(question: str, params: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a question whose text never changes.  Planned once a connection where our own server answers (a pooler
    in front of another may hand the next question to somebody who was not told the plan)."""
    connection.ensure_connection()
    bound: Any = psycopg.Cursor(connection.connection)
    made = connection.make_debug_cursor(bound) if connection.queries_logged else connection.make_cursor(bound)
    with made as cursor:
        cursor.execute(question, params)
        return list(cursor.fetchall())


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


@cache
def _inserting(model: type[Model]) -> "tuple[str, tuple[Field[Any, Any], ...]]":
    drawn = (BigAutoField, GeneratedField)
    given = tuple(
        field for field in model._meta.concrete_fields if not (isinstance(field, drawn) or field.has_db_default())
    )
    names = ", ".join(_quoted(str(field.column)) for field in given)
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({names}) VALUES ", given


@cache
def _selecting(model: type[Model]) -> "tuple[str, list[str], list[tuple[int, Field[Any, Any]]]]":
    """The columns as text, the attributes they fill, and the places of those the model reads its own way."""
    fields, table = model._meta.concrete_fields, _quoted(model._meta.db_table)
    columns = ", ".join(f"{table}.{_quoted(str(field.column))}" for field in fields)
    converted = [(place, field) for place, field in enumerate(fields) if field.get_db_converters(connection)]
    return columns, [field.attname for field in fields], converted
