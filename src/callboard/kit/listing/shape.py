"""What an address makes of a list beside filters and order: columns, conditions, groups, display."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.refs import number_in
from callboard.kit.listing import conditions
from callboard.kit.listing.address import SORTS, WIDTHS, Query, split
from callboard.kit.listing.columns import offered, summable
from callboard.kit.listing.grouping import Grouping, groupings
from callboard.kit.listing.months import dates_of, month_of
from callboard.kit.listing.subjects import Subject, subjects
from callboard.kit.listing.sums import Sums
from callboard.kit.tables import Column, Table, sort_path

if TYPE_CHECKING:
    from callboard.kit.pages.lists import ListPage

BOARD, CALENDAR = "board", "calendar"


class Shape:
    """Read from the address once; what a request does not ask for is not worked out."""

    def __init__(self, page: "ListPage", query: Query, table: Table, actor: Actor) -> None:
        self.page, self.given, self.whole, self.actor = page, query, table, actor
        self.problems: list[str] = []
        self.offered: Mapping[str, Column] = {column.key: column for column in table.all}
        if any(name in query for name in ("cols", "sort", "where", "group")):
            self.offered = self.every
        self.widths: dict[str, int] = {}
        self.table = self._table()

    @cached_property
    def every(self) -> dict[str, Column]:
        """All columns a person may choose."""
        return offered(self.whole, more=self.page.more_columns())

    def first(self, name: str) -> str:
        return (self.given.get(name) or [""])[0].strip()

    # Columns

    def _table(self) -> Table:
        wanted = [part for text in self.given.get("cols", []) for part in split(text)]
        chosen: dict[str, Column] = {}
        for part in wanted:
            key, _colon, width = part.partition(":")
            column = self.offered.get(key)
            if column is None:
                said = _("“{name}” is no column of this list any more; it was left out.")
                self.problems.append(said.format(name=key[:40]))
                continue
            chosen[key] = column
            if (size := number_in(width)) is not None and size in WIDTHS:
                self.widths[key] = size
        if not chosen or (list(chosen) == [column.key for column in self.whole.all] and not self.widths):
            return self.whole
        return self.whole.shaped(chosen.values())

    @property
    def cols(self) -> Query:
        if self.table is self.whole:
            return {}
        sized = [
            f"{each.key}:{self.widths[each.key]}" if each.key in self.widths else each.key for each in self.table.all
        ]
        return {"cols": [",".join(sized)]}

    # Order

    def order(self) -> tuple[list[str], list[str]]:
        """(sort as the address has it, database order); both empty for the list's own."""
        sorts: list[str] = []
        paths: list[str] = []
        for part in [part for text in self.given.get("sort", []) for part in split(text)]:
            key, sign = part.lstrip("-"), "-" if part.startswith("-") else ""
            path = self.sort_path(key)
            if path is None:
                self.problems.append(_("This list cannot be sorted by “{value}”.").format(value=part[:40]))
            elif len(paths) < SORTS and path not in [each.lstrip("-") for each in paths]:
                sorts.append(f"{sign}{key}")
                paths.append(f"{sign}{path}")
        return sorts, paths

    def sort_path(self, key: str) -> str | None:
        """The database path a column sorts by; None where it does not or there is none."""
        column = self.offered.get(key)
        return sort_path(self.page.model, column) if column is not None else None

    # Conditions

    @cached_property
    def annotated(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.page.queryset(self.actor).query.annotations
        return found

    @cached_property
    def known(self) -> dict[str, Subject]:
        """What conditions can be about."""
        return subjects(self.page.all_filters(), self.every, self.page.model, self.annotated)

    @cached_property
    def built(self) -> conditions.Built:
        if "where" not in self.given:
            return conditions.Built()
        return conditions.read(self.given, self.known, self.page.model, self.actor)

    # Groups and displays

    @cached_property
    def groupings(self) -> dict[str, Grouping]:
        return groupings(self.known, self.page.model)

    @cached_property
    def group(self) -> Grouping | None:
        """What the rows are grouped by."""
        name = self.first("group")
        if not name:
            return None
        found = self.groupings.get(name)
        if found is None:
            self.problems.append(_("This list cannot be grouped by “{value}”.").format(value=name[:40]))
        return found

    @cached_property
    def display(self) -> str:
        """ "" for the table, board, calendar."""
        wanted = self.first("show")
        if wanted in self.displays:
            return wanted
        if wanted not in ("", "table"):
            self.problems.append(_("This list cannot be shown as “{value}”.").format(value=wanted[:40]))
        return ""

    @cached_property
    def displays(self) -> Sequence[str]:
        """What the list can be shown as, beside the table."""
        found = [BOARD] if self.page.board is not None else []
        return [*found, CALENDAR] if self.dates else found

    @cached_property
    def dates(self) -> dict[str, Subject]:
        return dates_of(self.known)

    @cached_property
    def date(self) -> Subject | None:
        """The date a calendar is made of: the one asked for, else the first of the columns, else any."""
        wanted = self.first("date")
        if wanted and wanted not in self.dates:
            self.problems.append(_("“{value}” is no date of this list.").format(value=wanted[:40]))
        columns = [self.dates[column.key] for column in self.whole.all if column.key in self.dates]
        return self.dates.get(wanted) or next(iter([*columns, *self.dates.values()]), None)

    @property
    def month(self) -> Any:
        return month_of(self.first("month"), timezone.localdate(clock.now()))

    def sums(self) -> Sums:
        """The columns seen that add up."""
        return summable(self.page.model, self.table.all, self.annotated)

    @cached_property
    def query(self) -> Query:
        """The parameters of all this, as far as they counted; order and filters are not among them."""
        found = {**self.built.query, **self.cols}
        if self.group is not None:
            found["group"] = [self.group.key]
        if self.display:
            found["show"] = [self.display]
        if self.display == CALENDAR and self.date is not None and self.date.key == self.first("date"):
            found["date"] = [self.date.key]
        return found

    def settle(self) -> list[str]:
        """Everything asked for is read; what was left out, in sentences."""
        _everything = self.query
        return [*self.built.wrong, *self.built.problems, *self.problems]
