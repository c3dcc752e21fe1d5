"""The parts of the team pages."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.core.actions import Actor
from callboard.kit.kept import kept
from callboard.kit.pages import PAGES
from callboard.kit.pages.lists import Tab
from callboard.kit.pieces.atoms import chip, icon
from callboard.team.models import Scope

register = template.Library()
NAMES = (
    "people", "newcomers", "leavings", "teams", "pools", "territories", "absences", "holidays", "matrix", "settings",
    "everybody-told", "setup",
)  # fmt: skip


@register.inclusion_tag("kit/ui/tabs.html", takes_context=True)
def team_sections(context: Context) -> dict[str, Any]:
    """The pages about people as tabs: those the person may open, the one shown marked."""
    request = context["request"]
    actor = Actor.of(request)
    pages = [PAGES[name] for name in NAMES if PAGES[name].open_to(actor)]
    items = [Tab(page.title, reverse(page.name), request.path == reverse(page.name)) for page in pages]
    return {"items": items, "label": _("People and rights"), "css": ""}


@register.simple_tag
def matrix_cells(line: Any, edits: bool) -> SafeString:
    """The cells of a line of the matrix (pages.matrix.Line): three hundred on the page, most of them alike."""
    label = str(line.row.label)
    return SafeString("".join(f"<td{_mark(cell)}>{_inside(label, cell, edits)}</td>" for cell in line.cells))


def _mark(cell: Any) -> str:
    return ' class="picked"' if cell.picked else ""


def _inside(label: str, cell: Any, edits: bool) -> str:
    pieces = []
    if cell.options:
        named = f"{label}, {_said(cell.role)}"
        choices = _choices(tuple(value for value, _label, _on in cell.options), _chosen(cell.options))
        pieces.append(
            f'<select class="form-select" name="{escape(cell.name)}" aria-label="{escape(named)}">{choices}</select>'
        )
    else:
        pieces.append(_scope(cell.scope, cell.tone))
    if cell.fixed and edits:
        pieces.append(_lock())
    if cell.default:
        pieces.append(_was(str(cell.default)))
    return "".join(pieces)


def _chosen(options: Iterable[tuple[Any, Any, bool]]) -> Any:
    return next((value for value, _label, on in options if on), None)


@kept
def _said(role: Any) -> str:
    return str(role.label)


@kept
def _choices(scopes: tuple[Any, ...], chosen: Any) -> SafeString:
    drawn = (
        f'<option value="{escape(scope)}"{" selected" if scope == chosen else ""}>{escape(Scope(scope).label)}</option>'
        for scope in scopes
    )
    return SafeString("".join(drawn))


@kept
def _scope(scope: Any, tone: str) -> SafeString:
    if tone:
        return SafeString(chip(str(scope.label), tone=tone))
    return SafeString(f'<span class="mut">{escape(scope.label)}</span>')


@kept
def _lock() -> SafeString:
    why = escape(_("Administrators keep this, or nobody could give it back."))
    return SafeString(f' <span class="mut" title="{why}">{icon("lock", size="s")}<span class="vh">{why}</span></span>')


@kept
def _was(default: str) -> SafeString:
    said = escape(_("changed; by default: {what}").format(what=default))
    return SafeString(
        f'<span class="mx-was" title="{said}"><i class="mx-dot" aria-hidden="true"></i><span class="vh">{said}</span></span>'
    )
