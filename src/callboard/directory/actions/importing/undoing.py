"""A chunk of an import taken back: what it made is removed, what it changed is put back, and only where nobody has been at it
since.  What stays is named with the reason."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.db.copying import copy_in
from callboard.core.models import Change, Log, TimelineEntry
from callboard.core.refs import kind_of
from callboard.directory.actions.importing.holding import Lines
from callboard.directory.actions.importing.leaning import drop_open_pairs, leaning
from callboard.directory.actions.importing.setting import field_value, save_changed, set_field
from callboard.directory.actions.importing.writing import VERB
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountFacts,
    AccountOwner,
    Contact,
    ContactEmail,
    ContactPhone,
    ExternalId,
    Import,
    ImportRow,
    Outcome,
)
from callboard.directory.queries import above
from callboard.directory.rules.importing import KNOWN, NEW

EVERYONE = ["all"]


def undo_rows(batch: Import, rows: Sequence[ImportRow], by: Actor) -> None:
    """Sets the outcome of each row: undone, or kept with the sentence."""
    accounts = {row.plan["account"]["id"] for row in rows if row.plan["account"]["is"] == KNOWN}
    made = _made(rows, "account")
    before = {parent for row in rows if (parent := _parent_before(row))}
    by.run.lock_roots(accounts | set(made) | before | (above(*before) if before else set()))
    locked = Account.objects.in_bulk(accounts | set(made))
    people = _locked(Contact, {row.contact_id for row in rows if row.contact_id})
    kept = _kept(batch, rows, locked, people)
    _keep_circles(rows, kept, locked, Lines(before))
    going = [row for row in rows if row.position not in kept]
    _remove_people(list(_made(going, "contact")))
    _put_back(Contact, "contact", going, people, by)
    _take_added(going, by)
    _remove_accounts(list(_made(going, "account")))
    _put_back(Account, "account", going, locked, by)
    for row in rows:
        row.outcome = Outcome.KEPT if row.position in kept else Outcome.UNDONE
        row.said = kept.get(row.position, "")
    _tell(batch, going, by)


def _made(rows: Iterable[ImportRow], part: str) -> dict[int, ImportRow]:
    """Id -> the row that made the record."""
    made = (row for row in rows if row.plan.get(part, {}).get("is") == NEW)
    return {pk: row for row in made if (pk := getattr(row, f"{part}_id"))}


def _locked(model: type[Any], ids: set[int]) -> dict[int, Any]:
    locked = model._default_manager.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    return {record.pk: record for record in locked} if ids else {}


def _kept(
    batch: Import, rows: Sequence[ImportRow], accounts: dict[int, Account], people: dict[int, Contact]
) -> dict[int, str]:
    """Position -> why the row stays.  A row whose person stays keeps its account."""
    kept: dict[int, str] = {}
    for part, records in (("contact", people), ("account", accounts)):
        for row in rows:
            said = _touched(row, part, records)
            if said:
                kept.setdefault(row.position, said)
    made_people, made_accounts = _made(rows, "contact"), _made(rows, "account")
    for pk, name in leaning(batch, Contact, made_people).items():
        kept.setdefault(made_people[pk].position, _("There is more about the person since: {what}.").format(what=name))
    staying = {row.account_id for row in rows if row.position in kept}
    going = {pk for pk, row in made_people.items() if row.position not in kept}
    for pk, name in leaning(batch, Account, made_accounts, without=going).items():
        kept.setdefault(made_accounts[pk].position, _("There is more on the account since: {what}.").format(what=name))
    for account in staying & set(made_accounts):
        kept.setdefault(made_accounts[account or 0].position, _("A person of the account stays."))
    return kept


def _parent_before(row: ImportRow) -> int | None:
    pair = row.plan["account"].get("changes", {}).get("account.parent")
    return pair[0] or None if pair else None


def _keep_circles(rows: Sequence[ImportRow], kept: dict[int, str], accounts: dict[int, Account], lines: Lines) -> None:
    """A row stays where its account would belong again to something that belongs to it by now."""
    for row in rows:
        if row.position in kept or "account.parent" not in row.plan["account"].get("changes", {}):
            continue
        account, parent = accounts[row.plan["account"]["id"]], _parent_before(row)
        if lines.circle(account.pk, parent):
            kept[row.position] = _("What it belonged to is itself part of {account} by now.").format(account=account)
        else:
            lines.parents[account.pk] = parent


def _touched(row: ImportRow, part: str, records: dict[int, Any]) -> str:
    """Whether a record is another than the import left it."""
    plan = row.plan.get(part, {})
    if plan.get("is") == KNOWN and (plan.get("changes") or plan.get("adds")):
        record = records.get(plan["id"])
        if record is not None and record.merged_into_id is not None:
            return _("{name} was merged since.").format(name=record)
    if plan.get("is") == NEW:
        record = records.get(getattr(row, f"{part}_id") or 0)
        if record is not None and record.version != plan.get("after"):
            return _("{name} was changed since.").format(name=record)
    if plan.get("is") == KNOWN and plan.get("changes"):
        record = records.get(plan["id"])
        if record is None:
            return _("The record is no longer there.")
        for name, (_before, after) in plan["changes"].items():
            if field_value(record, name.removeprefix(f"{part}.")) != after:
                return _("{name} was changed since.").format(name=record)
    return ""


def _remove_people(ids: Sequence[int]) -> None:
    if ids:
        drop_open_pairs(Contact, [*ids])
        for model in (ContactEmail, ContactPhone, ExternalId):
            model._default_manager.filter(contact__in=ids)._raw_delete("default")
        TimelineEntry.objects.filter(ref_kind=kind_of(Contact), ref_id__in=ids)._raw_delete("default")
        Contact.objects.filter(pk__in=ids)._raw_delete("default")


def _remove_accounts(ids: Sequence[int]) -> None:
    if ids:
        drop_open_pairs(Account, [*ids])
        for model in (AccountFacts, AccountDomain, AccountOwner, ExternalId):
            model._default_manager.filter(account__in=ids)._raw_delete("default")
        TimelineEntry.objects.filter(root_id__in=ids)._raw_delete("default")
        Account.objects.filter(pk__in=ids)._raw_delete("default")


def _put_back(model: type[Model], part: str, rows: Sequence[ImportRow], records: dict[int, Any], by: Actor) -> None:
    changed = {}
    for row in rows:
        plan = row.plan.get(part, {})
        if plan.get("is") != KNOWN or not plan.get("changes"):
            continue
        record = records[plan["id"]]
        for name, (before, _after) in plan["changes"].items():
            set_field(record, name.removeprefix(f"{part}."), before)
        changed[record.pk] = record
    for record in changed.values():
        record.version += 1
        record.updated_at = by.now
    save_changed(model, list(changed.values()))


def _take_added(rows: Sequence[ImportRow], by: Actor) -> None:
    """Addresses, numbers and domains that were added to records that stay."""
    emails, phones, domains, outside = [], [], [], []
    for row in rows:
        person, account = row.plan.get("contact", {}), row.plan["account"]
        if person.get("is") == KNOWN:
            emails += [(person["id"], address) for address in person.get("adds", {}).get("emails", ())]
            phones += [(person["id"], number) for number, _kind in person.get("adds", {}).get("phones", ())]
        if account["is"] == KNOWN and account.get("adds", {}).get("domain"):
            domains.append((account["id"], account["adds"]["domain"]))
        for part, plan in (("account", account), ("contact", person)):
            if plan.get("is") == KNOWN and plan.get("adds", {}).get("external"):
                outside.append((plan["id"], plan["adds"]["external"], part))
    _delete(ContactEmail, "contact_id", "address", emails)
    _delete(ContactPhone, "contact_id", "e164", phones)
    _delete(AccountDomain, "account_id", "domain", domains)
    for part in ("account", "contact"):
        _delete(ExternalId, f"{part}_id", "value", [pair[:2] for pair in outside if pair[2] == part])


def _delete(model: type[Model], owner: str, name: str, pairs: "Sequence[tuple[int, str]]") -> None:
    if pairs:
        table = connection.ops.quote_name(model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {table} AS old USING unnest(%s::bigint[], %s::text[]) AS v(owner, name) "  # noqa: S608
                f"WHERE old.{owner} = v.owner AND old.{name} = v.name",
                [*map(list, zip(*pairs, strict=True))],
            )


def _tell(batch: Import, rows: Sequence[ImportRow], by: Actor) -> None:
    """A log line a record, and a change for whoever shows or indexes it."""
    logs, changes = [], []
    done: dict[tuple[str, int], int] = defaultdict(int)
    for row in rows:
        for part, model in (("account", Account), ("contact", Contact)):
            pk = getattr(row, f"{part}_id")
            plan = row.plan.get(part, {})
            if pk and (plan.get("is") == NEW or plan.get("changes") or plan.get("adds")):
                done[(kind_of(model), pk)] = row.account_id or 0
    for (kind, pk), root in done.items():
        logs.append({
            "id": uuid.uuid4(), "at": by.now, "action": VERB, "actor_kind": by.kind, "actor_name": by.name,
            "person_id": by.person_id, "via": by.via, "root_id": root, "cause_id": batch.log_id,
            "target_kind": kind, "target_id": pk,
        })  # fmt: skip
        change = {"at": by.now, "kind": kind, "object_id": pk, "root_id": root, "audience": EVERYONE}
        changes += [{**change, "topic": kind}, {**change, "topic": f"account:{root}"}]
    copy_in(Log, logs)
    copy_in(Change, changes)
