"""SheetPage: a page of rows that are worked out, not read from one table; it is exported and served by the API as a list is."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from callboard.core.actions import Actor
from callboard.kit.pages.reports import ReportPage, Sheet
from callboard.kit.tables import Column


class SheetPage(ReportPage):
    """A report whose sheet is also ``GET /api/v1/<name>``; its template draws the rows as it likes."""

    #: Of texts: what a cell says.
    columns: ClassVar[Sequence[Column]] = ()

    def sheet_columns(self) -> Sequence[Column]:
        """The columns of the files and of the API."""
        return self.columns

    def rows(self, actor: Actor) -> Sequence[Any]:
        """All rows, in their order."""
        return ()

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(self.sheet_columns(), self.rows(actor))
