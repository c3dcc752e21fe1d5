"""The commands of team: a one-time sign-in link, the matrix."""

import argparse

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from callboard.core.actions import Actor, Refused
from callboard.core.company import here
from callboard.core.console import Console, Sentence
from callboard.team.actions import create_person, grant_role, sign_in_link
from callboard.team.matrix import COLUMNS, ROWS
from callboard.team.models import Grant, Person, Role

BY = "team.signin"


def signin(arguments: argparse.Namespace) -> int:
    """Print an address that signs a person in once within 24 hours. In an empty company it makes the first administrator."""
    address = arguments.email.strip().lower()
    person = Person.objects.filter(email=address).first() or make_first(address)
    try:
        url = sign_in_link(person, by=Actor.clock(BY))
    except Refused as refused:
        raise Sentence(str(refused)) from refused
    url = here(url)
    Console(arguments.json).row(url, {"url": url})
    return 0


def matrix(arguments: argparse.Namespace) -> int:
    """Print who may do what: one line an operation and role, with what the company changed."""
    console = Console(arguments.json)
    changed = {(grant.operation, grant.role): grant.scope for grant in Grant.objects.all()}
    for row in ROWS:
        for role in COLUMNS:
            scope = changed.get((row.operation, role), row.scope(role).value)
            fields = {"operation": row.operation, "role": role.value, "allowed": scope}
            console.row("{operation:<18} {role:<18} {allowed}".format(**fields), fields)
    console.summary(f"{len(ROWS)} operations, {len(COLUMNS)} roles", {"operations": len(ROWS), "roles": len(COLUMNS)})
    return 0


@transaction.atomic
def make_first(address: str) -> Person:
    """The first person of a company, who may do everything. Sentence when there are people already, or for no address."""
    if Person.objects.exists():
        raise Sentence(f"Nobody here has the address {address}. An administrator adds people under People.")
    try:
        validate_email(address)
    except ValidationError as fault:
        raise Sentence(f"{address} is no mail address.") from fault
    by = Actor.clock(BY)
    name = address.partition("@")[0].replace(".", " ").replace("_", " ").title()
    person = create_person(by=by, name=name, email=address, role=Role.ADMINISTRATOR)
    grant_role(person, by=by, role=Role.SALES_SUPPORT)
    grant_role(person, by=by, role=Role.SALES_MANAGER)
    return person
