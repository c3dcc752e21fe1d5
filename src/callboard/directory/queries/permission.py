"""What the pages of a person and an account say of being reached."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.directory.models import (
    Account,
    Consent,
    Contact,
    ContactEmail,
    ContactPhone,
    Medium,
    Override,
    PhoneKind,
    Scope,
)
from callboard.directory.queries.consent import own_stops
from callboard.directory.queries.contact import Standing, Way, standings_of

SHOWN = 6


def permission_asked(contact: Contact, actor: Actor) -> dict[str, Question]:
    """What the panel of a person needs to know, beside how it stands now."""
    words = Consent.objects.filter(contact=contact).select_related("person").order_by("-at", "-pk")
    allowed = (
        Override.objects.filter(contact=contact, ended_at=None).select_related("person").order_by("-ends_at", "-pk")
    )
    return {
        "phones": Question("records", numbers_called(contact)),
        "emails": Question("records", ContactEmail.objects.filter(contact=contact).order_by("-primary", "pk")),
        "words": Question("records", words[:SHOWN]),
        "overrides": Question("records", allowed[:1]),
        "own_stops": Question("count", own_stops(contact)),
    }


def numbers_called(contact: Contact) -> QuerySet[ContactPhone]:
    """The numbers of a person that somebody answers, the first one first."""
    return ContactPhone.objects.filter(contact=contact).exclude(kind=PhoneKind.FAX).order_by("-primary", "pk")


def permission_of(contact: Contact, found: Mapping[str, Any], *, by: Actor, now: datetime) -> dict[str, Any]:
    """`standings` by number and address; `words`: what they said; `override`: one that holds now, or None; `stopped`: when
    and what they asked us to stop, or None."""
    ways: list[Way] = [(contact, Medium.PHONE.value, phone.e164) for phone in found["phones"]]
    ways += [(contact, Medium.MAIL.value, email.address) for email in found["emails"]]
    standings = standings_of(ways, by=by, now=now)
    contact.__dict__["nothing_asked"] = any(standing.scope == Scope.ALL for standing in standings)
    contact.__dict__["own_stopped"] = bool(found["own_stops"])
    held = [row for row in found["overrides"] if row.starts_at <= now < row.ends_at]
    return {
        "standings": standings,
        "words": found["words"],
        "override": held[0] if held else None,
        "stopped": [standing for standing in standings if standing.scope],
    }


def standings_here(
    people: Sequence[Any], account: Account, *, by: Actor, now: datetime
) -> tuple[dict[int, Standing], list[tuple[Standing, Contact | None]]]:
    """How it stands with each person's first number (their `phone`), by the person's id; whoever has none is absent. Then the
    same of the account's own number, and of the first address there, each with whose it is. As many statements as for one."""
    called = [contact for contact in people if getattr(contact, "phone", None)]
    ways: list[Way] = [(contact, Medium.PHONE.value, contact.phone) for contact in called]
    if account.phone:
        ways.append((None, Medium.PHONE.value, account.phone))
    ways += [(contact, Medium.MAIL.value, contact.mail) for contact in people if getattr(contact, "mail", "")][:1]
    found = standings_of(ways, by=by, now=now)
    own = [(standing, way[0]) for way, standing in zip(ways, found, strict=True)][len(called) :]
    return {contact.pk: standing for contact, standing in zip(called, found, strict=False)}, own
