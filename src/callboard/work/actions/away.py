"""Who comes back from an absence is told, once, what came about."""

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core.actions import Actor, action
from callboard.core.company import public
from callboard.core.notify import notify
from callboard.team.models import Absence
from callboard.work.queries.away import EVENT, away_of

PATH = "/my-day/away/"


@action(
    _("Told who is back"),
    who="work.clock",
    final=_("It was said."),
    served=False,
    icon="door-exit",
)
def tell_returned(absence: Absence, *, by: Actor) -> Absence:
    """One notice on the first morning after an absence: how much there is, and the page that says what."""
    away = away_of(Actor("person", person=absence.person), absence, by.now)
    lines = [
        ngettext("{n} thing was done for you", "{n} things were done for you", len(away.did.lines)).format(
            n=len(away.did.lines)
        ),
        ngettext("{n} task came or became due", "{n} tasks came or became due", away.came).format(n=away.came),
        ngettext("{n} other waits for you", "{n} others wait for you", away.others_wait).format(n=away.others_wait),
        ngettext("{n} promise was given", "{n} promises were given", len(away.promises)).format(n=len(away.promises)),
        ngettext("{n} hand-off moved", "{n} hand-offs moved", len(away.steps)).format(n=len(away.steps)),
        *(f"{each.entry.label}: {len(each.rows)}" for each in away.others),
        public(PATH),
    ]
    notify(absence.person, EVENT, by=by, subject=said("While you were away"), text="\n".join(lines), ref=absence)
    return absence
