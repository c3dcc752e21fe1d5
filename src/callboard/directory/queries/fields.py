"""A company's own fields as lists and pages read them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, DateField, DecimalField, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from callboard.core.reading import once
from callboard.directory.models import CustomField, FieldKind, Noun

#: What a value is for the database; anything else is text.
_CAST: dict[str, Any] = {
    FieldKind.NUMBER: lambda: DecimalField(max_digits=24, decimal_places=6),
    FieldKind.MONEY: lambda: DecimalField(max_digits=24, decimal_places=6),
    FieldKind.DATE: DateField,
    FieldKind.YES: BooleanField,
}


def fields_of(noun: Noun) -> list[CustomField]:
    """The fields that are offered, in their order; read once a page."""
    return once(("directory.fields", noun), lambda: list(fields_offered(noun)))


def fields_offered(noun: Noun) -> QuerySet[CustomField]:
    """The same as rows."""
    return CustomField.objects.filter(noun=noun, retired_at=None)


def alias_of(field: CustomField) -> str:
    """The name a field has in addresses, files and the API of a list."""
    return f"custom_{field.name}"


def with_fields(rows: QuerySet[Any], fields: Sequence[CustomField]) -> QuerySet[Any]:
    """The rows with each field's value under its alias, as its own type, to filter and sort by."""
    found: dict[str, Any] = {}
    for field in fields:
        text = KT(f"custom__{field.name}")
        cast = _CAST.get(field.kind)
        found[alias_of(field)] = Cast(text, cast()) if cast is not None else text
    return rows.annotate(**found) if found else rows
