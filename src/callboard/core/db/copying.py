"""Many new rows of one model by COPY: no instances, no query builder.  Triggers fire, defaults are those of the fields."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import JSONField, Model
from psycopg import sql
from psycopg.types.json import Jsonb

Given = Mapping[str, Any]


def copy_in(model: type[Model], rows: Iterable[Given]) -> None:
    """Insert rows given by attribute name ("account_id").  What a row does not say is the field's default; columns the
    database fills (a number, a transaction's id) are left to it, and so is the id where the first row says none.

    History keeps the context under way only if a statement that writes was sent in this transaction before.
    """
    given = list(rows)
    if not given:
        return
    names, makers, adapted = _columns(model, "id" in given[0] or model._meta.pk.attname in given[0])
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, names[1]))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in given:
            values = [row[name] if name in row else make() for name, make in zip(names[0], makers, strict=True)]
            for place in adapted:
                if values[place] is not None:
                    values[place] = Jsonb(values[place])
            copy.write_row(values)


def copy_tracked(model: type[Model], rows: Iterable[Given]) -> None:
    """The same for a model with @history: its events are written by one statement instead of by a trigger a row, with the
    context under way.  Rows without an id are given one."""
    given = list(rows)
    if not given:
        return
    key = model._meta.pk.attname
    if key not in given[0]:
        given = [{**row, key: pk} for row, pk in zip(given, ids_for(model, len(given)), strict=True)]
    event, trigger = _history_of(model)
    with connection.cursor() as cursor:
        cursor.execute(_IGNORE, [f"{{{trigger}}}"])
        copy_in(model, given)
        cursor.execute(_IGNORE, [""])
        cursor.execute(event, [[row[key] for row in given]])


_IGNORE = "SELECT set_config('pgtrigger.ignore', %s, true)"
#: Columns of an event that are not the record's, as pghistory's trigger fills them.
_OF_EVENT = {
    "pgh_created_at": "now()",
    "pgh_label": "'insert'",
    "pgh_obj_id": "id",
    "pgh_context": "NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb",
    "pgh_context_id": "NULLIF(current_setting('pghistory.context_id', true), '')::uuid",
}


@cache
def _history_of(model: type[Model]) -> tuple[str, str]:
    """The statement that writes the events of new rows, and the trigger that would have."""
    found: Any = model._meta.get_field("events").related_model
    quote = connection.ops.quote_name
    columns = [str(field.column) for field in found._meta.concrete_fields if field.name != "pgh_id"]
    values = [_OF_EVENT.get(name, quote(name)) for name in columns]
    trigger = next(each for each in model._meta.triggers if each.name == "insert_insert")  # type: ignore[attr-defined]
    statement = (
        f"INSERT INTO {quote(found._meta.db_table)} ({', '.join(map(quote, columns))}) "
        f"SELECT {', '.join(values)} FROM {quote(model._meta.db_table)} WHERE id = ANY(%s) ORDER BY id"
    )
    return statement, trigger.get_pgid(model)


@cache
def _columns(
    model: type[Model], with_key: bool
) -> "tuple[tuple[list[str], list[str]], list[Callable[[], Any]], list[int]]":
    """(attributes, columns), what makes the default of each, and the places of those kept as JSON."""
    fields = [
        field
        for field in model._meta.concrete_fields
        if not field.has_db_default() and (with_key or not field.primary_key)
    ]
    adapted = [place for place, field in enumerate(fields) if isinstance(field, JSONField)]
    columns = [str(field.column) for field in fields]
    return ([field.attname for field in fields], columns), [field.get_default for field in fields], adapted


def ids_for(model: type[Model], count: int) -> list[int]:
    """So many ids nobody else will get."""
    with connection.cursor() as cursor:
        question = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
        cursor.execute(question, [model._meta.db_table, model._meta.pk.column, count])
        return [int(pk) for (pk,) in cursor.fetchall()]
