"""What the cells of a row say, by field; a cell that cannot be read is named with the reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from callboard.core.names import sort_key
from callboard.core.refs import number_in
from callboard.directory.models import AccountKind, Medium, RoleKind, Tier
from callboard.directory.reading.addresses import domain_of, e164, is_free_mail, mail_address
from callboard.directory.rules.importing.days import day_of
from callboard.directory.rules.importing.fields import Field, Kind
from callboard.directory.rules.importing.heads import Mapping as Columns
from callboard.directory.rules.importing.needed import is_needed
from callboard.directory.rules.importing.places import country_of, region_of

Values = dict[str, Any]
CHOICES: dict[str, Any] = {"account.kind": AccountKind, "account.tier": Tier, "contact.role_kind": RoleKind,
                           "contact.reach_by": Medium}  # fmt: skip
#: A cell that says so is empty; people fill their tables with it.
NOTHING = {"", "-", "–", "n/a", "none", "null", "#n/a", "(none)"}
#: What a box that is ticked, or is not, becomes in the exports of others.
YES = {"yes", "y", "true", "t", "1", "x", "on", "checked", "unsubscribed", "opted out"}
NO = {"no", "n", "false", "f", "0", "off", "unchecked", "subscribed", "opted in"}
_US_NUMBER = re.compile(r"(?:\+?1[\s.-]?)?\(?([2-9]\d{2})\)?[\s.-]?(\d{3})[\s.-]?(\d{4})")
_TOWN = re.compile(r"(.{2,}), ?([A-Z]{2})(?: \d{5}(?:-\d{4})?)?")
_HOST = re.compile(r"^(?:https?://)?(?:www\.)?([^/?#:\s]+)", re.I)


@dataclass
class Parsed:
    """position: the row in the file.  values: by field, without what is empty.  wrong: label -> a sentence, of cells the row
    is refused for.  left: field -> a sentence, of cells it is taken without (never both)."""

    position: int
    values: Values
    wrong: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the row is called in lists."""
        values = self.values
        called = values.get("contact.name"), values.get("account.name")
        return " · ".join(part for part in called if part) or "; ".join(values.get("contact.email", ()))


class Reader:
    """Reads rows by one mapping.  people: a mail address or sort key of a name -> the id of who works here.
    keep_empty: an empty cell says that the field is to be emptied (our own export, sent back)."""

    def __init__(self, kind: Kind, mapping: Columns, people: Mapping[str, int], *, keep_empty: bool = False) -> None:
        own = {each.name: each for each in kind.fields}
        self.columns = [(place, own[name]) for place, name in enumerate(mapping.columns) if name in own]
        self.needs, self.mapping, self.people, self.keep_empty = kind.needs, mapping, people, keep_empty
        self._zones = available_timezones()
        self._known: dict[tuple[str, str], Any] = {}
        self._readers: dict[str, Callable[[Field, str], Any]] = {
            "text": self._text, "long": self._long, "id": self._id, "choice": self._choice, "person": self._person,
            "website": self._website, "domain": self._domain, "region": self._region, "country": self._country,
            "zone": self._zone, "custom": self._custom, "yes": self._yes,
        }  # fmt: skip

    def row(self, position: int, cells: Sequence[str]) -> Parsed:
        found, unread = Parsed(position, {}), dict[Field, str]()
        joined: dict[str, list[tuple[int, str]]] = {}
        single: list[tuple[int, Field, str]] = []
        for place, each in self.columns:
            text = cells[place] if place < len(cells) else ""
            if text.casefold() in NOTHING:
                if self.keep_empty and each.joins is None:
                    found.values.setdefault(each.name, "")
                continue
            if each.joins is not None:
                joined.setdefault(each.name, []).append((place, text))
            else:
                single.append((place, each, text))
        country = self._country_in(single)
        for place, each, text in single:
            self._take(found, unread, each, text, country, place)
        own = {each.name: each for _place, each in self.columns}
        for name, parts in joined.items():
            text = (own[name].joins or "").join(text for _p, text in parts)
            self._take(found, unread, own[name], text, country, parts[0][0])
        if self.mapping.strict or any(is_needed(each, found.values) for each in unread):
            found.wrong = {str(each.label): said for each, said in unread.items()}
        else:
            found.left = {each.name: f"{each.label}: {said}" for each, said in unread.items()}
        _names(found)
        return found

    def _country_in(self, single: Sequence[tuple[int, Field, str]]) -> str:
        said = (self._word(each, text) for _p, each, text in single if each.name == "account.country")
        return next((country_of(text) or "US" for text in said), "US")

    def _take(self, found: Parsed, unread: dict[Field, str], each: Field, text: str, country: str, place: int) -> None:
        try:
            if each.kind == "phone":
                value: Any = _phone(text, country)
            elif each.kind == "phones":
                value = [_phone(part, country) for part in _parts(text, ";")]
            elif each.kind == "emails":
                value = _mails(text)
            elif each.kind == "date":
                value = day_of(text, self.mapping.days.get(str(place), ""))
                value = each.custom(value) if each.custom else value
            else:
                value = self._cached(each, text)
        except ValueError as error:
            # A field of the company's own names itself in its sentence.
            unread[each] = str(error).removeprefix(f"{each.label}: ")
            return
        if value is False or value not in ("", None, []):
            found.values[each.name] = value

    def _cached(self, each: Field, text: str) -> Any:
        if each.kind in ("text", "long"):
            return self._readers[each.kind](each, text)
        key = (each.name, text)
        if key not in self._known:
            try:
                self._known[key] = self._readers[each.kind](each, text)
            except ValueError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, ValueError):
            raise found
        return found

    def reads(self, each: Field, text: str) -> bool:
        """Whether a text is a value of a field that knows a list of them."""
        try:
            self._readers[each.kind](each, text)
        except ValueError:
            return False
        return True

    # One kind of cell each; ValueError with a sentence.

    def _text(self, each: Field, text: str) -> str:
        return _fits(" ".join(text.split()), each.longest)

    def _long(self, each: Field, text: str) -> str:
        return _fits(text.strip(), each.longest)

    def _id(self, each: Field, text: str) -> int:
        found = number_in(text.lstrip("#").replace(",", ""))
        if found is None:
            raise ValueError(_("“{text}” is no number of ours.").format(text=text[:40]))
        return found

    def _word(self, each: Field, text: str) -> str:
        """What was said that this word means; the word itself where nothing was."""
        return self.mapping.words.get(each.name, {}).get(text, text)

    def _choice(self, each: Field, text: str) -> str:
        meant = self._word(each, text)
        wanted = sort_key(meant)
        for value, label in CHOICES[each.name].choices:
            if wanted in (sort_key(str(value)), sort_key(str(label))):
                return str(value)
        if meant == "":
            return ""
        known = ", ".join(str(label) for _value, label in CHOICES[each.name].choices)
        raise ValueError(_("“{text}” is none of: {known}.").format(text=text[:40], known=known))

    def _person(self, each: Field, text: str) -> int | str:
        meant = self._word(each, text)
        if meant == "":
            return ""
        found = self.people.get(meant.strip().lower()) or self.people.get(sort_key(meant))
        if found is None:
            raise ValueError(_("Nobody who works here is called “{text}”.").format(text=text[:60]))
        return found

    def _website(self, each: Field, text: str) -> str:
        return _fits(text.split()[0], each.longest)

    def _domain(self, each: Field, text: str) -> str:
        host = host_of(text)
        if mail_address(f"a@{host}") is None:
            raise ValueError(_("“{text}” is no mail domain.").format(text=text[:60]))
        return "" if is_free_mail(host) else host

    def _region(self, each: Field, text: str) -> str:
        return _fits(region_of(" ".join(text.split())), each.longest)

    def _country(self, each: Field, text: str) -> str:
        meant = self._word(each, " ".join(text.split()))
        found = country_of(meant) if meant else ""
        if found is None:
            raise ValueError(_("“{text}” is no country we know; write its two letters.").format(text=text[:40]))
        return found

    def _zone(self, each: Field, text: str) -> str:
        if text not in self._zones:
            raise ValueError(_("“{text}” is no time zone; write it like America/Chicago.").format(text=text[:40]))
        return text

    def _yes(self, each: Field, text: str) -> bool | str:
        meant = sort_key(self._word(each, text))
        if meant in YES:
            return True
        if meant in NO or meant == "":
            return ""
        raise ValueError(_("“{text}” is neither yes nor no.").format(text=text[:40]))

    def _custom(self, each: Field, text: str) -> Any:
        return each.custom(self._word(each, text))


def _names(found: Parsed) -> None:
    """First and last name are a name, a town with its state is both; numbers of all kinds are one list."""
    values = found.values
    town = _TOWN.fullmatch(values.get("account.city", ""))
    if town and not values.get("account.region"):
        values["account.city"], values["account.region"] = town[1], town[2]
    first, last = values.pop("contact.first", ""), values.pop("contact.last", "")
    if "contact.name" not in values and (first or last):
        values["contact.name"] = " ".join(part for part in (first, last) if part)[:200]
    phones: list[list[str]] = []
    for short, kind in (("phone", "work"), ("mobile", "mobile"), ("home", "home"), ("fax", "fax")):
        for number in values.pop(f"contact.{short}", ()):
            if all(number != known for known, _kind in phones):
                phones.append([number, kind])
    if phones:
        values["contact.phones"] = phones


def host_of(text: str) -> str:
    """The domain of an address of the web or of mail."""
    if "@" in text:
        return domain_of(text)
    found = _HOST.match(text.strip())
    return found[1].lower().rstrip(".") if found else ""


def _fits(text: str, longest: int) -> str:
    if len(text) > longest:
        raise ValueError(_("This is longer than {n} characters.").format(n=longest))
    return text


def _phone(text: str, country: str) -> str:
    plain = _US_NUMBER.fullmatch(text.strip()) if country == "US" else None
    if plain:
        return f"+1{plain[1]}{plain[2]}{plain[3]}"
    found = e164(text, country)
    if found is None:
        raise ValueError(_("“{text}” is no phone number.").format(text=text[:40]))
    return found


def _mails(text: str) -> list[str]:
    found: list[str] = []
    for part in _parts(text, ";,"):
        address = mail_address(part)
        if address is None:
            raise ValueError(_("“{text}” is no mail address.").format(text=part[:80]))
        if address not in found:
            found.append(address)
    return found


def _parts(text: str, marks: str) -> list[str]:
    return [part.strip() for part in re.split(f"[{marks}\n]", text) if part.strip()]
