"""Which talk an account's clock counts from."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.registry import Reason, WhyEntry, register
from callboard.directory.models import Account
from callboard.journal import rules
from callboard.journal.models import Interaction

SHOWN = 5


def _last_talk(account: Account, actor: Actor) -> Reason | None:
    rows = Interaction.objects.filter(account_links__account=account, conversed=True, removed_at=None)
    found = visible(rows, actor).order_by("-at", "-id")[:SHOWN]
    lines = [
        (rules.title_of(one), formats.date_format(timezone.localtime(one.at), "M j, Y"), url_of(one)) for one in found
    ]
    return Reason(
        _("The last time both spoke: an answered call of 30 seconds or more, a meeting, or their reply to us."), lines
    )


register.why.add(
    WhyEntry("account.last_talk", gettext_lazy("Last talk"), _last_talk, "directory.account", "journal.view")
)
