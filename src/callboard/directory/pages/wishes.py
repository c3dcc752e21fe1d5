"""The pages of who asked us to stop and of what people said about being reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import may_see, visible
from callboard.core.actions import Actor
from callboard.core.refs import BIGGEST
from callboard.directory import queries, rules
from callboard.directory.actions import (
    record_consent,
    stop_contacting,
    strike_consent,
    strike_refusal,
    suppress_address,
    unsuppress,
    withdraw_consent,
)
from callboard.directory.models import Consent, Contact, Scope, Suppression
from callboard.kit.downloads import download
from callboard.kit.filtering import Taken
from callboard.kit.filters import Between, Choice, Flag, Search, Typed
from callboard.kit.listing.asked import Seen
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.pages.page import Page
from callboard.kit.tables import Column, Table, Text


@dataclass(frozen=True)
class OfAddress(Typed):
    """Rows of one address or number, however it is written: only its hash is kept."""

    key: str
    label: Text
    path: str = "address_hash"

    def read(self, text: str, actor: Actor) -> Taken:
        if rules.mail_address(text) is None and rules.e164(text) is None:
            said = now_("{filter}: “{value}” is neither a mail address nor a number.")
            return Taken(problem=said.format(filter=self.label, value=text[:40]))
        return Taken(Q(**{self.path: rules.address_hash(text)}), text[:80])


def whose(row: Suppression) -> Contact | None:
    """Who asked, while they are known here; of whoever was erased only the hash is left."""
    return row.contact if row.contact is not None and not rules.is_erased(row.contact) else None


class SuppressionTable(Table):
    columns = (
        Column("scope", _("What they asked for"), link=True, value=lambda row: row.get_scope_display()),
        Column("contact", _("Contact"), value=lambda row: whose(row) or _("an address"), sort=None),
        Column(
            "account",
            _("Account"),
            kind="account",
            value=lambda row: found.account if (found := whose(row)) else None,
            sort=None,
        ),
        Column("reason", _("Reason")),
        Column("at", _("When"), kind="when"),
        Column("short_hash", _("Hash"), value=lambda row: row.address_hash[:12], sort=None),
    )


class Suppressions(ListPage):
    """Addresses that asked us to stop, by their hash; who asked in person is named until they are erased. An address typed
    above finds its row."""

    model = Suppression
    title = _("Asked us to stop")
    url = "suppressions/"
    name = "suppressions"
    template = "directory/suppressions.html"
    table = SuppressionTable
    order = ("-at", "-id")
    buttons = (suppress_address,)
    filters = (
        OfAddress("address", _("Address or number")),
        Choice("scope", _("What they asked for"), choices=Scope.choices),
        Between("at", _("When")),
        Search(("reason",)),
    )
    empty = Empty(
        _("Nobody asked us to stop"),
        _(
            "Who unsubscribes by the link in a mail, or says on the phone or by mail that it is enough, comes here by itself, and "
            "no mail or call for sales goes there from that moment. A hash of the address is kept, so that it counts after the "
            "person is erased too."
        ),
        "ban",
        (suppress_address.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).select_related("contact__account")

    def context(self, request: HttpRequest, actor: Actor, seen: Seen, query: Any) -> dict[str, Any]:
        return {
            **super().context(request, actor, seen, query),
            "looked_up": looked_up(request.GET.get("address", ""), actor),
        }


def looked_up(text: str, actor: Actor) -> dict[str, Any] | None:
    """What the filter by address did with what was typed, and whose it is where the actor may see that; None without one."""
    if rules.mail_address(text) is None and rules.e164(text) is None:
        return None
    row = queries.suppression_of(rules.address_hash(text))
    contact, account = queries.whose_address(text)
    return {
        "address": text[:80],
        "asked": row,
        "contact": contact if contact is not None and may_see(actor, contact) else None,
        "account": account if account is not None and may_see(actor, account) else None,
    }


class SuppressionRecord(RecordPage):
    model = Suppression
    url = "suppressions/<int:pk>/"
    name = "suppression"
    related = ("contact__account",)
    timeline = False
    buttons = (unsuppress,)

    def facts(self, obj: Suppression) -> Sequence[Fact]:
        contact = whose(obj) or queries.whose_hash(obj.address_hash)
        return [
            *([(_("Contact"), contact, "account"), (_("Account"), contact.account, "account")] if contact else []),
            (_("When"), obj.at, "when"),
            (_("Reason"), obj.reason),
            (_("Honoured"), _("at once")),
            (_("The law's last day"), queries.honour_by(obj.at), "date"),
            (_("Hash"), obj.address_hash[:12]),
        ]


class ConsentTable(Table):
    columns = (
        Column("contact", _("Contact"), link=True, value=lambda row: row.contact or _("an address")),
        Column("given", _("Said"), kind="chip", value=lambda row: said(row)),
        Column("about", _("About"), sort=None),
        Column("how", _("How"), value=lambda row: row.get_how_display()),
        Column("at", _("When"), kind="when"),
        Column("person", _("Written down by"), kind="person"),
    )


def said(row: Consent) -> tuple[Any, str]:
    """Yes or no, with its tone."""
    return (_("yes"), "won") if row.given else (_("no"), "over")


class Consents(ListPage):
    """What people said about being reached, with its proof."""

    model = Consent
    title = _("Consents")
    url = "consents/"
    name = "consents"
    template = "directory/permission_list.html"
    table = ConsentTable
    order = ("-at", "-id")
    filters = (
        Search(("contact__name", "proof")),
        Flag("given", _("Yes")),
        Choice("medium", _("By")),
        Choice("purpose", _("For")),
        Choice("how", _("How")),
        Between("at", _("When")),
    )
    empty = Empty(
        _("No consent yet"), _("A yes or a no is written down on the contact's page, with its proof."), "circle-check"
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).select_related("contact", "person")


class ConsentRecord(RecordPage):
    model = Consent
    url = "consents/<int:pk>/"
    name = "consent"
    timeline = False
    related = ("contact", "person")
    buttons = (strike_consent, strike_refusal)
    template = "directory/proof.html"

    def state(self, obj: Consent) -> tuple[Any, str] | None:
        return said(obj)

    def facts(self, obj: Consent) -> Sequence[Fact]:
        return [
            (_("Contact"), obj.contact),
            (_("About"), obj.about),
            (_("How"), obj.get_how_display()),
            (_("When"), obj.at, "when"),
            (_("Written down by"), obj.person, "person"),
            *([(_("The law's last day"), queries.honour_by(obj.at), "date")] if not obj.given else []),
        ]


class ProofFile(Page):
    """The file that proves a consent, as a download."""

    model = Consent
    url = "consents/<int:pk>/proof/"
    name = "consent-proof"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        rows = visible(Consent.objects.exclude(proof_sha=""), actor)
        found = rows.filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        return download(found.proof_sha, found.proof_name)


class RecordConsent(ActionPage):
    action = record_consent
    fields = ("how", "at", "medium", "purpose", "proof", "proof_file")
    labels = {
        "medium": _("By which way; empty for any"),
        "purpose": _("For what; empty for sales and campaigns"),
        "proof": _("Their words"),
        "proof_file": _("The file that proves it"),
    }
    submit = _("Record their yes")


class WithdrawConsent(ActionPage):
    action = withdraw_consent
    fields = ("how", "at", "medium", "purpose", "proof", "proof_file")
    labels = {
        "medium": _("By which way; empty for any"),
        "purpose": _("For what; empty for sales and campaigns"),
        "proof": _("Their words"),
        "proof_file": _("The file that proves it"),
    }
    submit = _("Record their no")
    text = _("It holds at once, for everybody here.")


class StopContacting(ActionPage):
    action = stop_contacting
    text = _("Every mail address and number of theirs, for everybody here, at once.")
    labels = {"scope": _("What they asked for"), "reason": _("How they said it")}


class StrikeRefusal(ActionPage):
    action = strike_refusal
    text = _("What they said before counts again. The reason stands on the timeline.")
    labels = {"reason": _("What shows that they did not say no")}
