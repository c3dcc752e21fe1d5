"""An action's typed signature, read once at import: it is the form and the API's input."""

import inspect
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, NewType

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model

from callboard.core.money import Money

#: A str of several lines.
Text = NewType("Text", str)
#: A file that came with a form or an API call.
if TYPE_CHECKING:
    File = UploadedFile[Any]
else:
    File = UploadedFile

_PLAIN: tuple[Any, ...] = (str, Text, int, Decimal, Money, date, datetime, bool, File)
_MISSING = inspect.Parameter.empty


@dataclass(frozen=True)
class Param:
    """One input.  ``many`` for list[Model]; ``default`` is ``Param.REQUIRED`` where a value must be given."""

    name: str
    type: Any
    optional: bool = False
    many: bool = False
    default: Any = _MISSING

    REQUIRED: typing.ClassVar[Any] = _MISSING

    @property
    def required(self) -> bool:
        return self.default is _MISSING

    @property
    def is_model(self) -> bool:
        return isinstance(self.type, type) and issubclass(self.type, Model)

    @property
    def is_enum(self) -> bool:
        return isinstance(self.type, type) and issubclass(self.type, Enum)


@dataclass(frozen=True)
class Signature:
    target: Param | None
    params: tuple[Param, ...]


def read(function: Callable[..., Any]) -> Signature:
    """Read a body's signature.  TypeError, at import, for a type no form can show."""
    hints = typing.get_type_hints(function)
    target: Param | None = None
    params: list[Param] = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name == "by":
            continue
        param = _param(function, parameter, hints.get(parameter.name))
        if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
            if target is not None or not param.is_model:
                raise TypeError(f"{function.__qualname__}: only the target, a model, comes before the star.")
            target = param
        else:
            params.append(param)
    return Signature(target, tuple(params))


def _param(function: Callable[..., Any], parameter: inspect.Parameter, hint: Any) -> Param:
    kind, optional = _without_none(hint)
    many = typing.get_origin(kind) is list
    if many:
        (kind,) = typing.get_args(kind)
    known = kind in _PLAIN or (isinstance(kind, type) and issubclass(kind, Enum | Model))
    if not known or (many and not (isinstance(kind, type) and issubclass(kind, Model))):
        raise TypeError(f"{function.__qualname__}({parameter.name}): no form shows {hint!r}.")
    return Param(parameter.name, kind, optional, many, parameter.default)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        rest = [part for part in typing.get_args(hint) if part is not type(None)]
        if len(rest) == 1:
            return rest[0], True
    return hint, False


def encode(value: Any) -> Any:
    """A JSON value that ``decode`` reads back, records as ids."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple):
        return [encode(part) for part in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UploadedFile):
        return [value.name, value.size]
    return value


def decode(param: Param, value: Any) -> Any:
    """The Python value of what ``encode`` wrote.  Model.DoesNotExist when the record is gone."""
    if value is None:
        return None
    if param.many:
        found = param.type._default_manager.in_bulk(value)
        return [found[pk] for pk in value if pk in found]
    if param.is_model:
        return param.type._default_manager.get(pk=value)
    if param.is_enum:
        return param.type(value)
    if param.type in (Decimal, Money):
        return Decimal(value)
    if param.type in (date, datetime):
        return param.type.fromisoformat(value)
    return value
