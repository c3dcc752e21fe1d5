"""GET /search: everything the caller may see that fits a text, best first, as the page of results shows it."""

from typing import Annotated, Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import Field, NinjaAPI, Query, Schema
from ninja.responses import NinjaJSONEncoder

from callboard.core.actions import Invalid
from callboard.core.search import finding
from callboard.kit import search
from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.hits import lines_of
from callboard.kit.paging import BadCursor

MOST = 100
Text = Annotated[str | None, Field(max_length=500)]


class Asked(Schema):
    """Several kinds or owners are separated by commas; owner also `me` or `none`."""

    q: Annotated[str, Field(min_length=1, max_length=search.LONGEST)]
    kind: Text = None
    owner: Text = None
    account: Text = None
    at_from: Text = None
    at_to: Text = None
    after: Annotated[str | None, Field(max_length=2000, description="`next` or `previous` of another answer")] = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = search.SHOWN


class Item(Schema):
    """One record.  text: the part of its long text that shows the words, "" where they stand in its name."""

    kind: str
    id: int
    url: str
    title: str
    detail: str
    state: str
    text: str
    at: Any


class Answer(Schema):
    """counts: hits by kind, of at most 300 looked at (more: there are more).  meant: what a typing error was taken for."""

    items: list[Item]
    counts: dict[str, int]
    more: bool
    meant: str
    next: str | None
    previous: str | None


def add_search(api: NinjaAPI) -> None:
    """The operation."""

    def view(request: HttpRequest, query: Query[Asked]) -> Any:
        return JsonResponse(answer(request, query), encoder=NinjaJSONEncoder)

    api.get("/search", response=answers(Answer), operation_id="search", summary="Search", tags=["kit"])(view)


def answer(request: HttpRequest, query: Asked) -> dict[str, Any]:
    """A page of hits.  Invalid for a filter or a cursor that makes no sense."""
    actor = caller(request)
    asked = search.asking({name: list(values) for name, values in request.GET.lists()}, actor)
    if asked.applied.problems:
        raise Invalid({str(number or ""): sentence for number, sentence in enumerate(asked.applied.problems)})
    try:
        found = search.results(actor, asked, query.after or "", query.limit)
    except BadCursor as error:
        raise Invalid({"after": _("That page of the results no longer exists.")}) from error
    texts = finding.texts_of(actor, (hit.ref for hit in found.hits))
    items = [
        {
            "kind": line.ref.kind,
            "id": line.ref.id,
            "url": line.url,
            "title": line.plain,
            "detail": line.plain_detail,
            "state": str(line.state),
            "text": line.plain_text,
            "at": line.at,
        }
        for line in lines_of(found.found, found.hits, texts)
    ]
    return {
        "items": items,
        "counts": {kind: count for kind, count in found.counts.items() if count},
        "more": found.found.cut,
        "meant": found.found.meant,
        "next": found.next or None,
        "previous": found.previous or None,
    }
