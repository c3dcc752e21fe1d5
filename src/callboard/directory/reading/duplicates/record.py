"""One organisation or person as the search sees it: every value in its comparable form."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from callboard.directory.reading.duplicates import words

PHONE_DIGITS = 10


class Kind(StrEnum):
    ACCOUNT = "account"
    CONTACT = "contact"


@dataclass(slots=True)
class Record:
    """`key` is what the caller calls it. Empty means unknown: it speaks neither for nor against.

    name: words of an organisation, or given name(s) and family name last. at: where a person works, any value that is
    equal for one employer. group: the network an organisation is part of. legal: words of its legal name.
    """

    key: int | str
    name: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    house: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    zip: str = ""
    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    born: str = ""
    at: str = ""
    group: str = ""
    label: str = field(default="", compare=False)


def make(
    key: int | str,
    *,
    name: str = "",
    legal: str = "",
    number: str = "",
    street: str = "",
    city: str = "",
    region: str = "",
    zip: str = "",
    phones: Iterable[str] = (),
    mails: Iterable[str] = (),
    domains: Iterable[str] = (),
    ids: Iterable[str] = (),
    born: str = "",
    at: str = "",
    group: str = "",
) -> Record:
    """A record of values as typed. A family name written first (`Green, Ray`) is turned round by the reader."""
    house, road = words.street_parts(street, number)
    return Record(
        key=key,
        name=words.name_words(name),
        legal=words.name_words(legal),
        house=house,
        street=road,
        city=words.plain(city),
        region=words.plain(region),
        zip=postal(zip),
        phones=frozenset(filter(None, map(phone, phones))),
        mails=frozenset(mail.strip().lower() for mail in mails if "@" in mail),
        domains=frozenset(domain.strip().lower() for domain in domains if "." in domain),
        ids=frozenset(filter(None, map(words.plain, ids))),
        born=words.digits(born),
        at=at,
        group=group,
        label=name,
    )


def phone(text: str) -> str:
    """The last ten digits: `+1 (903) 555-0142` as `9035550142`; "" for fewer than six."""
    found = words.digits(text.partition("x")[0])[-PHONE_DIGITS:]
    return found if len(found) > 5 else ""


def postal(text: str) -> str:
    """`60620-1234` as `60620`."""
    return words.plain(text.partition("-")[0]) if text[:1].isdigit() else words.plain(text)


def host(website: str) -> str:
    """`https://www.hargrove.example/about` as `hargrove.example`."""
    rest = website.strip().lower()
    return (rest.partition("://")[2] or rest).partition("/")[0].partition(":")[0].removeprefix("www.")
