"""The plans of rows against the records as they are when it is their turn: what somebody changed meanwhile is asked."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.directory.actions.importing.holding import Lines, held, parent_of
from callboard.directory.actions.importing.setting import field_value
from callboard.directory.actions.importing.since import Objection, Since
from callboard.directory.models import Account, Contact, Import, ImportRow, Outcome, Verdict
from callboard.directory.rules.importing import KNOWN, NEW, ROW

PARTS = ("account", "contact")
Locked = tuple[list[ImportRow], dict[int, Account], dict[int, Contact]]


def settle(batch: Import, rows: Sequence[ImportRow], by: Actor) -> Locked:
    """The rows that go on, with the accounts and people they are about, locked by ascending id.  The others are asked or
    refused, with the reason."""
    one_at_a_time()
    resolved = _resolve_rows(batch, rows)
    accounts, people = held(resolved, by)
    since, lines = Since(batch, resolved), Lines({pk for row in resolved if (pk := parent_of(row))})
    going: dict[int, ImportRow] = {}
    for row in resolved:
        before = _waits_for(row, going)
        objection = _objection(row, accounts, people) or since.objection(row)
        if before:
            ask(row, "waits_row", row=before)
        elif objection is not None:
            row.said, row.plan["candidates"] = objection
            ask(row, "meanwhile", why=row.said)
        elif said := _circle(row, accounts, lines):
            row.outcome, row.said = Outcome.REFUSED, said
        else:
            going[row.position] = row
    return list(going.values()), accounts, people


def _circle(row: ImportRow, accounts: dict[int, Account], lines: Lines) -> str:
    """Why an account cannot belong where this row says; "" where it can, and the rows below find it there."""
    plan, parent = row.plan["account"], parent_of(row)
    if plan["is"] != KNOWN or "account.parent" not in plan.get("changes", {}):
        return ""
    if lines.circle(plan["id"], parent):
        sentence = _("{parent} is itself part of {account}.")
        return sentence.format(parent=accounts[parent or 0], account=accounts[plan["id"]])
    lines.parents[plan["id"]] = parent
    return ""


def one_at_a_time() -> None:
    """Imports write one after the other: each sees what the one before it made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directory.import'))")


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


def _objection(row: ImportRow, accounts: dict[int, Account], people: dict[int, Contact]) -> Objection | None:
    """Why this row cannot go on as it was planned, and the records it may be about."""
    for part, there in (("account", accounts), ("contact", people)):
        plan = row.plan.get(part, {})
        if plan.get("is") != KNOWN:
            continue
        record: Any = there.get(plan["id"])
        if record is None:
            return _("The record is no longer there."), []
        if record.refuses() is not None:
            return str(record.refuses()), []
        if _changed(record, part, plan) and "merged" in plan:
            said = _("It was merged into {name}, which says something else in the same fields.").format(name=record)
            return said, [{part: record.pk, "name": record.name, "why": "meanwhile"}]
        if _changed(record, part, plan):
            return _("Another hand was at the same fields."), []
    if (parent := parent_of(row)) and parent not in accounts:
        return _("The record is no longer there."), []
    return None


def _changed(record: Any, part: str, plan: dict[str, Any]) -> bool:
    """Whether a field this row changes is another than it was when somebody looked at the change."""
    if plan.get("version") == record.version:
        return False
    pairs = plan.get("changes", {}).items()
    return any(field_value(record, name.removeprefix(f"{part}.")) not in pair for name, pair in pairs)
