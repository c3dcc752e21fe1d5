"""GET /<sheet>: the rows of a page that are worked out (the matrix, the settings)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.responses import NinjaJSONEncoder
from pydantic import create_model

from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.api.lists import name_of
from callboard.kit.pages.sheets import SheetPage


def add_sheet(api: NinjaAPI, page: type[SheetPage]) -> None:
    """The operation of one sheet: all its rows at once."""
    fields: dict[str, Any] = {column.key: (str | None, None) for column in page().sheet_columns()}
    row: type[Schema] = create_model(f"{name_of(page)}_row", __base__=Schema, **fields)
    many: Any = create_model(f"{name_of(page)}_rows", __base__=Schema, items=(list[row], ...))  # type: ignore[valid-type]

    def view(request: HttpRequest) -> Any:
        actor = caller(request)
        if not page.open_to(actor):
            raise PermissionDenied
        shown = page()
        columns = shown.sheet_columns()
        items = [{column.key: _text(column.of(row)) for column in columns} for row in shown.rows(actor)]
        return JsonResponse({"items": items}, encoder=NinjaJSONEncoder)

    api.get(
        f"/{page.name}",
        response=answers(many),
        operation_id=f"list_{name_of(page)}",
        summary=str(page.title),
        tags=["sheets"],
    )(view)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
