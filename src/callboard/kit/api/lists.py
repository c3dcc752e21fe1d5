"""GET /<list>: the rows a list page shows, with its filters, order and pages."""

from typing import Annotated, Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.params import functions
from ninja.responses import NinjaJSONEncoder
from pydantic import Field, create_model

from callboard.core.actions import Invalid
from callboard.core.links import url_of
from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.api.types import column_reader, column_type
from callboard.kit.listing import address
from callboard.kit.listing.address import CONDITIONS
from callboard.kit.listing.conditions import WORDS
from callboard.kit.pages.lists import ListPage
from callboard.kit.paging import page_of

MOST = 200
_RESERVED = {"id", "url"}


def name_of(page: type[Any]) -> str:
    """A page's name as a Python name, for schemas and operation ids."""
    return str(page.name).replace("-", "_")


def row_schema(page: type[ListPage]) -> type[Schema]:
    """One row: id, the address of its page, and the columns of the table under their keys."""
    fields: dict[str, Any] = {"id": (int, ...), "url": (str, ...)}
    for column in page().the_table().all:
        if column.key not in _RESERVED:
            fields[column.key] = (column_type(page.model, column), None)
    made: type[Schema] = create_model(f"{name_of(page)}_row", __base__=Schema, **fields)
    return made


def query_schema(page: type[ListPage]) -> type[Schema]:
    """The parameters of a list; several values are separated by commas."""
    text = Annotated[str | None, Field(max_length=500)]
    fields: dict[str, Any] = {name: (text, None) for each in page().all_filters() for name in each.names()}
    sortable = ", ".join(page().the_table().sortable())
    said = f"Up to three columns with commas between, -column for the other way: {sortable}"
    fields["sort"] = (text, Field(None, description=said))
    said = "Conditions `field~operator~value`; operators: " + ", ".join(WORDS)
    fields["where"] = (list[text], Field(default_factory=list, max_length=CONDITIONS, description=said))
    fields["match"] = (Literal["all", "any"] | None, Field(None, description="whether all conditions hold or any"))
    fields["view"] = (text, Field(None, description="a saved view by its id, instead of all of these"))
    fields["after"] = (
        Annotated[str | None, Field(max_length=2000)],
        Field(None, description="`next` or `previous` of another answer"),
    )
    fields["limit"] = (Annotated[int, Field(ge=1, le=MOST)], 50)
    made: type[Schema] = create_model(f"{name_of(page)}_query", __base__=Schema, **fields)
    return made


def add_list(api: NinjaAPI, page: type[ListPage]) -> None:
    """The operation of one list page."""
    row, query_kind = row_schema(page), query_schema(page)
    fields: dict[str, Any] = {"items": (list[row], ...), "next": (str | None, None), "previous": (str | None, None)}  # type: ignore[valid-type]
    many = create_model(f"{name_of(page)}_rows", __base__=Schema, **fields)

    def view(request: HttpRequest, query: Any) -> Any:
        # Not validated against the schema for each answer (a third of the time); the conformance walk does it once.
        return JsonResponse(rows_of(page, request, query.limit), encoder=NinjaJSONEncoder)

    view.__annotations__ = {"request": HttpRequest, "query": Annotated[query_kind, functions.Query(...)]}
    api.get(
        f"/{page.name}",
        response=answers(many),
        operation_id=f"list_{name_of(page)}",
        summary=str(page.title),
        tags=[page.model._meta.app_label],
    )(view)


def rows_of(page: type[ListPage], request: HttpRequest, limit: int) -> dict[str, Any]:
    """A page of rows.  403 without the right; Invalid for a filter, an order or a cursor that makes no sense."""
    actor = caller(request)
    if not page.open_to(actor):
        raise PermissionDenied
    shown = page()
    table = shown.the_table()
    query = {name: list(values) for name, values in request.GET.lists()}
    seen = shown.read(query, actor, table)
    if problems := [*address.strange(query, shown.names(), also=("limit",)), *seen.problems]:
        raise Invalid({str(number or ""): sentence for number, sentence in enumerate(problems)})
    part = page_of(shown.rows(actor, seen, table), seen.keys, seen.cursor, limit, count=False)
    read = [(column.key, column_reader(page.model, column)) for column in table.all if column.key not in _RESERVED]
    items = [{"id": row.pk, "url": url_of(row), **{key: of(row) for key, of in read}} for row in part.rows]
    return {"items": items, "next": part.next, "previous": part.previous}
