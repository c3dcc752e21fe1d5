"""The list of imports and one import: what would become of its rows, how far it is, what came of them."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Case, When
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.directory.actions import (
    import_file,
    keep_mapping,
    resume_import,
    start_import,
    stop_import,
    undo_import,
)
from callboard.directory.actions.importing.running import SILENT_AFTER
from callboard.directory.actions.importing.turns import IN_THE_WAY, in_the_way
from callboard.directory.actions.importing.wishes import wishes_in
from callboard.directory.models import Import, ImportState, Verdict
from callboard.directory.pages.importing.errors import NOT_KEPT
from callboard.directory.pages.importing.said import TONES, outcome_of, verdict_of, why
from callboard.directory.rules.importing.kinds import kinds
from callboard.kit.filters import Choice, Person
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.records import HeadView
from callboard.kit.runs.words import counted
from callboard.kit.tables import Column, Table

State = ImportState
STATE_TONES = {State.DONE: "won", State.STOPPED: "due", State.WORKING: "acc", State.READING: "acc", State.UNDOING: "acc",
               State.FAILED: "over", State.READY: "pend", State.WAITING: "pend", State.MAPPING: "pend"}  # fmt: skip


def state_of(batch: Import) -> tuple[Any, str]:
    return batch.get_state_display(), STATE_TONES.get(State(batch.state), "")


def kind_label(batch: Import) -> Any:
    return next((kind.label for kind in kinds() if kind.name == batch.kind), batch.kind)


def count(name: str) -> Any:
    return lambda batch: batch.counts.get(name, 0)


class ImportTable(Table):
    columns = (
        Column("filename", _("File"), link=True),
        Column("kind", _("Kind"), value=kind_label, sort="kind"),
        Column("state", _("State"), kind="chip", value=state_of, sort="state"),
        Column("total", _("Rows"), kind="number"),
        Column("new", _("New"), kind="number", value=count("create"), sort=None),
        Column("changed", _("Changes"), kind="number", value=count("update"), sort=None),
        Column("asked", _("To be asked"), kind="number", value=count("ask"), sort=None),
        Column("refused", _("Not readable"), kind="number", value=count("refuse"), sort=None),
        Column("person", _("Sent by"), kind="person"),
        Column("created_at", _("Sent"), kind="when"),
    )


class Imports(ListPage):
    """Files that were sent, newest first, each with what came of it."""

    model = Import
    title = _("Imports")
    url = "imports/"
    name = "imports"
    table = ImportTable
    filters = (Choice("state", _("State"), choices=State.choices), Person("person", _("Sent by")))
    tabs = ((_("Mine"), "person=me"),)
    buttons = (import_file,)
    paste = False
    empty = Empty(
        _("Nothing was imported yet"),
        _("Send a file of accounts or people: CSV, Excel, vCards, or what HubSpot, Salesforce or Outlook export."),
        "table-import",
    )


class ImportFile(ActionPage):
    """A file is chosen, or dropped on the field."""

    action = import_file
    fields = ("file", "kind", "update_known")
    labels = {"file": _("File"), "kind": _("What its rows are"), "update_known": _("Change what is there already")}
    text = _(
        "CSV, XLSX, XLS, ODS or vCards; exports of HubSpot, Salesforce and Outlook are known. "
        "A workbook you exported here and edited comes back the same way: only what you changed in it is changed. "
        "Nothing is brought in before you have seen what would become of each row."
    )
    submit = _("Look at it")

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        found.fields["kind"] = forms.ChoiceField(
            choices=[(kind.name, kind.label) for kind in kinds()], label=found.fields["kind"].label
        )
        found.order_fields(list(self.fields))
        found.fields["file"].widget.attrs["class"] = "form-control drop-file"
        return found

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("import-columns", args=[result.pk]) if result.mapping else url_of(result)


def wishes_of(batch: Import) -> int:
    """How many people of the file had asked for no sales: said before it is started."""
    asked = {"contact.no_mail", "contact.no_calls"} & {*batch.mapping.get("columns", ())}
    return wishes_in(batch).count() if asked and batch.started_at is None else 0


#: Taken back, or on its way: nothing of it waits for an answer.
BACK = (ImportState.UNDOING, ImportState.UNDONE)
#: Nothing of it is under way, and something may be.
RESTING = (ImportState.READY, ImportState.STOPPED, ImportState.DONE)
#: What moves an import on; taking it back is not pressed without a thought.
FORWARD = (start_import.name, resume_import.name)


class ImportRecord(RecordPage):
    """One import."""

    model = Import
    url = "imports/<int:pk>/"
    name = "import"
    related = ("person", "corrects")
    timeline = False
    buttons = (start_import, stop_import, resume_import, undo_import, keep_mapping)
    page_template = "directory/import.html"
    template = "directory/import_progress.html"
    api_fields: ClassVar = (
        "id", "kind", "person", "filename", "size", "state", "dialect", "columns", "mapping", "unread", "update_known", "corrects",
        "total", "done", "counts", "note", "warnings", "created_at", "started_at", "finished_at", "version",
    )  # fmt: skip

    def state(self, obj: Import) -> tuple[Any, str]:
        return state_of(obj)

    def title(self, obj: Import) -> str:
        return obj.filename

    def owner(self, obj: Import) -> None:
        return None

    def head(self, obj: Import, actor: Actor) -> HeadView:
        """Only what can be done in this state, or as soon as another import is out of the way."""
        head = super().head(obj, actor)
        ways = (in_the_way(obj, undoing=undoing) for undoing in (False, True)) if obj.state in RESTING else ()
        busy = {str(refusal) for refusal in ways if refusal}
        shown = [button for button in head.buttons if not button.refusal or button.refusal in busy]
        return replace(
            head,
            buttons=[
                replace(button, primary=button.name in FORWARD, more=place > 1) for place, button in enumerate(shown)
            ],
        )

    def facts(self, obj: Import) -> list[tuple[Any, ...]]:
        told = obj.dialect
        written = told.get("encoding", "")
        if told.get("delimiter"):
            written = now_("{encoding}, cut at {mark}").format(encoding=written, mark=_mark(told["delimiter"]))
        system = obj.mapping.get("system", "")
        return [
            (_("Kind"), kind_label(obj)),
            (_("Size"), filesizeformat(obj.size)),
            (_("Written as"), written),
            *([(_("Export of"), SYSTEMS.get(system, system))] if system else []),
            (_("What is there"), _("is changed") if obj.update_known else _("is left alone")),
            (_("Sent by"), obj.person, "person"),
            (_("Sent"), obj.created_at, "when"),
            *([(_("Started"), obj.started_at, "when")] if obj.started_at else []),
            *([(_("Finished"), obj.finished_at, "when")] if obj.finished_at else []),
            *([(_("Corrects"), obj.corrects, "account")] if obj.corrects_id else []),
            *([(_("The file itself"), NOT_KEPT)] if not obj.sha else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Import) -> dict[str, Any]:
        active = obj.state in Import.ACTIVE
        silent = bool(active and obj.touched_at and obj.touched_at < clock.now() - SILENT_AFTER)
        counts = obj.counts
        return {
            "crumb": {"url": reverse("imports"), "label": Imports.title},
            "live": obj.topic if active else "directory.import",
            "waits": waits_for(obj),
            "live_src": url_of(obj),
            "active": active,
            "silent": silent,
            "figures": figures_of(obj),
            "lines": first_rows(obj),
            "taken": counts.get("is_undone", 0),
            "over": sum(counts.get(f"is_{name}", 0) for name in ("undone", "kept")),
            "wishes": wishes_of(obj),
            "going": counts.get("create", 0) + counts.get("update", 0),
            "columns_url": reverse("import-columns", args=[obj.pk]) if may_be_mapped(obj) else "",
            "rows_url": rows_url(obj),
            "ask_url": reverse("import-questions", args=[obj.pk])
            if counts.get("ask") and obj.state not in BACK
            else "",
            "asked": counts.get("ask", 0),
            "errors_url": reverse("import-errors", args=[obj.pk]) if errors_in(obj) and obj.sha else "",
            "errors": errors_in(obj),
            "kept": counts.get("is_kept", 0),
            "kept_url": rows_url(obj, outcome="kept"),
            "left": counts.get("left", 0) if obj.state not in BACK else 0,
            "left_rows": counts.get("left_rows", 0),
            "left_url": rows_url(obj, left="1"),
            "strict": bool(obj.mapping.get("strict")),
            "unread": unread_words(obj),
        }


def waits_for(batch: Import) -> str:
    """Who takes back what, so that this one cannot be brought in for now; "" for nothing."""
    if batch.state not in RESTING or batch.undoing or in_the_way(batch, undoing=False) is None:
        return ""
    refusal = (resume_import if batch.state == State.STOPPED else start_import).refusal(batch, clock.now())
    return str(refusal) if refusal is not None and refusal.code == IN_THE_WAY else ""


def unread_words(batch: Import) -> int:
    """Texts of the file nobody has said the meaning of."""
    words = batch.mapping.get("words", {})
    return sum(text not in words.get(name, {}) for name, found in batch.unread.items() for text, _count in found)


SYSTEMS = {"hubspot": "HubSpot", "salesforce": "Salesforce", "outlook": "Outlook"}


def _mark(delimiter: str) -> Any:
    return {"\t": _("tabs"), ",": _("commas"), ";": _("semicolons")}.get(delimiter, delimiter)


def rows_url(batch: Import, **more: str) -> str:
    return f"{reverse('import-rows')}?{urlencode({'import': batch.pk, **more})}"


def may_be_mapped(batch: Import) -> bool:
    return bool(batch.sha and batch.mapping) and batch.state in (State.MAPPING, State.READY, State.FAILED)


def errors_in(batch: Import) -> int:
    """Rows that were not brought in, or not whole, because something is wrong with them, or because nobody answered."""
    return sum(int(batch.counts.get(name, 0)) for name in ("refuse", "ask", "is_refused", "left_rows"))


#: Rows shown on the page itself.
SHOWN = 12


@dataclass(frozen=True)
class Line:
    """A row on the page of its import, as kit/run_lines.html shows it."""

    name: str
    url: str
    outcome: Any
    tone: str
    sentence: str


def first_rows(batch: Import) -> list[Line]:
    """Those somebody should look at before the others: asked, refused, changed, then new."""
    order = [Verdict.ASK, Verdict.REFUSE, Verdict.UPDATE, Verdict.CREATE, Verdict.LEAVE, Verdict.SAME]
    rank = Case(*(When(verdict=verdict, then=place) for place, verdict in enumerate(order)), default=9)
    rows = batch.rows.order_by(rank, "position")[:SHOWN] if batch.counts else []
    return [Line(str(row), url_of(row), *(outcome_of(row) or verdict_of(row)), why(row)) for row in rows]


def figures_of(batch: Import) -> list[dict[str, Any]]:
    """How many rows have each verdict; each opens them."""
    if not batch.counts:
        return []
    shown = (Verdict.CREATE, Verdict.UPDATE, Verdict.ASK, Verdict.REFUSE)
    figures = [
        {"label": verdict.label, "value": counted(batch.counts.get(verdict.value, 0)), "url": rows_url(batch, verdict=verdict.value),
         "tone": TONES.get(verdict, "") if batch.counts.get(verdict.value) else ""}
        for verdict in shown
    ]  # fmt: skip
    rest = sum(batch.counts.get(name, 0) for name in ("same", "leave"))
    figures[0]["note"] = now_("{n} rows with nothing to do").format(n=rest) if rest else ""
    return figures
