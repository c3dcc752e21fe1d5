"""The plans of rows against the records as they are when it is their turn: what somebody changed meanwhile is asked."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.directory.actions.importing.setting import field_value
from callboard.directory.models import (
    Account,
    Contact,
    ContactEmail,
    ExternalId,
    Import,
    ImportRow,
    Verdict,
)
from callboard.directory.rules.importing import KNOWN, NEW, ROW

PARTS = ("account", "contact")
Locked = tuple[list[ImportRow], dict[int, Account], dict[int, Contact]]


def settle(batch: Import, rows: Sequence[ImportRow], by: Actor) -> Locked:
    """The rows that go on, with the accounts and people they are about, locked by ascending id.  The others are asked or
    refused, with the reason."""
    resolved = _resolve_rows(batch, rows)
    accounts = _locked_accounts(resolved, by)
    people = _locked_people(resolved)
    taken = _taken(batch, resolved)
    going: dict[int, ImportRow] = {}
    for row in resolved:
        before = _waits_for(row, going)
        if before:
            ask(row, "waits_row", row=before)
        elif objection := _objection(row, accounts, people, taken):
            ask(row, "meanwhile", why=objection)
            row.said = objection
        else:
            going[row.position] = row
    return list(going.values()), accounts, people


def ask(of: ImportRow, code: str, **args: Any) -> None:
    """The row is a question now."""
    of.verdict, of.code = Verdict.ASK, code
    of.plan["args"] = args


def _waits_for(row: ImportRow, going: dict[int, ImportRow]) -> int:
    """The row of this chunk that should have made a part of this one, and does not go on; 0 for none."""
    named = (row.plan[part]["row"] for part in PARTS if row.plan.get(part, {}).get("is") == ROW)
    return next((number for number in named if number not in going), 0)


def _resolve_rows(batch: Import, rows: Sequence[ImportRow]) -> list[ImportRow]:
    """A part that a row of an earlier chunk made becomes a known one; one of a row of this chunk stays, its record is made
    just before.  Where the earlier row came to nothing, the part is made here; where it is a question, so is this row."""
    here = {row.position for row in rows}
    named = {row.plan[part]["row"] for row in rows for part in PARTS if row.plan.get(part, {}).get("is") == ROW}
    before = {row.position: row for row in batch.rows.filter(position__in=named - here)} if named - here else {}
    going = []
    for row in rows:
        if all(_resolve(row, part, before) for part in PARTS):
            going.append(row)
    return going


def _resolve(row: ImportRow, part: str, before: dict[int, ImportRow]) -> bool:
    """False where the row has become a question."""
    plan = row.plan.get(part)
    if not plan or plan["is"] != ROW or plan["row"] not in before:
        return True
    earlier = before[plan["row"]]
    pk = getattr(earlier, f"{part}_id")
    if pk is not None:
        plan |= {"is": KNOWN, "id": pk, "version": None}
    elif earlier.verdict == Verdict.ASK:
        ask(row, "waits_row", row=earlier.position)
        return False
    else:
        plan |= {"is": NEW}
    return True


def _locked_accounts(rows: Sequence[ImportRow], by: Actor) -> dict[int, Account]:
    ids = {row.plan["account"]["id"] for row in rows if row.plan["account"]["is"] == KNOWN}
    people = [row.plan["contact"]["id"] for row in rows if row.plan.get("contact", {}).get("is") == KNOWN]
    ids |= set(Contact.objects.filter(pk__in=people).values_list("account", flat=True)) if people else set()
    by.run.lock_roots(ids)
    return Account.objects.in_bulk(ids) if ids else {}


def _locked_people(rows: Sequence[ImportRow]) -> dict[int, Contact]:
    ids = {row.plan["contact"]["id"] for row in rows if row.plan.get("contact", {}).get("is") == KNOWN}
    locked = Contact.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    return {person.pk: person for person in locked} if ids else {}


def _taken(batch: Import, rows: Sequence[ImportRow]) -> dict[str, str]:
    """Mail addresses that somebody got since, and numbers of the other system."""
    emails = {address for row in rows for address in _new_emails(row)}
    found = {}
    if emails:
        there = ContactEmail.objects.filter(address__in=emails).values_list("address", "contact__name")
        found = {
            address: _("{address} belongs to {name}.").format(address=address, name=name) for address, name in there
        }
    outside = [row.values["account.external"] for row in rows
               if row.plan["account"]["is"] == NEW and row.values.get("account.external")]  # fmt: skip
    if outside:
        system = batch.mapping.get("system", "")
        there_too = ExternalId.objects.filter(system=system, kind="account", value__in=outside)
        said = _("Its number in the other system has come in since.")
        found |= {f"account.external {value}": said for value in there_too.values_list("value", flat=True)}
    return found


def _new_emails(row: ImportRow) -> Sequence[str]:
    plan = row.plan.get("contact", {})
    if plan.get("is") == NEW:
        return list(row.values.get("contact.email", ()))
    return list(plan.get("adds", {}).get("emails", ()))


def _objection(
    row: ImportRow, accounts: dict[int, Account], people: dict[int, Contact], taken: dict[str, str]
) -> str | None:
    """Why this row cannot go on as it was planned."""
    for part, there in (("account", accounts), ("contact", people)):
        plan = row.plan.get(part, {})
        if plan.get("is") != KNOWN:
            continue
        record: Any = there.get(plan["id"])
        if record is None:
            return _("The record is no longer there.")
        if record.refuses() is not None:
            return str(record.refuses())
        if _changed(record, part, plan):
            return _("Another hand was at the same fields.")
    if row.plan["account"]["is"] == NEW:
        outside = taken.get(f"account.external {row.values.get('account.external', '')}")
        if outside:
            return outside
    return next((taken[address] for address in _new_emails(row) if address in taken), None)


def _changed(record: Any, part: str, plan: dict[str, Any]) -> bool:
    """Whether a field this row changes is another than it was when somebody looked at the change."""
    if plan.get("version") == record.version:
        return False
    pairs = plan.get("changes", {}).items()
    return any(field_value(record, name.removeprefix(f"{part}.")) not in pair for name, pair in pairs)
