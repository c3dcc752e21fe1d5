"""The matrix as a page: seen by everyone, changed where it stands, with a look at who gains and who loses what first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.actions import Text as Multiline
from callboard.kit.addresses import action_url
from callboard.kit.pages import ActionPage, SheetPage
from callboard.kit.tables import Column, Text
from callboard.team.actions import change_matrix
from callboard.team.matrix import COLUMNS, KEPT, MATRIX, ROWS, Row
from callboard.team.models import Role, Scope
from callboard.team.queries.matrix import (
    Cells,
    Effect,
    as_lines,
    cell_words,
    cells_now,
    defaults,
    effects_of,
    read_lines,
)

TONES = {Scope.NONE: "", Scope.OWN: "acc", Scope.TEAM: "acc", Scope.ALL: "won"}
AREAS: dict[str, Text] = {
    "directory": _("Accounts and contacts"),
    "channels": _("Mail and calls"),
    "intake": _("Inbox"),
    "work": _("Tasks"),
    "journal": _("Notes and calls"),
    "pipeline": _("Leads and opportunities"),
    "orders": _("Orders and products"),
    "board": _("Board"),
    "team": _("People and settings"),
    "kit": _("Lists and pages"),
    "core": _("Runs"),
}
NAMES_SHOWN = 12
#: The word of the rows the company changed; what is searched, not what is read.
CHANGED = "changed"


@dataclass(frozen=True)
class Cell:
    """One choice. default: what it is where the company changed nothing; "" where it is that. fixed: it cannot be another."""

    name: str
    role: Role
    scope: Scope
    default: Text
    tone: str
    fixed: bool
    options: Sequence[tuple[str, Text, bool]]
    picked: bool


@dataclass(frozen=True)
class Line:
    """An operation with its cells."""

    row: Row
    cells: list[Cell]
    words: str


@dataclass(frozen=True)
class Told:
    """An effect in words."""

    what: Text
    effect: Effect
    names: tuple[str, ...]
    more: int


def lines(cells: Cells, chosen: Cells, edits: bool) -> list[Line]:
    """Every operation. chosen: what somebody chose and did not save yet, on top of what is."""
    return [_line(row, cells, chosen, edits) for row in ROWS]


def _line(row: Row, cells: Cells, chosen: Cells, edits: bool) -> Line:
    found = []
    for role in COLUMNS:
        key = (row.operation, role.value)
        scope, fixed = cells[key], row.program or (row.operation in KEPT and role == Role.ADMINISTRATOR)
        default = row.scope(role)
        wanted = chosen.get(key, scope)
        options = [(one.value, one.label, one == wanted) for one in row.choices] if edits and not fixed else []
        found.append(
            Cell(
                " ".join(key),
                role,
                scope,
                "" if scope == default else default.label,
                TONES[scope],
                fixed,
                options,
                picked=wanted != scope,
            )
        )
    words = f"{row.label} {row.operation} {_area(row)}"
    changed = f" {CHANGED}" if any(cell.default for cell in found) else ""
    return Line(row, found, f"{words}{changed}".lower())


def _area(row: Row) -> str:
    return row.operation.partition(".")[0]


def _of_role(number: int) -> Callable[[Line], str]:
    return lambda line: line.cells[number].scope.value


class Matrix(SheetPage):
    """Who may do what, on whose records."""

    title = _("Roles and rights")
    url = "matrix/"
    name = "matrix"
    who = "team.view"
    template = "team/matrix.html"

    def sheet_columns(self) -> Sequence[Column]:
        """What, then a column a role."""
        return [
            Column("operation", _("Operation"), value=lambda line: line.row.operation),
            Column("what", _("What"), value=lambda line: str(line.row.label)),
            *(Column(role.value, role.label, value=_of_role(n)) for n, role in enumerate(COLUMNS)),
        ]

    def rows(self, actor: Actor) -> list[Line]:
        """Every operation."""
        return lines(cells_now(), {}, edits=False)

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The table with what the company changed."""
        return self.grid(request, actor, {})

    def grid(self, request: HttpRequest, actor: Actor, chosen: Cells) -> dict[str, Any]:
        """The choices by area. chosen: those not saved yet."""
        edits, cells = change_matrix.allowed(actor), cells_now()
        wanted = request.GET.get("q", "").replace("\0", "").strip()[:60]
        flagged = request.GET.get("only") == CHANGED
        words = [*wanted.lower().split(), *([CHANGED] if flagged else [])]
        areas: dict[str, list[Line]] = {}
        for line in lines(cells, chosen, edits):
            if all(word in line.words for word in words):
                areas.setdefault(_area(line.row), []).append(line)
        return {
            "roles": [(role.value, role.label) for role in COLUMNS],
            "areas": [(label, areas[area]) for area, label in AREAS.items() if area in areas],
            "edits": edits,
            "q": wanted,
            "changed": CHANGED,
            "flagged": flagged,
            "seen": as_lines(dict(cells.items() - defaults().items())),
            "span": len(COLUMNS) + 1,
        }

    def post(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        """What was chosen: who gains and who loses what, before anything is saved; or, on `more`, the choices again."""
        if not change_matrix.allowed(actor):
            raise PermissionDenied
        changes, seen = self.chosen(request)
        common = {"title": self.title, "actor": actor}
        if "more" in request.POST:
            common |= {"ways_out": self.ways_out(request, actor)}
            return self.render(request, common | self.grid(request, actor, changes))
        return self.render(request, common | self.preview(actor, changes, seen), "team/matrix_preview.html")

    def chosen(self, request: HttpRequest) -> tuple[Cells, Cells]:
        """The cells that are another than they were when the page was read, and what those were."""
        given = request.POST
        try:
            before = defaults() | read_lines(given.get("seen", "")[:60_000])
            if "changes" in given:
                changes = read_lines(given["changes"][:60_000])
            else:
                names = ((name, value) for name, value in given.items() if name.count(" ") == 1)
                changes = read_lines("\n".join(f"{name} {value}" for name, value in names))
        except ValueError:
            return {}, {}
        known = {cell: scope for cell, scope in changes.items() if cell in before and before[cell] != scope}
        return known, {cell: before[cell] for cell in known}

    def preview(self, actor: Actor, changes: Cells, seen: Cells) -> dict[str, Any]:
        """What would change, for whom; the sentence why not."""
        now = cells_now()
        known = {cell: scope for cell, scope in changes.items() if cell[0] in MATRIX}
        dry = change_matrix.dry_run(by=actor, changes=Multiline(as_lines(changes)), seen=Multiline(as_lines(seen)))
        error = str(dry.error) if changes and dry.error is not None else ""
        told = [_told(effect) for effect in effects_of(known, now)]
        return {
            "changes": as_lines(changes),
            "seen": as_lines(seen),
            "cells": [(cell_words(cell, scope), now[cell].label) for cell, scope in sorted(known.items())],
            "gains": [one for one in told if one.effect.gains],
            "losses": [one for one in told if not one.effect.gains],
            "error": error,
            "change_url": action_url(change_matrix),
            "matrix_url": reverse(self.name),
            "nonce": uuid4().hex,
        }


def _told(effect: Effect) -> Told:
    names = effect.names[:NAMES_SHOWN]
    return Told(MATRIX[effect.operation].label, effect, names, len(effect.names) - len(names))


class ChangeMatrix(ActionPage):
    """Back to the matrix."""

    action = change_matrix
    text = _("A line for each cell: operation, role, whose (none, own, team, all). The page of the matrix writes them.")

    def next_url(self, result: Any, target: Any) -> str:
        """The matrix."""
        return reverse(Matrix.name)
