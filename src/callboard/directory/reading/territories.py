"""What a territory covers, as people write it: "TX, OK", "750-759, 76"."""

import re

#: Words of a list, however they are parted.
_PARTS = re.compile(r"[,;\n]+")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9 -]{0,9}\Z")
_SPAN = re.compile(r"(\d{1,6})\s*(?:-|–|\.\.)\s*(\d{1,6})\Z")
#: The most codes of one territory; a span of more is a slip.
MOST_CODES = 1000


class Unreadable(ValueError):
    """part: what cannot be read."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def read_states(text: str) -> list[str]:
    """States in the order given, each once: "tx, OK" -> ["TX", "OK"].  A longer name stays as it is written."""
    found = [part if len(part) > 3 else part.upper() for part in _parts(text)]
    for part in found:
        if len(part) > 60 or any(letter.isdigit() for letter in part):
            raise Unreadable(part)
    return list(dict.fromkeys(found))


def read_postal(text: str) -> list[str]:
    """Beginnings of postal codes; "750-752" is three of them.  Unreadable for anything that is no code."""
    found: list[str] = []
    for part in _parts(text):
        upper = part.upper()
        span = _SPAN.fullmatch(upper)
        if span:
            found += _span(part, span[1], span[2])
        elif _CODE.match(upper):
            found.append(upper)
        else:
            raise Unreadable(part)
    if len(found) > MOST_CODES:
        raise Unreadable(text[:40])
    return list(dict.fromkeys(found))


def read_choices(text: str, known: dict[str, str]) -> list[str]:
    """Values of a set by their value or their label, whatever the case.  known: value -> label."""
    by_word = {word.casefold(): value for value, label in known.items() for word in (value, label)}
    found = []
    for part in _parts(text):
        if part.casefold() not in by_word:
            raise Unreadable(part)
        found.append(by_word[part.casefold()])
    return list(dict.fromkeys(found))


def written(parts: list[str]) -> str:
    """As `read_...` reads it back."""
    return ", ".join(parts)


def _span(part: str, first: str, last: str) -> list[str]:
    if len(first) != len(last) or not 0 <= int(last) - int(first) < MOST_CODES:
        raise Unreadable(part)
    return [f"{number:0{len(first)}d}" for number in range(int(first), int(last) + 1)]


def _parts(text: str) -> list[str]:
    return [" ".join(part.split()) for part in _PARTS.split(text) if part.strip()]
