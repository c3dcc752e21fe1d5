"""Keyset paging: a page is found by the values of its neighbour, so page 200 costs what page 1 costs.

An order is a tuple of Keys whose last one is unique.  Unknown values (NULL) come last, whatever the direction.
Keys of one direction without NULLs are compared as a row value, `(a, id) < (x, y)`, which one index answers;
anything else takes the longer form.
"""

import base64
import binascii
import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BooleanField, Expression, F, Field, Func, Model, OrderBy, Q, QuerySet, Value
from django.db.models.lookups import GreaterThan, LessThan
from django.utils.dateparse import parse_date, parse_datetime

from callboard.core.given import read_json
from callboard.core.refs import BIGGEST
from callboard.kit.tables import step

COUNT_LIMIT = 10_000
PAGE_SIZE = 50


class BadCursor(ValueError):
    """The text is no cursor of this list (edited by hand, or of another order)."""


@dataclass(frozen=True)
class Key:
    """One part of an order: a database path, its direction, whether it can be NULL, the model field (None for an annotation)."""

    path: str
    descending: bool = False
    nullable: bool = False
    field: "Field[Any, Any] | None" = dataclasses.field(default=None, compare=False)


@dataclass(frozen=True)
class Cursor:
    """Where a page starts: the key values of the row beside it, before or after, and the count of rows above it."""

    values: tuple[Any, ...]
    backward: bool = False
    above: int = 0


@dataclass(frozen=True)
class Slice:
    """One page of rows.  `total` is counted to COUNT_LIMIT + 1 at most; None when nobody asked."""

    rows: list[Any]
    above: int
    total: int | None
    next: str | None
    previous: str | None


class _Row(Func):
    function = "ROW"
    output_field = BooleanField()


def keys_of(model: type[Model], order: Sequence[str]) -> tuple[Key, ...]:
    """Keys for names like "-submitted_at"; "id" is added in the direction of the first when it is missing."""
    names = list(order)
    if not any(name.lstrip("-") in ("id", "pk") for name in names):
        names.append("-id" if names and names[0].startswith("-") else "id")
    return tuple(_key(model, name) for name in names)


def _key(model: type[Model], name: str) -> Key:
    path = name.lstrip("-")
    if path == "pk":
        path = "id"
    nullable, found = False, None
    at: type[Model] | None = model
    for part in path.split("__"):
        if at is None:
            raise FieldDoesNotExist(path)
        try:
            found = at._meta.get_field(part)
        except FieldDoesNotExist:
            if at is model and "__" not in path:
                return Key(path, name.startswith("-"), nullable=True)  # an annotation
            raise
        nullable = nullable or bool(getattr(found, "null", False))
        related = found.related_model if found.is_relation else None
        at = related if isinstance(related, type) else None
    return Key(path, name.startswith("-"), nullable, found if isinstance(found, Field) else None)


def value_of(row: Any, key: Key) -> Any:
    """The key's value on a loaded row; None as soon as a relation on the way is empty."""
    at = row
    for part in key.path.split("__"):
        if at is None:
            return None
        at = step(at, part)
    return at.pk if isinstance(at, Model) else at


def encode(cursor: Cursor) -> str:
    """A cursor as text for an address."""
    body = json.dumps(
        [cursor.backward, cursor.above, list(cursor.values)], cls=DjangoJSONEncoder, separators=(",", ":")
    )
    return base64.urlsafe_b64encode(body.encode()).decode().rstrip("=")


def decode(text: str, keys: Sequence[Key]) -> Cursor:
    """The cursor in `text`.  Raises BadCursor when it was not made for these keys."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        backward, above, values = read_json(raw.decode())
        if len(values) != len(keys) or not isinstance(above, int) or above < 0:
            raise BadCursor(text)
        return Cursor(
            tuple(_parsed(value, key) for value, key in zip(values, keys, strict=True)), bool(backward), above
        )
    except (ValueError, TypeError, binascii.Error, ValidationError) as error:
        raise BadCursor(text) from error


def _parsed(value: Any, key: Key) -> Any:
    if value is None:
        if not key.nullable:
            raise BadCursor(key.path)
        return None
    if isinstance(value, (list, dict)):
        raise BadCursor(key.path)
    if key.field is not None:
        parsed = int(value) if key.field.is_relation else key.field.to_python(value)
        if isinstance(parsed, int) and abs(parsed) > BIGGEST:
            raise BadCursor(key.path)
        return parsed
    return _guessed(value)


def _guessed(value: Any) -> Any:
    """An annotation has no field to ask: an instant, a day, or the value itself."""
    if isinstance(value, str) and value[4:5] == "-":
        guess: datetime | date | None = parse_datetime(value) if "T" in value else parse_date(value)
        return guess or value
    return value


def ordering(keys: Sequence[Key], backward: bool = False) -> list[OrderBy]:
    """ORDER BY for these keys; NULLs are named only where a column can hold them, so plain indexes stay usable."""
    parts = []
    for key in keys:
        descending = key.descending != backward
        expression = F(key.path)
        if not key.nullable:
            parts.append(expression.desc() if descending else expression.asc())
        elif descending:
            parts.append(expression.desc(nulls_first=True) if backward else expression.desc(nulls_last=True))
        else:
            parts.append(expression.asc(nulls_first=True) if backward else expression.asc(nulls_last=True))
    return parts


def beyond(keys: Sequence[Key], cursor: Cursor) -> Q:
    """The condition "after the cursor" (before it, when the cursor looks backward)."""
    directions = {key.descending for key in keys}
    first_only = all(not key.nullable for key in keys[1:]) and None not in cursor.values
    if len(directions) == 1 and first_only and (not keys[0].nullable or cursor.backward):
        return _row_compare(keys, cursor, directions.pop())
    if len(directions) == 1 and first_only:
        return _row_compare(keys, cursor, directions.pop()) | Q(**{f"{keys[0].path}__isnull": True})
    return _long_form(keys, cursor)


def _row_compare(keys: Sequence[Key], cursor: Cursor, descending: bool) -> Q:
    columns = _Row(*(F(key.path) for key in keys))
    values = _Row(*(_literal(value, key) for value, key in zip(cursor.values, keys, strict=True)))
    compare = LessThan if descending != cursor.backward else GreaterThan
    return Q(compare(columns, values))


def _literal(value: Any, key: Key) -> Expression:
    if key.field is None or key.field.is_relation:
        return Value(value)
    return Value(value, output_field=key.field)


def _long_form(keys: Sequence[Key], cursor: Cursor) -> Q:
    condition, equal = Q(pk__in=[]), Q()
    for key, value in zip(keys, cursor.values, strict=True):
        condition |= equal & _past(key, value, cursor.backward)
        equal &= Q(**{f"{key.path}__isnull": True}) if value is None else Q(**{key.path: value})
    return condition


def _past(key: Key, value: Any, backward: bool) -> Q:
    if value is None:
        return Q(**{f"{key.path}__isnull": False}) if backward else Q(pk__in=[])
    operator = "lt" if key.descending != backward else "gt"
    past = Q(**{f"{key.path}__{operator}": value})
    if key.nullable and not backward:
        past |= Q(**{f"{key.path}__isnull": True})
    return past


def bounded_count(queryset: QuerySet[Any]) -> int:
    """How many rows, counted no further than COUNT_LIMIT + 1."""
    return queryset.order_by().select_related(None)[: COUNT_LIMIT + 1].count()


class _AnyOf(Func):
    """``id = ANY(ARRAY(...))``: asked once, and never turned into a join as ``IN`` is."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class _Both(Func):
    function = "array_cat"


def among(queryset: QuerySet[Any], *chosen: QuerySet[Any]) -> QuerySet[Any]:
    """The chosen few of a queryset, with all it joins.  One statement.

    Which they are is found first, by their ids alone: a column without an index is sorted without the accounts, owners
    and texts of every row that is not shown.
    """
    ids: list[Any] = [ArraySubquery(rows.values("pk")) for rows in chosen]
    return queryset.filter(_AnyOf(F("pk"), reduce(_Both, ids)))


def page_of(
    queryset: QuerySet[Any],
    keys: Sequence[Key],
    cursor: Cursor | None,
    size: int = PAGE_SIZE,
    count: bool = True,
    ways: Sequence[Q] = (Q(),),
) -> Slice:
    """One page.  One query, and one more when `count` is asked and the page does not show everything.

    ways: a row meets at least one of them.  The first rows of each are found alone, in the order of an index: under one OR
    all rows of all ways are read and sorted before the first is shown.
    """
    backward = cursor is not None and cursor.backward
    order = ordering(keys, backward)
    found = queryset if cursor is None else queryset.filter(beyond(keys, cursor))
    first = (found.filter(way).order_by(*order)[: size + 1] for way in ways)
    rows = list(among(queryset, *first).order_by(*order)[: size + 1])
    more = len(rows) > size
    rows = rows[:size]
    if backward:
        rows.reverse()
    above = _above(cursor, len(rows), more)
    total = None
    if count:
        total = len(rows) if cursor is None and not more else bounded_count(queryset.filter(reduce(Q.__or__, ways)))
    return Slice(rows, above, total, *_neighbours(rows, keys, cursor, above, more))


def _above(cursor: Cursor | None, shown: int, more: bool) -> int:
    if cursor is None:
        return 0
    if not cursor.backward:
        return cursor.above
    return max(0, cursor.above - shown) if more else 0


def _neighbours(
    rows: list[Any], keys: Sequence[Key], cursor: Cursor | None, above: int, more: bool
) -> tuple[str | None, str | None]:
    if not rows:
        return None, None
    backward = cursor is not None and cursor.backward
    after = encode(Cursor(tuple(value_of(rows[-1], key) for key in keys), False, above + len(rows)))
    before = encode(Cursor(tuple(value_of(rows[0], key) for key in keys), True, above))
    return (after if more or backward else None, before if (more if backward else cursor is not None) else None)
