"""What a note said before it was changed."""

from datetime import datetime
from typing import Any

from django.apps import apps

from callboard.journal.models import Interaction

SHOWN = 10


def earlier_texts(made: Interaction) -> list[tuple[datetime, str, str]]:
    """Texts it no longer has, newest first: (since when, who wrote it, text).  One query."""
    events: Any = apps.get_model("journal", "InteractionEvent")
    rows = events.objects.filter(pgh_obj=made.pk).order_by("-pgh_id").values_list("pgh_created_at", "text")[: 3 * SHOWN]
    found: list[tuple[datetime, str, str]] = []
    last = made.text
    for at, text in rows:
        if text and text != last:
            found.append((at, "", text))
        last = text
    return found[:SHOWN]
