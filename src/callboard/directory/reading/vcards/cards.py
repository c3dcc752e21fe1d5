"""A person out of the properties of a vCard."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from callboard.directory.reading.vcards.properties import Property, components, plain, properties, text_of

#: Cards of one file.
MOST = 100_000
_KINDS = (("fax", "fax"), ("cell", "mobile"), ("mobile", "mobile"), ("iphone", "mobile"), ("home", "home"))
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+")


@dataclass(frozen=True)
class Phone:
    """number: as written.  kind: work, mobile, home or fax."""

    number: str
    kind: str


@dataclass(frozen=True)
class Address:
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass
class Card:
    """What a card says of a person.  name is never empty where the card says anything; warnings: what could not be read."""

    name: str = ""
    given: str = ""
    family: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    org: str = ""
    title: str = ""
    addresses: list[Address] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    note: str = ""
    uid: str = ""
    kind: str = ""
    warnings: list[str] = field(default_factory=list)


def read_cards(content: bytes) -> list[Card]:
    """Every card of a file, in order.  Nothing but cards gives an empty list; a card that is not ended is read to the end."""
    cards: list[Card] = []
    card: Card | None = None
    depth, loose, preferred = 0, list[str](), set[str]()
    for found in properties(text_of(content), loose):
        if found.name == "BEGIN" and found.value.strip().upper() == "VCARD":
            depth += 1
            if depth == 1 and len(cards) < MOST:
                card, preferred = Card(), set()
                loose.clear()
                cards.append(card)
        elif found.name == "END" and found.value.strip().upper() == "VCARD":
            depth = max(depth - 1, 0)
            if depth == 0 and card is not None:
                _finish(card, loose)
                card = None
        elif depth == 1 and card is not None:  # deeper: an assistant's card inside of this one
            _take(card, found, preferred)
    if card is not None:
        _finish(card, loose)
        card.warnings.append("The card has no end; it was read as far as it goes.")
    return cards


def _finish(card: Card, loose: list[str]) -> None:
    card.warnings += loose
    loose.clear()
    if not card.name:
        name = " ".join(part for part in (card.given, card.family) if part)
        card.name = name or card.org or (card.emails[0] if card.emails else "")
        if card.name != name:
            card.warnings.append("The card names nobody; the organisation or the address stands for the name.")


def _take(card: Card, found: Property, preferred: set[str]) -> None:
    value = found.value
    match found.name:
        case "FN":
            card.name = card.name or " ".join(plain(value).split())
        case "N":
            parts = [*components(value), "", ""]
            card.family, card.given = " ".join(parts[0].split()), " ".join(parts[1].split())
        case "ORG":
            card.org = card.org or next((part for part in components(value) if part), "")
        case "TITLE":
            card.title = card.title or " ".join(plain(value).split())
        case "ROLE":
            card.title = card.title or " ".join(plain(value).split())
        case "EMAIL":
            _mail(card, found, preferred)
        case "TEL":
            _phone(card, found, preferred)
        case "ADR":
            _address(card, found)
        case "URL":
            card.urls.append(plain(value))
        case "NOTE":
            card.note = "\n".join(part for part in (card.note, plain(value)) if part)
        case "UID":
            card.uid = plain(value)
        case "KIND":
            card.kind = plain(value).lower()
        case _:
            return


def _first(found: Property) -> bool:
    return "pref" in found.types or found.params.get("PREF") == "1"


def _mail(card: Card, found: Property, preferred: set[str]) -> None:
    text = plain(found.value).removeprefix("mailto:")
    mail = _MAIL.search(text)
    if mail is None:
        if text:
            card.warnings.append(f"This is no mail address: {text[:60]}")
        return
    address = mail[0].strip(".,;")
    if address in card.emails:
        return
    if _first(found) and "mail" not in preferred:
        preferred.add("mail")
        card.emails.insert(0, address)
    else:
        card.emails.append(address)


def _phone(card: Card, found: Property, preferred: set[str]) -> None:
    text = plain(found.value)
    if text.lower().startswith("tel:"):
        text = unquote(text[4:]).replace(";ext=", " x").partition(";")[0]
    if not any(letter.isdigit() for letter in text):
        if text:
            card.warnings.append(f"This is no number: {text[:60]}")
        return
    kind = next((kind for word, kind in _KINDS if word in found.types), "work")
    phone = Phone(" ".join(text.split()), kind)
    if phone in card.phones:
        return
    if _first(found) and "phone" not in preferred and kind != "fax":
        preferred.add("phone")
        card.phones.insert(0, phone)
    else:
        card.phones.append(phone)


def _address(card: Card, found: Property) -> None:
    box, more, street, city, region, code, country = [*components(found.value), *[""] * 7][:7]
    lines = [" ".join(line.split()) for part in (street, more, box) for line in part.split("\n")]
    made = Address(", ".join(line for line in lines if line), _line(city), _line(region), _line(code), _line(country))
    if made != Address():
        card.addresses.append(made)


def _line(text: str) -> str:
    return " ".join(text.split())
