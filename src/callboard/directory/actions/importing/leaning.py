"""What hangs on a record an import made, beside what the import made with it: it keeps the record."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model, Q

from callboard.core.refs import kind_of
from callboard.directory.actions.importing.writing import first_domain
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountFacts,
    AccountOwner,
    Contact,
    ContactEmail,
    ContactPhone,
    DuplicatePair,
    ExternalId,
    Import,
    ImportRow,
    OwnerRole,
    PairState,
)
from callboard.directory.queries.pointers import Pointer, foreign_keys, refs_to

Made = Mapping[int, ImportRow]
#: What is worked out again by itself, and goes with the record.
COUNTED = (AccountFacts,)


def leaning(batch: Import, model: type[Model], made: Made, *, without: "set[int] | None" = None) -> dict[int, str]:
    """Records that rows of other tables point at, with what those are called.  made: id -> the row that made the record.
    without: people who go with the import."""
    found = _added(batch, model, made) if made else {}
    for pointer in (*foreign_keys(model), *refs_to()) if made else ():
        if pointer.model in COUNTED or pointer.model in BESIDE:
            continue
        for pk in _pointing(pointer, model, made, without or set()):
            found.setdefault(pk, _called(pointer.model))
    return found


def _pointing(pointer: Pointer, model: type[Model], made: Made, without: set[int]) -> Any:
    rows = pointer.all_rows().filter(**{f"{pointer.column}__in": list(made)})
    if pointer.kind_column:
        rows = rows.filter(**{pointer.kind_column: kind_of(model)})
    if pointer.model is DuplicatePair:
        rows = rows.exclude(state=PairState.OPEN)
    if pointer.model is Contact and model is Account:
        rows = rows.exclude(pk__in=without)
    if pointer.model is model:
        rows = rows.exclude(pk__in=list(made))
    return rows.values_list(pointer.column, flat=True).distinct()


def _called(model: type[Model]) -> str:
    """What rows of a table are called; those of a joining table as what they join."""
    joined = model._meta.auto_created
    return str((joined if isinstance(joined, type) else model)._meta.verbose_name)


def _added(batch: Import, model: type[Model], made: Made) -> dict[int, str]:
    """Addresses, numbers, domains, owners that a record has and its row did not bring."""
    found: dict[int, str] = {}
    part = "account" if model is Account else "contact"
    for other, (owner, column, brought) in BESIDE.items():
        key = owner or f"{part}_id"
        if not any(field.attname == key and field.related_model is model for field in other._meta.concrete_fields):
            continue
        for pk, value, *more in other._default_manager.filter(**{f"{key}__in": list(made)}).values_list(key, *column):
            if not brought(batch, part, made[pk], value, *more):
                found.setdefault(pk, _called(other))
    return found


def _emails(batch: Import, part: str, row: ImportRow, address: str) -> bool:
    return address in row.values.get("contact.email", ())


def _phones(batch: Import, part: str, row: ImportRow, number: str) -> bool:
    return any(number == pair[0] for pair in row.values.get("contact.phones", ()))


def _outside(batch: Import, part: str, row: ImportRow, value: str, system: str) -> bool:
    return bool(value == row.values.get(f"{part}.external") and system == batch.mapping.get("system", ""))


def _domains(batch: Import, part: str, row: ImportRow, domain: str) -> bool:
    return domain == first_domain(row.values)


def _owners(batch: Import, part: str, row: ImportRow, person: int, role: str) -> bool:
    return role == OwnerRole.OWNER and person == row.values.get("account.owner")


Brought = Callable[..., bool]
#: What an import makes beside a record and removes with it: the column that names the record ("" for either part),
#: what is compared, and whether the row brought it.
BESIDE: dict[type[Model], tuple[str, tuple[str, ...], Brought]] = {
    ContactEmail: ("contact_id", ("address",), _emails),
    ContactPhone: ("contact_id", ("e164",), _phones),
    AccountDomain: ("account_id", ("domain",), _domains),
    AccountOwner: ("account_id", ("person_id", "role"), _owners),
    ExternalId: ("", ("value", "system"), _outside),
}


def drop_open_pairs(model: type[Model], ids: "list[int]") -> None:
    """Pairs the search found and nobody decided: there is nothing left to compare."""
    part = "account" if model is Account else "contact"
    either = Q(**{f"{part}_a__in": ids}) | Q(**{f"{part}_b__in": ids})
    DuplicatePair.objects.filter(either, state=PairState.OPEN)._raw_delete("default")
