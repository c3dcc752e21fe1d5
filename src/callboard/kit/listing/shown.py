"""What the templates of a list get: its head, its tabs, the heads of its columns, its rows, its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from callboard.kit import filtering
from callboard.kit.pages.buttons import Button
from callboard.kit.tables import Column, Text


@dataclass(frozen=True)
class Empty:
    """What a list says when it has no rows at all: what it is, and the first step, its first button.

    also: the names of those of its actions that are another way to begin.
    """

    title: Text
    text: Text = ""
    icon: str = "list"
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tab:
    """A view: its label, its address, whether it is the one seen; n: a word beside it."""

    label: Text
    url: str
    on: bool
    n: Text = ""


@dataclass(frozen=True)
class Head:
    """A column's head.  sorted: "asc", "desc" or ""; url sorts by it, and the other way when it is sorted already."""

    key: str
    label: Text
    kind: str
    sortable: bool
    sorted: str
    url: str
    #: Sorts by it after what the list is sorted by already; place: which of several it is.
    add_url: str = ""
    place: int = 0
    #: Its cells can be changed where they stand.
    edit: bool = False
    width: int = 0


class Row(NamedTuple):
    """One row: the record, its page, its cells as (column, value)."""

    obj: Any
    url: str
    cells: list[tuple[Column, Any]]


@dataclass(frozen=True)
class TableView:
    columns: list[Head]
    rows: list[Row]
    live: str = ""
    live_src: str = ""
    edits: frozenset[str] = frozenset()
    edit_src: str = ""


@dataclass(frozen=True)
class Pager:
    """The addresses beside this page, "" at the ends, and "51–100 of 10,000+"."""

    prev_url: str
    next_url: str
    text: str


@dataclass(frozen=True)
class PageView:
    """The head of a list for its template.

    filters_url: where the filters are fetched from when somebody opens them, "" for a list without; filters: they, there.
    wrong: why no rows are shown: filters that cannot be read.
    """

    title: Text
    tabs: list[Tab]
    filters_url: str
    filters: list[filtering.Control]
    chips: Sequence[filtering.Chip]
    problems: Sequence[str]
    buttons: Sequence[Button]
    csv_url: str
    clear_url: str
    empty: Empty
    hidden: list[tuple[str, str]] = field(default_factory=list)
    xlsx_url: str = ""
    wrong: Sequence[str] = ()
    near: Sequence[tuple[Text, str]] = ()
