"""Panels: parts of a record page.  A page has its own; a higher app hangs one on by registering it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from callboard.core.access import allows
from callboard.core.actions import Action, Actor
from callboard.core.asking import Question, answers
from callboard.core.links import url_of
from callboard.core.registry import PanelEntry, register
from callboard.kit.tables import Table, Text, in_full, with_cents

ROWS_SHOWN = 8


@dataclass(frozen=True)
class Panel:
    """A part of a page.

    Either `context(record, actor)` for `template` (None hides the panel), or `rows(record, actor)` shown by `table`.
    asks(record, actor): what it needs to know; all panels of a page are asked for in one statement, and
    `context(record, actor, found)` gets the answers.  lazy: fetched when it comes into view, for what stands below the
    fold.  exists(record, actor): the rows without which a lazy panel is not there at all.
    place: side, middle, or left (under the facts).
    """

    name: str
    title: Text
    template: str = "kit/panel_rows.html"
    context: Callable[..., dict[str, Any] | None] | None = None
    rows: Callable[[Any, Actor], QuerySet[Any]] | None = None
    table: type[Table] = Table
    all_url: Callable[[Any], str] | None = None
    buttons: Sequence[Action[..., Any]] = ()
    order: int = 50
    place: str = "side"
    operation: str = ""
    asks: Callable[[Any, Actor], Mapping[str, Question]] | None = None
    lazy: bool = False
    exists: Callable[[Any, Actor], QuerySet[Any, Any]] | None = None


@dataclass(frozen=True)
class PanelView:
    """A panel for its template: either `html`, or `src` to fetch it from and, without script, `open_url` to see it."""

    name: str
    title: Text
    place: str
    html: str = ""
    src: str = ""
    all_url: str = ""

    @property
    def open_url(self) -> str:
        return f"?open={self.name}#panel-{self.name}"


def panels_of(own: Sequence[Panel], kind: str, actor: Actor) -> list[Panel]:
    """The page's own panels and those registered for this kind, in order, without what the actor may not open."""
    found = [*own, *(_from(entry) for entry in register.panel if entry.model.lower() == kind)]
    return sorted(
        (panel for panel in found if not panel.operation or allows(actor, panel.operation)),
        key=lambda panel: panel.order,
    )


def _from(entry: PanelEntry) -> Panel:
    return Panel(
        entry.name,
        entry.title,
        entry.template,
        entry.context,
        order=entry.order,
        place=entry.place,
        operation=entry.operation,
        asks=entry.asks,
        lazy=entry.lazy,
        exists=entry.exists,
    )


#: Of which panel ("" for the page itself), and which question.
Key = tuple[str, str]
_THERE = "\0exists"


def of_page(questions: Mapping[str, Question]) -> dict[Key, Question]:
    """The page's own questions, to be asked with those of its panels."""
    return {("", name): question for name, question in questions.items()}


def of_panel(found: Mapping[Key, Any], panel: str = "") -> dict[str, Any]:
    """The answers a panel asked for, or those of the page itself."""
    return {name: answer for (whose, name), answer in found.items() if whose == panel}


def questions_of(panels: Iterable[Panel], record: Any, actor: Actor, opened: str = "") -> dict[Key, Question]:
    """Everything the panels of a page need to know.  opened: a lazy panel that is drawn all the same."""
    found: dict[Key, Question] = {}
    for panel in panels:
        if _waits(panel, opened):
            if panel.exists is not None:
                found[panel.name, _THERE] = Question("exists", panel.exists(record, actor))
        elif panel.asks is not None:
            found |= {(panel.name, name): question for name, question in panel.asks(record, actor).items()}
    return found


def views_of(
    panels: Iterable[Panel], record: Any, actor: Actor, request: HttpRequest, found: Mapping[Key, Any], opened: str = ""
) -> list[PanelView]:
    """The panels as a page shows them: drawn, or waiting to be fetched; what has nothing to say is left out.

    found: the answers to `questions_of`.  opened: the lazy panel that is drawn at once, for who has no script.
    """
    views: list[PanelView | None] = []
    for panel in panels:
        if not _waits(panel, opened):
            views.append(drawn(panel, record, actor, request, found))
        elif found.get((panel.name, _THERE), True):
            views.append(PanelView(panel.name, panel.title, panel.place, src=f"?panel={panel.name}"))
    return [view for view in views if view is not None]


def _waits(panel: Panel, opened: str) -> bool:
    return panel.lazy and panel.name != opened


def drawn(
    panel: Panel, record: Any, actor: Actor, request: HttpRequest, found: Mapping[Key, Any] | None = None
) -> PanelView | None:
    """The panel as HTML; None when it has nothing to say.  Without `found` it asks for itself."""
    if found is None:
        found = answers(questions_of([panel], record, actor, panel.name))
    context = _context(panel, record, actor, found)
    if context is None:
        return None
    shown = {"panel": panel, "record": record, "actor": actor, **context}
    all_url = panel.all_url(record) if panel.all_url else ""
    return PanelView(
        panel.name, panel.title, panel.place, render_to_string(panel.template, shown, request), all_url=all_url
    )


def _context(panel: Panel, record: Any, actor: Actor, found: Mapping[Key, Any]) -> dict[str, Any] | None:
    if panel.context is not None:
        if panel.asks is None:
            return panel.context(record, actor)
        return panel.context(record, actor, of_panel(found, panel.name))
    if panel.rows is None:
        return {}
    queryset = panel.rows(record, actor)
    table = panel.table(queryset.model)
    rows = list(table.plan(queryset)[: ROWS_SHOWN + 1])
    cells = [[(column, column.of(row)) for column in table.all] for row in rows[:ROWS_SHOWN]]
    full = with_cents(cells)
    shown = [(row, url_of(row), in_full(line, full)) for row, line in zip(rows, cells, strict=False)]
    return {"rows": shown, "columns": table.all, "more": len(rows) > ROWS_SHOWN}
