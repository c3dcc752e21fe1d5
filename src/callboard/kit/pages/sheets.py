"""SheetPage: a page of rows that are worked out, not read from one table; it is exported and served by the API as a list is."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from callboard.core.actions import Actor
from callboard.kit.export import export
from callboard.kit.pages.reports import ReportPage
from callboard.kit.tables import Column


class SheetPage(ReportPage):
    """A report with ``?format=csv`` and ``xlsx`` and ``GET /api/v1/<name>``; its template draws the rows as it likes."""

    #: Of texts: what a cell says.
    columns: ClassVar[Sequence[Column]] = ()

    def sheet_columns(self) -> Sequence[Column]:
        """The columns of the files and of the API."""
        return self.columns

    def rows(self, actor: Actor) -> Sequence[Any]:
        """All rows, in their order."""
        return ()

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        if form := request.GET.get("format"):
            found = export(form, self.name, str(self.title), self.sheet_columns(), self.rows(actor))
            if found is not None:
                return found
        return super().get(request, actor, **kwargs)

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The addresses of the files."""
        return {f"{form}_url": f"{reverse(self.name)}?format={form}" for form in ("csv", "xlsx")}
