"""Who answered for an account on any day, and which territory covers it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.refs import BIGGEST
from callboard.directory.actions import keep_account, name_account, release_account
from callboard.directory.models import Account
from callboard.directory.pages.shown import today
from callboard.directory.queries import coverage, owners
from callboard.directory.queries.territories import in_force
from callboard.kit.addresses import action_url
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column

#: What can be done by hand with an account that follows the territories, and with one that does not.
NAMING = {
    False: ((name_account, _("Name it for a territory")), (keep_account, _("Keep it where it is"))),
    True: ((release_account, _("Let it follow the territories")),),
}


class AccountOwners(ReportPage):
    """Who answered for an account on any day: `?on=2026-03-01`; and which territory covers it now."""

    model = Account
    title = _("Who answered for it")
    url = "accounts/<int:pk>/owners/"
    name = "account-owners"
    template = "directory/account_owners.html"
    columns = (
        Column("role", _("Role"), value=lambda row: row.get_role_display()),
        Column("person", _("Person"), value=lambda row: row.person),
        Column("starts_on", _("From"), kind="date", value=lambda row: row.starts_on),
        Column("ends_on", _("Until"), kind="date", value=lambda row: row.ends_on),
    )

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        found = visible(Account.objects.filter(pk=pk), actor).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        self.account = found
        return super().get(request, actor, **kwargs)

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(self.columns, list(owners.history_of(self.account)))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        wanted = request.GET.get("on", "")
        try:
            day = date.fromisoformat(wanted) if wanted else today()
        except ValueError:
            day, wrong = today(), _("“{text}” is no day. Write it like 2026-03-31.").format(text=wanted[:20])
        else:
            wrong = ""
        cover, why = coverage.territory_of(self.account, today())
        return {
            "account": self.account,
            "day": day,
            "wrong": wrong,
            "then": list(owners.answered_on(self.account, day)),
            "history": list(owners.history_of(self.account)),
            "cover": cover,
            "why": why,
            "naming": [
                (label, action_url(each, self.account))
                for each, label in NAMING[bool(self.account.territory_names.filter(in_force(today())).exists())]
                if each.allowed(actor, self.account)
            ],
        }
