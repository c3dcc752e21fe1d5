"""GET /<record>/<id>/timeline: what happened with a record, newest first, as its page shows it and in pages of up to 200."""

from datetime import datetime
from typing import Annotated, Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.params import functions
from ninja.responses import NinjaJSONEncoder
from pydantic import Field

from callboard.core.actions import Invalid
from callboard.core.given import cleaned
from callboard.core.links import url_at
from callboard.core.refs import kind_of
from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.api.lists import MOST, name_of
from callboard.kit.api.types import Id, RefOut
from callboard.kit.pages.happened import is_known
from callboard.kit.pages.records import RecordPage
from callboard.kit.pages.timeline import Asked, page_about
from callboard.kit.paging import BadCursor


class About(Schema):
    """The record an entry is about; url is empty where it has no page."""

    kind: str
    id: int
    url: str


class Entry(Schema):
    """One entry: when, what kind of thing, its words, who did it, what it is about."""

    id: int
    at: datetime
    kind: str
    title: str
    text: str
    pinned: bool
    person: RefOut | None
    about: About


class Entries(Schema):
    """A page of entries; `next` and `previous` are cursors for `after=`."""

    items: list[Entry]
    next: str | None = None
    previous: str | None = None


class Query(Schema):
    """How many, and after which."""

    after: Annotated[str | None, Field(max_length=2000, description="`next` or `previous` of another answer")] = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    q: Annotated[str | None, Field(max_length=100, description="words of title or text")] = None
    kind: Annotated[str | None, Field(max_length=400, description="kinds, separated by commas")] = None
    by: Annotated[str | None, Field(max_length=100, description="whose: ids, or me")] = None
    at_from: Annotated[str | None, Field(max_length=10, description="from this day on")] = None
    at_to: Annotated[str | None, Field(max_length=10, description="up to this day")] = None
    of: Annotated[str | None, Field(max_length=60, description="a scope of its page, such as an account's group")] = (
        None
    )

    def asked(self, kind: str) -> Asked:
        """The filters, as the page's address says them."""
        given = {
            "q": self.q,
            "kind": self.kind,
            "by": self.by,
            "at_from": self.at_from,
            "at_to": self.at_to,
            "of": self.of,
        }
        return Asked({name: [cleaned(value)] for name, value in given.items() if value}, kind)


_READ = ("id", "at", "kind", "title", "text", "pinned", "person_id", "person__name", "ref_kind", "ref_id")


def add_timeline(api: NinjaAPI, page: type[RecordPage]) -> None:
    """The operation of one record page that has a timeline."""

    def view(request: HttpRequest, pk: Any, query: Any) -> Any:
        # Not validated for each answer, like a list; the conformance walk does it.
        return JsonResponse(timeline_of(page, request, pk, query), encoder=NinjaJSONEncoder)

    view.__annotations__ = {
        "request": HttpRequest,
        "pk": Annotated[Id, functions.Path(...)],
        "query": Annotated[Query, functions.Query(...)],
    }
    api.get(
        f"/{page.name}/{{pk}}/timeline",
        response=answers(Entries),
        operation_id=f"timeline_{name_of(page)}",
        summary=f"Timeline of {page.model._meta.verbose_name}",
        tags=[page.model._meta.app_label],
    )(view)


def timeline_of(page: type[RecordPage], request: HttpRequest, pk: int, query: Query) -> dict[str, Any]:
    """A page of entries.  403 without the right, 404 for a record one does not see, Invalid for a cursor of another list."""
    actor = caller(request)
    if not page.open_to(actor):
        raise PermissionDenied
    if not page().bare(actor).filter(pk=pk).exists():
        raise Http404
    kind = kind_of(page.model)
    asked = query.asked(kind)
    applied = asked.applied(actor)
    if applied.problems or not is_known(asked):
        raise Invalid(applied.unread or {"of": _("There is no such scope.")})
    try:
        part = page_about(kind, pk, actor, query.after or "", query.limit, _READ, applied.where, asked.of)
    except BadCursor as error:
        raise Invalid({"after": _("That page of the timeline no longer exists. Begin without it.")}) from error
    return {"items": [_entry(row) for row in part.rows], "next": part.next, "previous": part.previous}


def _entry(row: Any) -> dict[str, Any]:
    person = None
    if row.person_id is not None:
        url = url_at(PERSON, row.person_id)
        person = {"kind": PERSON, "id": row.person_id, "name": row.person__name, "url": url}
    return {
        "id": row.id,
        "at": row.at,
        "kind": row.kind,
        "title": row.title,
        "text": row.text,
        "pinned": row.pinned,
        "person": person,
        "about": {"kind": row.ref_kind, "id": row.ref_id, "url": url_at(row.ref_kind, row.ref_id)},
    }


PERSON = kind_of(get_user_model())
