"""What can be asked of a list: its filters first, then its columns, each by one name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import models
from django.db.models import Model, Q
from django.utils.translation import gettext as now_

from callboard.kit import filters
from callboard.kit.filtering import Filter
from callboard.kit.listing.columns import path_of
from callboard.kit.tables import Column, Text, field_of

_CONTROLS = {filters.Choice: "choice", filters.Person: "person", filters.Between: "day", filters.Flag: "flag"}


@dataclass(frozen=True)
class Subject:
    """What a condition is about.  kind: one of conditions.OPERATORS.  filter: who reads its values; None for a plain column at `path`."""

    key: str
    label: Text
    kind: str
    path: str = ""
    filter: Filter | None = None


def subjects(
    given: Iterable[Filter], columns: Mapping[str, Column], model: type[Model], annotated: Mapping[str, Any]
) -> dict[str, Subject]:
    """What can be asked of a list, by key."""
    found: dict[str, Subject] = {}
    for each in given:
        kind = _CONTROLS.get(type(each))
        if kind is not None:
            path = (getattr(each, "path", "") or each.key).replace(".", "__")
            found[each.key] = Subject(each.key, each.label, kind, path, each)
    called = {str(each.label): each for each in found.values()}
    for key, column in columns.items():
        if key not in found and (subject := _of_column(column, model, annotated)) is not None:
            other = called.setdefault(str(subject.label), subject)
            found[key] = subject if other.path == subject.path else replace(subject, label=_alike(subject, other))
    return found


def _alike(subject: Subject, other: Subject) -> Text:
    """The name of a field where another has it already: "Archived" is a yes or a no, "Archived, date" is when."""
    kind = now_("column")
    if subject.kind == "day":
        kind = now_("time") if other.kind == "day" else now_("date")
    return now_("{field}, {kind}").format(field=subject.label, kind=kind)


def _of_column(column: Column, model: type[Model], annotated: Mapping[str, Any]) -> Subject | None:
    path = path_of(model, column, annotated)
    if path is None:
        return None
    stored = field_of(model, path)
    if column.key in annotated and (found := _of_annotation(column, path, annotated[column.key])) is not None:
        return found
    if stored is None or (stored.is_relation and not isinstance(stored.related_model, type)):
        return None
    if stored.is_relation:
        return Subject(column.key, column.label, "record", path)
    if stored.choices:
        reader = filters.Choice(column.key, column.label, path)
        return Subject(column.key, column.label, "choice", path, reader)
    for known, kind in _STORED:
        if isinstance(stored, known):
            return Subject(column.key, column.label, kind, path, _reader(kind, column, path))
    return None


def _of_annotation(column: Column, path: str, annotation: Any) -> Subject | None:
    """What can be asked of a value the rows carry: by the list of its column, else by its type."""
    if column.choices:
        reader = filters.Choice(column.key, column.label, path, column.choices)
        return Subject(column.key, column.label, "choice", path, reader)
    if column.kind in ("money", "number"):
        return Subject(column.key, column.label, "number", path)
    stored = getattr(annotation, "output_field", None)
    for known, kind in _STORED:
        if isinstance(stored, known):
            return Subject(column.key, column.label, kind, path, _reader(kind, column, path))
    return None


def _reader(kind: str, column: Column, path: str) -> Filter | None:
    if kind == "day":
        return filters.Between(column.key, column.label, path)
    return filters.Flag(column.key, column.label, Q(**{path: True})) if kind == "flag" else None


_STORED: tuple[tuple[type[Any], str], ...] = (
    (models.BooleanField, "flag"),
    (models.DateField, "day"),
    (models.DecimalField, "number"),
    (models.IntegerField, "number"),
    (models.CharField, "text"),
    (models.TextField, "text"),
)


def shown_subjects(known: Mapping[str, Subject]) -> Sequence[dict[str, Any]]:
    """The fields for the page's script: key, label, kind."""
    # A column of the table and the field it shows are one to whoever chooses.
    shown: dict[tuple[str, str], Subject] = {}
    for each in known.values():
        if each.kind != "record":
            shown.setdefault((str(each.label), each.path), each)
    return [{"key": each.key, "label": str(each.label), "kind": each.kind} for each in shown.values()]
