"""The rows that were not brought in, or not whole, as a workbook: the reason first, then the row as it was sent, to be
corrected and sent again."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.files import path_of
from callboard.directory.actions.importing.chunks import TAKING
from callboard.directory.actions.importing.opening import opened
from callboard.directory.models import Import, ImportRow, Outcome, Verdict
from callboard.directory.pages.importing.columns import found
from callboard.directory.pages.importing.said import left_out, why
from callboard.directory.reading.tables import Unreadable
from callboard.directory.rules.importing.corrections import BATCH, ROW
from callboard.kit.pages.page import Page
from callboard.kit.tables import Column
from callboard.kit.xlsx import xlsx_response

#: Why a file is gone (directory.actions.erasing).
NOT_KEPT = _("Somebody in this file was erased, so it is not kept any longer. Send a file without them.")


class ImportErrors(Page):
    """GET the workbook."""

    title = _("Rows to correct")
    url = "imports/<int:pk>/errors.xlsx"
    name = "import-errors"
    who = "directory.import"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        batch = found(actor, pk)
        if not batch.sha:
            return HttpResponse(str(NOT_KEPT), status=409, content_type="text/plain; charset=utf-8")
        try:
            return workbook(batch)
        except (FileNotFoundError, Unreadable) as error:
            if isinstance(error, FileNotFoundError):
                raise Http404 from error
            return HttpResponse(str(error), status=409, content_type="text/plain; charset=utf-8")


def workbook(batch: Import) -> FileResponse:
    """Reason, the cells as they were sent, and unseen which import and row they are of."""
    heads = [
        batch.columns[place] if place < len(batch.columns) else "" for place in range(len(batch.mapping["columns"]))
    ]
    named = [head or now_("Column {n}").format(n=place + 1) for place, head in enumerate(heads)]
    cells = [Column(f"c{place}", head, value=cell(place + 1)) for place, head in enumerate(named)]
    columns = [
        Column("why", now_("What is wrong"), value=cell(0)),
        *cells,
        Column("batch", BATCH, value=cell(-2), hidden=True),
        Column("row", ROW, value=cell(-1), hidden=True),
    ]
    name = f"{batch.filename.rpartition('.')[0] or batch.filename}-{now_('to correct')}"
    return xlsx_response(name, now_("To correct"), columns, lines(batch))


def reason(row: ImportRow) -> str:
    """Of a row that is taken only what it is taken without."""
    return left_out(row) if row.verdict in TAKING and row.outcome != Outcome.REFUSED else why(row)


def cell(place: int) -> Callable[[Any], str]:
    """The cell of a line at a place."""
    return lambda line: str(line[place])


def lines(batch: Import) -> Iterator[list[str]]:
    wrong = batch.rows.filter(outcome__in=[Outcome.WAITING, Outcome.REFUSED], verdict__in=[Verdict.REFUSE, Verdict.ASK])
    refused = batch.rows.filter(outcome=Outcome.REFUSED)
    short = batch.rows.filter(left__gt=0, outcome__in=[Outcome.WAITING, Outcome.DONE], verdict__in=TAKING)
    reasons = {row.position: reason(row) for row in (wrong | refused | short).order_by("position")}
    width = len(batch.mapping["columns"])
    for number, cells in opened(path_of(batch.sha), batch.filename):
        if number in reasons:
            full = [*cells[:width], *[""] * (width - len(cells))]
            yield [reasons[number], *full, str(batch.pk), str(number)]
