"""What a list shows: columns, where their values come from, and the relations they need loaded."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db.models import Field, Model, QuerySet
from django.utils.functional import Promise

Text = str | Promise
Kind = Literal["text", "number", "money", "date", "when", "person", "chip", "account", "email", "phone"]

AUTO: Final = "\0auto"


@dataclass(frozen=True)
class Column:
    """One column.

    key: name in the address, the export and the API; by default also the attribute path ("account.owner").
    value: a path, or a callable of the row.  A chip's value may be a text or (text, tone).
    sort: a database path; None forbids sorting; by default the field itself, or a relation's sort_key, name or number.
    needs: relations a callable reads ("account__owner"), so that thirty rows cost the queries of one.
    total: whether adding up an amount or a number makes sense (a price each does not).
    """

    key: str
    label: Text
    kind: Kind = "text"
    link: bool = False
    value: str | Callable[[Any], Any] | None = None
    sort: str | None = AUTO
    needs: tuple[str, ...] = ()
    total: bool = True

    def of(self, row: Any) -> Any:
        """The cell's value: a relation stays a record, a choice becomes its label, anything unknown is None."""
        if callable(self.value):
            return self.value(row)
        at = row
        *way, last = self.path.split(".")
        for part in way:
            at = step(at, part)
            if at is None:
                return None
        shown = getattr(at, f"get_{last}_display", None)
        found = shown() if shown else getattr(at, last)
        return found() if callable(found) else found

    @property
    def path(self) -> str:
        return self.value if isinstance(self.value, str) else self.key


def step(record: Any, name: str) -> Any:
    """The attribute; None for the other side of a one-to-one that is not there."""
    try:
        return getattr(record, name)
    except ObjectDoesNotExist:
        return None


def field_of(model: type[Model], path: str) -> "Field[Any, Any] | None":
    """The concrete field at the end of "a.b" or "a__b"; None where an attribute or a property takes over."""
    at: Any = model
    found: Any = None
    for part in path.replace("__", ".").split("."):
        if at is None:
            return None
        try:
            found = at._meta.get_field(part)
        except FieldDoesNotExist:
            return None
        at = found.related_model if found.is_relation else None
    return found if isinstance(found, Field) else None


@cache
def sort_path(model: type[Model], column: Column) -> str | None:
    """The database path a column sorts by; None when it does not sort."""
    if column.sort != AUTO:
        return column.sort
    if callable(column.value):
        return None
    field = field_of(model, column.path)
    path = column.path.replace(".", "__")
    if field is None:
        return None
    if not field.is_relation:
        return f"{path.rpartition('__')[0]}__sort_key".lstrip("_") if _is_name(field) else path
    if field.many_to_many or not isinstance(field.related_model, type):
        return None
    for name in ("sort_key", "name", "number"):
        if field_of(field.related_model, name) is not None:
            return f"{path}__{name}"
    return None


def _is_name(field: "Field[Any, Any]") -> bool:
    return field.name == "name" and field_of(field.model, "sort_key") is not None


def relations(model: type[Model], path: str) -> list[str]:
    """The chain of to-one relations at the start of a path, as select_related wants it: [] or ["account__owner"]."""
    taken: list[str] = []
    at: Any = model
    for part in path.replace(".", "__").split("__"):
        try:
            field = at._meta.get_field(part)
        except FieldDoesNotExist:
            break
        if not (field.many_to_one or field.one_to_one) or not isinstance(field.related_model, type):
            break
        taken.append(part)
        at = field.related_model
    return ["__".join(taken)] if taken else []


class Table:
    """The columns of a list.  `model` comes from the page that uses it."""

    columns: Sequence[Column] = ()

    def __init__(self, model: type[Model], extra: Iterable[Column] = ()) -> None:
        self.model = model
        self.all = (*self.columns, *extra)

    def column(self, key: str) -> Column | None:
        return next((column for column in self.all if column.key == key), None)

    def shaped(self, columns: Iterable[Column]) -> "Table":
        """The same table with these columns instead."""
        found = type(self)(self.model)
        found.all = tuple(columns)
        return found

    def sortable(self) -> dict[str, str]:
        """Column key -> database path, of those that sort."""
        found = {column.key: sort_path(self.model, column) for column in self.all}
        return {key: path for key, path in found.items() if path}

    def plan(self, queryset: QuerySet[Any], order: Iterable[str] = ()) -> QuerySet[Any]:
        """The queryset with every relation the columns and the order read loaded by the same query."""
        wanted: set[str] = set()
        for column in self.all:
            for path in (*column.needs, *(() if callable(column.value) else (column.path,))):
                wanted.update(relations(self.model, path))
        for name in order:
            wanted.update(relations(self.model, name.lstrip("-")))
        return queryset.select_related(*sorted(wanted)) if wanted else queryset
