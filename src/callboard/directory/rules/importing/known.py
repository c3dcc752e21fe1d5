"""What is known of the records some rows may be about: loaded at once by queries.importing, asked by the planner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from callboard.core.names import sort_key
from callboard.directory.reading.names import distinctive


@dataclass
class KnownAccount:
    """values: by field name, as a row says them ("account.city")."""

    id: int
    number: int
    version: int
    values: dict[str, Any]
    domains: set[str] = field(default_factory=set)
    parent: int | None = None
    has_children: bool = False
    archived: bool = False

    @property
    def name(self) -> str:
        return str(self.values["account.name"])

    @property
    def in_network(self) -> bool:
        return self.parent is not None or self.has_children


@dataclass
class KnownContact:
    id: int
    account: int
    version: int
    values: dict[str, Any]
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.values["contact.name"])


@dataclass
class Known:
    """accounts and contacts: by id, every one another entry names.  external: (part, value) -> id.  like: position of a
    row -> accounts whose name is nearly the same."""

    accounts: dict[int, KnownAccount] = field(default_factory=dict)
    contacts: dict[int, KnownContact] = field(default_factory=dict)
    by_number: dict[int, int] = field(default_factory=dict)
    external: dict[tuple[str, str], int] = field(default_factory=dict)
    by_domain: dict[str, int] = field(default_factory=dict)
    by_email: dict[str, int] = field(default_factory=dict)
    by_phone: dict[str, list[int]] = field(default_factory=dict)
    contacts_by_phone: dict[str, list[int]] = field(default_factory=dict)
    like: dict[int, list[int]] = field(default_factory=dict)
    #: sort key or number of what a row calls its parent -> accounts.
    parents: dict[str, list[int]] = field(default_factory=dict)
    #: What those, and everything above them, belong to.
    lines: dict[int, int | None] = field(default_factory=dict)
    #: (kind of history, id, version) -> the values the record had then.
    then: dict[tuple[str, int, int], dict[str, Any]] = field(default_factory=dict)


def belongs_to(below: int | None, account: int, lines: Mapping[int, int | None]) -> bool:
    """Whether `below` is the account or part of it, at any depth; it ends in a circle too."""
    seen = set[int]()
    while below is not None and below not in seen:
        if below == account:
            return True
        seen.add(below)
        below = lines.get(below)
    return False


def name_key(name: str) -> str:
    """What two writings of one organisation's name have in common."""
    return sort_key(distinctive(name))
