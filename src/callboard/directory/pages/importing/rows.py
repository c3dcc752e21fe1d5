"""The rows of imports: what would become of each, and one of them with everything it changes."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import ActionError, Actor
from callboard.core.links import url_at, url_of
from callboard.core.refs import BIGGEST
from callboard.directory.actions import (
    accept_fields,
    ask_again,
    bring_in,
    leave_out,
    make_new,
    use_existing,
)
from callboard.directory.models import Account, Contact, ImportRow, Outcome, Verdict
from callboard.directory.pages.importing.imports import rows_url
from callboard.directory.pages.importing.said import changes_of, outcome_of, verdict_of, why
from callboard.directory.queries.asking import ONE
from callboard.directory.rules.importing.comparing import label_of
from callboard.directory.rules.importing.reasons import HEADINGS
from callboard.directory.rules.importing.values import CHOICES
from callboard.kit.belonging import Of
from callboard.kit.filters import Choice, Flag, Search
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage
from callboard.kit.pages.page import Page
from callboard.kit.tables import Column, Table
from callboard.team.models import Person


class RowTable(Table):
    columns = (
        Column("position", _("Row"), kind="number", total=False),
        Column("name", _("Name"), value=str, sort="name", link=True),
        Column("verdict", _("Result"), kind="chip", value=verdict_of, sort="verdict"),
        Column("why", _("Why"), value=why),
        Column("outcome", _("Outcome"), kind="chip", value=outcome_of, sort="outcome"),
        Column("batch", _("Import"), value=lambda row: str(row.batch), needs=("batch",)),
    )


class ImportRows(ListPage):
    """What would become of each row, and what became of it."""

    model = ImportRow
    title = _("Rows of imports")
    url = "imports/rows/"
    name = "import-rows"
    table = RowTable
    topics = ("directory.import",)
    filters = (
        Of("import", _("Import"), "batch_id", _("An import has a number, not “{value}”.")),
        Choice("verdict", _("Result"), choices=Verdict.choices),
        Choice("outcome", _("Outcome"), choices=Outcome.choices),
        Flag("left", _("Cells left out"), Q(left__gt=0)),
        Choice("reason", _("Reason"), "code", HEADINGS),
        Flag("one", _("One candidate"), ONE),
        Search(("name",)),
    )
    order = ("batch", "position")
    bulk = (use_existing, make_new, leave_out, ask_again)
    empty = Empty(
        _("No rows yet"), _("Send a file; each of its rows stands here with what would become of it."), "list"
    )


class ImportRowRecord(RecordPage):
    """One row: what it says, what it would change, whom it may be about."""

    model = ImportRow
    url = "imports/rows/<int:pk>/"
    name = "import-row"
    related = ("batch",)
    timeline = False
    buttons = (use_existing, make_new, leave_out, bring_in, ask_again)
    template = "directory/import_row.html"

    def title(self, obj: ImportRow) -> str:
        return str(obj)

    def subtitle(self, obj: ImportRow) -> Any:
        return why(obj)

    def state(self, obj: ImportRow) -> tuple[Any, str]:
        return outcome_of(obj) or verdict_of(obj)

    def facts(self, obj: ImportRow) -> list[tuple[Any, ...]]:
        return [
            (_("Import"), obj.batch, "account"),
            (_("Row"), obj.position, "number"),
            (_("Result"), obj.get_verdict_display()),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: ImportRow) -> dict[str, Any]:
        people = dict(Person.objects.values_list("pk", "name")) if _names_people(obj) else {}
        open_now = accept_fields.refusal(obj, clock.now()) is None
        then = {
            name: value
            for part in ("account", "contact")
            for name, value in obj.plan.get(part, {}).get("then", {}).items()
        }
        return {
            "crumb": {"url": rows_url(obj.batch), "label": ImportRows.title},
            "candidates": [(place, each, url_of_candidate(each)) for place, each in enumerate(obj.plan.get("candidates", []), 1)],
            "may_choose": use_existing.refusal(obj, clock.now()) is None,
            "use_url": reverse("do", args=[use_existing.name, obj.pk]),
            "changes": [
                (name, label_of(name), shown(name, pair[0], people), shown(name, pair[1], people),
                 shown(name, then[name], people) if name in then else None)
                for name, pair in changes_of(obj).items()
            ],
            "conflict": bool(then),
            "fields_url": reverse("import-row-fields", args=[obj.pk]) if open_now else "",
            "says": [(label_of(name), shown(name, value, people)) for name, value in obj.values.items()
                     if not name.endswith((".id", ".version"))],
            "made": [(url_at(model, pk), label) for model, pk, label in (
                (Account, obj.account_id, _("Open the account")), (Contact, obj.contact_id, _("Open the person"))) if pk],
        }  # fmt: skip


def _names_people(row: ImportRow) -> bool:
    return "account.owner" in row.values


def url_of_candidate(candidate: dict[str, Any]) -> str:
    if "contact" in candidate:
        return url_at(Contact, candidate["contact"])
    return url_at(Account, candidate["account"]) if "account" in candidate else ""


def shown(name: str, value: Any, people: dict[int, str]) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if name in CHOICES:
        return str(dict(CHOICES[name].choices).get(value, value))
    if name == "account.owner":
        return people.get(value, "")
    if name == "contact.phones":
        return ", ".join(number for number, _kind in value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


class RowFields(Page):
    """POST which of a row's changes are wanted."""

    title = _("Fields of a row")
    url = "imports/rows/<int:pk>/fields/"
    name = "import-row-fields"
    who = "directory.import"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(url_of(self._row(actor, pk)))

    def post(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponse:
        from django.contrib import messages

        row = self._row(actor, pk)
        wanted = [name for name in request.POST.getlist("field") if name in changes_of(row)]
        try:
            accept_fields(row, by=actor, fields=",".join(wanted))
        except ActionError as error:
            messages.error(request, str(error))
        return HttpResponseRedirect(url_of(row))

    def _row(self, actor: Actor, pk: int) -> ImportRow:
        return get_object_or_404(visible(ImportRow.objects.select_related("batch"), actor), pk=min(pk, BIGGEST))


class UseExisting(ActionPage):
    action = use_existing
    labels = {"candidate": _("Which of the records it may be (1 is the first)")}
    submit = _("It is that one")


class MakeNew(ActionPage):
    action = make_new
    submit = _("It is a new one")
