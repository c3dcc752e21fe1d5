"""What a list shows: columns, where their values come from, and the relations they need loaded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Final, Literal

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db.models import Field, Model, QuerySet
from django.utils.functional import Promise

from callboard.core.models import choices_of
from callboard.core.money import has_cents

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
    choices: (value, label) of a column that is no field of the model and has a list.
    full: its amounts are shown with their cents, all of them: `in_full` says so where one of those shown has some.
    hidden: it stands in a workbook without being shown.
    """

    key: str
    label: Text
    kind: Kind = "text"
    link: bool = False
    value: str | Callable[[Any], Any] | None = None
    sort: str | None = AUTO
    needs: tuple[str, ...] = ()
    total: bool = True
    full: bool = False
    choices: tuple[tuple[str, Text], ...] = ()
    hidden: bool = False

    def of(self, row: Any) -> Any:
        """The cell's value: a relation stays a record, a choice becomes its label, anything unknown is None."""
        if callable(self.value):
            return self.value(row)
        at = row
        *way, last = self.steps
        for part in way:
            at = step(at, part)
            if at is None:
                return None
        labels = labels_of(at.__class__, last)
        found = getattr(at, last)
        if labels is not None:
            return str(labels[found]) if found in labels else found
        return found() if callable(found) else found

    @cached_property
    def steps(self) -> tuple[str, ...]:
        return tuple(self.path.split("."))

    @property
    def path(self) -> str:
        return self.value if isinstance(self.value, str) else self.key


@cache
def labels_of(model: type[Any], name: str) -> "dict[Any, Any] | None":
    """Value -> label of a field that has choices; None for any other attribute."""
    field = field_of(model, name) if issubclass(model, Model) else None
    return (choices_of(field) or None) if field is not None else None


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


Cells = list[tuple[Column, Any]]


def with_cents(lines: Iterable[Cells]) -> dict[str, Column]:
    """By key the columns one of whose amounts has cents, as they show them all, their sum too: under each other."""
    found: dict[str, Column] = {}
    for line in lines:
        for column, value in line:
            if column.kind == "money" and column.key not in found and has_cents([value]):
                found[column.key] = replace(column, full=True)
    return found


def in_full(line: Cells, full: Mapping[str, Column]) -> Cells:
    """A line with the columns `with_cents` found."""
    return [(full.get(column.key, column), value) for column, value in line]


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
        """The queryset with every relation the columns and the order read loaded by the same query.

        Of a record that is only named (a person in a cell) no more is loaded than its name takes.
        """
        needs = {path for column in self.all for path in column.needs}
        read = {column.path.replace(".", "__") for column in self.all if not callable(column.value)}
        paths = needs | read | {name.lstrip("-") for name in order}
        wanted = {found for path in paths for found in relations(self.model, path)}
        whole = needs | {path.rpartition("__")[0] for path in paths | wanted}
        unread = [name for path in wanted - whole for name in beside_its_name(self.model, path)]
        return queryset.select_related(*sorted(wanted)).defer(*unread) if wanted else queryset


@cache
def beside_its_name(model: type[Model], path: str) -> tuple[str, ...]:
    """The columns of a related record that naming it does not take; none where its model does not say what does."""
    related: Any = model
    for part in path.split("__"):
        related = related._meta.get_field(part).related_model
    names = {related._meta.pk.name, *getattr(related, "named_by", ())}
    return tuple(
        f"{path}__{field.name}" for field in related._meta.concrete_fields if len(names) > 1 and field.name not in names
    )
