"""The note box and what was talked about, on a lead's page."""

from collections.abc import Mapping
from typing import Any

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.refs import kind_of
from callboard.core.registry import PanelEntry, register
from callboard.journal import queries
from callboard.journal.box import note_box, shown
from callboard.kit.addresses import action_url
from callboard.kit.pieces.prose import internal
from callboard.pipeline.actions import note_lead
from callboard.pipeline.models import Lead

SHOWN = 20
internal("pipeline.note_lead", "text")


def _asks(lead: Lead, actor: Actor) -> dict[str, Question]:
    return {"templates": Question("records", queries.templates_for(actor))}


def _box(lead: Lead, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """Notes of a lead that became a customer stand on the account, and are written there."""
    if not lead.open or not note_lead.allowed(actor, lead):
        return None
    about = {"account": lead.account_id, "with": lead.name}
    box = note_box(
        actor, action_url(note_lead, lead), about, templates=found["templates"], account=lead.company or lead.name
    )
    return {**box, "record_kind": kind_of(lead), "with_name": lead.name}


def _notes(lead: Lead, actor: Actor) -> dict[str, Any] | None:
    found = list(queries.interactions_about(kind_of(lead), lead.pk, actor)[:SHOWN])
    return {"lines": shown(found)} if found else None


register.panel.add(
    PanelEntry(
        "note-lead",
        "pipeline.lead",
        "",
        "kit/parts/note_box.html",
        _box,
        order=5,
        place="middle",
        operation="journal.write",
        asks=_asks,
    )
)
register.panel.add(
    PanelEntry(
        "notes", "pipeline.lead", "", "journal/with.html", _notes, order=10, place="middle", operation="journal.view"
    )
)
