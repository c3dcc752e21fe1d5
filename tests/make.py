"""Records for tests: plain functions, no surprises. What a test does not say gets the plainest value there is."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from callboard.core.actions import Actor
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountFacts,
    AccountOwner,
    Contact,
    ContactEmail,
    ContactPhone,
)
from callboard.team.models import Person, PersonRole

#: A Monday morning in Texas.
NOW = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)
serial = count(1)


# team


def person(name: str = "", *, roles: tuple[str, ...] = ("sales_support",), **fields: Any) -> Person:
    """One of ours, by default of the desk."""
    number = next(serial)
    made = Person.objects.create(email=f"person{number}@ours.example", name=name or f"Colleague {number}", **fields)
    for role in roles:
        PersonRole.objects.create(person=made, role=role)
    return made


def actor(person: Person) -> Actor:
    """Somebody at a page."""
    return Actor("person", person=person)


# directory


def account(name: str = "", *, owner: Any = None, domain: str = "", mrr: Any = None, **fields: Any) -> Account:
    """An account with its facts, and the history of its owner from the beginning of 2025."""
    made = Account.objects.create(
        name=name or f"Agency {next(serial)}", owner=owner, created_at=NOW, updated_at=NOW, **fields
    )
    AccountFacts.objects.create(account=made, mrr=mrr)
    if owner is not None:
        AccountOwner.objects.create(account=made, person=owner, starts_on=datetime(2025, 1, 1, tzinfo=UTC).date())
    if domain:
        AccountDomain.objects.create(account=made, domain=domain)
    return made


def contact(account: Account, name: str = "", *, email: str = "", phone: str = "", **fields: Any) -> Contact:
    """A person at an account, with a primary mail address and an E.164 number where given."""
    made = Contact.objects.create(account=account, name=name or f"Person {next(serial)}", **fields)
    if email:
        ContactEmail.objects.create(contact=made, address=email, primary=True)
    if phone:
        ContactPhone.objects.create(contact=made, e164=phone, primary=True)
    return made
