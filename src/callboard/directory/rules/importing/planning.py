"""What would become of a row: made new, changed, left alone, asked about, refused.  The same for a preview and for an answer."""

from collections import ChainMap
from typing import Any

from callboard.core.names import sort_key
from callboard.directory.models import Verdict
from callboard.directory.rules.importing.accounts import (
    KNOWN,
    NEW,
    ROW,
    Accounts,
    Asked,
    Part,
    Planned,
    Refusing,
    Seen,
    account_keys,
    contact_keys,
    place_of,
)
from callboard.directory.rules.importing.comparing import account_changes, contact_changes, merged
from callboard.directory.rules.importing.known import Known, belongs_to
from callboard.directory.rules.importing.values import Parsed


class Planner:
    """Plans the rows of one import in order.  choice (of an answered row): {"account": id, "new" or {"row": n}, "contact": id or
    "new", "fields": [...]} and stands over everything the row could be."""

    def __init__(self, needs: str, known: Known, seen: Seen, *, update: bool, keep_empty: bool = False) -> None:
        self.needs, self.known, self.seen, self.update, self.keep_empty = needs, known, seen, update, keep_empty
        self.accounts = Accounts(needs, known, seen)

    def plan(self, row: Parsed, choice: dict[str, Any] | None = None) -> Planned:
        if row.wrong:
            cells = "; ".join(f"{label}: {said}" for label, said in row.wrong.items())
            return Planned(Verdict.REFUSE, "bad_cells", {"cells": cells})
        try:
            planned = self._planned(row, choice or {})
        except (Asked, Refusing) as stop:
            planned = stop.planned
        planned.left = {name: said for name, said in row.left.items() if self._would_say(row, planned, name)}
        return planned

    def _would_say(self, row: Parsed, planned: Planned, name: str) -> bool:
        """Whether the row would say this field of a record, could its cell be read."""
        if planned.verdict in (Verdict.ASK, Verdict.REFUSE):
            return planned.verdict == Verdict.ASK
        part = planned.account if name.startswith("account.") else planned.contact
        if part is None or part["is"] == ROW:
            return False
        return part["is"] == NEW or (self._updates(row) and (part is planned.contact or self._changes_accounts(row)))

    def _updates(self, row: Parsed) -> bool:
        return self.update or any(row.values.get(f"{part}.version") is not None for part in ("account", "contact"))

    def _changes_accounts(self, row: Parsed) -> bool:
        """What a file of people says of a known account is about the people."""
        return self.needs == "account" or bool({"account.id", "account.number"} & row.values.keys())

    def _planned(self, row: Parsed, choice: dict[str, Any]) -> Planned:
        values = row.values
        person = any(values.get(name) for name in ("contact.name", "contact.email", "contact.id", "contact.external"))
        if self.needs == "contact" and not person:
            raise Refusing("no_person")
        known_person = self._known_contact(row, choice) if person else None
        account = self.accounts.of_row(row, choice, known_person)
        contact = self._contact(row, choice, account, known_person) if person else None
        return self._judged(row, account, contact, choice)

    def remember(self, row: Parsed, planned: Planned) -> None:
        """What a row makes is there for the rows below it."""
        moved = (planned.account or {}).get("changes", {}).get("account.parent")
        if planned.account and moved:
            self.seen.lines[planned.account["id"]] = moved[1]
        if planned.account and planned.account["is"] == NEW:
            self.seen.places[row.position] = place_of(row.values)
            for key in account_keys(row.values, self.needs):
                self.seen.accounts.setdefault(key, row.position)
        if planned.contact and planned.contact["is"] == NEW:
            for key in contact_keys(row.values):
                self.seen.contacts.setdefault(key, row.position)

    # The person.

    def _known_contact(self, row: Parsed, choice: dict[str, Any]) -> int | None:
        values, known = row.values, self.known
        if choice.get("contact") == NEW:
            return None
        if choice.get("contact") is not None:
            return int(choice["contact"])
        if values.get("contact.id"):
            if values["contact.id"] not in known.contacts:
                raise Refusing("unknown_id")
            return int(values["contact.id"])
        outside = values.get("contact.external")
        if outside and ("contact", outside) in known.external:
            return known.external[("contact", outside)]
        for address in values.get("contact.email", ()):
            if address in known.by_email:
                return known.by_email[address]
        wanted = sort_key(values.get("contact.name", ""))
        for number, _kind in values.get("contact.phones", ()):
            same = [pk for pk in known.contacts_by_phone.get(number, ()) if sort_key(known.contacts[pk].name) == wanted]
            if len(same) == 1:
                return same[0]
        return None

    def _contact(self, row: Parsed, choice: dict[str, Any], account: Part, person: int | None) -> Part:
        values = row.values
        if person is not None:
            return {"is": KNOWN, "id": person, "version": self.known.contacts[person].version}
        for key in contact_keys(values):
            found = self.seen.contacts.get(key)
            if found is not None:
                return {"is": ROW, "row": found}
        if account["is"] == KNOWN and choice.get("contact") != NEW:
            self._ask_namesake(row, account["id"])
        if not values.get("contact.name"):
            values["contact.name"] = values["contact.email"][0].partition("@")[0] if values.get("contact.email") else ""
        if not values["contact.name"]:
            raise Refusing("no_person")
        return {"is": NEW}

    def _ask_namesake(self, row: Parsed, account: int) -> None:
        wanted = sort_key(row.values.get("contact.name", ""))
        same = [
            each for each in self.known.contacts.values() if each.account == account and sort_key(each.name) == wanted
        ]
        if wanted and same:
            candidates = [{"contact": each.id, "name": each.name, "why": "same_person"} for each in same[:5]]
            raise Asked("same_person", candidates, name=same[0].name)

    # What it comes to.

    def _judged(self, row: Parsed, account: Part, contact: Part | None, choice: dict[str, Any]) -> Planned:
        both = [part for part in (account, contact) if part]
        new = any(part["is"] == NEW for part in both)
        if all(part["is"] == ROW for part in both):
            return Planned(Verdict.SAME, "same_row", {"row": both[0]["row"]}, account, contact)
        conflicts: list[str] = []
        if self._updates(row):
            conflicts += merged(
                self._account_changes(row, account), account, self._then(row, account, "account"), choice
            )
            conflicts += merged(
                self._contact_changes(row, contact), contact, self._then(row, contact, "contact"), choice
            )
        changed = any(part.get("changes") or part.get("adds") for part in both)
        if conflicts:
            return Planned(Verdict.ASK, "changed_both", {"fields": ", ".join(conflicts)}, account, contact)
        if new:
            return Planned(Verdict.CREATE, "", {}, account, contact)
        if changed:
            return Planned(Verdict.UPDATE, "", {}, account, contact)
        return Planned(Verdict.SAME, "unchanged" if self.update else "known", {}, account, contact)

    def _account_changes(self, row: Parsed, part: Part) -> tuple[dict[str, Any], dict[str, Any]]:
        if part["is"] != KNOWN or not self._changes_accounts(row):
            return {}, {}
        changes, adds = account_changes(row.values, self.known.accounts[part["id"]], keep_empty=self.keep_empty)
        self._drop_known(adds, "account", part["id"])
        if row.values.get("account.parent"):
            parent = self.accounts.parent(row.values["account.parent"])
            if parent not in (self.known.accounts[part["id"]].parent, part["id"]):
                if belongs_to(parent, part["id"], ChainMap(self.seen.lines, self.known.lines)):
                    raise Refusing("circle", name=row.values["account.parent"])
                changes["account.parent"] = [self.known.accounts[part["id"]].parent, parent]
        return changes, adds

    def _contact_changes(self, row: Parsed, part: Part | None) -> tuple[dict[str, Any], dict[str, Any]]:
        if not part or part["is"] != KNOWN:
            return {}, {}
        changes, adds = contact_changes(row.values, self.known.contacts[part["id"]], keep_empty=self.keep_empty)
        self._drop_known(adds, "contact", part["id"])
        return changes, adds

    def _drop_known(self, adds: dict[str, Any], kind: str, pk: int) -> None:
        """A number of the other system that stands with the record already is nothing new."""
        if self.known.external.get((kind, adds.get("external", ""))) == pk:
            del adds["external"]

    def _then(self, row: Parsed, part: Part | None, kind: str) -> dict[str, Any] | None:
        version = row.values.get(f"{kind}.version")
        return self.known.then.get((kind, part["id"], version)) if part and part["is"] == KNOWN and version else None
