"""What the palette offers for a pasted mail address, number or signature: whom it belongs to, else a lead of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from callboard.channels.reading import signature
from callboard.core.access import may_see
from callboard.core.actions import Action, Actor
from callboard.core.links import url_of
from callboard.directory import queries, rules
from callboard.directory.actions import add_contact
from callboard.directory.models import Account, Contact
from callboard.journal.actions import log_interaction
from callboard.kit.addresses import action_url as address
from callboard.kit.hands.commands import Offer
from callboard.pipeline.actions import create_lead
from callboard.work.actions import create_task

#: A number has at least so many digits; fewer are an order or an account.
FEWEST_DIGITS = 7
LONGEST = 2000
#: Lines with a digit and these words are where somebody is, not who.
_PLACE = re.compile(r"\d.*\b(street|st|avenue|ave|road|rd|suite|ste|drive|dr|lane|blvd|floor|box)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Card:
    """What a pasted text says of somebody; "" for what it does not."""

    name: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""

    @property
    def of_use(self) -> bool:
        return bool(self.email or self.phone)


def card_of(text: str) -> Card:
    """Read a mail address, `Ray Hargrove <ray@x.example>`, a number, or the lines of a signature."""
    text = text[:LONGEST].strip()
    found = signature.ADDRESS.search(text)
    email = (rules.mail_address(found[0].strip("<>().,;:")) or "") if found else ""
    lines = [line.strip(" \t,;|*") for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if not signature.SIGN_OFF.match(line)]
    facts = signature.facts_of("\n".join(lines), email) if len(lines) > 1 else signature.Facts()
    phone = facts.phones[0] if facts.phones else _number(text)
    return Card(_name(lines, facts), facts.company, facts.title, email, phone)


def _number(text: str) -> str:
    if sum(letter.isdigit() for letter in text) < FEWEST_DIGITS:
        return ""
    return next(iter(signature.phones_in(text)), "") or ("" if "@" in text else rules.e164(text) or "")


def _name(lines: list[str], facts: signature.Facts) -> str:
    if len(lines) == 1:
        return lines[0].partition("<")[0].strip(' "') if "<" in lines[0] else ""
    known = {facts.title, facts.company}
    for line in lines:
        first = line.partition(",")[0].strip()
        if first not in known and not _PLACE.search(line) and signature.NAME_LINE.match(first) and " " in first:
            return first
    return ""


def pasted(actor: Actor, text: str) -> list[Offer]:
    """The offers for a text; none for plain words."""
    card = card_of(text) if "@" in text or "\n" in text or any(letter.isdigit() for letter in text) else Card()
    if not card.of_use:
        return []
    contact, account = _whose(actor, card)
    if contact is not None or account is not None:
        return list(_known(actor, card, contact, account))
    return list(_stranger(actor, card))


def _whose(actor: Actor, card: Card) -> tuple[Contact | None, Account | None]:
    contact, account = queries.match_address(card.email) if card.email else (None, None)
    if contact is None and account is None and card.phone:
        contact, account = queries.match_phone(card.phone)
    if contact is not None and not may_see(actor, contact):
        contact = None
    if account is not None and not may_see(actor, account):
        account = None
    return contact, account


def _known(actor: Actor, card: Card, contact: Contact | None, account: Account | None) -> Iterator[Offer]:
    whom = contact or account
    if whom is None:
        return
    yield Offer(
        _("Open {name}").format(name=whom), url_of(whom), _detail(card), "user" if contact else "building-store"
    )
    if card.phone:
        number = rules.phone_text(card.phone)
        yield Offer(_("Call {number}").format(number=number), f"tel:{card.phone}", str(whom), "phone")
    about: dict[str, Any] = {"account": account.pk} if account is not None else {}
    if account is not None and log_interaction.allowed(actor):
        label = _("Log a call with {name}").format(name=whom)
        given = about | ({"contact": contact.pk} if contact is not None else {})
        yield _dialog(log_interaction, label, given, "phone-plus", "l")
    if account is not None and create_task.allowed(actor):
        title = _("Call {name} back").format(name=whom)
        yield _dialog(create_task, _("Task: {title}").format(title=title), about | {"title": title}, "list-check", "t")
    if contact is None and account is not None and add_contact.allowed(actor, account):
        label = _("Add a person at {account}").format(account=account)
        given = {"name": card.name, "title": card.title, "email": card.email, "phone": card.phone}
        yield _dialog(add_contact, label, given, "user-plus", "", account)


def _stranger(actor: Actor, card: Card) -> Iterator[Offer]:
    if create_lead.allowed(actor):
        given = {"name": card.name, "company": card.company, "email": card.email, "phone": card.phone}
        yield _dialog(create_lead, _("Make a lead"), given, "user-plus", "")
    if card.phone:
        yield Offer(_("Call {number}").format(number=rules.phone_text(card.phone)), f"tel:{card.phone}", icon="phone")


def _dialog(
    action: Action[..., Any],
    label: str,
    given: dict[str, Any],
    icon: str,
    key: str,
    target: Account | None = None,
) -> Offer:
    known = {name: value for name, value in given.items() if value not in ("", None)}
    detail = " · ".join(str(value) for name, value in known.items() if name not in ("account", "contact", "title"))
    return Offer(label, f"{address(action, target)}?{urlencode(known)}", detail, icon, key, dialog=True)


def _detail(card: Card) -> str:
    return card.email or rules.phone_text(card.phone)
