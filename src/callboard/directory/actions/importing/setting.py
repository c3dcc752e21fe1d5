"""The fields an import can say, in records: read, set, saved for many at once."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from callboard.core.names import sort_key
from callboard.directory.models import Account
from callboard.directory.queries.importing import plain_value

PLAIN = (
    "legal_name",
    "trade_name",
    "language",
    "kind",
    "phone",
    "website",
    "street",
    "city",
    "region",
    "postal_code",
    "note",
)


def apply(record: Any, part: str, changes: dict[str, list[Any]]) -> None:
    """Set the fields of a record; the owner and the parent by their ids, what is emptied as the column has it."""
    for name, (_before, after) in changes.items():
        set_field(record, name.removeprefix(f"{part}."), after)


def own_fields(part: str, values: dict[str, Any]) -> dict[str, Any]:
    """What a row says of the company's own fields, by their short names."""
    start = f"{part}.custom."
    return {name.removeprefix(start): value for name, value in values.items() if name.startswith(start)}


def field_value(record: Any, short: str) -> Any:
    """What a record says in a field of an import: "city", "custom.appetite"."""
    if short.startswith("custom."):
        return record.custom.get(short.removeprefix("custom."), "")
    return plain_value(getattr(record, record._meta.get_field(short).attname))


def set_field(record: Any, short: str, value: Any) -> None:
    if short.startswith("custom."):
        rest = {name: kept for name, kept in record.custom.items() if name != short.removeprefix("custom.")}
        record.custom = rest if value in ("", None) else {**rest, short.removeprefix("custom."): value}
        return
    column = record._meta.get_field(short)
    empty = None if column.null else ""
    setattr(record, column.attname, empty if value in ("", None) else value)
    if short == "name":
        record.sort_key = sort_key(record.name)


def save_changed(model: type[Model], records: "Sequence[Any]") -> None:
    """One UPDATE over all columns an import can change."""
    if not records:
        return
    names = ["owner", "parent", *PLAIN, "tier", "country", "zone", "custom"] if model is Account else OF_PERSON
    model._default_manager.bulk_update(records, [*names, "name", "sort_key", "version", "updated_at"])


OF_PERSON = ["title", "role_kind", "zone", "language", "reach_by", "best_time", "note", "left_on", "custom"]
