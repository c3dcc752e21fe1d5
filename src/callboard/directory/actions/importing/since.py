"""What became known after the rows were looked at: another import, or somebody by hand, brought in the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from callboard.core.names import sort_key
from callboard.directory.models import Account, AccountDomain, Contact, ContactEmail, ExternalId, Import, ImportRow
from callboard.directory.rules.importing import KNOWN, NEW
from callboard.directory.rules.importing.accounts import domains_of

#: Why a row cannot go on, and the records it may be about.
Objection = tuple[str, list[dict[str, Any]]]


class Since:
    """Asked under lock, before rows are written."""

    def __init__(self, batch: Import, rows: Sequence[ImportRow]) -> None:
        self.batch = batch
        self.new = [row for row in rows if row.plan["account"]["is"] == NEW]
        self.people = [row for row in rows if row.plan.get("contact", {}).get("is") == NEW]
        self.accounts: dict[tuple[str, str], list[Account]] = defaultdict(list)
        self.external: dict[tuple[str, str], ExternalId] = {}
        self._numbers()
        self._domains()
        self._names()
        self.emails = self._emails(rows)
        self.namesakes = self._namesakes()

    def objection(self, row: ImportRow) -> Objection | None:
        return self._of_account(row) or self._of_address(row) or self._of_person(row)

    # What is asked of a row.

    def _of_account(self, row: ImportRow) -> Objection | None:
        if row.plan["account"]["is"] != NEW:
            return None
        outside = self.external.get(("account", row.values.get("account.external", "")))
        if outside is not None and outside.account is not None:
            return _("Its number in the other system has come in since."), [_account(outside.account)]
        said_no = row.plan.get("choice", {}).get("not", ())
        found = {each.pk: each for key in _keys(row.values) for each in self.accounts.get(key, ())}
        others = [each for each in found.values() if each.pk not in said_no]
        if others:
            said = _("{name} has this name or mail domain by now.").format(name=others[0])
            return said, [_account(each) for each in others[:5]]
        return None

    def _of_address(self, row: ImportRow) -> Objection | None:
        for address in new_emails(row):
            person = self.emails.get(address)
            if person is not None:
                return _("{address} belongs to {name}.").format(address=address, name=person), [_person(person)]
        return None

    def _of_person(self, row: ImportRow) -> Objection | None:
        if row.plan.get("contact", {}).get("is") != NEW:
            return None
        outside = self.external.get(("contact", row.values.get("contact.external", "")))
        if outside is not None and outside.contact is not None:
            return _("Their number in the other system has come in since."), [_person(outside.contact)]
        if row.plan.get("choice", {}).get("contact") == NEW:
            return None
        others = self.namesakes.get((row.plan["account"].get("id", 0), sort_key(row.values["contact.name"])), [])
        if others:
            return _("There is a {name} at this account now.").format(name=others[0]), [
                _person(each) for each in others
            ]
        return None

    # What is there.

    def _numbers(self) -> None:
        said = {
            part: [row.values[name] for row in rows if row.values.get(name)]
            for part, name, rows in (
                ("account", "account.external", self.new),
                ("contact", "contact.external", self.people),
            )
        }
        if any(said.values()):
            wanted = Q(kind="account", value__in=said["account"]) | Q(kind="contact", value__in=said["contact"])
            rows = ExternalId.objects.filter(wanted, system=self.batch.mapping.get("system", ""))
            self.external = {(each.kind, each.value): each for each in rows.select_related("account", "contact")}

    def _domains(self) -> None:
        domains = {domain for row in self.new for domain in domains_of(row.values)}
        if domains:
            rows = AccountDomain.objects.filter(domain__in=domains, created_at__gt=self.batch.created_at)
            for each in self._of_others(rows.select_related("account"), "account_id"):
                self.accounts[("domain", each.domain)].append(each.account)

    def _names(self) -> None:
        names = {sort_key(row.values["account.name"]) for row in self.new}
        if names:
            rows = Account.objects.current().filter(sort_key__in=names, created_at__gt=self.batch.created_at)
            for each in self._of_others(rows, "pk"):
                self.accounts[("name", each.sort_key)].append(each)

    def _of_others(self, rows: Iterable[Any], column: str) -> list[Any]:
        """Without those this import made itself."""
        found = list(rows)
        ids = [getattr(each, column) for each in found]
        own = set(self.batch.rows.filter(account_id__in=ids).values_list("account_id", flat=True)) if ids else set()
        return [each for each in found if getattr(each, column) not in own]

    def _emails(self, rows: Sequence[ImportRow]) -> dict[str, Contact]:
        emails = {address for row in rows for address in new_emails(row)}
        there = ContactEmail.objects.filter(address__in=emails).select_related("contact") if emails else []
        return {each.address: each.contact for each in there}

    def _namesakes(self) -> dict[tuple[int, str], list[Contact]]:
        known = [row for row in self.people if row.plan["account"]["is"] == KNOWN]
        wanted = {(row.plan["account"]["id"], sort_key(row.values["contact.name"])) for row in known}
        found: dict[tuple[int, str], list[Contact]] = defaultdict(list)
        if wanted:
            there = Contact.objects.filter(
                account__in={account for account, _name in wanted},
                sort_key__in={name for _account_id, name in wanted},
                left_on=None,
            )
            own = set(self.batch.rows.filter(contact_id__in=there.values("pk")).values_list("contact_id", flat=True))
            for each in there.order_by("pk"):
                if each.pk not in own:
                    found[(each.account_id, each.sort_key)].append(each)
        return found


def new_emails(row: ImportRow) -> Sequence[str]:
    """Addresses a row gives to somebody."""
    plan = row.plan.get("contact", {})
    if plan.get("is") == NEW:
        return list(row.values.get("contact.email", ()))
    return list(plan.get("adds", {}).get("emails", ()))


def _keys(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [("name", sort_key(values["account.name"])), *(("domain", each) for each in sorted(domains_of(values)))]


def _account(each: Account) -> dict[str, Any]:
    return {"account": each.pk, "name": each.name, "number": each.number, "why": "meanwhile"}


def _person(each: Contact) -> dict[str, Any]:
    return {"contact": each.pk, "name": each.name, "why": "meanwhile"}
