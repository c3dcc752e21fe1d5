"""Asking whether somebody may be called: people in towns, moments as the clock there shows them."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.directory.queries import Allowed, Denied, may_contact
from tests import make

ORLANDO = {"region": "FL", "postal_code": "32801", "city": "Orlando"}
PENSACOLA = {"region": "FL", "postal_code": "32501", "city": "Pensacola"}
TYLER = {"region": "TX", "postal_code": "75701", "city": "Tyler"}
EL_PASO = {"region": "TX", "postal_code": "79901", "city": "El Paso"}
IN_ORLANDO, IN_PANHANDLE, IN_TYLER, IN_EL_PASO = "+14075550142", "+18505550142", "+19035550142", "+19155550142"
CENTRAL, EASTERN, MOUNTAIN = "America/Chicago", "America/New_York", "America/Denver"


def at(text: str, zone: str = CENTRAL) -> datetime:
    """`2026-03-10 19:30` as the clock shows it in a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def somebody(phone: str, place: dict[str, Any], **fields: Any) -> Contact:
    account = make.account(**place, **fields)
    return make.contact(account, "Ray Hargrove", phone=phone)


def asked(
    to: Contact | str,
    now: datetime,
    by: Actor,
    *,
    purpose: str = "sales",
    cause: datetime | None = None,
    medium: str = "phone",
) -> Allowed | Denied:
    contact = to if isinstance(to, Contact) else None
    number = contact.phones.order_by("pk")[0].e164 if contact is not None else str(to)
    return may_contact(number, contact=contact, medium=medium, purpose=purpose, cause=cause, by=by, now=now)


def rule(*args: Any, **given: Any) -> str:
    """The code of the refusal; "" where it is allowed."""
    found = asked(*args, **given)
    return found.rule if isinstance(found, Denied) else ""
