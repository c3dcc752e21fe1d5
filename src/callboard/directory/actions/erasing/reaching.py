"""To whom a row of any table belongs, found in the models: the contacts and accounts it points at, itself or by what it
belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model, Q

from callboard.core.models import RunTarget
from callboard.core.refs import kind_of
from callboard.directory.models import Account, Contact
from callboard.directory.queries.erasing import Traces
from callboard.directory.reading.persons import Finder

#: Columns that name a record of any kind.
REFS = ("ref", "about", "source", "result", "target")
#: How far a row may stand from what says whose it is: an attachment, its message, its account.
DEPTH = 3


@dataclass(frozen=True)
class Reach:
    """Paths from a table to contacts and accounts; refs: (path of the kind, path of the id)."""

    contacts: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    refs: tuple[tuple[str, str], ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        return (*self.contacts, *self.accounts, *(path for ref in self.refs for path in ref))

    def about(self, pks: Iterable[int]) -> Q:
        """Rows that point at one of these contacts."""
        found, pks = Q(pk__in=[]), list(pks)
        for path in self.contacts:
            found |= Q(**{f"{path}__in": pks})
        for kind, pk in self.refs:
            found |= Q(**{kind: kind_of(Contact), f"{pk}__in": pks})
        return found

    def theirs(self, accounts: Iterable[int]) -> Q:
        """Rows that point at one of these accounts."""
        found, pks = Q(pk__in=[]), list(accounts)
        for path in self.accounts:
            found |= Q(**{f"{path}__in": pks})
        for kind, pk in self.refs:
            found |= Q(**{kind: kind_of(Account), f"{pk}__in": pks})
        return found


def finder_for(reach: Reach, rows: Iterable[Mapping[str, Any]], traces: Traces) -> Finder:
    """Who counts as the person in a record, given by the rows its paths came to."""
    contacts, accounts = set(), set()
    for row in rows:
        contacts |= {row[path] for path in reach.contacts}
        accounts |= {row[path] for path in reach.accounts}
        for kind, pk in reach.refs:
            (contacts if row[kind] == kind_of(Contact) else accounts if row[kind] == kind_of(Account) else set()).add(
                row[pk]
            )
    contacts, accounts = contacts - {None}, accounts - {None, 0}
    if contacts & traces.pks:
        return traces.about
    if accounts & traces.accounts:
        return traces.beside
    return traces.elsewhere if accounts or contacts else traces.anywhere


@cache
def reach_of(model: type[Model]) -> Reach:
    """The nearest paths: what a row says itself counts before what it belongs to."""
    level: list[tuple[type[Model], str]] = [(model, "")]
    if (tracked := getattr(model, "pgh_tracked_model", None)) is not None:
        level.append((tracked, "pgh_obj__"))
    for _depth in range(DEPTH + 1):
        found = [_own(each, prefix) for each, prefix in level]
        if any(reach.paths for reach in found):
            return Reach(
                *(
                    tuple(path for reach in found for path in getattr(reach, kind))
                    for kind in ("contacts", "accounts", "refs")
                )
            )
        level = [step for each, prefix in level for step in _steps(each, prefix)]
    return Reach()


def _own(model: type[Model], prefix: str) -> Reach:
    contacts, accounts = [], []
    names = {field.name for field in model._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        to = field.remote_field.model if field.remote_field is not None else None
        if to is Contact or (to is None and field.name == "contact_id") or (model is Contact and field.primary_key):
            contacts.append(f"{prefix}{field.attname}")
        elif (
            to is Account
            or (to is None and field.name in ("root_id", "account_id"))
            or (model is Account and field.primary_key)
        ):
            accounts.append(f"{prefix}{field.attname}")
        if to is Contact and not any(
            each.remote_field and each.remote_field.model is Account for each in model._meta.concrete_fields
        ):
            accounts.append(f"{prefix}{field.name}__account_id")
    accounts += [f"{prefix}{many.name}" for many in model._meta.many_to_many if many.remote_field.model is Account]
    refs = [(f"{prefix}{ref}_kind", f"{prefix}{ref}_id") for ref in REFS if {f"{ref}_kind", f"{ref}_id"} <= names]
    if model is RunTarget:
        refs.append((f"{prefix}run__kind", f"{prefix}target_id"))
    return Reach(tuple(contacts), tuple(accounts), tuple(refs))


def _steps(model: type[Model], prefix: str) -> Iterator[tuple[type[Model], str]]:
    """What a row belongs to; whose it is (one of our people) is nothing it belongs to."""
    for field in model._meta.concrete_fields:
        to = field.remote_field.model if field.remote_field is not None else None
        if isinstance(to, type) and to.__module__.startswith("callboard.") and ".team." not in to.__module__:
            yield to, f"{prefix}{field.name}__"
