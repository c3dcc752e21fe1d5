"""What can be found."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import Q


@dataclass(frozen=True, eq=False)
class SearchSource:
    """How the records of one kind are found.  Every path is a database path from the kind's model; a choice gives its label.

    title: the first of these paths that says something.  shown: how the title is written, ``_("Order {title}")``.
    detail: the line under it.  also: more short words it is found by.  keys: numbers, addresses, telephones.  text: long
    text, found by whole words.  named: people look for it by name, so it comes before what merely mentions the name.
    where: the rows that can be found at all; faded: those that come last.  word: what limits a search to it, ``order:``.
    parts: kinds whose change is a change of this one, and their path to it.  edition: raise it when what is declared
    changes, and the index is made anew.  operation: a row of the matrix that opens the page, where it is not the one that
    opens the rows.
    """

    name: str
    label: Any
    icon: str
    title: tuple[str, ...]
    shown: Any = "{title}"
    detail: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    state: str = ""
    at: str = "updated_at"
    root: str = "account"
    weight: int = 50
    named: bool = False
    people: bool = False
    word: str = ""
    where: "Q | None" = None
    faded: "Q | None" = None
    parts: dict[str, str] = field(default_factory=dict)
    operation: str = ""
    edition: int = 2
