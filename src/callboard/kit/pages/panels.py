"""Panels: parts of a record page.  A page has its own; a higher app hangs one on by registering it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from callboard.core.access import allows
from callboard.core.actions import Action, Actor
from callboard.core.links import url_of
from callboard.core.registry import PanelEntry, register
from callboard.kit.tables import Table, Text

ROWS_SHOWN = 8


@dataclass(frozen=True)
class Panel:
    """A part of a page.

    Either `context(record, actor)` for `template` (None hides the panel), or `rows(record, actor)` shown by `table`.
    lazy: fetched when it comes into view.  place: side, middle, or left (under the facts).
    """

    name: str
    title: Text
    template: str = "kit/panel_rows.html"
    context: Callable[[Any, Actor], dict[str, Any] | None] | None = None
    rows: Callable[[Any, Actor], QuerySet[Any]] | None = None
    table: type[Table] = Table
    all_url: Callable[[Any], str] | None = None
    buttons: Sequence[Action[..., Any]] = ()
    order: int = 50
    place: str = "side"
    operation: str = ""
    lazy: bool = False


@dataclass(frozen=True)
class PanelView:
    """A panel for its template: either `html`, or `src` to fetch it from."""

    name: str
    title: Text
    place: str
    html: str = ""
    src: str = ""
    all_url: str = ""


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
    )


def drawn(panel: Panel, record: Any, actor: Actor, request: HttpRequest) -> PanelView | None:
    """The panel as HTML; None when it has nothing to say."""
    context = _context(panel, record, actor)
    if context is None:
        return None
    shown = {"panel": panel, "record": record, "actor": actor, **context}
    all_url = panel.all_url(record) if panel.all_url else ""
    return PanelView(
        panel.name, panel.title, panel.place, render_to_string(panel.template, shown, request), all_url=all_url
    )


def _context(panel: Panel, record: Any, actor: Actor) -> dict[str, Any] | None:
    if panel.context is not None:
        return panel.context(record, actor)
    if panel.rows is None:
        return {}
    found = panel.rows(record, actor)
    table = panel.table(found.model)
    rows = list(table.plan(found)[: ROWS_SHOWN + 1])
    shown = [(row, url_of(row), [(column, column.of(row)) for column in table.all]) for row in rows[:ROWS_SHOWN]]
    return {"rows": shown, "columns": table.all, "more": len(rows) > ROWS_SHOWN}
