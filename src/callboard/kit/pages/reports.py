"""ReportPage: a page of figures with a template of its own; a board is one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.kit.export import export
from callboard.kit.listing.address import PLACE
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.pages.page import Page
from callboard.kit.tables import Column


@dataclass(frozen=True)
class Sheet:
    """The table of a report, as it leaves the program: a row is what the columns read.

    more: further tables, which a workbook has as sheets of their own; a file of one table, the API and a live link have the
    first alone.  name: what its sheet is called, by default as the page.
    """

    columns: Sequence[Column]
    rows: "QuerySet[Any] | Sequence[Any]"
    name: str = ""
    more: "Sequence[Sheet]" = ()


class ReportPage(Page):
    """A report.  ``?part=<name>`` renders the template of `parts`, for what fetches itself again.

    One with a `sheet` is also served as ``?format=csv`` and ``xlsx``; where its address names nothing more, it can be
    mailed on a schedule and fetched by a live link like a list (`kit.listing`).
    """

    buttons: ClassVar[tuple[Action[..., Any], ...]] = ()

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet | None:
        """The table for the state `query`; None for a report without one."""
        return None

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """What the template shows."""
        return {}

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:
        if form := request.GET.get("format"):
            return self._file(form, request, actor, kwargs)
        template = self.template
        if wanted := request.GET.get("part"):
            if wanted not in self.parts:
                raise Http404
            template = self.parts[wanted]
        return self.shown(request, actor, template)

    def shown(
        self, request: HttpRequest, actor: Actor, template: str = "", status: int = 200, **more: Any
    ) -> HttpResponseBase:
        """The page as it is now; `more` comes over what its context says."""
        context = {
            "title": self.title,
            "topics": " ".join(self.topics),
            "actor": actor,
            "buttons": buttons_for(self.buttons, actor, clock.now()),
            "as_of": clock.now(),
            "ways_out": self.ways_out(request, actor),
            "near": self.near_pages(actor),
            **self.context(request, actor),
            **more,
        }
        return self.render(request, context, template, status)

    def ways_out(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """Files of the sheet, a live link and mails of it, for kit/ways_out.html; nothing without a sheet."""
        from callboard.kit.listing import verbs  # whose pages are made of this module

        if type(self).sheet is ReportPage.sheet:
            return {}
        state = {name: values for name, values in request.GET.lists() if name not in PLACE}
        given = {"page": self.name, "query": json.dumps(state)}
        files = {f"{form}_url": f"?{urlencode({**state, 'format': [form]}, doseq=True)}" for form in ("xlsx", "csv")}
        return {**files, "send": verbs.sending(actor, given) if keepable(type(self)) else []}

    def _file(self, form: str, request: HttpRequest, actor: Actor, kwargs: dict[str, Any]) -> HttpResponseBase:
        sheet = self.sheet(request.GET, actor, **kwargs)
        found = self._exported(form, sheet) if sheet else None
        if found is None:
            raise Http404
        return found

    def _exported(self, form: str, sheet: Sheet) -> HttpResponseBase | None:
        more = [(each.name, each.columns, each.rows) for each in sheet.more]
        return export(form, self.name, sheet.name or str(self.title), sheet.columns, sheet.rows, more)


def is_list(page: Any) -> bool:
    """Whether a page (a class) is a list."""
    return hasattr(page, "all_filters")


def keepable(page: Any) -> bool:
    """Whether a page (a class) is a table that can be drawn again later: a list, a report with a sheet."""
    if is_list(page):
        return True
    return issubclass(page, ReportPage) and page.sheet is not ReportPage.sheet and "<" not in page.url
