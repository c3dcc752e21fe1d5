"""What stands around the rows of a list: its head and tabs, the heads of its columns, the pages before and after."""

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit import filtering
from callboard.kit.listing import bar as bars
from callboard.kit.listing import inline
from callboard.kit.listing.address import Query
from callboard.kit.listing.shown import Empty, Head, Pager, PageView, Row, Tab, TableView
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.paging import COUNT_LIMIT, Slice
from callboard.kit.tables import Column, Table

if TYPE_CHECKING:
    from callboard.kit.listing.asked import Seen
    from callboard.kit.pages.lists import ListPage


def head(page: "ListPage", seen: "Seen", actor: Actor, *, opened: bool = False) -> PageView:
    """opened: with the filters and all they offer, which cost a query each."""
    base, filters = page.base(seen), page.all_filters()
    controls = filtering.controls(filters, seen.opened.query, page.model, actor) if opened else []
    controls = [replace(each, problem=seen.applied.unread.get(each.key, "")) for each in controls]
    shown = buttons_for(page.buttons if page.part == "rows" else page.offered(actor), actor, clock.now())
    kept = {"sort": [seen.sort] if seen.sort else [], **seen.shape.query, **seen.departing}
    hidden = [(name, value) for name, values in kept.items() if name not in ("where", "match") for value in values]
    csv_url, xlsx_url = (page.address({**base, "format": [form]}) for form in ("csv", "xlsx"))
    empty = page.empty or Empty(_("Nothing here yet"))
    return PageView(
        page.title,
        _tabs(page, seen),
        page.address({**base, "part": ["filters"]}) if filters or seen.shape.whole.all else "",
        controls,
        seen.applied.chips,
        seen.problems,
        shown,
        csv_url,
        page.address({}),
        empty,
        hidden,
        xlsx_url,
        seen.wrong,
        page.near_pages(actor) if page.near else (),
    )


def _tabs(page: "ListPage", seen: "Seen") -> list[Tab]:
    path, whole, mine = reverse(page.name), page.address({}), bars.view_tabs(page, seen)
    if not page.tabs and not mine:
        return []
    now = None if seen.opened.view is not None else urlencode(seen.state, doseq=True)
    found = [Tab(label, f"{path}?{query}" if query else whole, query == now) for label, query in page.tabs]
    if all(tab.url != whole for tab in found):
        found.insert(0, Tab(_("All"), whole, now == ""))
    return [*found, *mine]


def named(table: Table) -> Table:
    """The same table with its columns' names translated, once: each stands in every cell of its column, for a phone."""
    return table.shaped(replace(column, label=str(column.label)) for column in table.all)


def table_view(
    page: "ListPage", table: Table, seen: "Seen", query: Query, rows: list[Row], actor: Actor, full: Query
) -> TableView:
    edits = frozenset(inline.editable(page, table, actor))
    heads = [_column_head(page, column, seen, edits) for column in table.all]
    here = page.base(seen)
    place = {name: query[name] for name in ("after", "open", "month") if query.get(name)}
    live = page.address({**here, **place, "part": ["rows"]})
    cell = page.address({**here, **full, "cell": [""]})
    return TableView(heads, rows, " ".join(page.live_topics()), live, edits, cell)


def _column_head(page: "ListPage", column: Column, seen: "Seen", edits: frozenset[str]) -> Head:
    path = seen.shape.sort_path(column.key)
    place = next((n for n, key in enumerate(seen.keys) if path and key.path == path), None)
    now = seen.keys[place] if place is not None and (place == 0 or seen.sort) else None
    direction = ("desc" if now.descending else "asc") if now else ""
    wish = f"-{column.key}" if direction == "asc" else column.key
    rest = {**seen.applied.kept, **seen.shape.query, **seen.departing}
    url = page.address({**seen.applied.kept, "sort": [wish], **_without_kept(rest, seen)}) if path else ""
    others = [each for each in seen.sort.split(",") if each and each.lstrip("-") != column.key]
    add = page.address({**rest, "sort": [",".join([*others, wish])]}) if path and others else ""
    several = place + 1 if now and place is not None and "," in seen.sort else 0
    width = seen.shape.widths.get(column.key, 0)
    return Head(
        column.key, column.label, column.kind, path is not None, direction, url, add, several,
        column.key in edits, width,
    )  # fmt: skip


def pager(page: "ListPage", seen: "Seen", part: Slice) -> Pager:
    base = page.base(seen)

    def link(cursor: str | None) -> str:
        return page.address({**base, "after": [cursor]}) if cursor else ""

    return Pager(link(part.previous), link(part.next), range_text(part))


def _without_kept(rest: Query, seen: "Seen") -> Query:
    return {name: values for name, values in rest.items() if name not in seen.applied.kept}


def range_text(part: Slice) -> str:
    """ "1–50 of 10,000+"; "" when there is nothing."""
    if not part.rows:
        return ""
    total = max(part.total or 0, part.above + len(part.rows))
    counted = formats.number_format(
        min(total, max(COUNT_LIMIT, part.above + len(part.rows))), use_l10n=True, force_grouping=True
    )
    if total > COUNT_LIMIT:
        counted += "+"
    start = formats.number_format(part.above + 1, use_l10n=True, force_grouping=True)
    end = formats.number_format(part.above + len(part.rows), use_l10n=True, force_grouping=True)
    return ngettext("{start}–{end} of {count}", "{start}–{end} of {count}", total).format(
        start=start, end=end, count=counted
    )
