"""Types of the API: from a column, a model field or a parameter of an action to what JSON carries."""

import base64
import binascii
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.db.models import Model
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from callboard.core.actions import Action, File, Param, Text
from callboard.core.given import storable
from callboard.core.links import url_of
from callboard.core.money import Money
from callboard.core.refs import BIGGEST, kind_of
from callboard.kit.fields import FIRST_DAY, LAST_DAY, LONGEST, model_field
from callboard.kit.tables import Column, field_of

MOST_RECORDS = 1000
LONGEST_FILE = 20 * 1024 * 1024


def keepable(text: str) -> str:
    """A text as it is.  ValueError for one the database cannot keep."""
    if not storable(text):
        raise ValueError("must not contain NUL or half of a surrogate pair")
    return text


Id = Annotated[int, Field(ge=1, le=BIGGEST)]
Number = Annotated[int, Field(ge=-BIGGEST, le=BIGGEST)]
Amount = Annotated[Decimal, Field(max_digits=15, decimal_places=2)]
Exact = Annotated[Decimal, Field(max_digits=25, decimal_places=10)]
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
#: With its offset: an hour without one is another instant for everybody who reads it.
Instant = Annotated[
    AwareDatetime, Field(ge=datetime.combine(FIRST_DAY, time(), UTC), lt=datetime.combine(LAST_DAY, time(), UTC))
]


class RefOut(Schema):
    """A record by kind and id, with its name and the address of its page."""

    kind: str
    id: int
    name: str
    url: str


class FileIn(Schema):
    """A file: its name and its content in Base64, at most 20 MB."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    content: Annotated[str, StringConstraints(max_length=LONGEST_FILE * 4 // 3 + 4)]

    def uploaded(self) -> SimpleUploadedFile:
        """The file as a form would bring it.  ValueError for what is not Base64."""
        try:
            return SimpleUploadedFile(self.name, base64.b64decode(self.content, validate=True))
        except binascii.Error as error:
            raise ValueError("not Base64") from error


def ref_out(record: Any) -> dict[str, Any] | None:
    """A record for an answer (a RefOut); None for anything else.  Asks nothing of the database that `str` does not."""
    if not isinstance(record, Model) or record.pk is None:
        return None
    return {"kind": kind_of(record), "id": int(record.pk), "name": str(record), "url": url_of(record)}


# Answers


def column_type(model: type[Model], column: Column) -> Any:
    """What a column is in JSON."""
    if is_ref(model, column):
        return RefOut | None
    if isinstance(field_of(model, column.path), models.BooleanField) and not callable(column.value):
        return bool | None
    kinds: dict[str, Any] = {
        "number": int | float | None,
        "money": Decimal | None,
        "date": date | None,
        "when": datetime | None,
    }
    return kinds.get(column.kind, str | None)


def is_ref(model: type[Model], column: Column) -> bool:
    """Whether a column's value is a record."""
    if callable(column.value):
        return column.kind in ("person", "account")
    field = field_of(model, column.path)
    return column.kind in ("person", "account") if field is None else bool(field.is_relation)


def column_reader(model: type[Model], column: Column) -> Callable[[Any], Any]:
    """What gives the column's value of a row as its type wants it.  Made once a list, called for every row."""
    of = column.of
    if is_ref(model, column):
        return lambda row: ref_out(of(row))
    if column.kind in ("money", "date", "when"):
        return of
    boolean = isinstance(field_of(model, column.path), models.BooleanField)
    return lambda row: _plain(of(row), boolean, column.kind == "number")


def _plain(value: Any, boolean: bool, number: bool) -> Any:
    if value is None or (boolean and isinstance(value, bool)):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if number:
        return float(value) if isinstance(value, Decimal) else value
    return str(value[0] if isinstance(value, tuple) else value)


_FIELD_TYPES: tuple[tuple[type[Any], Any], ...] = (
    (models.BooleanField, bool),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.TimeField, time),
    (models.DecimalField, Decimal),
    (models.FloatField, float),
    (models.IntegerField, int),
    (models.UUIDField, UUID),
    (models.JSONField, Any),
    (models.CharField, str),
    (models.TextField, str),
)


def field_type(field: "models.Field[Any, Any]") -> Any:
    """What a model field is in an answer; None for what no answer carries (binary, search vectors)."""
    if field.is_relation:
        return int | None if field.null else int
    if field.get_internal_type() == "ArrayField" or hasattr(field, "base_field"):
        return list[Any]
    found = next((kind for known, kind in _FIELD_TYPES if isinstance(field, known)), None)
    return found | None if found is not None and field.null and found is not Any else found


# Input


def param_type(action: Action[..., Any], param: Param) -> Any:
    """What a parameter of an action is in a request."""
    kind = _input_type(action, param)
    return kind | None if param.optional else kind


def _input_type(action: Action[..., Any], param: Param) -> Any:
    if param.many:
        return Annotated[list[Id], Field(max_length=MOST_RECORDS)]
    if param.is_model:
        return Id
    if param.is_enum:
        return param.type
    plain: dict[Any, Any] = {
        int: Number, Money: Amount, Decimal: Exact, date: Day, datetime: Instant, bool: bool, File: FileIn
    }  # fmt: skip
    if param.type in plain:
        made, field = plain[param.type], model_field(action, param)
        if param.type in (int, Money, Decimal) and field is not None and not field.is_relation:
            return Annotated[made, AfterValidator(_checked(field))]
        return made
    return _text_type(action, param)


def _text_type(action: Action[..., Any], param: Param) -> Any:
    if param.type is Text:
        return Annotated[str, StringConstraints(max_length=LONGEST), AfterValidator(keepable)]
    field = model_field(action, param)
    if field is not None and field.choices:
        values = tuple(str(value) for value, _label in field.flatchoices)
        return Literal[values]
    longest = getattr(field, "max_length", None) or 300
    checks = [AfterValidator(keepable), *([AfterValidator(_checked(field))] if field is not None else [])]
    made: Any = Annotated[str, StringConstraints(max_length=longest)]
    for check in checks:
        made = Annotated[made, check]
    return made


def _checked(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    """The model field's own validators: an address is an address here too."""

    def check(value: Any) -> Any:
        try:
            for validator in field.validators if value not in (None, "") else ():
                validator(value)
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from error
        return value

    return check
