"""Paste rows: cells from a spreadsheet become a draft of a run of the list's creating action, a result a row."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core.actions import Action, ActionError, Actor, Invalid, Text
from callboard.core.given import cleaned
from callboard.core.links import url_of
from callboard.core.params import encode
from callboard.core.runs.actions import prepare_rows
from callboard.kit.forms import ActionForm
from callboard.kit.pages.acts import page_of
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import Page, to_sign_in
from callboard.kit.pages.selecting import maker
from callboard.kit.runs.cells import MOST, Mapping, Reader, cut, guess
from callboard.kit.runs.front import list_of
from callboard.kit.runs.words import counted

LONGEST = 4 * 1024 * 1024
SAMPLE = 5


@dataclass(frozen=True)
class ColumnView:
    """A column of what was pasted: its head, the input it fills, and its first cells."""

    field: str
    head: str
    chosen: str
    sample: Sequence[str]


def sample_of(columns: Sequence[ColumnView]) -> list[tuple[str, ...]]:
    """The first rows."""
    return list(zip(*(column.sample for column in columns), strict=True))


def paste(request: HttpRequest, name: str) -> HttpResponseBase:
    """GET the empty page; POST the text, then the text with its columns."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    page = list_of(name)
    action = maker(page) if page is not None else None
    if page is None or action is None:
        raise Http404
    actor = Actor.of(request)
    if not page.open_to(actor) or not action.allowed(actor):
        raise PermissionDenied
    return PasteRows().shown(request, actor, page, action)


class PasteRows(Page):
    """The page of one list's pasted rows."""

    template = "kit/paste.html"

    def shown(self, request: HttpRequest, actor: Actor, page: type[ListPage], action: Action[..., Any]) -> HttpResponse:
        form = form_of(action, actor)
        text = cleaned(request.POST.get("text", ""))[:LONGEST] if request.method == "POST" else ""
        error, mapping = "", None
        columns: list[ColumnView] = []
        rows: list[list[str]] = []
        if request.method == "POST":
            try:
                rows = cut(text)
                if not rows:
                    raise Invalid(
                        {"text": _("Nothing was pasted. Copy rows in the spreadsheet, then paste them here.")}
                    )
                mapping = chosen(request, form, rows) or guess(rows, form.fields)
                if request.POST.get("read"):
                    run = prepare(actor, page, action, form, mapping, rows)
                    return HttpResponseRedirect(url_of(run))
            except ActionError as fault:
                error = str(fault)
        if mapping is not None:
            columns = columns_of(mapping, rows)
        context = {
            "title": _("Paste rows"),
            "list": page.title,
            "list_url": reverse(page.name),
            "fields": [(name, field.label, field.required) for name, field in form.fields.items()],
            "text": text,
            "error": error,
            "columns": columns,
            "headed": mapping.headed if mapping is not None else True,
            "rows": len(rows) - (1 if mapping is not None and mapping.headed else 0),
            "sample": sample_of(columns),
            "most": counted(MOST),
        }
        return self.render(request, context, status=422 if error else 200)


def form_of(action: Action[..., Any], actor: Actor) -> ActionForm:
    """The fields of the action as its page has them."""
    page = page_of(action.name)()
    form = ActionForm(action, actor, choices=lambda name: page.choices(name, actor, None))
    form.order_fields(list(page.fields))
    for name, label in page.labels.items():
        form.fields[name].label = str(label)
    return form


def chosen(request: HttpRequest, form: ActionForm, rows: Sequence[Sequence[str]]) -> Mapping | None:
    """The columns as the person set them; None when they were not asked yet.  Invalid for one input twice."""
    if "column-0" not in request.POST:
        return None
    width = max(map(len, rows))
    names = [request.POST.get(f"column-{place}", "") for place in range(width)]
    names = [name if name in form.fields else "" for name in names]
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        raise Invalid({"": _("Two columns are “{name}”. Leave one of them out.").format(name=form.fields[twice].label)})
    if not any(names):
        raise Invalid({"": _("Say what at least one column is.")})
    return Mapping(tuple(names), request.POST.get("headed") == "1")


def columns_of(mapping: Mapping, rows: Sequence[Sequence[str]]) -> list[ColumnView]:
    body = rows[1:] if mapping.headed else rows

    def cell(row: Sequence[str], place: int) -> str:
        return row[place] if place < len(row) else ""

    return [
        ColumnView(
            f"column-{place}",
            cell(rows[0], place) if mapping.headed else _("Column {n}").format(n=place + 1),
            name,
            [cell(row, place) for row in body[:SAMPLE]],
        )
        for place, name in enumerate(mapping.names)
    ]


def prepare(
    actor: Actor,
    page: type[ListPage],
    action: Action[..., Any],
    form: ActionForm,
    mapping: Mapping,
    rows: Sequence[Sequence[str]],
) -> Any:
    """A draft with a target a row; a row that cannot be read is refused from the start, with its sentence."""
    reader = Reader(form)
    given: list[dict[str, Any]] = []
    for cells in rows[1:] if mapping.headed else rows:
        called = " · ".join(cell for cell in cells if cell)[:200]
        try:
            read = reader.row(mapping, cells)
            given.append({"name": called, "given": {name: encode(value) for name, value in read.items()}})
        except Invalid as error:
            given.append({"name": called, "refused": str(error)})
    return prepare_rows(by=actor, verb=action.name, source=page.name, rows=Text(json.dumps(given)))
