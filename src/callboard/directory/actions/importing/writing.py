"""A chunk of rows becomes records: a handful of COPY and UPDATE statements, whatever the number of rows.

What every record owes is written with it: history by its triggers, a log line, a line of the timeline, a change row for live
pages and for search.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.db.copying import copy_in, copy_tracked, ids_for
from callboard.core.models import Change, Log, TimelineEntry
from callboard.core.names import sort_key
from callboard.core.refs import kind_of
from callboard.directory import rules
from callboard.directory.actions.importing.setting import OF_PERSON, PLAIN, apply, own_fields, save_changed
from callboard.directory.models import (
    Account,
    AccountFacts,
    AccountOwner,
    Contact,
    ContactEmail,
    ContactPhone,
    Import,
    ImportRow,
    OwnerRole,
)
from callboard.directory.rules.importing import KNOWN, NEW, ROW
from callboard.directory.rules.importing.values import host_of

VERB = "directory.bring_in"
EVERYONE = ["all"]

_DOMAINS = """
INSERT INTO directory_accountdomain (created_at, updated_at, version, account_id, domain)
SELECT %s, %s, 1, given.account, given.domain FROM unnest(%s::bigint[], %s::text[]) AS given(account, domain)
WHERE NOT EXISTS (SELECT 1 FROM directory_accountdomain AS old WHERE old.account_id = given.account)
ON CONFLICT (domain) DO NOTHING
"""
_EXTERNAL = """
INSERT INTO directory_externalid (created_at, updated_at, version, system, kind, value, account_id, contact_id)
SELECT %s, %s, 1, %s, kind, value, account, contact
FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::bigint[]) AS given(kind, value, account, contact)
ON CONFLICT (system, kind, value) DO NOTHING
"""


def first_domain(values: dict[str, Any]) -> str:
    """The mail domain a new account begins with; "" for none, or one where anybody can have an address."""
    domain = values.get("account.domain") or host_of(values.get("account.website", ""))
    if not domain and values.get("contact.email"):
        domain = rules.domain_of(values["contact.email"][0])
    return domain if domain and not rules.is_free_mail(domain) else ""


@dataclass
class Sheet:
    """What is to be written, by model."""

    accounts: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    emails: list[dict[str, Any]] = field(default_factory=list)
    phones: list[dict[str, Any]] = field(default_factory=list)
    owners: list[dict[str, Any]] = field(default_factory=list)
    domains: list[tuple[int, str]] = field(default_factory=list)
    external: list[tuple[str, str, int | None, int | None]] = field(default_factory=list)
    logs: list[dict[str, Any]] = field(default_factory=list)
    timeline: list[dict[str, Any]] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)


class Writer:
    """Writes rows whose plans are settled: an account is NEW or KNOWN, a person NEW, KNOWN or absent."""

    def __init__(self, batch: Import, by: Actor) -> None:
        self.batch, self.by, self.sheet = batch, by, Sheet()
        self.stamp = {"created_at": by.now, "updated_at": by.now, "version": 1}
        self.made: dict[int, ImportRow] = {}
        self.text = _("From {file}").format(file=batch.filename)[:300]

    def write(self, rows: Sequence[ImportRow], locked: "dict[int, Account]", people: "dict[int, Contact]") -> None:
        """locked, people: the known records of these rows, as they are under lock.  Sets `account_id`, `contact_id` and the
        plan's "after" of each row."""
        accounts = iter(ids_for(Account, sum(row.plan["account"]["is"] == NEW for row in rows)))
        contacts = iter(ids_for(Contact, sum(row.plan.get("contact", {}).get("is") == NEW for row in rows)))
        self.made = {row.position: row for row in rows}
        for row in rows:
            self._account(row, accounts, locked)
            if row.plan.get("contact"):
                self._contact(row, contacts, people)
        self._send(locked, people)

    # One row.

    def _account(self, row: ImportRow, fresh: Iterable[int], locked: "dict[int, Account]") -> None:
        plan, values = row.plan["account"], row.values
        if plan["is"] == ROW:  # made just before
            row.account_id = self.made[plan["row"]].account_id
            return
        if plan["is"] == NEW:
            row.account_id = pk = next(iter(fresh))
            self._new_account(pk, values, plan)
            plan["after"] = 1
            return
        account = locked[plan["id"]]
        row.account_id = account.pk
        changes = plan.get("changes", {})
        if changes:
            apply(account, "account", changes)
            account.version += 1
            account.updated_at = self.by.now
            account.__dict__["changed_by_import"] = True
            plan["after"] = account.version
        adds = plan.get("adds", {})
        if adds.get("domain"):
            self.sheet.domains.append((account.pk, adds["domain"]))
        if adds.get("external"):
            self.sheet.external.append(("account", adds["external"], account.pk, None))
        if changes or adds:
            self._told(Account, account.pk, account.pk, target=True)

    def _new_account(self, pk: int, values: dict[str, Any], plan: dict[str, Any]) -> None:
        said = {name[8:]: value for name, value in values.items() if name.startswith("account.")}
        country = said.get("country") or "US"
        owner = said.get("owner") or None
        made = {
            **self.stamp,
            "id": pk,
            "name": said["name"],
            "sort_key": sort_key(said["name"]),
            "owner_id": owner,
            "parent_id": plan.get("parent"),
            "tier": said.get("tier") or None,
            "zone": said.get("zone") or rules.zone_of(country, said.get("region", "")),
            "country": country,
            "custom": own_fields("account", values),
        }
        for name in PLAIN:
            if said.get(name):
                made[name] = said[name]
        self.sheet.accounts.append(made)
        domain = first_domain(values)
        if domain:
            self.sheet.domains.append((pk, domain))
        if said.get("external"):
            self.sheet.external.append(("account", said["external"], pk, None))
        if owner:
            self.sheet.owners.append(
                {
                    **self.stamp,
                    "account_id": pk,
                    "person_id": owner,
                    "role": OwnerRole.OWNER,
                    "starts_on": self.by.today,
                }
            )
        self._told(Account, pk, pk)
        self._line(pk, "directory.account_created", Account, pk, _("Account created"))

    def _contact(self, row: ImportRow, fresh: Iterable[int], people: "dict[int, Contact]") -> None:
        plan, values = row.plan["contact"], row.values
        adds = plan.get("adds", {})
        if plan["is"] == ROW:
            row.contact_id = self.made[plan["row"]].contact_id
            return
        if plan["is"] == KNOWN:
            person = people[plan["id"]]
            row.contact_id = person.pk
            if plan.get("changes"):
                apply(person, "contact", plan["changes"])
                person.version += 1
                person.updated_at = self.by.now
                person.__dict__["changed_by_import"] = True
                plan["after"] = person.version
            if plan.get("changes") or adds:
                self._told(Contact, person.pk, person.account_id, target=True)
            self._reached(person.pk, adds.get("emails", ()), adds.get("phones", ()), first=False)
            if adds.get("external"):
                self.sheet.external.append(("contact", adds["external"], None, person.pk))
            return
        row.contact_id = pk = next(iter(fresh))
        plan["after"] = 1
        name = values["contact.name"]
        made = {**self.stamp, "id": pk, "account_id": row.account_id, "name": name, "sort_key": sort_key(name)}
        for short in OF_PERSON:
            if values.get(f"contact.{short}"):
                made[short] = values[f"contact.{short}"]
        made["custom"] = own_fields("contact", values)
        self.sheet.contacts.append(made)
        self._reached(pk, values.get("contact.email", ()), values.get("contact.phones", ()), first=True)
        if values.get("contact.external"):
            self.sheet.external.append(("contact", values["contact.external"], None, pk))
        root = row.account_id or 0
        self._told(Contact, pk, root)
        if row.plan["account"]["is"] != NEW:
            self._line(root, "directory.contact_added", Contact, pk, _("{name} added").format(name=name))

    def _reached(self, pk: int, emails: Sequence[str], phones: Sequence[Sequence[str]], *, first: bool) -> None:
        for place, address in enumerate(emails):
            self.sheet.emails.append(
                {**self.stamp, "contact_id": pk, "address": address, "primary": first and place == 0}
            )
        for place, (number, kind) in enumerate(phones):
            primary = first and place == 0
            self.sheet.phones.append({**self.stamp, "contact_id": pk, "e164": number, "kind": kind, "primary": primary})

    def _told(self, model: type[Model], pk: int, root: int, *, target: bool = False) -> None:
        kind = kind_of(model)
        by = self.by
        log: dict[str, Any] = {
            "id": uuid.uuid4(), "at": by.now, "action": VERB, "actor_kind": by.kind, "actor_name": by.name,
            "person_id": by.person_id, "on_behalf_of_id": by.on_behalf_of_id, "via": by.via, "root_id": root,
            "cause_id": self.batch.log_id,
        }  # fmt: skip
        log |= {"target_kind": kind, "target_id": pk} if target else {"result_kind": kind, "result_id": pk}
        self.sheet.logs.append(log)
        change = {"at": by.now, "kind": kind, "object_id": pk, "root_id": root, "audience": EVERYONE}
        self.sheet.changes.append({**change, "topic": kind})
        if target:  # somebody may look at a record that is there already
            self.sheet.changes.append({**change, "topic": f"account:{root}"})

    def _line(self, root: int, kind: str, model: type[Model], pk: int, title: str) -> None:
        self.sheet.timeline.append({
            "root_id": root, "at": self.by.now, "kind": kind, "ref_kind": kind_of(model), "ref_id": pk,
            "title": title[:300], "text": self.text, "person_id": self.by.person_id, "audience": EVERYONE,
        })  # fmt: skip

    # All of them.

    def _send(self, locked: "dict[int, Account]", people: "dict[int, Contact]") -> None:
        sheet, now = self.sheet, self.by.now
        save_changed(Account, [each for each in locked.values() if "changed_by_import" in each.__dict__])
        save_changed(Contact, [each for each in people.values() if "changed_by_import" in each.__dict__])
        copy_tracked(Account, sheet.accounts)
        copy_in(AccountFacts, [{"account_id": made["id"]} for made in sheet.accounts])
        copy_in(AccountOwner, sheet.owners)
        copy_tracked(Contact, sheet.contacts)
        copy_tracked(ContactEmail, sheet.emails)
        copy_tracked(ContactPhone, sheet.phones)
        with connection.cursor() as cursor:
            if sheet.domains:
                cursor.execute(
                    _DOMAINS, [now, now, *map(list, zip(*dict(reversed(sheet.domains)).items(), strict=True))]
                )
            if sheet.external:
                cursor.execute(
                    _EXTERNAL,
                    [now, now, self.batch.mapping.get("system", ""), *map(list, zip(*sheet.external, strict=True))],
                )
        copy_in(Log, sheet.logs)
        copy_in(TimelineEntry, sheet.timeline)
        copy_in(Change, sheet.changes)
