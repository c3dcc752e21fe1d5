"""What a merge does to rows is written down as it is done, and taken back from the last to the first.

Rows are read and written as the database says them (JSON of a whole row), so nothing of them is lost on the way.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import GeneratedField, Model

from callboard.directory.models import Merge, MergedRow, RowChange
from callboard.directory.queries.pointers import Pointer

Row = dict[str, Any]
#: They say that a row was written, not what stands in it.
KEPT_COUNTING = frozenset({"version", "updated_at"})


class Notes:
    """Writes down what one merge does."""

    def __init__(self, merge: Merge) -> None:
        self.merge = merge

    def move(self, pointer: Pointer, ids: list[int], to: int) -> None:
        """Point these rows at another record."""
        if ids:
            pointer.all_rows().filter(pk__in=ids).update(**{pointer.column: to})
            self._write(pointer.model, RowChange.MOVED, ids, column=pointer.column)

    def change(self, model: type[Model], ids: Iterable[int], write: Callable[[], Any]) -> None:
        """Do `write` and note what became of these rows; those it made or removed are not among them."""
        wanted = list(ids)
        before = read_rows(model, wanted)
        write()
        after = read_rows(model, wanted)
        for pk in wanted:
            if pk in before and pk in after:
                changed = {name for name in before[pk] if before[pk][name] != after[pk][name]} - KEPT_COUNTING
                self._change(model, pk, before[pk], after[pk], changed)

    def remove(self, model: type[Model], ids: list[int]) -> None:
        """Take rows away that stand there twice."""
        for pk, row in read_rows(model, ids).items():
            self._write(model, RowChange.REMOVED, [pk], before=row)
        model._default_manager.filter(pk__in=ids).delete()

    def watch(self, model: type[Model], rows: Callable[[], Iterable[int]], write: Callable[[], Any]) -> None:
        """Do `write` and note what it made, removed and changed among the rows that `rows` names."""
        before = read_rows(model, rows())
        write()
        after = read_rows(model, {*before, *rows()})
        for pk in sorted(before.keys() | after.keys()):
            if pk not in after:
                self._write(model, RowChange.REMOVED, [pk], before=before[pk])
            elif pk not in before:
                self._write(model, RowChange.MADE, [pk], after=after[pk])
            else:
                changed = {name for name in before[pk] if before[pk][name] != after[pk][name]} - KEPT_COUNTING
                self._change(model, pk, before[pk], after[pk], changed)

    def made(self, record: Model) -> None:
        """A row that is there because of the merge."""
        self._write(type(record), RowChange.MADE, [record.pk], after=read_rows(type(record), [record.pk])[record.pk])

    def _change(self, model: type[Model], pk: int, before: Row, after: Row, names: set[str]) -> None:
        if names:
            was, is_now = ({name: row[name] for name in sorted(names)} for row in (before, after))
            self._write(model, RowChange.CHANGED, [pk], before=was, after=is_now)

    def _write(self, model: type[Model], change: str, ids: list[int], **more: Any) -> None:
        kind = model._meta.label_lower
        MergedRow.objects.create(merge=self.merge, kind=kind, change=change, ids=ids, **more)


def take_back(row: MergedRow, gone: int, kept: int) -> None:
    """Undo one note. What was changed again since stays as it is now."""
    model = apps.get_model(row.kind)
    if row.change == RowChange.MOVED:
        rows = model._default_manager.filter(pk__in=row.ids, **{row.column: kept})
        rows.update(**{row.column: gone})
    elif row.change == RowChange.REMOVED:
        _insert(model, row.before or {})
    elif row.change == RowChange.MADE:
        now = read_rows(model, row.ids).get(row.ids[0])
        if now is not None and _without_counting(now) == _without_counting(row.after or {}):
            model._default_manager.filter(pk=row.ids[0]).delete()
    else:
        _restore(model, row.ids[0], row.before or {}, row.after or {})


def _without_counting(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in KEPT_COUNTING}


def read_rows(model: type[Model], ids: Iterable[int]) -> dict[int, Row]:
    """Rows by id as the database says them, locked until the action ends."""
    table, key = _quoted(model._meta.db_table), _quoted(str(model._meta.pk.column))
    question = f"SELECT {key}, to_jsonb({table}) FROM {table} WHERE {key} = ANY(%s) ORDER BY {key} FOR UPDATE"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(question, [list(ids)])
        return {pk: json.loads(row) if isinstance(row, str) else row for pk, row in cursor.fetchall()}


def _insert(model: type[Model], row: Row) -> None:
    table = _quoted(model._meta.db_table)
    names = ", ".join(map(_quoted, _columns(model)))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM jsonb_populate_record(NULL::{table}, %s)",  # noqa: S608
            [json.dumps(row)],
        )


def _restore(model: type[Model], pk: int, before: Row, after: Row) -> None:
    """Put back the columns that still say what the merge wrote."""
    now = read_rows(model, [pk]).get(pk)
    names = [name for name in before if now is not None and now[name] == after[name]]
    if not names:
        return
    table, key = _quoted(model._meta.db_table), _quoted(str(model._meta.pk.column))
    sets = ", ".join(f"{_quoted(name)} = was.{_quoted(name)}" for name in names)
    question = f"UPDATE {table} SET {sets} FROM jsonb_populate_record(NULL::{table}, %s) was WHERE {table}.{key} = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(question, [json.dumps(before), pk])


def _columns(model: type[Model]) -> list[str]:
    return [str(field.column) for field in model._meta.concrete_fields if not isinstance(field, GeneratedField)]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
