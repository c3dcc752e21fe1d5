"""What the kit itself adds: the rows of lists for runs, the place of runs in the rail, what it tells people."""

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import Nav, NotificationEvent, OwnedKind, register
from callboard.kit.listing.mailing import EVENT, still_open
from callboard.kit.listing.models import SavedView, Schedule, Sharing
from callboard.kit.runs import front

__all__ = ["front"]

register.nav.add(Nav("runs", "more", _("Runs"), "runs", "player-play", order=95, operation="core.runs"))
# Its hour is the schedule's, and each mail carries a file of its own: no quiet hour, bundle or digest; the mail itself says
# how to get no more of it.
register.notification_event.add(
    NotificationEvent(EVENT, _("A list you asked for is sent"), can_mute=False, fixed=True, still=still_open)
)
# Views nobody else sees go with whoever made them; a schedule nobody takes is paused when its owner leaves.
register.owned_kind.add(
    OwnedKind(
        "kit.view",
        _("views others see"),
        lambda pk: SavedView.objects.filter(owner=pk, deleted_at=None).exclude(sharing=Sharing.MINE),
        "kit.give_view",
        columns=("kit.savedview.owner",),
    )
)
register.owned_kind.add(
    OwnedKind(
        "kit.schedule",
        _("lists mailed on a schedule"),
        lambda pk: Schedule.objects.filter(owner=pk, ended_at=None, paused_at=None),
        "kit.give_schedule",
        columns=("kit.schedule.owner",),
        due="next_at",
        blocks=False,
    )
)
