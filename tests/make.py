"""Records for tests: plain functions, no surprises. What a test does not say gets the plainest value there is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from callboard.core.actions import Actor
from callboard.core.search import index
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountFacts,
    AccountOwner,
    Contact,
    ContactEmail,
    ContactPhone,
)
from callboard.journal.actions import log_interaction
from callboard.journal.models import Interaction
from callboard.orders import actions as orders
from callboard.orders.models import Answer, DeskQuestion, Order, Product, Subscription
from callboard.pipeline.actions import create_lead, open_opportunity
from callboard.pipeline.models import Lead, Opportunity
from callboard.team.models import Absence, Person, PersonRole, Team
from callboard.work.models import Task

#: A Monday morning in Texas.
NOW = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)
serial = count(1)


# search


def indexed() -> None:
    """Let everything made so far be found.  Records made without an action tell no change, so the worker would not know."""
    index.build_all()


# team


def person(name: str = "", *, roles: tuple[str, ...] = ("sales_support",), **fields: Any) -> Person:
    """One of ours, by default of the desk."""
    number = next(serial)
    given = {"email": f"person{number}@ours.example", "name": name or f"Colleague {number}", **fields}
    made = Person.objects.create(**given)
    for role in roles:
        PersonRole.objects.create(person=made, role=role)
    return made


def team(name: str = "", **fields: Any) -> Team:
    """A team without a manager."""
    return Team.objects.create(name=name or f"Team {next(serial)}", **fields)


def absence(person: Person, starts_on: date, ends_on: date, *, cover: Person | None = None) -> Absence:
    """Days, both included, on which somebody is away."""
    return Absence.objects.create(person=person, starts_on=starts_on, ends_on=ends_on, cover=cover)


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


def supporter(account: Account, person: Person) -> AccountOwner:
    """Who supports an account beside its owner."""
    return AccountOwner.objects.create(
        account=account, person=person, role="support", starts_on=datetime(2025, 1, 1, tzinfo=UTC).date()
    )


def contact(account: Account, name: str = "", *, email: str = "", phone: str = "", **fields: Any) -> Contact:
    """A person at an account, with a primary mail address and an E.164 number where given."""
    made = Contact.objects.create(account=account, name=name or f"Person {next(serial)}", **fields)
    if email:
        ContactEmail.objects.create(contact=made, address=email, primary=True)
    if phone:
        ContactPhone.objects.create(contact=made, e164=phone, primary=True)
    return made


# work


def task(owner: Person | None = None, title: str = "", **fields: Any) -> Task:
    """An open task; of a new colleague where neither owner nor team is said."""
    if owner is None and "team" not in fields:
        owner = person()
    fields = {"created_at": NOW, "updated_at": NOW} | fields
    return Task.objects.create(title=title or f"Task {next(serial)}", owner=owner, **fields)


# orders


def product(name: str = "", *, price: Any = 58, billing: str = "monthly", **fields: Any) -> Product:
    """Something to sell, monthly where nothing is said."""
    number = next(serial)
    return Product.objects.create(
        code=f"P{number}", name=name or f"Product {number}", price=Decimal(price), billing=billing, **fields
    )


def order(
    account: Account, product: Product, *, by: Actor, quantity: int = 1, submitted: bool = False, **fields: Any
) -> Order:
    """An order with one line, written by the actions; submitted where asked."""
    made = orders.create_order(by=by, account=account, product=product, quantity=quantity, **fields)
    return orders.submit_order(made, by=by) if submitted else made


def check_everything(order: Order, *, by: Actor) -> None:
    """Answer every desk check of an order with yes."""
    for question in DeskQuestion.objects.filter(kind=order.kind, active=True):
        orders.answer_desk_check(order, by=by, question=question, answer=Answer.YES)


def accepted(account: Account, product: Product, *, by: Actor, desk: Actor, quantity: int = 1, **fields: Any) -> Order:
    """An order that one person submitted and another accepted."""
    made = order(account, product, by=by, quantity=quantity, submitted=True, **fields)
    check_everything(made, by=desk)
    return orders.accept_order(made, by=desk)


def subscription(account: Account, product: Product, *, by: Actor, desk: Actor, quantity: int = 1) -> Subscription:
    """What an accepted order gave the account."""
    line = accepted(account, product, by=by, desk=desk, quantity=quantity).lines.get()
    return Subscription.objects.get(order_line=line)


# journal


def interaction(account: Account, person: Person, **fields: Any) -> Interaction:
    """A call of this moment that reached somebody, written up as the action does."""
    given = {"kind": "call", "outcome": "spoke", "text": "Spoke about seats.", **fields}
    return log_interaction(by=actor(person), accounts=[account], **given)


# pipeline


def lead(name: str = "", *, by: Actor, **fields: Any) -> Lead:
    """A lead by phone, made as the action does."""
    return create_lead(by=by, name=name or f"Prospect {next(serial)}", **fields)


def opportunity(account: Account, *, by: Actor, **fields: Any) -> Opportunity:
    """An opportunity just opened, owned by the account's owner or whoever opens it."""
    return open_opportunity(account, by=by, **{"name": "Two more seats", **fields})
