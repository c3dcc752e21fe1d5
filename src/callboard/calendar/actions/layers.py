"""What a person wants to see on the calendar page."""

from django.utils.translation import gettext_lazy as _

from callboard.calendar.models import HiddenLayers
from callboard.calendar.queries.layers import hidden_layers, layers
from callboard.core.actions import Actor, Invalid, action


@action(
    _("Hid a layer of the calendar"),
    said=_("Hidden until you press it again"),
    who="calendar.view",
    final=_("Press it in the legend again."),
    icon="eye-off",
)
def hide_layer(*, by: Actor, layer: str) -> None:
    """For whoever presses it alone."""
    _write(by, layer, hidden=True)


@action(
    _("Showed a layer of the calendar"),
    said=_("It is shown again"),
    who="calendar.view",
    final=_("Press it in the legend again."),
    icon="eye",
)
def show_layer(*, by: Actor, layer: str) -> None:
    """What was hidden before."""
    _write(by, layer, hidden=False)


def _write(by: Actor, layer: str, *, hidden: bool) -> None:
    known = {each.key for each in layers()}
    if layer not in known:
        raise Invalid({"layer": _("There is no such layer.")})
    if by.person is None:
        raise Invalid({"layer": _("Only a person looks at calendars.")})
    left = (hidden_layers(by) | {layer}) if hidden else (hidden_layers(by) - {layer})
    HiddenLayers.objects.update_or_create(person=by.person, defaults={"layers": sorted(left & known)})
