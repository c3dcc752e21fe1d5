"""Who a text mentions: "@Dana Reed", "@dana" where there is one Dana, "@dana.reed" as before the @ of her address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Not within a word or a mail address.
AT = re.compile(r"(?<![\w.@+-])@(?=\w)")
#: A mention ends before a letter or digit, so that @Dan is no part of @Dana.
END = re.compile(r"(?!\w)")
#: More than this in one text is a list, and nobody reads it.
MOST = 50


@dataclass(frozen=True)
class Known:
    """Somebody who can be mentioned; `local` is their address up to the @."""

    id: int
    name: str
    local: str


@dataclass(frozen=True)
class Mentioned:
    """Where somebody stands in a text: text[start:end] is "@Dana Reed"."""

    start: int
    end: int
    id: int


def mentions_in(text: str, people: Iterable[Known]) -> list[Mentioned]:
    """The mentions of a text in order; the longest name wins.  A name several have mentions nobody: their address does."""
    names = _names(people)
    lowered = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    longest = sorted(names, key=len, reverse=True)
    found: list[Mentioned] = []
    for at in AT.finditer(text):
        start = at.end()
        for name in longest:
            end = start + len(name)
            if lowered.startswith(name, start) and END.match(text, end):
                if (one := names[name]) is not None:
                    found.append(Mentioned(at.start(), end, one))
                break
        if len(found) == MOST:
            break
    return found


def _names(people: Iterable[Known]) -> dict[str, int | None]:
    """What may follow the @, in lower case, and who it is; None where it is several."""
    names: dict[str, int | None] = {}
    first: dict[str, int | None] = {}
    for one in people:
        words = one.name.split()
        for key in {" ".join(words).casefold(), one.local.casefold()} - {""}:
            names[key] = one.id if key not in names else (names[key] if names[key] == one.id else None)
        if len(words) > 1:
            first[words[0].casefold()] = None if words[0].casefold() in first else one.id
    return {**first, **names}
