"""ListPage: one model in rows, filtered, sorted, paged by keyset, exported as seen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Action, Actor
from callboard.core.links import url_of
from callboard.core.registry import register
from callboard.kit import filtering
from callboard.kit.export import export
from callboard.kit.pages.buttons import Button, buttons_for
from callboard.kit.pages.page import Page, is_part
from callboard.kit.pages.selecting import paste_url, selection_of
from callboard.kit.paging import (
    COUNT_LIMIT,
    PAGE_SIZE,
    BadCursor,
    Cursor,
    Key,
    Slice,
    decode,
    keys_of,
    ordering,
    page_of,
)
from callboard.kit.tables import Column, Table, Text

Query = dict[str, list[str]]


@dataclass(frozen=True)
class Empty:
    """What a list says when it has no rows at all: what it is, and the first step (one of its buttons, or an address)."""

    title: Text
    text: Text = ""
    icon: str = "list"


@dataclass(frozen=True)
class Tab:
    """A saved view: its label, its address, whether it is the one seen."""

    label: Text
    url: str
    on: bool


@dataclass(frozen=True)
class Head:
    """A column's head.  sorted: "asc", "desc" or ""; url sorts by it, and the other way when it is sorted already."""

    key: str
    label: Text
    kind: str
    sortable: bool
    sorted: str
    url: str


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


@dataclass
class Seen:
    """What a request asks of a list, read once: filters, order, cursor."""

    applied: filtering.Applied
    sort: str
    order: tuple[str, ...]
    keys: tuple[Key, ...]
    cursor: Cursor | None
    problems: list[str]


class ListPage(Page):
    """A list.  Serves HTML, ``?format=csv`` and ``xlsx``, ``?part=rows``, ``?part=filters`` and ``GET /api/v1/<name>``."""

    model: ClassVar[type[Model]]
    table: ClassVar[type[Table]] = Table
    filters: ClassVar[Sequence[filtering.Filter]] = ()
    buttons: ClassVar[Sequence[Action[..., Any]]] = ()
    #: Verbs that may be done to many rows at once.
    bulk: ClassVar[Sequence[Action[..., Any]]] = ()
    #: Whether rows of a spreadsheet may be pasted where a button makes a record.
    paste: ClassVar[bool] = True
    #: Saved views: (label, query string), e.g. (_("Mine"), "owner=me").
    tabs: ClassVar[Sequence[tuple[Text, str]]] = ()
    order: ClassVar[Sequence[str]] = ("-id",)
    empty: ClassVar[Empty | None] = None
    #: Its rows are people: found by "@name".
    people: ClassVar[bool] = False
    template = "kit/list.html"
    size: ClassVar[int] = PAGE_SIZE

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        """The rows the actor may see, before filters."""
        return visible(self.model._default_manager.all(), actor)

    def offered(self, actor: Actor) -> Sequence[Action[..., Any]]:
        """The buttons of the head; what makes something new stands in `buttons`, which the menu New shows too."""
        return self.buttons

    # What a request asks.

    def all_filters(self) -> list[filtering.Filter]:
        return [*self.filters, *(part.value for part in register.filter if part.options.get("page") == self.name)]

    def the_table(self) -> Table:
        return self.table(self.model, [part.value for part in register.column if part.options.get("page") == self.name])

    def address(self, query: Query) -> str:
        path = reverse(self.name)
        return f"{path}?{urlencode(query, doseq=True)}" if query else path

    def read(self, query: Query, actor: Actor, table: Table) -> Seen:
        """Filters, order and cursor of a query.  What makes no sense is left out and named in `problems`."""
        sort, order, problems = self._order(query, table)
        keys = keys_of(self.model, order)

        def without(kept: Query) -> str:
            return self.address({**kept, **({"sort": [sort]} if sort else {})})

        applied = filtering.apply(self.all_filters(), query, self.model, actor, without)
        cursor = None
        if text := filtering.first(query, "after"):
            try:
                cursor = decode(text, keys)
            except BadCursor:
                problems.append(_("That page of the list no longer exists; this is the first."))
        return Seen(applied, sort, tuple(order), keys, cursor, [*applied.problems, *problems])

    def _order(self, query: Query, table: Table) -> tuple[str, Sequence[str], list[str]]:
        sort = filtering.first(query, "sort")
        if not sort:
            return "", self.order, []
        path = table.sortable().get(sort.lstrip("-"))
        if path is None:
            return "", self.order, [_("This list cannot be sorted by “{value}”.").format(value=sort[:40])]
        return sort, (f"-{path}" if sort.startswith("-") else path,), []

    def rows(self, actor: Actor, seen: Seen, table: Table) -> QuerySet[Any]:
        return table.plan(self.queryset(actor).filter(seen.applied.where), (key.path for key in seen.keys))

    # HTML.

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:
        query: Query = {name: list(values) for name, values in request.GET.lists()}
        table = self.the_table()
        seen = self.read(query, actor, table)
        if form := filtering.first(query, "format"):
            found = self.rows(actor, seen, table).order_by(*ordering(seen.keys))
            if (file := export(form, self.name, str(self.title), table.all, found)) is not None:
                return file
        wanted = filtering.first(query, "part")
        head = self.head(seen, query, actor, opened=wanted == "filters")
        if wanted == "filters" and is_part(request):
            return self.render(request, {"page": head}, "kit/list_filter_form.html")
        part = page_of(self.rows(actor, seen, table), seen.keys, seen.cursor, self.size)
        context = {
            "page": head,
            "table": self.table_view(table, seen, query, part),
            "pager": self.pager(seen, part),
            "selection": selection_of(self.name, self.bulk, actor, self.base(seen), part),
            "topics": " ".join(self.live_topics()),
            "paste_url": paste_url(self, actor),
        }
        return self.render(request, context, "kit/list_rows.html" if wanted == "rows" else self.template)

    def live_topics(self) -> list[str]:
        return [*(self.topics or [self.model._meta.label_lower])]

    def base(self, seen: Seen) -> Query:
        """The parameters that make this list this list, without the cursor."""
        return {**seen.applied.kept, **({"sort": [seen.sort]} if seen.sort else {})}

    def head(self, seen: Seen, query: Query, actor: Actor, *, opened: bool = False) -> PageView:
        """opened: with the filters and all they offer, which cost a query each."""
        base, filters = self.base(seen), self.all_filters()
        controls = [each.control(query, self.model, actor) for each in filters] if opened else []
        shown = buttons_for(self.offered(actor), actor, clock.now())
        hidden = [("sort", seen.sort)] if seen.sort else []
        csv_url, xlsx_url = (self.address({**base, "format": [form]}) for form in ("csv", "xlsx"))
        empty = self.empty or Empty(_("Nothing here yet"))
        return PageView(
            self.title,
            self._tabs(base),
            self.address({**base, "part": ["filters"]}) if filters else "",
            controls,
            seen.applied.chips,
            seen.problems,
            shown,
            csv_url,
            reverse(self.name),
            empty,
            hidden,
            xlsx_url,
        )

    def _tabs(self, base: Query) -> list[Tab]:
        if not self.tabs:
            return []
        path, now = reverse(self.name), urlencode(base, doseq=True)
        found = [Tab(label, f"{path}?{query}" if query else path, query == now) for label, query in self.tabs]
        return found if any(tab.url == path for tab in found) else [Tab(_("All"), path, not now), *found]

    def table_view(self, table: Table, seen: Seen, query: Query, part: Slice) -> TableView:
        sortable = table.sortable()
        heads = [self._column_head(column, sortable, seen) for column in table.all]
        cells = [Row(row, url_of(row), [(column, column.of(row)) for column in table.all]) for row in part.rows]
        after = {"after": query["after"]} if seen.cursor and query.get("after") else {}
        return TableView(
            heads, cells, " ".join(self.live_topics()), self.address({**self.base(seen), **after, "part": ["rows"]})
        )

    def _column_head(self, column: Column, sortable: dict[str, str], seen: Seen) -> Head:
        path = sortable.get(column.key)
        on = seen.keys[0] if path and seen.keys[0].path == path else None
        direction = ("desc" if on.descending else "asc") if on else ""
        wish = f"-{column.key}" if direction == "asc" else column.key
        url = self.address({**seen.applied.kept, "sort": [wish]}) if path else ""
        return Head(column.key, column.label, column.kind, path is not None, direction, url)

    def pager(self, seen: Seen, part: Slice) -> Pager:
        base = self.base(seen)

        def link(cursor: str | None) -> str:
            return self.address({**base, "after": [cursor]}) if cursor else ""

        return Pager(link(part.previous), link(part.next), range_text(part))


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
