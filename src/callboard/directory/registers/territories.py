"""What directory hangs on the registries about territories and who answers for an account."""

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import (
    MergeHook,
    Nav,
    NotificationEvent,
    OwnedKind,
    PanelEntry,
    SearchSource,
    TimelineKind,
    register,
)
from callboard.directory import queries
from callboard.team.models import TerritoryHolder

register.timeline_kind.add(TimelineKind("directory.territory", _("Territory"), "map-pin"))
register.owned_kind.add(
    OwnedKind(
        "directory.territory",
        _("territories held"),
        lambda pk: TerritoryHolder.objects.filter(person=pk, ends_on=None),
        "directory.give_territory",
        columns=("team.territoryholder.person",),
    )
)
register.nav.add(
    Nav("territories", "more", _("Territories"), "territories", "map-pin", order=82, operation="team.view")
)
register.search_source.add(
    SearchSource(
        "team.territory", _("Territories"), "map-pin", title=("name",), detail=("note",), root="", weight=45, named=True
    )
)
register.notification_event.add(
    NotificationEvent("territories_changed", _("Territories change what is yours"), icon="map-pin")
)
register.panel.add(
    PanelEntry(
        "owners", "directory.Account", _("Who answered for it"), "directory/owners.html", queries.owners_of, 80,
        asks=queries.owners_asked, lazy=True,
    )
)  # fmt: skip
for _name, _why in (
    ("directory.territoryaccount.account_id", _("The kept record is named for a territory, or not, by itself.")),
    ("directory.territorymove.account_id", _("It says what a change of territories moved at that time.")),
):
    register.merge_hook.add(MergeHook(_name, _why))
