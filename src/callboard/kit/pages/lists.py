"""ListPage: one model in rows, filtered, sorted, paged by keyset, exported as seen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from callboard.core.access import visible
from callboard.core.actions import Action, Actor
from callboard.core.asking import Question
from callboard.core.links import url_of
from callboard.core.registry import register
from callboard.kit import filtering
from callboard.kit.export import export
from callboard.kit.listing import address, aligning, asked, drawing, heads, inline, saved, walking
from callboard.kit.listing import bar as bars
from callboard.kit.listing.address import Query
from callboard.kit.listing.asked import Seen
from callboard.kit.listing.crowding import is_crowded
from callboard.kit.listing.lanes import Board
from callboard.kit.listing.models import SavedView
from callboard.kit.listing.shape import BOARD, CALENDAR, Shape
from callboard.kit.listing.shown import Empty, Row, Tab
from callboard.kit.pages.page import Page, is_part
from callboard.kit.pages.selecting import Selection, paste_url, selection_of
from callboard.kit.paging import PAGE_SIZE, Slice, ordering
from callboard.kit.tables import Column, Table, Text

__all__ = ["Empty", "ListPage", "Seen", "Tab"]


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

    def beside(self) -> Mapping[str, Question]:
        """What else the list has to know, whoever looks: asked in the statement of its views; `know` gets the answers."""
        return {}

    def know(self, found: Mapping[str, Any]) -> None:
        """The answers to `beside`; not called where the views are not read."""

    def more_columns(self) -> Sequence[Column]:
        """Columns known only from records, which a person may choose besides; the rows carry each under its key."""
        return ()

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
        self.views, found = saved.views_and(self.name, actor, self.beside())
        if found is not None:
            self.know(found)

    def read(self, query: Query, actor: Actor, table: Table) -> Seen:
        """Filters, order, shape and cursor of a query.  What makes no sense is named in `problems`: a filter or
        condition that cannot be read is kept as typed (and shows no rows), anything else is left out."""
        return asked.read(self, query, actor, table)

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
            return self.render(request, self.opened(seen, actor, part), self.inside[part])
        template = "kit/list_rows.html" if part == "rows" else self.template
        context = self.context(request, actor, seen, query) | self.opened(seen, actor, part)
        return self.render(request, context, template)

    #: What is fetched when somebody opens it; without script it stands on the page.
    inside: ClassVar[dict[str, str]] = {
        "filters": "kit/list_filter_form.html",
        "columns": "kit/listing/columns_form.html",
    }

    def opened(self, seen: Seen, actor: Actor, part: str) -> dict[str, Any]:
        if part == "columns":
            return {"chooser": bars.chooser(seen)}
        if part != "filters":
            return {}
        return {"page": heads.head(self, seen, actor, opened=True), "builder": bars.builder(self, seen)}

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
        named = heads.named(table)
        cells = [] if drawn.display else [self.row(obj, named) for obj in part.rows]
        cells, groups, totals, full = aligning.lined_up(cells, drawn.groups, totals)
        view = heads.table_view(self, table, seen, query, cells, actor, aligning.asked(full))
        return {
            "page": heads.head(self, seen, actor),
            "table": view,
            "pager": heads.pager(self, seen, part),
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

    def row(self, obj: Any, table: Table) -> Row:
        return Row(obj, url_of(obj), [(column, column.of(obj)) for column in table.all])
