"""The open questions of an import: its rows that may be about records we have, each with what is known of those."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.directory.models import Account, Contact, Import, ImportRow, Outcome, Verdict
from callboard.directory.queries.duplicates import ENTERED
from callboard.directory.queries.importing import records_named
from callboard.directory.reading.duplicates import Kind, Match, compare
from callboard.directory.reading.duplicates.record import Record, host, make
from callboard.directory.rules.importing.known import Known
from callboard.directory.rules.importing.values import Values

#: Rows with one candidate, where "it is the one we have" says which.
ONE = Q(plan__candidates__0__isnull=False, plan__candidates__1__isnull=True)


def open_questions(actor: Actor, batch: Import) -> "QuerySet[ImportRow]":
    """Rows somebody has to decide about; one that only waits for another row is decided with it."""
    asked = visible(ImportRow.objects.filter(batch=batch), actor).exclude(code="waits_row")
    return asked.filter(verdict=Verdict.ASK, outcome=Outcome.WAITING).order_by("position")


def alike(rows: "QuerySet[ImportRow]") -> list[tuple[str, int, int]]:
    """(reason, how many rows are asked for it, how many of those have one candidate), the most frequent first."""
    groups = rows.order_by().values_list("code").annotate(n=Count("id"), one=Count("id", filter=ONE))
    return sorted(groups, key=lambda group: (-group[1], group[0]))


@dataclass(frozen=True)
class There:
    """A candidate: what it says by field; None where it is gone or not to be seen.  match: how alike the row is."""

    candidate: dict[str, Any]
    values: Values | None
    match: Match | None


def beside(rows: Sequence[ImportRow], actor: Actor) -> dict[int, list[There]]:
    """Row -> its candidates.  A fixed number of statements for any number of rows of one import."""
    named = {
        part: {pk for row in rows for each in _of(row) if (pk := each.get(part))}
        for part in ("account", "contact", "row")
    }
    seen = {
        model: set(visible(model._default_manager.all(), actor).filter(pk__in=named[part]).values_list("pk", flat=True))
        for model, part in ((Account, "account"), (Contact, "contact"))
        if named[part]
    }
    known = records_named(seen.get(Account, ()), seen.get(Contact, ()))
    others = ImportRow.objects.filter(batch=rows[0].batch_id, position__in=named["row"]) if named["row"] else ()
    earlier = {row.position: row.values for row in others}
    return {row.pk: [_there(row, each, known, earlier) for each in _of(row)] for row in rows}


def _of(row: ImportRow) -> Iterable[dict[str, Any]]:
    found: list[dict[str, Any]] = row.plan.get("candidates", [])
    return found


def _there(row: ImportRow, candidate: dict[str, Any], known: Known, earlier: dict[int, Values]) -> There:
    values: Values | None = None
    if "contact" in candidate and (person := known.contacts.get(candidate["contact"])):
        values = {
            **person.values,
            "contact.email": person.emails,
            "contact.phones": [[each, ""] for each in person.phones],
        }
        values["account.name"] = known.accounts[person.account].name if person.account in known.accounts else ""
    elif "account" in candidate and (account := known.accounts.get(candidate["account"])):
        values = {**account.values, "account.domain": ", ".join(sorted(account.domains))}
    elif "row" in candidate:
        values = earlier.get(candidate["row"])
    if values is None:
        return There(candidate, None, None)
    kind = Kind.CONTACT if "contact" in candidate else Kind.ACCOUNT
    return There(candidate, values, compare(_record(row.values, kind), _record(values, kind), ENTERED, kind))


def _record(values: Values, kind: Kind) -> Record:
    """As the matcher sees it."""
    phones = [number for number, *_kind in values.get("contact.phones", ())]
    if kind is Kind.CONTACT:
        return make("", name=values.get("contact.name", ""), mails=values.get("contact.email", ()), phones=phones)
    said = {
        name: str(values.get(f"account.{name}") or "") for name in ("name", "legal_name", "street", "city", "region")
    }
    domains = [*str(values.get("account.domain") or "").split(", "), host(str(values.get("account.website") or ""))]
    return make(
        "", name=said["name"], legal=said["legal_name"], street=said["street"], city=said["city"], region=said["region"],
        zip=str(values.get("account.postal_code") or ""), phones=[str(values.get("account.phone") or ""), *phones], domains=domains,
    )  # fmt: skip
