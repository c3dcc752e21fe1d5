from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, action
from callboard.directory.models import Account
from tests.leaflets.models import Leaflet


@action(
    _("Wrote leaflet"), who="leaflets.edit", roots=lambda kw: {kw["account"].pk}, final=_("Nothing left the house.")
)
def create_leaflet(*, by: Actor, title: str, account: Account, copies: int = 1) -> Leaflet:
    """A leaflet for an account."""
    leaflet = Leaflet.objects.create(title=title, account=account, copies=copies, created_at=by.now)
    by.timeline(account.pk, "leaflet.written", ref=leaflet, title=title)
    return leaflet


@action(_("Sent leaflet"), who="leaflets.edit", final=_("It has left the house."), icon="send")
def send_leaflet(leaflet: Leaflet, *, by: Actor) -> Leaflet:
    """It left the house today."""
    leaflet.sent_on = by.today
    leaflet.save()
    return leaflet


@send_leaflet.can
def _not_yet(leaflet: Leaflet, now: datetime) -> Refusal | None:
    return Refusal("sent", _("It was sent on {on}."), on=leaflet.sent_on) if leaflet.sent_on else None
