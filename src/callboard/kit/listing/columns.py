"""Which columns a list can show: those of its table, and the fields of the record that have a name for people."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.text import capfirst

from callboard.kit.tables import AUTO, Column, Kind, Table, Text, field_of, sort_path

#: A column whose name speaks of one of these is shown nowhere.
SECRET = ("password", "secret", "token", "hash")
_KINDS: tuple[tuple[type[Any], Kind], ...] = (
    (models.DateTimeField, "when"),
    (models.DateField, "date"),
    (models.BooleanField, "text"),
    (models.DecimalField, "number"),
    (models.IntegerField, "number"),
    (models.EmailField, "email"),
    (models.CharField, "text"),
    (models.TextField, "text"),
)


def offered(table: Table, only: Sequence[str] | None = None, more: Sequence[Column] = ()) -> dict[str, Column]:
    """Every column a person may choose, by key: the table's own first.  only: the fields the record's page shows.
    more: columns known only from records."""
    found = {column.key: column for column in (*table.all, *more)}
    taken = {column.path for column in table.all}
    for column in _more(table.model):
        if column.key not in found and column.path not in taken and (only is None or column.key in only):
            found[column.key] = column
    return found


@cache
def _more(model: type[Model]) -> tuple[Column, ...]:
    found = (_column(field) for field in model._meta.concrete_fields if _has_name(field))
    return tuple(column for column in found if column is not None)


def _has_name(field: "Field[Any, Any]") -> bool:
    """Whether somebody gave it a name for people (one that is translated), and it is no secret."""
    if field.primary_key or any(word in field.name for word in SECRET):
        return False
    return isinstance(field.verbose_name, Promise)


def _column(field: "Field[Any, Any]") -> Column | None:
    label: Text = capfirst(field.verbose_name)  # stays lazy: the columns are made once, in no language
    if field.is_relation:
        related = field.related_model
        if not isinstance(related, type) or field.many_to_many:
            return None
        return Column(field.name, label, _relation_kind(related))
    kind = next((kind for known, kind in _KINDS if isinstance(field, known)), None)
    if kind is None:
        return None
    sort = None if isinstance(field, models.TextField) else AUTO
    return Column(field.name, label, kind, sort=sort, total=False)


def _relation_kind(related: type[Model]) -> Kind:
    if related._meta.label == settings.AUTH_USER_MODEL:
        return "person"
    return "account" if related._meta.label == settings.ROOT_MODEL else "text"


def path_of(model: type[Model], column: Column, annotated: Mapping[str, Any] | None = None) -> str | None:
    """The database path of a column's own value; None where only Python knows it.

    annotated: the annotations of the queryset, which a column may carry the name of.
    """
    if annotated and column.key in annotated:
        return column.key
    if callable(column.value):
        return column.sort if column.sort not in (AUTO, None) else None
    if field_of(model, column.path) is not None:
        return column.path.replace(".", "__")
    return sort_path(model, column)


def summable(model: type[Model], columns: Sequence[Column], annotated: Mapping[str, Any]) -> list[tuple[Column, str]]:
    """The columns that add up, with their paths."""
    found = []
    for column in columns:
        if column.kind not in ("money", "number") or not column.total:
            continue
        path = path_of(model, column, annotated)
        if path is not None:
            found.append((column, path))
    return found
