"""ListPage: one model in rows, filtered, sorted, paged by keyset, exported as seen."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
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
from callboard.kit.listing import address, aligning, conditions, drawing, inline, saved, walking
from callboard.kit.listing import bar as bars
from callboard.kit.listing.crowding import is_crowded
from callboard.kit.listing.lanes import Board
from callboard.kit.listing.models import SavedView
from callboard.kit.listing.shape import BOARD, CALENDAR, Shape
from callboard.kit.listing.shown import Empty, Head, Pager, PageView, Row, Tab, TableView
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.pages.page import Page, is_part
from callboard.kit.pages.selecting import Selection, paste_url, selection_of
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
)
from callboard.kit.tables import Column, Table, Text

__all__ = ["Empty", "ListPage", "Seen", "Tab"]

logger = logging.getLogger("callboard.pages")

Query = dict[str, list[str]]


@dataclass
class Seen:
    """What a request asks of a list, read once: filters, order, cursor, shape, the view it was opened by."""

    applied: filtering.Applied
    sort: str
    order: tuple[str, ...]
    keys: tuple[Key, ...]
    cursor: Cursor | None
    problems: list[str]
    shape: Shape
    opened: saved.Opened
    #: Filters and conditions that cannot be read, as sentences: the list shows no rows until they are mended.
    wrong: list[str] = field(default_factory=list)

    @property
    def state(self) -> Query:
        """Everything a view would keep."""
        return {**self.applied.kept, **({"sort": [self.sort]} if self.sort else {}), **self.shape.query}

    @property
    def departing(self) -> Query:
        """What says which view an address departs from."""
        return {"from": [str(self.opened.view.pk)]} if self.opened.view is not None else {}

    def asks(self, key: str) -> bool:
        """Whether a filter or a condition is about this."""
        return key in self.applied.kept or any(each.subject.key == key for each in self.shape.built.conditions)


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
    #: Actions whose fields are edited in the cells of the same name.
    edits: ClassVar[Sequence[Action[..., Any]]] = ()
    #: How it becomes a board.
    board: ClassVar[Board | None] = None
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

    def names(self) -> set[str]:
        """The parameters its filters read."""
        return {name for each in self.all_filters() for name in each.names()}

    def the_table(self) -> Table:
        return self.table(self.model, [part.value for part in register.column if part.options.get("page") == self.name])

    def address(self, query: Query) -> str:
        """The list in a state.  The bare address opens with somebody's first view; without a view it is ``view=all``,
        and so it is where nobody asked whether there is one."""
        path = reverse(self.name)
        if not query and (self.part == "rows" or self.first_view is not None):
            query = {"view": [saved.ALL]}
        return f"{path}?{urlencode(query, doseq=True)}" if query else path

    #: What of the list is asked for; "" for all of it.
    part = ""

    @cached_property
    def first_view(self) -> SavedView | None:
        return saved.default_of(self.views)

    @cached_property
    def views(self) -> list[SavedView]:
        """The saved views whoever looks has; `see` reads them."""
        return []

    def see(self, actor: Actor) -> None:
        self.views = saved.views_of(self.name, actor)

    def read(self, query: Query, actor: Actor, table: Table) -> Seen:
        """Filters, order, shape and cursor of a query.  What makes no sense is named in `problems`: a filter or
        condition that cannot be read is kept as typed (and shows no rows), anything else is left out."""
        query = address.of(query.items())
        if ("view" in query or "from" in query) and not self.views:
            self.see(actor)
        opened = saved.opened(query, self.views, self.names())
        try:
            return self._read(opened, actor, table)
        except Exception:
            if opened.view is None or opened.changed:
                raise
            # A view is often somebody else's, and the first a whole team sees of the list.
            logger.exception("view %s of %s cannot be read", opened.view.pk, self.name)
            return self._read(saved.unread(opened), actor, table)

    def _read(self, opened: saved.Opened, actor: Actor, table: Table) -> Seen:
        filters = self.all_filters()
        shape = Shape(self, opened.query, table, actor)
        sorts, order = shape.order()
        keys = keys_of(self.model, order or self.order)
        sort = ",".join(sorts)
        since = {"from": [str(opened.view.pk)]} if opened.view is not None else {}
        rest = {**({"sort": [sort]} if sort else {}), **shape.query, **since}
        applied = filtering.apply(filters, opened.query, self.model, actor, lambda kept: self.address({**kept, **rest}))
        problems = [*opened.problems, *applied.problems, *shape.settle()]

        def without(left: Query) -> str:
            others = {name: values for name, values in rest.items() if name not in ("where", "match")}
            return self.address({**applied.kept, **applied.typed, **left, **others})

        chips = (*applied.chips, *conditions.chips(shape.built, without))
        wrong = [*applied.unread.values(), *shape.built.wrong]
        where = conditions.NOTHING if wrong else applied.where & shape.built.where
        kept = replace(applied, where=where, chips=chips, kept={**applied.kept, **applied.typed})
        cursor = None
        if text := filtering.first(opened.query, "after"):
            try:
                cursor = decode(text, keys)
            except BadCursor:
                problems.append(_("That page of the list no longer exists; this is the first."))
        return Seen(kept, sort, tuple(order or self.order), keys, cursor, problems, shape, opened, wrong)

    def rows(self, actor: Actor, seen: Seen, table: Table) -> QuerySet[Any]:
        return table.plan(self.queryset(actor).filter(seen.applied.where), (key.path for key in seen.keys))

    # HTML.

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:
        query: Query = address.of(request.GET.lists())
        part = self.part = filtering.first(query, "part")
        # Rows come again whenever one changes: they read the views only where the address names one.
        if part != "rows":
            self.see(actor)
        if address.is_typed(query):
            subjects = Shape(self, {}, self.the_table(), actor).known.values()
            numbers = {each.key for each in subjects if each.kind == "number"}
            return HttpResponseRedirect(self.address(address.folded(query, numbers)))
        if not query and self.first_view is not None:
            return HttpResponseRedirect(self.address({"view": [str(self.first_view.pk)]}))
        seen = self.read(query, actor, self.the_table())
        if "cell" in query:
            return inline.show(self, request, actor, seen, query)
        if "beside" in query:
            return walking.beside(self, actor, seen, query)
        if part == "count":
            said = " ".join(seen.wrong) or drawing.counted(self.rows(actor, seen, seen.shape.table))
            return HttpResponse(said, content_type="text/plain; charset=utf-8")
        if form := filtering.first(query, "format"):
            found = self.rows(actor, seen, seen.shape.table).order_by(*ordering(seen.keys))
            if (file := export(form, self.name, str(self.title), seen.shape.table.all, found)) is not None:
                return file
        if part in self.inside and is_part(request):
            return self.render(request, self.opened(actor, seen, query, part), self.inside[part])
        template = "kit/list_rows.html" if part == "rows" else self.template
        context = self.context(request, actor, seen, query) | self.opened(actor, seen, query, part)
        return self.render(request, context, template)

    #: What is fetched when somebody opens it; without script it stands on the page.
    inside: ClassVar[dict[str, str]] = {
        "filters": "kit/list_filter_form.html",
        "columns": "kit/listing/columns_form.html",
    }

    def opened(self, actor: Actor, seen: Seen, query: Query, part: str) -> dict[str, Any]:
        if part == "columns":
            return {"chooser": bars.chooser(seen)}
        if part != "filters":
            return {}
        return {"page": self.head(seen, query, actor, opened=True), "builder": bars.builder(self, seen)}

    def post(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:
        """A cell that was edited; nothing else is posted to a list."""
        query = address.of(request.GET.lists())
        if "cell" not in query:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        return inline.save(self, request, actor, self.read(query, actor, self.the_table()), query)

    def selection(self, actor: Actor, seen: Seen, part: Slice) -> Selection | None:
        return selection_of(self.name, self.bulk, actor, self.base(seen), part)

    def context(self, request: HttpRequest, actor: Actor, seen: Seen, query: Query) -> dict[str, Any]:
        """What the templates of a list need."""
        table = seen.shape.table
        rows = self.rows(actor, seen, table)
        drawn = drawing.drawn(self, actor, seen, rows)
        part, found = drawn.part, drawn.totals
        totals = drawing.totals_row(table, found) if found is not None else None
        cells = [] if drawn.display else [self.row(obj, table) for obj in part.rows]
        cells, groups, totals, full = aligning.lined_up(cells, drawn.groups, totals)
        view = self.table_view(table, seen, query, cells, actor, aligning.asked(full))
        return {
            "page": self.head(seen, query, actor),
            "table": view,
            "pager": self.pager(seen, part),
            "shown": replace(drawn, groups=groups),
            "crowded": is_crowded(row.cells for row in [*cells, *(row for group in groups for row in group.rows)]),
            "selection": None if drawn.display in (BOARD, CALENDAR) else self.selection(actor, seen, part),
            "paste_url": paste_url(self, actor),
            "bar": bars.bar(self, actor, seen),
            "topics": " ".join(self.live_topics()),
            "totals": totals,
        }

    def live_topics(self) -> list[str]:
        return [*(self.topics or [self.model._meta.label_lower])]

    def base(self, seen: Seen) -> Query:
        """The parameters that make this list this list, without the cursor."""
        name = seen.opened.name
        return name if "view" in name else {**seen.state, **name}

    def head(self, seen: Seen, query: Query, actor: Actor, *, opened: bool = False) -> PageView:
        """opened: with the filters and all they offer, which cost a query each."""
        base, filters = self.base(seen), self.all_filters()
        controls = filtering.controls(filters, seen.opened.query, self.model, actor) if opened else []
        controls = [replace(each, problem=seen.applied.unread.get(each.key, "")) for each in controls]
        shown = buttons_for(self.buttons if self.part == "rows" else self.offered(actor), actor, clock.now())
        kept = {"sort": [seen.sort] if seen.sort else [], **seen.shape.query, **seen.departing}
        hidden = [(name, value) for name, values in kept.items() if name not in ("where", "match") for value in values]
        csv_url, xlsx_url = (self.address({**base, "format": [form]}) for form in ("csv", "xlsx"))
        empty = self.empty or Empty(_("Nothing here yet"))
        return PageView(
            self.title,
            self._tabs(seen),
            self.address({**base, "part": ["filters"]}) if filters or seen.shape.whole.all else "",
            controls,
            seen.applied.chips,
            seen.problems,
            shown,
            csv_url,
            self.address({}),
            empty,
            hidden,
            xlsx_url,
            seen.wrong,
        )

    def _tabs(self, seen: Seen) -> list[Tab]:
        path, whole, mine = reverse(self.name), self.address({}), bars.view_tabs(self, seen)
        if not self.tabs and not mine:
            return []
        now = None if seen.opened.view is not None else urlencode(seen.state, doseq=True)
        found = [Tab(label, f"{path}?{query}" if query else whole, query == now) for label, query in self.tabs]
        if all(tab.url != whole for tab in found):
            found.insert(0, Tab(_("All"), whole, now == ""))
        return [*found, *mine]

    def row(self, obj: Any, table: Table) -> Row:
        return Row(obj, url_of(obj), [(column, column.of(obj)) for column in table.all])

    def table_view(
        self, table: Table, seen: Seen, query: Query, rows: list[Row], actor: Actor, full: Query
    ) -> TableView:
        edits = frozenset(inline.editable(self, table, actor))
        heads = [self._column_head(column, seen, edits) for column in table.all]
        here = self.base(seen)
        place = {name: query[name] for name in ("after", "open", "month") if query.get(name)}
        live = self.address({**here, **place, "part": ["rows"]})
        cell = self.address({**here, **full, "cell": [""]})
        return TableView(heads, rows, " ".join(self.live_topics()), live, edits, cell)

    def _column_head(self, column: Column, seen: Seen, edits: frozenset[str]) -> Head:
        path = seen.shape.sort_path(column.key)
        place = next((n for n, key in enumerate(seen.keys) if path and key.path == path), None)
        now = seen.keys[place] if place is not None and (place == 0 or seen.sort) else None
        direction = ("desc" if now.descending else "asc") if now else ""
        wish = f"-{column.key}" if direction == "asc" else column.key
        rest = {**seen.applied.kept, **seen.shape.query, **seen.departing}
        url = self.address({**seen.applied.kept, "sort": [wish], **_without_kept(rest, seen)}) if path else ""
        others = [each for each in seen.sort.split(",") if each and each.lstrip("-") != column.key]
        add = self.address({**rest, "sort": [",".join([*others, wish])]}) if path and others else ""
        several = place + 1 if now and place is not None and "," in seen.sort else 0
        width = seen.shape.widths.get(column.key, 0)
        return Head(
            column.key, column.label, column.kind, path is not None, direction, url, add, several,
            column.key in edits, width,
        )  # fmt: skip

    def pager(self, seen: Seen, part: Slice) -> Pager:
        base = self.base(seen)

        def link(cursor: str | None) -> str:
            return self.address({**base, "after": [cursor]}) if cursor else ""

        return Pager(link(part.previous), link(part.next), range_text(part))


def _without_kept(rest: Query, seen: Seen) -> Query:
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
