"""What the lists and the record pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.models import TimelineEntry
from callboard.core.money import cents
from callboard.core.registry import register
from callboard.directory.models import Account, AccountOwner, Contact, ContactEmail, ContactPhone, Location, PhoneKind
from callboard.directory.reading.places import zip_zone

PAYS = Q(facts__mrr__gt=0)
ARCHIVED = Q(archived_at__isnull=False)
LEFT = Q(left_on__isnull=False)
#: The first account of each state: one probe of the index a state.
FIRST_OF_REGIONS = """
    WITH RECURSIVE found(region, id) AS (
        (SELECT region, id FROM directory_account WHERE region > '' ORDER BY region, sort_key, id LIMIT 1)
        UNION ALL
        SELECT next.region, next.id FROM found, LATERAL (
            SELECT region, id FROM directory_account WHERE region > found.region ORDER BY region, sort_key, id LIMIT 1
        ) AS next
    )
    SELECT id FROM found
"""
PEOPLE_SHOWN = 50


@dataclass(frozen=True)
class Ahead:
    """What is agreed for an account and counts later: by how much its MRR changes, the first day, and what it pays now."""

    more: Decimal
    first: date
    now: Decimal


def accounts_listed(actor: Actor) -> QuerySet[Account]:
    """The accounts an actor may see, with their facts and owner."""
    return visible(Account.objects.select_related("facts", "owner"), actor)


def contacts_listed(actor: Actor) -> QuerySet[Contact]:
    """The people an actor may see, each with `mail` and `phone`: the primary one, else the first."""
    emails = ContactEmail.objects.filter(contact=OuterRef("pk")).order_by("-primary", "pk")
    phones = ContactPhone.objects.filter(contact=OuterRef("pk")).order_by("-primary", "pk")
    rows = Contact.objects.select_related("account__owner")
    return visible(rows, actor).annotate(
        mail=Subquery(emails.values("address")[:1]), phone=Subquery(phones.values("e164")[:1])
    )


def account_asked(account: Account, day: date) -> dict[str, Question]:
    """What the account's page needs to know of its people, of who answers for it on a day, and of what it pays later."""
    return {
        "people": Question("records", _people(account)),
        "owners": Question("records", _owners(account, day)),
        **ahead_asked(account, day),
    }


def know_account(account: Account, found: Mapping[str, Any]) -> None:
    """Keep the answers with the account, since several parts of its page ask."""
    know_people(account, found["people"])
    account.__dict__["owners_here"] = {row.role: row for row in found["owners"]}
    know_ahead(account, found)


def mrr_ahead(account: Account, day: date) -> Ahead | None:
    """What is agreed for it and counts after a day, which `facts.mrr` counts already; None where both are one figure.
    One query, once for each instance of the account."""
    if "mrr_ahead" not in account.__dict__:
        know_ahead(account, answers(ahead_asked(account, day)))
    found: Ahead | None = account.__dict__["mrr_ahead"]
    return found


def ahead_asked(account: Account, day: date) -> dict[str, Question]:
    """What `mrr_ahead` asks, for a part that asks more at once; the answer goes to `know_ahead`."""
    metric = register.metric.get("mrr")
    return {"ahead": metric.ahead(account.pk, day)} if metric is not None and metric.ahead is not None else {}


def know_ahead(account: Account, found: Mapping[str, Any]) -> None:
    """Keep the answer with the account."""
    row = next(iter(found.get("ahead", ())), None)
    paid, ahead = account.facts.mrr, None
    if row is not None and paid is not None and (more := cents(row["more"])):
        ahead = Ahead(more, row["first"], paid - more)
    account.__dict__["mrr_ahead"] = ahead


def people_asked(account: Account) -> Question:
    """Who works there, as a question for a part that stands alone; the answer goes to `know_people`."""
    return Question("records", _people(account))


def know_people(account: Account, found: Iterable[Contact]) -> None:
    """Keep them with the account, in the order in which they are shown."""
    account.__dict__["people_here"] = _principals_first(found)


def people_at(account: Account) -> list[Contact]:
    """Who works there now, principals first, each with `mail`: the first address that works, and `phone`: the first number,
    each or None.  One query, once for each instance of the account."""
    known: list[Contact] | None = account.__dict__.get("people_here")
    if known is None:
        known = account.__dict__["people_here"] = _principals_first(_people(account))
    return known


def _people(account: Account) -> QuerySet[Contact]:
    emails = ContactEmail.objects.filter(contact=OuterRef("pk"), bounced_at=None).order_by("-primary", "pk")
    rows = Contact.objects.filter(account=account, left_on=None).order_by("sort_key", "pk")
    phones = ContactPhone.objects.filter(contact=OuterRef("pk")).exclude(kind=PhoneKind.FAX).order_by("-primary", "pk")
    return rows.annotate(mail=Subquery(emails.values("address")[:1]), phone=Subquery(phones.values("e164")[:1]))[
        :PEOPLE_SHOWN
    ]


def _principals_first(people: Iterable[Contact]) -> list[Contact]:
    return sorted(people, key=lambda contact: contact.role_kind != "principal")


def owners_on(account: Account, day: date) -> dict[str, AccountOwner]:
    """Who answered for the account on a day, by role."""
    known: dict[str, AccountOwner] | None = account.__dict__.get("owners_here")
    return {row.role: row for row in _owners(account, day)} if known is None else known


def _owners(account: Account, day: date) -> QuerySet[AccountOwner]:
    rows = account.owners.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)
    return rows.select_related("person")


def regions() -> QuerySet[Any, Any]:
    """The states accounts are in, for a filter."""
    rows = Account.objects.filter(pk__in=RawSQL(FIRST_OF_REGIONS, ()))  # noqa: S611 - a statement of ours
    return rows.order_by("region").values(value=F("region"), label=F("region"))


def addresses_of(contact: Contact) -> dict[str, Any]:
    """Where a person is reached: `emails` and `phones`, the primary ones first."""
    return {
        "emails": list(contact.emails.order_by("-primary", "pk")),
        "phones": list(contact.phones.order_by("-primary", "pk")),
    }


def moves_of(contact: Contact) -> dict[str, Any] | None:
    """The lines of the timelines about a person's coming and going, newest first, once each; None where there are none."""
    kinds = ("directory.contact_added", "directory.contact_moved", "directory.contact_left")
    rows = TimelineEntry.objects.filter(ref_kind="directory.contact", ref_id=contact.pk, kind__in=kinds)
    found = list(rows.order_by("-at", "-id")[:20])
    return {"moves": found} if found else None


def zone_of_contact(contact: Contact) -> str:
    """Where their clock is read: their own zone, that of the office they work at, that of the account; "" unknown."""
    place = zone_at(contact.location) if contact.location is not None else ""
    return contact.zone or place or zone_at(contact.account)


def zone_at(place: Account | Location) -> str:
    """The zone of an account or one of its offices: the one written there, else that of its ZIP; "" unknown."""
    return place.zone or (zip_zone(place.postal_code) if place.country == "US" else "")
