"""What a request asks of a list, read once: filters, order, conditions, shape, cursor, and the view it departs from."""

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.kit import filtering
from callboard.kit.listing import address, conditions, saved
from callboard.kit.listing.address import Query
from callboard.kit.listing.shape import Shape
from callboard.kit.paging import BadCursor, Cursor, Key, decode, keys_of
from callboard.kit.tables import Table

if TYPE_CHECKING:
    from callboard.kit.pages.lists import ListPage

logger = logging.getLogger("callboard.pages")


@dataclass
class Seen:
    """What a request asks of a list, read once: filters, order, cursor, shape, the view it was opened by."""

    applied: filtering.Applied
    sort: str
    order: tuple[str, ...]
    keys: tuple[Key, ...]
    cursor: Cursor | None
    problems: list[str]
    shape: Shape
    opened: saved.Opened
    #: Filters and conditions that cannot be read, as sentences: the list shows no rows until they are mended.
    wrong: list[str] = field(default_factory=list)

    @property
    def state(self) -> Query:
        """Everything a view would keep."""
        return {**self.applied.kept, **({"sort": [self.sort]} if self.sort else {}), **self.shape.query}

    @property
    def departing(self) -> Query:
        """What says which view an address departs from."""
        return {"from": [str(self.opened.view.pk)]} if self.opened.view is not None else {}

    def asks(self, key: str) -> bool:
        """Whether a filter or a condition is about this."""
        return key in self.applied.kept or any(each.subject.key == key for each in self.shape.built.conditions)


def read(page: "ListPage", query: Query, actor: Actor, table: Table) -> Seen:
    """Filters, order, shape and cursor of a query.  What makes no sense is named in `problems`: a filter or
    condition that cannot be read is kept as typed (and shows no rows), anything else is left out."""
    query = address.of(query.items())
    if ("view" in query or "from" in query) and not page.views:
        page.see(actor)
    opened = saved.opened(query, page.views, page.names())
    try:
        return _read(page, opened, actor, table)
    except Exception:
        if opened.view is None or opened.changed:
            raise
        # A view is often somebody else's, and the first a whole team sees of the list.
        logger.exception("view %s of %s cannot be read", opened.view.pk, page.name)
        return _read(page, saved.unread(opened), actor, table)


def _read(page: "ListPage", opened: saved.Opened, actor: Actor, table: Table) -> Seen:
    filters = page.all_filters()
    shape = Shape(page, opened.query, table, actor)
    sorts, order = shape.order()
    keys = keys_of(page.model, order or page.order)
    sort = ",".join(sorts)
    since = {"from": [str(opened.view.pk)]} if opened.view is not None else {}
    rest = {**({"sort": [sort]} if sort else {}), **shape.query, **since}
    applied = filtering.apply(filters, opened.query, page.model, actor, lambda kept: page.address({**kept, **rest}))
    problems = [*opened.problems, *applied.problems, *shape.settle()]

    def without(left: Query) -> str:
        others = {name: values for name, values in rest.items() if name not in ("where", "match")}
        return page.address({**applied.kept, **applied.typed, **left, **others})

    chips = (*applied.chips, *conditions.chips(shape.built, without))
    wrong = [*applied.unread.values(), *shape.built.wrong]
    where = conditions.NOTHING if wrong else applied.where & shape.built.where
    kept = replace(applied, where=where, chips=chips, kept={**applied.kept, **applied.typed})
    cursor = None
    if text := filtering.first(opened.query, "after"):
        try:
            cursor = decode(text, keys)
        except BadCursor:
            problems.append(_("That page of the list no longer exists; this is the first."))
    return Seen(kept, sort, tuple(order or page.order), keys, cursor, problems, shape, opened, wrong)
