"""What each column of a sent file is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import ActionError, Actor, Text
from callboard.core.files import path_of
from callboard.core.links import url_of
from callboard.core.refs import BIGGEST
from callboard.directory.actions import map_import
from callboard.directory.actions.importing.looking import unread_in
from callboard.directory.actions.importing.opening import opened
from callboard.directory.models import Import, ImportMap
from callboard.directory.queries.importing import kind_asked
from callboard.directory.reading.tables import is_long
from callboard.directory.rules.importing import Field, Kind, Mapping
from callboard.directory.rules.importing.words import Unread, choices_of
from callboard.kit.pages.page import Page
from callboard.team.models import Person

PARTS = {"account": _("Account"), "contact": _("Person")}


@dataclass(frozen=True)
class ColumnView:
    """A column of the file.  place: from 0; options: the fields it may be, what was chosen among them; sample: its first
    cells; day: whether it is asked which of two numbers is the month, and `order` what was said."""

    place: int
    head: str
    options: Markup
    sample: Sequence[str]
    day: bool
    order: str


@dataclass(frozen=True)
class WordView:
    """A text of a column that is none of our values.  options: what it may mean, what was said chosen among them."""

    text: str
    count: int
    options: Markup


@dataclass(frozen=True)
class FieldWords:
    name: str
    label: Any
    words: Sequence[WordView]


class ImportColumns(Page):
    """GET the columns as they are proposed; POST what they are, or with `?part=words` what the words of other columns may mean."""

    title = _("Columns")
    url = "imports/<int:pk>/columns/"
    name = "import-columns"
    who = "directory.import"
    template = "directory/import_columns.html"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        batch = found(actor, pk)
        return self.shown(request, batch, batch.mapping)

    def post(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        batch = found(actor, pk)
        if not map_import.allowed(actor, batch):
            raise PermissionDenied
        given = (
            {**batch.mapping, "strict": "refuse" in request.POST} if "cells" in request.POST else said(request, batch)
        )
        if request.GET.get("part") == "words":
            words = words_of(batch, given, kind_asked(batch.kind))
            return TemplateResponse(request, "directory/import_words.html", {"fields": words})
        if kept := request.POST.get("use"):
            named = ImportMap.objects.filter(kind=batch.kind, name=kept).first()
            return self.shown(request, batch, named.mapping if named else given)
        try:
            map_import(
                batch,
                by=actor,
                mapping=Text(json.dumps(given)),
                update_known=batch.update_known if "cells" in request.POST else request.POST.get("update_known") == "1",
                keep_as=request.POST.get("keep_as", ""),
            )
        except ActionError as error:
            return self.shown(request, batch, given, error=str(error))
        return HttpResponseRedirect(url_of(batch))

    def shown(self, request: HttpRequest, batch: Import, mapping: dict[str, Any], error: str = "") -> HttpResponse:
        kind = kind_asked(batch.kind)
        refusal = map_import.refusal(batch, clock.now())
        context = {
            "batch": batch,
            "title": self.title,
            "back": url_of(batch),
            "columns": columns_of(batch, mapping, kind),
            "fields": [] if refusal else words_of(batch, mapping, kind),
            "strict": bool(mapping.get("strict")),
            "kept": ImportMap.objects.filter(kind=batch.kind).exclude(name="").order_by("name"),
            "error": error or str(refusal or ""),
            "refused": bool(refusal),
        }
        return self.render(request, context, status=422 if error else 200)


def found(actor: Actor, pk: int) -> Import:
    batch = visible(Import.objects.all(), actor).filter(pk=pk).first() if pk <= BIGGEST else None
    if batch is None:
        raise Http404
    return batch


def said(request: HttpRequest, batch: Import) -> dict[str, Any]:
    """The mapping a form says; what it does not say stays as it was."""
    width = len(batch.mapping.get("columns", []))
    columns = [request.POST.get(f"column-{place}", "") for place in range(width)]
    days = {str(place): request.POST.get(f"day-{place}", "") for place in range(width)}
    days = {place: order for place, order in days.items() if order in ("mdy", "dmy")}
    given = {"columns": columns, "days": {**batch.mapping.get("days", {}), **days}, "words": words_said(request, batch)}
    return {**batch.mapping, **given, "strict": request.POST.get("strict") == "1"}


def words_said(request: HttpRequest, batch: Import) -> dict[str, dict[str, str]]:
    """What words mean: "=our value", "=" for nothing, "" where it is not said; what was said in other files stands."""
    words: dict[str, dict[str, str]] = {name: {**kept} for name, kept in batch.mapping.get("words", {}).items()}
    for name in request.POST.getlist("words"):
        found = words.setdefault(name, {})
        texts, meant = request.POST.getlist(f"text-{name}"), request.POST.getlist(f"word-{name}")
        for text, value in zip(texts, meant, strict=False):
            found.pop(text, None)
            if value.startswith("="):
                found[text] = value[1:]
    return {name: found for name, found in words.items() if found}


def _looked_at(batch: Import, mapping: Mapping, kind: Kind) -> Unread:
    """What other columns would leave unread at the beginning of the file.  Nothing of a file that is gone, or so long that it
    is read by the worker alone: its words are asked about once it is read."""
    path = path_of(batch.sha) if batch.sha else None
    if path is None or not path.exists() or is_long(path):
        return {}
    return unread_in(opened(path, batch.filename, glance=True), kind, mapping)


def words_of(batch: Import, mapping: dict[str, Any], kind: Kind) -> list[FieldWords]:
    """Of each column that knows a list of our values what is none of it, the most frequent first."""
    unread = batch.unread
    if mapping["columns"] != batch.mapping["columns"]:
        unread = _looked_at(batch, Mapping.of(mapping), kind)
    fields = {field.name: field for field in kind.fields}
    names = [name for name in unread if name in fields]
    who = Person.objects.filter(is_active=True).order_by("name").values_list("email", "name")
    people = [*who] if "account.owner" in names else []
    views = []
    for name in names:
        written = Markup().join(
            Markup('<option value="={}">{}</option>').format(value, label)
            for value, label in choices_of(fields[name], people)
        )
        options = Markup('<option value="=">{}</option>').format(now_("leave empty")) + written
        kept = mapping.get("words", {}).get(name, {})
        words = [
            WordView(text, count, _selected(options, f"={kept[text]}" if text in kept else ""))
            for text, count in unread[name]
        ]
        views.append(FieldWords(name, fields[name].label, words))
    return views


def columns_of(batch: Import, mapping: dict[str, Any], kind: Kind) -> list[ColumnView]:
    fields = {field.name: field for field in kind.fields}
    chosen = mapping.get("columns", [])
    orders = mapping.get("days", {})
    options = options_of(groups_of(kind, chosen))
    views = []
    for place, name in enumerate(chosen):
        head = batch.columns[place] if place < len(batch.columns) else ""
        sample = [row[place] for row in batch.sample if place < len(row) and row[place]][:4]
        day = name in fields and fields[name].kind == "date"
        views.append(
            ColumnView(
                place,
                head or now_("Column {n}").format(n=place + 1),
                _selected(options, name),
                sample,
                day,
                orders.get(str(place), ""),
            )
        )
    return views


def options_of(groups: Sequence[tuple[Any, list[Field]]]) -> Markup:
    """The choices of every column, written once: there may be a thousand."""
    written = Markup()
    for label, fields in groups:
        each = Markup().join(Markup('<option value="{}">{}</option>').format(f.name, str(f.label)) for f in fields)
        written += Markup('<optgroup label="{}">{}</optgroup>').format(str(label), each)
    return written


def _selected(options: Markup, name: str) -> Markup:
    value = Markup('<option value="{}"').format(name)
    return options.replace(value, value + Markup(" selected"), 1) if name else options


def groups_of(kind: Kind, chosen: Sequence[str]) -> list[tuple[Any, list[Field]]]:
    """The fields a column may be, the kind's own part first.  What is recognised alone (the numbers a workbook of ours carries
    unseen) stands among them where it was: a form without it would leave it out."""
    parts = sorted(PARTS, key=lambda part: part != kind.needs)
    return [
        (PARTS[part], [each for each in kind.fields if each.part == part and (not each.hidden or each.name in chosen)])
        for part in parts
    ]
