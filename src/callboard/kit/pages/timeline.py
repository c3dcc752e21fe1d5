"""The timeline of a record page: entries of the index the actor may see, newest first, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet

from callboard.core.access import tokens
from callboard.core.actions import Actor
from callboard.core.links import url_at
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.core.registry import register
from callboard.kit.paging import BadCursor, Slice, decode, keys_of, page_of

SHOWN = 30
_ORDER = ("-at", "-id")


@dataclass(frozen=True)
class Line:
    """One entry for the template.  person: a name, or None."""

    at: datetime
    kind: str
    icon: str
    tone: str
    title: str
    text: str
    person: str | None
    url: str
    pinned: bool


#: What is read of an entry; a page has thirty of them, so no records are made.
_READ = ("id", "at", "kind", "ref_kind", "ref_id", "title", "text", "pinned", "person__name")


def entries_about(kind: str, pk: int, actor: Actor) -> QuerySet[TimelineEntry]:
    """The entries of a root, or those about one record; hidden ones left out."""
    if kind == settings.ROOT_MODEL.lower():
        found = TimelineEntry.objects.filter(root_id=pk)
    else:
        found = TimelineEntry.objects.filter(ref_kind=kind, ref_id=pk)
    if actor.kind == "clock":
        return found
    mine = list(tokens(actor))
    hidden = [f"-{token}" for token in mine if token.startswith("person:")]
    return found.filter(audience__overlap=mine).exclude(audience__overlap=hidden)


def page_about(kind: str, pk: int, actor: Actor, cursor: str, size: int, names: Sequence[str]) -> Slice:
    """A page of them, newest first, each with these values.  One query.  Raises BadCursor."""
    keys = keys_of(TimelineEntry, _ORDER)
    rows = entries_about(kind, pk, actor).values_list(*names, named=True)
    return page_of(rows, keys, decode(cursor, keys) if cursor else None, size, count=False)


def lines(record: Model, actor: Actor, before: str = "") -> tuple[list[Line], str]:
    """A page of the timeline and the cursor of the next, "" at the end.  One query."""
    kind, pk = kind_of(record), int(record.pk)
    try:
        part = page_about(kind, pk, actor, before, SHOWN, _READ)
    except BadCursor:
        part = page_about(kind, pk, actor, "", SHOWN, _READ)
    return [_line(row) for row in part.rows], part.next or ""


def _line(row: Any) -> Line:
    kind = register.timeline_kind.get(row.kind)
    icon, tone = (kind.icon, kind.tone) if kind else ("point", "")
    url = url_at(row.ref_kind, row.ref_id)
    return Line(row.at, row.kind, icon, tone, row.title, row.text, row.person__name, url, row.pinned)
