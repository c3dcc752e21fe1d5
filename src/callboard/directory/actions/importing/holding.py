"""The records rows are about, locked: accounts by ascending id, what they are to be part of with all above it, people.
What was merged meanwhile stands for the one it went into."""

from collections.abc import Sequence

from callboard.core.actions import Actor
from callboard.core.moved import last
from callboard.directory.models import Account, Contact, ContactEmail, ContactPhone, ImportRow
from callboard.directory.queries import above, lines_above
from callboard.directory.rules.importing import KNOWN, NEW
from callboard.directory.rules.importing.known import belongs_to

Held = tuple[dict[int, Account], dict[int, Contact]]


def held(rows: Sequence[ImportRow], by: Actor) -> Held:
    """Lock them, and let each plan name the kept record."""
    named = {row.plan["account"]["id"] for row in rows if row.plan["account"]["is"] == KNOWN}
    parents = {pk for row in rows if (pk := parent_of(row))}
    people = {row.plan["contact"]["id"] for row in rows if row.plan.get("contact", {}).get("is") == KNOWN}
    into = _hold(named, parents, people, by)
    locked = Contact.objects.filter(pk__in=people | set(into.values())).order_by("pk").select_for_update(no_key=True)
    contacts = {person.pk: person for person in locked} if people else {}
    for row in rows:
        _follow(row, by.run.moved, into)
    _without_known(rows)
    return (Account.objects.in_bulk(by.run.roots) if by.run.roots else {}), contacts


def parent_of(row: ImportRow) -> int | None:
    """What a row makes its account a part of."""
    plan = row.plan["account"]
    pair = plan.get("changes", {}).get("account.parent", (None, None))
    parent: int | None = plan.get("parent") if plan["is"] == NEW else pair[1]
    return parent or None


def _hold(named: set[int], parents: set[int], people: set[int], by: Actor) -> dict[int, int]:
    """Again until nothing is named that is not held: while one waited for a lock, records were merged or moved."""
    into: dict[int, int] = {}
    while True:
        both = people | set(into.values())
        found = Contact.objects.filter(pk__in=both).values_list("pk", "account", "merged_into") if both else ()
        wanted = named | parents | (above(*parents) if parents else set())
        for pk, account, kept in found:
            wanted.add(account)
            if kept is not None:
                into[pk] = kept
        wanted |= {by.run.moved[pk] for pk in wanted & by.run.moved.keys()}
        parents = parents | {by.run.moved[pk] for pk in parents & by.run.moved.keys()}
        if wanted <= by.run.roots and set(into.values()) <= both:
            return into
        by.run.lock_roots(wanted)


def _follow(row: ImportRow, accounts: dict[int, int], people: dict[int, int]) -> None:
    account, person = row.plan["account"], row.plan.get("contact", {})
    for plan, moved in ((account, accounts), (person, people)):
        if plan.get("is") == KNOWN and plan["id"] in moved:
            plan |= {"id": last(plan["id"], moved), "version": None, "merged": plan["id"]}
    parent = parent_of(row)
    if parent in accounts and account["is"] == NEW:
        account["parent"] = last(parent, accounts)
    elif parent in accounts:
        account["changes"]["account.parent"][1] = last(parent, accounts)


def _without_known(rows: Sequence[ImportRow]) -> None:
    """Addresses and numbers the person has by now are nothing new."""
    adding = {
        row.plan["contact"]["id"]: row.plan["contact"]["adds"]
        for row in rows
        if row.plan.get("contact", {}).get("is") == KNOWN and row.plan["contact"].get("adds")
    }
    if not adding:
        return
    emails = set(ContactEmail.objects.filter(contact__in=adding).values_list("contact", "address"))
    phones = set(ContactPhone.objects.filter(contact__in=adding).values_list("contact", "e164"))
    for row in rows:
        person = row.plan.get("contact", {})
        adds = person.get("adds", {}) if person.get("is") == KNOWN else {}
        if "emails" in adds:
            adds["emails"] = [each for each in adds["emails"] if (person["id"], each) not in emails]
        if "phones" in adds:
            adds["phones"] = [pair for pair in adds["phones"] if (person["id"], pair[0]) not in phones]


class Lines:
    """What belongs to what above some accounts: as it is, then as the rows before made it."""

    def __init__(self, named: set[int]) -> None:
        self.parents = lines_above(*named) if named else {}

    def circle(self, account: int, parent: int | None) -> bool:
        """Whether the parent is itself part of the account."""
        return belongs_to(parent, account, self.parents)
