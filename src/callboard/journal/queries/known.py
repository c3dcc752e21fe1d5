"""What is known of accounts and can be compared with a note: the claim sources, all asked in one statement."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from callboard.core.asking import Question, answers
from callboard.core.links import url_at
from callboard.core.registry import register
from callboard.directory.models import Account, AccountKind, Contact, ContactPhone
from callboard.journal.rules.quality import Phone, Record, Someone
from callboard.team.models import Person

MOST = 200
#: Whose names are spelled right everywhere.
PARTNERS = (AccountKind.CARRIER, AccountKind.MGA, AccountKind.NETWORK, AccountKind.ASSOCIATION)


@dataclass(frozen=True)
class ClaimSource:
    """The value of a `register.claim_source` part.

    asks(account ids) -> what it needs to know, few rows each; read(answers) -> what of it a note can be compared with.
    """

    asks: Callable[[Sequence[int]], Mapping[str, Question]]
    read: Callable[[Mapping[str, Any]], Record]


def known_of(account_ids: Sequence[int]) -> Record:
    """What every claim source knows of these accounts.  One query."""
    ids = sorted(account_ids)
    asked = {
        (part.name, name): question for part in register.claim_source for name, question in part.value.asks(ids).items()
    }
    found = answers(asked)
    known = Record()
    for part in register.claim_source:
        known += part.value.read({name: answer for (whose, name), answer in found.items() if whose == part.name})
    return known


def _asks(ids: Sequence[int]) -> dict[str, Question]:
    there = Contact.objects.filter(account__in=ids, left_on=None).order_by("sort_key", "pk")
    numbers = ContactPhone.objects.filter(contact__account__in=ids, contact__left_on=None).order_by("pk")
    names = Account.objects.filter(kind__in=PARTNERS).order_by("pk")
    return {
        "people": Question("list", there.values("pk", "name")[:MOST]),
        "numbers": Question("list", numbers.values("e164", "contact_id", "contact__name")[:MOST]),
        "accounts": Question("list", names.values("name")[:MOST]),
        "colleagues": Question("list", Person.objects.active().order_by("pk").values("name")[:MOST]),
        "mine": Question("list", Account.objects.filter(pk__in=ids).values("pk", "name", "phone")),
    }


def _read(found: Mapping[str, Any]) -> Record:
    people = [Someone(row["name"], url_at(Contact, row["pk"])) for row in found["people"]]
    ours = [Someone(row["name"], colleague=True) for row in found["colleagues"]]
    phones = [Phone(row["e164"], row["contact__name"], url_at(Contact, row["contact_id"])) for row in found["numbers"]]
    phones += [Phone(row["phone"], row["name"], url_at(Account, row["pk"])) for row in found["mine"] if row["phone"]]
    words = {row["name"] for row in (*found["accounts"], *found["mine"])}
    return Record(people=(*people, *ours), phones=tuple(phones), words=tuple(sorted(words)))


DIRECTORY = ClaimSource(_asks, _read)
