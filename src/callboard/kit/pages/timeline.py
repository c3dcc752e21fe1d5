"""The timeline of a record page: entries of the index the actor may see, newest first, a page at a time."""

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
from callboard.kit.paging import BadCursor, decode, keys_of, page_of

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


def entries_for(record: Model, actor: Actor) -> QuerySet[TimelineEntry]:
    """The entries of a root, or those about one record; hidden ones left out."""
    kind = kind_of(record)
    if kind == settings.ROOT_MODEL.lower():
        found = TimelineEntry.objects.filter(root_id=record.pk)
    else:
        found = TimelineEntry.objects.filter(ref_kind=kind, ref_id=record.pk)
    if actor.kind == "clock":
        return found
    mine = list(tokens(actor))
    hidden = [f"-{token}" for token in mine if token.startswith("person:")]
    return found.filter(audience__overlap=mine).exclude(audience__overlap=hidden)


def lines(record: Model, actor: Actor, before: str = "") -> tuple[list[Line], str]:
    """A page of the timeline and the cursor of the next, "" at the end.  One query."""
    keys = keys_of(TimelineEntry, _ORDER)
    try:
        cursor = decode(before, keys) if before else None
    except BadCursor:
        cursor = None
    rows = entries_for(record, actor).values_list(*_READ, named=True)
    part = page_of(rows, keys, cursor, SHOWN, count=False)
    return [_line(row) for row in part.rows], part.next or ""


def _line(row: Any) -> Line:
    kind = register.timeline_kind.get(row.kind)
    icon, tone = (kind.icon, kind.tone) if kind else ("point", "")
    url = url_at(row.ref_kind, row.ref_id)
    return Line(row.at, row.kind, icon, tone, row.title, row.text, row.person__name, url, row.pinned)
