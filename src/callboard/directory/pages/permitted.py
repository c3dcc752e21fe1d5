"""The panel of a person that says whether they may be reached now, and why not."""

from collections.abc import Mapping
from typing import Any

from django.utils import formats

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.core.registry import register
from callboard.directory import queries
from callboard.directory.actions import (
    end_override,
    override_calling_rules,
    record_consent,
    stop_contacting,
    withdraw_consent,
)
from callboard.directory.models import Contact
from callboard.kit.pages import buttons_for

#: The way out by phone stands in a higher room: it is found by its name, as an undo is.
PLACE_CALL = "channels.place_call"


def permission(contact: Contact, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel shows, with the verbs of whoever looks."""
    now = clock.now()
    shown = queries.permission_of(contact, found, by=actor, now=now)
    stopped = shown["stopped"]
    held = shown["override"]
    return {
        **shown,
        # Another address of theirs, of which they said nothing.
        "some_open": len(shown["standings"]) > len(stopped),
        "deadline": formats.date_format(queries.honour_by(stopped[0].asked_at), "M j, Y") if stopped else "",
        "acts": buttons_for(_verbs(), actor, now, contact),
        "end_override": next(iter(buttons_for((end_override,), actor, now, held)), None) if held else None,
    }


def _verbs() -> list[Action[..., Any]]:
    call = register.actions.get(PLACE_CALL)
    verbs = (stop_contacting, withdraw_consent, record_consent, override_calling_rules)
    return [*([call] if call is not None else []), *verbs]
