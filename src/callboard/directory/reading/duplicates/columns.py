"""Which column of a plain table is what: by its header, and by what stands in it where the header says nothing."""

import re
from collections.abc import Mapping, Sequence

from callboard.directory.reading.duplicates.record import Kind
from callboard.directory.reading.duplicates.words import plain

#: What a column can be, with the headers that say so; where several fit, the first of the list is taken.
HEADERS: dict[str, tuple[str, ...]] = {
    "key": ("id", "rec id", "record id", "unique id", "account id", "contact id", "row id", "number", "no"),
    "name": (
        "name", "site name", "account name", "company name", "business name", "organisation name", "organization name",
        "agency name", "full name", "contact name", "display name", "company", "organisation", "organization", "account", "agency",
    ),
    "given": ("given name", "first name", "firstname", "forename", "first"),
    "surname": ("surname", "last name", "lastname", "family name", "last"),
    "legal": ("legal name", "legal entity", "registered name"),
    "number": ("street number", "house number"),
    "street": (
        "street", "address", "street address", "address 1", "address line 1", "street 1", "mailing street", "billing street",
        "address 2", "address line 2",
    ),
    "city": ("city", "town", "suburb", "locality", "place", "mailing city", "billing city"),
    "region": ("state", "region", "province", "state province", "mailing state", "billing state"),
    "zip": ("zip", "zip code", "postcode", "postal code", "post code", "mailing zip", "billing zip"),
    "phone": ("phone", "telephone", "phone number", "tel", "work phone", "business phone", "mobile", "mobile phone", "cell"),
    "mail": ("email", "mail", "e mail", "email address", "e mail address", "mail address"),
    "domain": ("website", "web site", "domain", "url", "homepage", "mail domain"),
    "born": ("date of birth", "dob", "birth date", "birthdate", "birthday", "born"),
    "number_of": ("soc sec id", "ssn", "social security number", "tax id", "ein", "npn", "national id", "vat number", "license number"),
    "group": ("network", "parent", "parent account", "part of"),
}  # fmt: skip
#: What may stand in several columns at once.
SEVERAL = frozenset({"street", "phone", "mail", "domain", "number_of"})
EMPLOYER = ("company", "company name", "account", "account name", "employer", "organisation", "organization", "agency")
_PHONE = re.compile(r"[+(]?[\d][\d\s().+/-]{6,}(?:\s*(?:x|ext).*)?")
SAMPLE, MOSTLY = 200, 0.7


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]], kind: Kind) -> dict[str, list[int]]:
    """What -> the places of its columns. Unknown columns are in none."""
    titles = [plain(title.replace("_", " ")) for title in header]
    found = {what: _named(titles, words, what in SEVERAL) for what, words in HEADERS.items()}
    if kind is Kind.CONTACT:
        found |= _of_a_person(titles, found)
    known = {place for places in found.values() for place in places}
    for place in range(len(header)):
        what = "" if place in known else _by_content([row[place] for row in rows[:SAMPLE] if place < len(row)])
        if what and not found[what]:
            found[what] = [place]
    found["key"] = [place for place in found["key"] if _tells_apart(rows, place)]
    return {what: places for what, places in found.items() if places}


def _named(titles: Sequence[str], words: Sequence[str], several: bool) -> list[int]:
    found = [titles.index(word) for word in words if word in titles]
    return found if several else found[:1]


def _of_a_person(titles: Sequence[str], found: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """In a table of people `Company` is where they work, not what they are called."""
    at = _named(titles, EMPLOYER, several=False)
    return {"at": at, "name": [place for place in found["name"] if place not in at]}


def _by_content(values: Sequence[str]) -> str:
    given = [value.strip() for value in values if value.strip()]
    if not given:
        return ""
    for what, fits in (("mail", lambda value: "@" in value and "." in value), ("phone", _PHONE.fullmatch)):
        if sum(bool(fits(value)) for value in given) >= MOSTLY * len(given):
            return what
    return ""


def _tells_apart(rows: Sequence[Sequence[str]], place: int) -> bool:
    values = [row[place] if place < len(row) else "" for row in rows]
    return all(values) and len(set(values)) == len(values)
