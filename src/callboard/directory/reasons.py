"""Since when somebody owns an account."""

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor
from callboard.core.registry import Reason, WhyEntry, register
from callboard.directory.models import Account, AccountOwner

SHOWN = 8


def _owner(account: Account, actor: Actor) -> Reason | None:
    rows = AccountOwner.objects.filter(account=account).select_related("person").order_by("-starts_on", "-id")[:SHOWN]
    lines = [(str(row.person), formats.date_format(row.starts_on, "M j, Y")) for row in rows]
    return Reason(
        _("Who has owned the account, and since when. A new owner is written by name; nobody inherits it."), lines
    )


register.why.add(WhyEntry("account.owner", gettext_lazy("Owner"), _owner, "directory.account"))
