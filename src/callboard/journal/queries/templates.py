"""Templates of notes."""

from django.db.models import QuerySet

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.journal.models import NoteTemplate

MOST = 100


def templates_for(actor: Actor) -> QuerySet[NoteTemplate]:
    """Those a person writes with: their own first, then everybody's, at most a hundred."""
    rows = visible(NoteTemplate.objects.filter(removed_at=None), actor)
    return rows.order_by("shared", "name", "pk")[:MOST]
