"""What a row would change of a record: field by field, with what was there before; and who changed the same field meanwhile."""

from typing import Any

from callboard.core.names import sort_key
from callboard.directory.rules.importing.fields import ACCOUNT, CONTACT
from callboard.directory.rules.importing.known import KnownAccount, KnownContact
from callboard.directory.rules.importing.values import Values, host_of

LABELS = {field.name: field.label for field in (*ACCOUNT, *CONTACT)}


def label_of(name: str) -> str:
    """A field in words; one of the company's own by its short name."""
    found = LABELS.get(name)
    return str(found) if found is not None else name.rpartition(".")[2].replace("_", " ").capitalize()


Changes = tuple[dict[str, Any], dict[str, Any]]
#: Fields that find a record and change nothing.
_KEYS = {"account.id", "account.version", "account.number", "account.external", "account.parent", "account.domain",
         "contact.id", "contact.version", "contact.external", "contact.email", "contact.phones",
         "contact.no_mail", "contact.no_calls"}  # fmt: skip


def account_changes(values: Values, known: KnownAccount, *, keep_empty: bool = False) -> Changes:
    """(field -> [before, after], what is added: a domain, a number of the other system)."""
    if values.get("account.city") == _place(known.values):  # the town as our own lists write it, with its state
        values = {name: value for name, value in values.items() if name != "account.city"}
    changes = _changes("account", values, known.values, keep_empty)
    adds: dict[str, Any] = {}
    domain = values.get("account.domain") or host_of(values.get("account.website", ""))
    if domain and domain not in known.domains and not known.domains:
        adds["domain"] = domain
    if values.get("account.external"):
        adds["external"] = values["account.external"]
    return changes, adds


def _place(values: Values) -> str:
    """As `Account.place` says it."""
    return ", ".join(part for part in (values.get("account.city"), values.get("account.region")) if part)


def contact_changes(values: Values, known: KnownContact, *, keep_empty: bool = False) -> Changes:
    changes = _changes("contact", values, known.values, keep_empty)
    adds: dict[str, Any] = {}
    emails = [address for address in values.get("contact.email", ()) if address not in known.emails]
    phones = [pair for pair in values.get("contact.phones", ()) if pair[0] not in known.phones]
    if emails:
        adds["emails"] = emails
    if phones:
        adds["phones"] = phones
    if values.get("contact.external"):
        adds["external"] = values["contact.external"]
    return changes, adds


def _changes(part: str, values: Values, before: Values, keep_empty: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        if not name.startswith(f"{part}.") or name in _KEYS:
            continue
        old = before.get(name, "")
        if value == old or (value == "" and not (keep_empty and old not in ("", None))):
            continue
        if name.endswith(".name") and value == "":
            continue
        found[name] = [old, value]
    return found


def merged(changes: Changes, part: dict[str, Any] | None, then: Values | None, choice: dict[str, Any]) -> list[str]:
    """Put the changes into a part of a plan.  then: the values of the version the row was exported from; a field the row
    left as it was then is not changed, one that both changed is a conflict, named by its label, until somebody chose."""
    found, adds = changes
    conflicts: list[str] = []
    if part is None or not (found or adds):
        return conflicts
    kept: dict[str, Any] = {}
    for name, pair in found.items():
        before = then.get(name, "") if then is not None else None
        if then is not None and pair[1] == before:
            continue
        if "fields" in choice and name not in choice["fields"]:
            continue
        kept[name] = pair
        if then is not None and pair[0] != before and "fields" not in choice:
            part.setdefault("then", {})[name] = before
            conflicts.append(label_of(name))
    if kept:
        part["changes"] = kept
    if adds:
        part["adds"] = adds
    return conflicts


def differ_in_place(values: Values, known: KnownAccount) -> bool:
    """Whether the row stands at another place than the account: another town, or another street of it."""
    for name in ("account.postal_code", "account.city"):
        mine, theirs = values.get(name, ""), known.values.get(name, "")
        if mine and theirs and sort_key(mine)[:5] != sort_key(theirs)[:5]:
            return True
    return False
