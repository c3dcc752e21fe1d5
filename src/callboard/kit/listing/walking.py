"""Next and previous of the list a record was opened from: keyset, so that place 9,000 costs what place 1 costs."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, JsonResponse

from callboard.core.actor import Actor
from callboard.core.links import url_of
from callboard.core.refs import number_in
from callboard.kit.filtering import first
from callboard.kit.listing.address import Query
from callboard.kit.paging import Cursor, beyond, ordering, value_of

if TYPE_CHECKING:
    from callboard.kit.listing.asked import Seen
    from callboard.kit.pages.lists import ListPage


def beside(page: "ListPage", actor: Actor, seen: "Seen", query: Query) -> HttpResponse:
    """``?beside=7``: the addresses before and after record 7 in this list, "" at its ends.  404 for no such record.

    A record that no longer fits the filters has the neighbours it would have between.
    """
    pk = number_in(first(query, "beside")) or 0
    table = seen.shape.table
    whole = table.plan(page.queryset(actor), (key.path for key in seen.keys))
    here = whole.filter(pk=pk).first()
    if here is None:
        return JsonResponse({"error": "gone"}, status=404)
    values = tuple(value_of(here, key) for key in seen.keys)
    rows = page.rows(actor, seen, table)
    found = {
        name: _one(rows, seen, Cursor(values, backward)) for name, backward in (("before", True), ("after", False))
    }
    return JsonResponse(found)


def _one(rows: Any, seen: "Seen", cursor: Cursor) -> str:
    row = rows.filter(beyond(seen.keys, cursor)).order_by(*ordering(seen.keys, cursor.backward)).first()
    return url_of(row) if row is not None else ""
