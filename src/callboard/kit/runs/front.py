"""What core asks of us: the rows of a list by its address, and the input of an action as it was given."""

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from callboard.core.actions import Action, Actor, Forbidden, Invalid
from callboard.core.given import storable
from callboard.core.runs.freezing import front
from callboard.kit.listing import address
from callboard.kit.listing.asked import Seen
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, load_pages
from callboard.kit.paging import ordering
from callboard.kit.tables import Table

if TYPE_CHECKING:
    from ninja import Schema


def list_of(name: str) -> type[ListPage] | None:
    """The list page of a name."""
    if name not in PAGES:
        load_pages()
    page = PAGES.get(name)
    return page if page is not None and issubclass(page, ListPage) else None


def rows(source: str, ids: list[int] | None, by: Actor) -> QuerySet[Any]:
    """The rows of a list, "accounts?region=TX", in its order; of these ids where they are given.

    Invalid where a filter makes no sense (any more): a page leaves it out and says so, but nothing may be done to more
    rows than were meant.
    """
    shown, seen, strange = _seen(source, by)
    if ids is not None:
        return shown.queryset(by).filter(pk__in=ids).order_by(*ordering(seen.keys))
    return _rows(shown, seen, strange, by)


def whole(source: str, by: Actor) -> tuple[ListPage, Table, QuerySet[Any]]:
    """A list with the columns and the rows its address asks for, a saved view's among them: "accounts?view=12"."""
    shown, seen, strange = _seen(source, by)
    return shown, seen.shape.table, _rows(shown, seen, strange, by)


def _seen(source: str, by: Actor) -> tuple[ListPage, Seen, list[str]]:
    """The list, what its address asks, and what of the address the list passes over."""
    if not storable(source):
        raise Invalid({"source": _("The address of the list holds characters no text has.")})
    name, _mark, text = source.partition("?")
    page = list_of(name)
    if page is None:
        raise Invalid({"source": _("There is no list “{name}”.").format(name=name[:60])})
    if not page.open_to(by):
        raise Forbidden(page.operation())
    shown = page()
    query = parse_qs(text, keep_blank_values=True)
    return shown, shown.read(query, by, shown.the_table()), address.strange(query, shown.names())


def _rows(shown: ListPage, seen: Seen, strange: list[str], by: Actor) -> QuerySet[Any]:
    if problems := [*strange, *seen.problems]:
        raise Invalid({"source": " ".join(str(problem) for problem in problems)})
    return shown.rows(by, seen, seen.shape.table).order_by(*ordering(seen.keys))


def arguments(verb: Action[..., Any], given: dict[str, Any], by: Actor) -> dict[str, Any]:
    """Input in JSON, read by the rules of the API."""
    # The worker starts without the libraries of the API.
    from pydantic import ValidationError

    from callboard.kit.api import acts

    try:
        body = _schema(verb).model_validate(given)
    except ValidationError as error:
        said = {str(each["loc"][0] if each["loc"] else ""): str(each["msg"]) for each in error.errors()}
        raise Invalid(said) from error
    unknown = given.keys() - {param.name for param in verb.params}
    if unknown:
        raise Invalid({"given": _("It takes no “{name}”.").format(name=min(unknown)[:60])})
    return acts.arguments(verb, by, None, body)


@cache
def _schema(verb: Action[..., Any]) -> "type[Schema]":
    from callboard.kit.api.acts import body_schema

    return body_schema(verb, targeted=False)


front.rows = rows
front.arguments = arguments
