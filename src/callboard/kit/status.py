"""What a person says they are doing, and the other choices: the frame and the palette offer them."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from callboard.core.registry import register
from callboard.kit.addresses import action_url


def status_of(person: Any) -> dict[str, Any] | None:
    """What the person says they are doing, and the other choices; None where people have no status."""
    action = register.actions.get(getattr(settings, "STATUS_ACTION", "team.set_status"))
    now = getattr(person, "status", None)
    if action is None or now is None or action.target_model is None:
        return None
    cues = {"available": "ok", "on_call": "busy", "wrap_up": "busy", "away": "off"}
    pairs: Iterable[tuple[str, Any]] = person._meta.get_field("status").flatchoices
    choices = [
        {"value": value, "label": label, "cue": cues.get(value, ""), "on": value == now} for value, label in pairs
    ]
    url = action_url(action, person)
    return {"label": person.get_status_display(), "cue": cues.get(now, ""), "url": url, "choices": choices}
