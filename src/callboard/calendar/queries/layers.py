"""The layers of the calendar page, and which of them a person has hidden."""

from typing import Any, NamedTuple

from callboard.calendar.models import HiddenLayers
from callboard.calendar.queries.showing import TONES
from callboard.core.actions import Actor
from callboard.core.registry import register


class Named(NamedTuple):
    """One layer. key: what it is hidden by.  tone: of the stylesheet."""

    key: str
    label: Any
    tone: str


def layers() -> list[Named]:
    """Those of calendars, then the date sources of other apps."""
    own = [Named(layer.value, layer.label, tone) for layer, tone in TONES.items()]
    return [*own, *(Named(part.name, part.value.layer, part.value.tone) for part in register.date_source)]


def hidden_layers(actor: Actor) -> set[str]:
    """The keys of what a person does not want to see. One query."""
    found = HiddenLayers.objects.filter(person=actor.person_id).values_list("layers", flat=True).first()
    return set(found or ())
