"""Which field each column is: by its head, by what its cells look like, and by how files with these heads were read before."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

from callboard.directory.reading.tables.cells import day_order, main_kind
from callboard.directory.rules.importing.fields import Kind
from callboard.directory.rules.importing.ready import ABOUT, COMMON, OWN, SIGNS

_PLAIN = re.compile(r"[\W_]+")
#: Words of the sheet we give out to be corrected, and of our own exports.
MARKS = {"callboardid": "id", "callboardversion": "version"}


@dataclass
class Mapping:
    """columns: a field's name for each, "" for one that is left out.  system: whose numbers "external" are.
    days: column place (as text) -> dmy or mdy where a day may be read either way.  words: field -> what a cell says ->
    what it means ("" for nothing).  strict: a row is refused for any cell that cannot be read."""

    columns: list[str]
    system: str = ""
    days: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    strict: bool = False

    def stored(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "Mapping":
        names = ("columns", "system", "days", "words", "strict")
        return cls(**{name: stored[name] for name in names if name in stored})


def plain(head: str) -> str:
    """A head without case, blanks and marks."""
    return _PLAIN.sub("", head.casefold())


def signature_of(heads: Sequence[str]) -> str:
    """The same for files with the same heads in the same order; "" for a file without heads."""
    words = [plain(head) for head in heads]
    return hashlib.sha256("\n".join(words).encode()).hexdigest() if any(words) else ""


def system_of(heads: Sequence[str]) -> str:
    """Whose export it is: two heads that only one system has."""
    words = {plain(head) for head in heads}
    found = {name: len(words & {plain(sign) for sign in signs}) for name, signs in SIGNS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= 2 else ""


def propose(kind: Kind, heads: Sequence[str], sample: Sequence[Sequence[str]], width: int) -> Mapping:
    """The field of each of `width` columns.  sample: the first rows."""
    system = system_of(heads)
    known = _words(kind.name, system)
    own = {field.name: field for field in kind.fields}
    columns: list[str] = []
    for place in range(width):
        head = heads[place] if place < len(heads) else ""
        word = plain(head)
        name = f"{kind.needs}.{MARKS[word]}" if word in MARKS else known.get(word, "")
        if word and word not in known and word not in MARKS:
            name = next((field.name for field in kind.fields if plain(str(field.label)) == word), "")
        columns.append(name if name in own and _free(own[name], columns) else "")
    if not any(heads):
        columns = _by_cells(kind, sample, width)
    mapping = Mapping(columns, system)
    for place, name in enumerate(columns):
        if name and own[name].kind == "date":
            order = day_order([row[place] for row in sample if place < len(row)])
            mapping.days[str(place)] = order if order in ("mdy", "dmy") else ""
    return mapping


def _free(found: Any, columns: Sequence[str]) -> bool:
    """A field that does not join is one column only: the first."""
    return found.joins is not None or found.name not in columns


@cache
def _words(kind: str, system: str) -> dict[str, str]:
    """Head -> field; what is said later wins: a system's own words over everybody's."""
    found: dict[str, str] = {}
    for table in (COMMON, ABOUT[kind], OWN.get(system, {})):
        for name, heads in table.items():
            found |= {plain(head): name for head in heads.split(", ")}
    if kind == "accounts" and system == "hubspot":
        found[plain("Record ID")] = "account.external"
    return found


def _by_cells(kind: Kind, sample: Sequence[Sequence[str]], width: int) -> list[str]:
    """A file without heads: what can be nothing else."""
    columns = [""] * width
    wanted = {"mail": "contact.email", "link": "account.website"}
    for place in range(width):
        looks = main_kind([row[place] for row in sample if place < len(row)])
        name = wanted.pop(looks, "")
        columns[place] = name
    first = next((place for place in range(width) if not columns[place]), None)
    if first is not None:
        columns[first] = f"{kind.needs}.name"
    return columns
