"""What is known of the records some rows may be about: a dozen statements for any number of rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Q

from callboard.core.names import sort_key
from callboard.core.refs import number_in
from callboard.directory.models import (
    Account,
    AccountDomain,
    Contact,
    ContactEmail,
    ContactPhone,
    CustomField,
    ExternalId,
)
from callboard.directory.queries.alike import Probe, alike_accounts
from callboard.directory.queries.groups import lines_above
from callboard.directory.rules.importing import Kind, Parsed
from callboard.directory.rules.importing.accounts import domains_of
from callboard.directory.rules.importing.fields import with_own
from callboard.directory.rules.importing.kinds import kind_of_import
from callboard.directory.rules.importing.known import Known, KnownAccount, KnownContact
from callboard.team.models import Person

#: Columns of a record that a row may say, by the field's short name.
ACCOUNT_COLUMNS = ("name", "legal_name", "trade_name", "kind", "tier", "owner", "phone", "website", "street", "city", "region",
                   "postal_code", "country", "zone", "language", "note", "custom")  # fmt: skip
CONTACT_COLUMNS = (
    "name",
    "title",
    "role_kind",
    "zone",
    "language",
    "reach_by",
    "best_time",
    "note",
    "left_on",
    "custom",
)


def people_by_words() -> dict[str, int]:
    """Everybody who works here, by mail address and by the sort key of their name where it is theirs alone."""
    found: dict[str, int] = {}
    names: dict[str, list[int]] = {}
    for pk, email, name in Person.objects.filter(is_active=True).values_list("pk", "email", "name"):
        found[email.lower()] = pk
        names.setdefault(sort_key(name), []).append(pk)
    return {key: ids[0] for key, ids in names.items() if len(ids) == 1} | found


_OF_PROBE = ("city", "region", "street", "postal_code", "phone")


def known_for(
    rows: Sequence[Parsed],
    *,
    system: str,
    also: Iterable[int] = (),
    contacts: Iterable[int] = (),
    closely: bool = False,
) -> Known:
    """Load what these rows may be about.  also, contacts: ids that are looked at in any case (an answer names them).
    closely: misspelt names are found as well."""
    known = Known()
    values = [row.values for row in rows]
    _external(known, values, system)
    _by_addresses(known, values)
    by_name = [row for row in rows if row.values.get("account.name")]
    probes = [
        Probe(row.position, row.values["account.name"], *(row.values.get(f"account.{name}", "") for name in _OF_PROBE))
        for row in by_name
    ]
    known.like = alike_accounts(probes, closely=closely)
    _parents(known, values)
    _load_contacts(known, values, contacts)
    _load_accounts(known, values, also)
    _then(known, values)
    return known


def records_named(accounts: Iterable[int], contacts: Iterable[int]) -> Known:
    """These records alone, the people with their accounts."""
    known = Known()
    _load_contacts(known, [], contacts)
    _load_accounts(known, [], accounts)
    return known


def _external(known: Known, values: Sequence[dict[str, Any]], system: str) -> None:
    said = {part: [row[name] for row in values if row.get(name)] for part, name in _EXTERNAL.items()}
    if not any(said.values()):
        return
    wanted = Q(kind="account", value__in=said["account"]) | Q(kind="contact", value__in=said["contact"])
    rows = ExternalId.objects.filter(wanted, system=system)
    for kind, value, account, contact in rows.values_list("kind", "value", "account", "contact"):
        known.external[(kind, value)] = account or contact


_EXTERNAL = {"account": "account.external", "contact": "contact.external"}


def _by_addresses(known: Known, values: Sequence[dict[str, Any]]) -> None:
    ours = {row["account.number"] for row in values if row.get("account.number") is not None}
    if ours:
        known.by_number = dict(Account.objects.filter(number__in=ours).values_list("number", "pk"))
    emails = {address for row in values for address in row.get("contact.email", ())}
    if emails:
        known.by_email = dict(ContactEmail.objects.filter(address__in=emails).values_list("address", "contact"))
    domains = {domain for row in values for domain in domains_of(row)}
    if domains:
        known.by_domain = dict(AccountDomain.objects.filter(domain__in=domains).values_list("domain", "account"))
    numbers = {row["account.phone"] for row in values if row.get("account.phone")}
    for number, pk in Account.objects.filter(phone__in=numbers).values_list("phone", "pk") if numbers else ():
        known.by_phone.setdefault(number, []).append(pk)
    own = {pair[0] for row in values for pair in row.get("contact.phones", ())}
    for number, pk in ContactPhone.objects.filter(e164__in=own).values_list("e164", "contact") if own else ():
        known.contacts_by_phone.setdefault(number, []).append(pk)


def _parents(known: Known, values: Sequence[dict[str, Any]]) -> None:
    said = {row["account.parent"] for row in values if row.get("account.parent")}
    if not said:
        return
    numbers = [number for text in said if (number := number_in(text.lstrip("#"))) is not None]
    wanted = Q(sort_key__in=[sort_key(text) for text in said]) | Q(number__in=numbers)
    for pk, number, key in Account.objects.current().filter(wanted).values_list("pk", "number", "sort_key"):
        known.parents.setdefault(key, []).append(pk)
        known.parents[str(number)] = [pk]
    known.lines = lines_above(*{pk for some in known.parents.values() for pk in some})


def _load_contacts(known: Known, values: Sequence[dict[str, Any]], also: Iterable[int]) -> None:
    ids = {*also, *known.by_email.values(), *(pk for some in known.contacts_by_phone.values() for pk in some)}
    ids |= {row["contact.id"] for row in values if row.get("contact.id")}
    ids |= {pk for (kind, _value), pk in known.external.items() if kind == "contact"}
    likely = {*known.by_domain.values(), *(pk for (kind, _v), pk in known.external.items() if kind == "account")}
    likely |= set(known.by_number.values()) | {row["account.id"] for row in values if row.get("account.id")}
    likely |= {pk for some in known.like.values() for pk in some} | {
        pk for some in known.by_phone.values() for pk in some
    }
    names = {sort_key(row["contact.name"]) for row in values if row.get("contact.name")}
    wanted = Q(pk__in=ids)
    if likely and names:
        wanted |= Q(account__in=likely, sort_key__in=names, left_on=None)
    rows = Contact.objects.filter(wanted) if ids or (likely and names) else Contact.objects.none()
    for pk, account, version, *rest in rows.values_list("pk", "account", "version", *CONTACT_COLUMNS):
        said = _said("contact", CONTACT_COLUMNS, rest)
        known.contacts[pk] = KnownContact(pk, account, version, said)
    for pk, address in ContactEmail.objects.filter(contact__in=known.contacts).values_list("contact", "address"):
        known.contacts[pk].emails.append(address)
    for pk, number in ContactPhone.objects.filter(contact__in=known.contacts).values_list("contact", "e164"):
        known.contacts[pk].phones.append(number)


def _load_accounts(known: Known, values: Sequence[dict[str, Any]], also: Iterable[int]) -> None:
    ids = {
        *also,
        *known.by_number.values(),
        *known.by_domain.values(),
        *(each.account for each in known.contacts.values()),
    }
    ids |= {pk for some in (*known.by_phone.values(), *known.like.values()) for pk in some}
    ids |= {row["account.id"] for row in values if row.get("account.id")}
    ids |= {pk for (kind, _value), pk in known.external.items() if kind == "account"}
    if not ids:
        return
    rows = Account.objects.filter(pk__in=ids)
    columns = ("pk", "number", "version", "parent", "archived_at", *ACCOUNT_COLUMNS)
    for pk, number, version, parent, archived, *rest in rows.values_list(*columns):
        said = _said("account", ACCOUNT_COLUMNS, rest)
        known.accounts[pk] = KnownAccount(pk, number, version, said, parent=parent, archived=archived is not None)
    for pk, domain in AccountDomain.objects.filter(account__in=known.accounts).values_list("account", "domain"):
        known.accounts[pk].domains.add(domain)
    above = Account.objects.filter(parent__in=known.accounts).values_list("parent", flat=True).distinct()
    for pk in above:
        known.accounts[pk or 0].has_children = True


def _said(part: str, columns: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """The columns of a record as a row says them; its own fields one by one."""
    found: dict[str, Any] = {}
    for name, value in zip(columns, values, strict=True):
        if name == "custom":
            found |= {f"{part}.custom.{key}": kept for key, kept in (value or {}).items()}
        else:
            found[f"{part}.{name}"] = plain_value(value)
    return found


def kind_asked(name: str) -> Kind:
    """A kind of import with the company's own fields."""
    return with_own(kind_of_import(name), CustomField.objects.filter(retired_at=None))


def plain_value(value: Any) -> Any:
    """As a row says it."""
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _then(known: Known, values: Sequence[dict[str, Any]]) -> None:
    """What a record said in the version a row was exported from, out of its history."""
    for part, columns, there in (
        ("account", ACCOUNT_COLUMNS, known.accounts),
        ("contact", CONTACT_COLUMNS, known.contacts),
    ):
        wanted = [(row[f"{part}.id"], row[f"{part}.version"]) for row in values
                  if row.get(f"{part}.id") in there and row.get(f"{part}.version") is not None]  # fmt: skip
        stale = [pair for pair in wanted if there[pair[0]].version != pair[1]]
        for pk, version in set(wanted) - set(stale):
            known.then[(part, pk, version)] = there[pk].values
        if not stale:
            continue
        events = apps.get_model("directory", f"{part.capitalize()}Event")
        rows = events._default_manager.filter(pgh_obj_id__in=[pk for pk, _version in stale])
        names = [f"{name}_id" if name == "owner" else name for name in columns]
        for pk, version, *rest in rows.order_by("pgh_id").values_list("pgh_obj_id", "version", *names):
            said = _said(part, columns, rest)
            known.then[(part, pk, version)] = said
