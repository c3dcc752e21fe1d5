"""A person found in a text, and nobody else: addresses and numbers whole, names between the borders of words.

Knows no tables. What may stand where is said by `Finder`: who makes one says which addresses, numbers and names count there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import phonenumbers

#: What stands in a text where somebody stood.
GONE = "[erased]"
#: What is said before and behind a name, and is no name.
TITLES = set(re.findall(r"\w+", "mr mrs ms miss dr prof jr sr ii iii iv phd md esq cpa cic clu"))
#: First and last names that are words too: alone they count only with a capital.
WORDS_TOO = frozenset(
    re.findall(
        r"\w+",
        """
    art autumn bill brook brown bush carol case cash chance chase church cliff cook dale dawn dean drew eve faith
    field fish ford fox frank gene glen good grace grant gray green guy hall hand heath hill hope house hunt
    hunter ivy jack joy king lane law lily long love mark marsh mason max may miles mills nick north page park pat
    penny pierce power price ray rice rich rivers rob rose rusty sandy sharp short skip snow star stone strong sue
    summer sunny sweet victor wade will wise wolf wood woods young april august june
""",
    )
)
#: A name of fewer letters is part of too many words.
SHORTEST_WORD = 3
#: A foreign number without its plus is looked for from so many digits on, and with a 0 before what follows the country.
LONG_NUMBER, LONG_OWN_NUMBER = 10, 7
#: Marks that a search for candidates takes out of both sides.
MARKS = " \t\n\r\u00a0\u202f\u2009\u200b.,;:()[]{}\"'“”‘’«»/\\-–—‑_+*#|<>&"

_SPACE = r"(?:[\s\u00a0\u200b]+|_|-|\+|%20)"
_QUOTES = "[\"'“”‘’()]?"
_BEFORE, _AFTER = r"(?<![^\W_])(?<!\w-)", r"(?![^\W_])(?!-[^\W\d_])"
_ANY_MAIL = r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"


def words_of(name: str) -> list[str]:
    """The words of a name without the marks around them: Zebulon "Zeb" Quartermain Jr. gives four."""
    return [word for part in name.split() if (word := part.strip(".,;:\"'“”‘’()[]"))]


def ways_to_write(name: str) -> set[tuple[str, ...]]:
    """A name as people write it: with and without titles, initials and what stands in marks; the nickname with the last
    name. Not the last name first: in a list of names that would be two others."""
    plain = [word for word in words_of(name) if word.lower() not in TITLES]
    marked = {word for found in re.findall(r"[\"“'‘(]([^\"”'’)]+)[\"”'’)]", name) for word in words_of(found)}
    bare = [word for word in plain if word not in marked and len(word) > 1]
    ways = {tuple(words_of(name)), tuple(plain), tuple(bare), tuple(word for word in plain if word not in marked)}
    if len(bare) > 1:
        ways |= {(nick, bare[-1]) for nick in marked}
    return {way for way in ways if way}


def as_in_lists(way: tuple[str, ...]) -> set[str]:
    """A whole name where it is all that a column says."""
    last_first = {f"{way[-1]}, {' '.join(way[:-1])}", f"{way[-1]} {' '.join(way[:-1])}"} if len(way) > 1 else set()
    return {each.casefold() for each in {" ".join(way), *last_first}}


def squeezed(text: str) -> str:
    """Without marks and in small letters, as candidates are looked for."""
    return text.lower().replace("%20", "").replace("%40", "@").translate({ord(mark): None for mark in MARKS})


@dataclass(frozen=True)
class Finder:
    """What counts as the person in a text.

    names: whole names, as ways to write them.  alone: names of one word that count where they are all that is said.
    words: first and last names, for what is about nobody else.  spared: names of others that contain one of these.
    """

    mails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    names: frozenset[tuple[str, ...]] = frozenset()
    alone: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    spared: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        theirs = [*map(_mail, _long_first(self.mails))]
        spared = [_ANY_MAIL, *(_name(tuple(words_of(name))) for name in _long_first(self.spared) if words_of(name))]
        rest = [
            *map(_number, _long_first(self.numbers)),
            *map(_name, sorted(self.names, key=lambda way: -len(" ".join(way)))),
        ]
        rest += map(_word, _long_first(self.words))
        ways = [("theirs", theirs), ("spared", spared), ("also", rest)]
        return re.compile("|".join(f"(?P<{name}>{'|'.join(some)})" for name, some in ways if some), re.IGNORECASE)

    def found_in(self, text: str) -> bool:
        return self.without(text) != text

    def is_all_of(self, text: str) -> bool:
        """Whether the text says nothing but them."""
        return text.strip().casefold() in self.alone or (self.found_in(text) and self.without(text).strip() == GONE)

    def without(self, text: str) -> str:
        """The text with the person taken out."""
        if text.strip().casefold() in self.alone:
            return GONE
        return self._pattern.sub(self._one, text)

    def _one(self, match: re.Match[str]) -> str:
        found = match.group()
        if match.lastgroup == "spared":
            return found
        if found[:1] in "(0123456789" and re.search(r"\+\d{1,3}[-. (]{0,2}$", match.string[: match.start()]):
            return found  # the end of another country's number
        return GONE

    def cleaned(self, value: Any) -> Any:
        """The same of a JSON value or a list."""
        if isinstance(value, str):
            return self.without(value)
        if isinstance(value, list):
            return [self.cleaned(each) for each in value]
        if isinstance(value, dict):
            return {key: self.cleaned(each) for key, each in value.items()}
        return value


def _long_first(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=lambda text: (-len(text), text))


def _mail(address: str) -> str:
    """Whole: neither the end of a longer address nor the beginning of a longer domain."""
    whole = re.escape(address).replace("@", "(?:@|%40)")
    return rf"(?:(?<![\w.+%'-])|(?<=%3C)|(?<=%22)|(?<=%20)|(?<=%3A)){whole}(?![\w-])(?!\.\w)"


def _number(e164: str) -> str:
    """+19035550142 as any of (903) 555-0142, 903.555.0142; one of another country with its plus, or its 0 before it."""
    if e164.startswith("+1"):
        return rf"(?<!\d)(?<!\d[-.])(?:(?:\+|00)?1[-. (]{{0,3}})?\(?{_digits(e164[2:])}(?!\d)(?![-.]\d)"
    digits, parsed = e164.removeprefix("+"), phonenumbers.parse(e164)
    country, own = str(parsed.country_code), digits.removeprefix(str(parsed.country_code))
    before = "(?:\\+|00)?" if len(digits) >= LONG_NUMBER else r"(?:\+|00)"
    ways = [rf"{before}{_digits(country)}[-. /]{{0,2}}(?:\(0\))?[-. /]{{0,2}}{_digits(own)}"]
    if len(own) >= LONG_OWN_NUMBER:
        ways.append(rf"\(?0{_digits(own)}")
    return rf"(?<!\d)(?<!\d[-.])(?:{'|'.join(ways)})(?!\d)(?![-.]\d)"


def _digits(digits: str) -> str:
    return r"[-.()/\s\u00a0–]{0,3}".join(digits)


def _name(way: tuple[str, ...]) -> str:
    """The words with what may stand between them: spaces, a break of the line, quotes; a dot behind an initial or a title, a
    comma before a title."""
    pattern = ""
    for place, word in enumerate(way):
        if place:
            before = way[place - 1]
            dot = r"\.?" if len(before) == 1 or before.lower() in TITLES else ""
            comma = ",?" if word.lower() in TITLES else ""
            pattern += rf"{dot}{comma}{_QUOTES}{_SPACE}{_QUOTES}"
        pattern += re.escape(word)
    last = r"\.?" if way[-1].lower() in TITLES else ""
    return rf"{_BEFORE}{pattern}{_AFTER}{last}"


def _word(word: str) -> str:
    """One word of a name: not inside an address or a domain, and one that is a word besides only with its capital."""
    found = f"(?-i:{re.escape(word)}|{re.escape(word.upper())})" if word.lower() in WORDS_TOO else re.escape(word)
    return rf"(?<![@.])(?<![^\W_])(?<!\w-){found}{_AFTER}(?!@|\.[^\W\d_])"
