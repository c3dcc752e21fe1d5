"""What the kit itself adds: the rows of lists for runs, the place of runs in the rail, what it tells people."""

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import Nav, NotificationEvent, register
from callboard.kit.listing.mailing import EVENT, still_open
from callboard.kit.runs import front

__all__ = ["front"]

register.nav.add(Nav("runs", "team", _("Runs"), "runs", "player-play", order=95, operation="core.runs"))
# Its hour is the schedule's, and each mail carries a file of its own: no quiet hour, bundle or digest; the mail itself says
# how to get no more of it.
register.notification_event.add(
    NotificationEvent(EVENT, _("A list you asked for is sent"), can_mute=False, fixed=True, still=still_open)
)
