"""``Ref(kind, id)``: how index tables and logs point at any record without a foreign key."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

#: The largest id a row can have; PostgreSQL refuses to compare with more.
BIGGEST = 2**63 - 1
_DIGITS = len(str(BIGGEST))


def number_in(text: str) -> int | None:
    """The whole number a text of digits is, 0 to BIGGEST; None for any other text.  Python refuses to read a number of
    thousands of digits, so nobody hands text from outside to `int` before this has looked at its length."""
    if len(text) > _DIGITS or not text.isdecimal():
        return None
    found = int(text)
    return found if found <= BIGGEST else None


@dataclass(frozen=True, order=True)
class Ref:
    kind: str
    id: int


def kind_of(record: Model | type[Model]) -> str:
    """``orders.order``: the app's label and the model's name, lower case."""
    return record._meta.label_lower


def ref_of(record: Model) -> Ref:
    return Ref(kind_of(record), int(record.pk))


def model_of(kind: str) -> type[Model] | None:
    """The model of a kind, or None where the app is gone."""
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def records(refs: Iterable[Ref]) -> dict[Ref, Any]:
    """The records behind refs, one query a kind; what no longer exists is absent."""
    by_kind: dict[str, set[int]] = {}
    for ref in refs:
        by_kind.setdefault(ref.kind, set()).add(ref.id)
    found: dict[Ref, Any] = {}
    for kind, ids in by_kind.items():
        model = model_of(kind)
        if model is not None:
            found |= {Ref(kind, pk): record for pk, record in model._default_manager.in_bulk(ids).items()}
    return found
