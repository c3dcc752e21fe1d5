"""The timeline of a record page: entries of the index the actor may see, newest first, a page at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet

from callboard.core.access import tokens
from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of, model_of
from callboard.core.registry import register
from callboard.kit.paging import BadCursor, decode, keys_of, page_of

SHOWN = 30
_ORDER = ("-at", "-id")


@dataclass(frozen=True)
class Line:
    """One entry for the template."""

    at: datetime
    kind: str
    icon: str
    tone: str
    title: str
    text: str
    person: Any
    url: str
    pinned: bool


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
    part = page_of(entries_for(record, actor).select_related("person"), keys, cursor, SHOWN, count=False)
    return [_line(entry) for entry in part.rows], part.next or ""


def _line(entry: TimelineEntry) -> Line:
    kind = register.timeline_kind.get(entry.kind)
    icon, tone = (kind.icon, kind.tone) if kind else ("point", "")
    return Line(entry.at, entry.kind, icon, tone, entry.title, entry.text, entry.person, _url(entry), entry.pinned)


def _url(entry: TimelineEntry) -> str:
    """The address by kind and id alone: nothing is loaded for it."""
    model, known = model_of(entry.ref_kind), register.record_urls.get(entry.ref_kind)
    return known(model(pk=entry.ref_id)) if model is not None and known is not None else ""
