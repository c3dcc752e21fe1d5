"""Which account a row is about: one we have, one an earlier row makes, a new one; or a question."""

from dataclasses import dataclass, field
from typing import Any

from callboard.core.names import sort_key
from callboard.directory.models import Verdict
from callboard.directory.reading.addresses import domain_of, is_free_mail
from callboard.directory.rules.importing.comparing import differ_in_place
from callboard.directory.rules.importing.known import Known, KnownAccount, name_key
from callboard.directory.rules.importing.values import Parsed, Values, host_of

NEW, KNOWN, ROW = "new", "known", "row"
Part = dict[str, Any]


@dataclass
class Planned:
    """verdict, code and values of its sentence; account and contact: what becomes of each ({"is": new | known | row, ...});
    candidates: records the row may be about, the likeliest first; left: field -> why its cell is left out."""

    verdict: str
    code: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    account: Part | None = None
    contact: Part | None = None
    candidates: list[dict[str, Any]] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        """For ImportRow.plan."""
        names = ("account", "contact", "candidates", "args", "left")
        return {name: value for name in names if (value := getattr(self, name))}


@dataclass
class Seen:
    """The accounts and people earlier rows of this file make: key -> row."""

    accounts: dict[tuple[str, ...], int] = field(default_factory=dict)
    contacts: dict[tuple[str, ...], int] = field(default_factory=dict)
    places: dict[int, tuple[str, str]] = field(default_factory=dict)
    #: Accounts we have -> what an earlier row makes them a part of.
    lines: dict[int, int | None] = field(default_factory=dict)


class Asked(Exception):
    """The row is a question: its code and values, and who may be meant."""

    def __init__(self, code: str, candidates: list[dict[str, Any]], **args: Any) -> None:
        self.planned = Planned(Verdict.ASK, code, args, candidates=candidates)


class Refusing(Exception):
    def __init__(self, code: str, **args: Any) -> None:
        self.planned = Planned(Verdict.REFUSE, code, args)


class Accounts:
    """Finds the account of a row.  needs: the part each row must have; a file of people says nothing of where accounts are."""

    def __init__(self, needs: str, known: Known, seen: Seen) -> None:
        self.needs, self.known, self.seen = needs, known, seen

    def of_row(self, row: Parsed, choice: dict[str, Any], person: int | None) -> Part:
        values = row.values
        chosen = choice.get("account")
        if chosen == NEW:
            return self._new_account(row)
        if isinstance(chosen, dict):
            return {"is": ROW, "row": chosen["row"]}
        if chosen is not None:
            return self._of(chosen)
        certain = self._by_number(values)
        if certain is not None:
            return self._of(certain)
        if person is not None and not values.get("account.name"):
            return self._of(self.known.contacts[person].account)
        earlier = self._in_file(row)
        if earlier is not None:
            return {"is": ROW, "row": earlier}
        if person is not None:
            return self._of(self._employer(row, person))
        found = self._likely(row)
        return self._of(found) if found is not None else self._new_account(row)

    def _of(self, pk: int) -> Part:
        return {"is": KNOWN, "id": pk, "version": self.known.accounts[pk].version}

    def _by_number(self, values: Values) -> int | None:
        """What leaves no doubt: our id or number, the other system's number."""
        if values.get("account.id"):  # a row somebody wrote below ours has none
            if values["account.id"] not in self.known.accounts:
                raise Refusing("unknown_id")
            return int(values["account.id"])
        number = values.get("account.number")
        if number is not None:
            found = self.known.by_number.get(number)
            if found is None:
                raise Refusing("unknown_number", number=number)
            return found
        outside = values.get("account.external")
        return self.known.external.get(("account", outside)) if outside else None

    def _employer(self, row: Parsed, person: int) -> int:
        """Somebody we know by their address: at the account the row names, or did they move?"""
        at = self.known.accounts[self.known.contacts[person].account]
        named = row.values.get("account.name", "")
        if not named or name_key(named) == name_key(at.name) or own_domains(row.values) & at.domains:
            return at.id
        candidates = [candidate(at, "elsewhere")]
        raise Asked("elsewhere", candidates, name=self.known.contacts[person].name, account=at.name)

    def _likely(self, row: Parsed) -> int | None:
        """By domain, by number and name, by name: certain only where nothing speaks against it."""
        values, known = row.values, self.known
        for domain in sorted(domains_of(values)):
            if domain in known.by_domain:
                return self._same_domain(row, known.accounts[known.by_domain[domain]], domain)
        named = values.get("account.name", "")
        by_phone = [known.accounts[pk] for pk in known.by_phone.get(values.get("account.phone", ""), ())]
        same = [each for each in by_phone if name_key(each.name) == name_key(named)]
        if len(same) == 1 and not self._elsewhere(values, same[0]) and not same[0].archived:
            return same[0].id
        others = [known.accounts[pk] for pk in known.like.get(row.position, ())]
        found = list({each.id: each for each in (*same, *by_phone, *others)}.values())
        if not found:
            return None
        first = found[0]
        code = "same_name" if sort_key(first.name) == sort_key(named) else "like_name"
        if first in by_phone:
            code = "same_phone"
        if first.in_network:
            code = "network"
        elif first.archived:
            code = "archived"
        raise Asked(code, [candidate(each, code) for each in found[:5]], name=first.name)

    def _same_domain(self, row: Parsed, at: KnownAccount, domain: str) -> int:
        named = row.values.get("account.name", "")
        alike = not named or name_key(named) == name_key(at.name)
        if alike and not self._elsewhere(row.values, at) and not at.archived:
            if not at.in_network or sort_key(named or at.name) == sort_key(at.name):
                return at.id
            raise Asked("network", [candidate(at, "network")], name=at.name)
        code = "archived" if at.archived and alike else "same_domain"
        raise Asked(code, [candidate(at, code)], name=at.name, domain=domain)

    def _new_account(self, row: Parsed) -> Part:
        values = row.values
        if not values.get("account.name"):
            raise Refusing("no_employer" if self.needs == "contact" else "no_account")
        parent = values.get("account.parent")
        made: Part = {"is": NEW}
        if parent:
            made["parent"] = self.parent(parent)
        return made

    def parent(self, said: str) -> int:
        found = self.known.parents.get(said.lstrip("#")) or self.known.parents.get(sort_key(said), [])
        if len(found) != 1:
            raise Refusing("several_parents" if found else "unknown_parent", name=said)
        return found[0]

    def _in_file(self, row: Parsed) -> int | None:
        """An earlier row that makes the same account.  The same domain at another place is a question."""
        values = row.values
        for key in account_keys(values, self.needs):
            found = self.seen.accounts.get(key)
            if found is None:
                continue
            if key[0] == "domain":
                name, town = self.seen.places.get(found, ("", ""))
                here = place_of(values)
                elsewhere = self.needs == "account" and here[1] and town and here[1] != town
                if elsewhere or (here[0] and here[0] != name):
                    raise Asked("row_domain", [{"row": found, "why": "row_domain"}], row=found, domain=key[1])
            return found
        return None

    def _elsewhere(self, values: Values, at: KnownAccount) -> bool:
        """In a file of people the town is where the person is."""
        return self.needs == "account" and differ_in_place(values, at)


def candidate(each: KnownAccount, why: str) -> dict[str, Any]:
    return {"account": each.id, "name": each.name, "number": each.number, "why": why}


def place_of(values: Values) -> tuple[str, str]:
    return name_key(values.get("account.name", "")), sort_key(values.get("account.city", ""))


def own_domains(values: Values) -> set[str]:
    """Those the row says are the account's."""
    return {values.get("account.domain", ""), host_of(values.get("account.website", ""))} - {""}


def domains_of(values: Values) -> set[str]:
    """Domains that say whose row it is: never one where anybody can have an address."""
    found = own_domains(values) | {domain_of(address) for address in values.get("contact.email", ())}
    return {domain for domain in found if domain and not is_free_mail(domain)}


def account_keys(values: Values, needs: str) -> list[tuple[str, ...]]:
    """By what two rows of a file are of one account, the surest first."""
    keys: list[tuple[str, ...]] = []
    if values.get("account.external"):
        keys.append(("external", values["account.external"]))
    named = values.get("account.name", "")
    if named:
        town = sort_key(values.get("account.city", "")) if needs == "account" else ""
        keys.append(("name", sort_key(named), town))
    return keys + [("domain", domain) for domain in sorted(domains_of(values))]


def contact_keys(values: Values) -> list[tuple[str, ...]]:
    """By what two rows of a file are of one person."""
    keys: list[tuple[str, ...]] = [("email", address) for address in values.get("contact.email", ())]
    if values.get("contact.external"):
        keys.append(("external", values["contact.external"]))
    return keys
