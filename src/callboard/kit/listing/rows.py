"""A kept list drawn again without a page: for a live link, for a mail."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from callboard.core.actor import Actor
from callboard.kit.listing.models import LiveLink, Schedule
from callboard.kit.pages.page import PAGES
from callboard.kit.paging import ordering
from callboard.kit.tables import Column

if TYPE_CHECKING:
    from callboard.kit.pages.lists import ListPage


@dataclass(frozen=True)
class Kept:
    """A list as it is now for one person.  problems: what of its state is no longer there."""

    page: "ListPage"
    columns: tuple[Column, ...]
    rows: QuerySet[Any]
    problems: list[str]
    address: str


def kept_rows(kept: LiveLink | Schedule, actor: Actor) -> Kept | None:
    """The list with the rights `actor` has now; None where the list is gone or closed to them."""
    known: Any = PAGES.get(kept.page)
    if known is None or not hasattr(known, "all_filters") or not known.open_to(actor):
        return None
    page: ListPage = known()
    query = {
        str(name): [str(value) for value in values] for name, values in kept.query.items() if isinstance(values, list)
    }
    seen = page.read(query, actor, page.the_table())
    table = seen.shape.table
    rows = page.rows(actor, seen, table).order_by(*ordering(seen.keys))
    return Kept(page, tuple(table.all), rows, seen.problems, page.address(seen.state))
