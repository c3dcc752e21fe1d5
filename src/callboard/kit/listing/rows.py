"""A kept list or report drawn again without a page: for a live link, for a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from callboard.core.actor import Actor
from callboard.kit.listing.address import strange
from callboard.kit.listing.models import LiveLink, Schedule
from callboard.kit.pages.page import PAGES, Page
from callboard.kit.pages.reports import ReportPage, keepable
from callboard.kit.paging import ordering
from callboard.kit.tables import Column

if TYPE_CHECKING:
    from callboard.kit.pages.lists import ListPage


@dataclass(frozen=True)
class Kept:
    """A list or the table of a report as it is now for one person.

    problems: what of its state is no longer there.  unread: filters that cannot be read, so that there are no rows.
    wider: filters that were left out, so that there are more rows than were meant.  All are sentences.
    title, more: what a workbook calls the sheet, and its further sheets as (title, columns, rows).
    """

    page: Page
    columns: tuple[Column, ...]
    rows: QuerySet[Any] | Sequence[Any]
    problems: list[str]
    address: str
    unread: Sequence[str] = ()
    wider: Sequence[str] = ()
    title: str = ""
    more: Sequence[Any] = ()


def kept_rows(kept: LiveLink | Schedule, actor: Actor) -> Kept | None:
    """It with the rights `actor` has now; None where it is gone or closed to them."""
    known: Any = PAGES.get(kept.page)
    if known is None or not keepable(known) or not known.open_to(actor):
        return None
    query = {
        str(name): [str(value) for value in values] for name, values in kept.query.items() if isinstance(values, list)
    }
    if issubclass(known, ReportPage):
        return _report(known(), query, actor)
    page: ListPage = known()
    seen = page.read(query, actor, page.the_table())
    table = seen.shape.table
    rows = page.rows(actor, seen, table).order_by(*ordering(seen.keys))
    passed_over = strange(query, page.names())
    return Kept(
        page,
        tuple(table.all),
        rows,
        [*passed_over, *seen.problems],
        page.address(seen.state),
        unread=seen.wrong,
        wider=[*passed_over, *seen.shape.built.problems],
    )


def _report(page: ReportPage, query: dict[str, list[str]], actor: Actor) -> Kept | None:
    sheet = page.sheet({name: values[-1] for name, values in query.items() if values}, actor)
    if sheet is None:
        return None
    address = f"{reverse(page.name)}?{urlencode(query, doseq=True)}".rstrip("?")
    more = [(each.name, each.columns, each.rows) for each in sheet.more]
    return Kept(page, tuple(sheet.columns), sheet.rows, [], address, title=sheet.name, more=more)
