"""The pages of accounts."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils import formats
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.money import shown
from callboard.directory import queries
from callboard.directory.actions import (
    add_contact,
    add_domain,
    add_file,
    add_location,
    add_relation,
    archive_account,
    change_account,
    create_account,
    fill_in_account,
    join_network,
    set_account_field,
    set_bill_to,
    set_owner,
    set_parent,
    set_tier,
    tag_account,
    unarchive_account,
    untag_account,
)
from callboard.directory.models import Account, AccountKind, Noun, Tier
from callboard.directory.pages.beside import ACCOUNT_PANELS
from callboard.directory.pages.confirming import Confirmed
from callboard.directory.pages.filters import GroupOf, Tagged
from callboard.directory.pages.leading import LeadsOn
from callboard.directory.pages.own import OwnFields
from callboard.directory.pages.permitted import reach_url
from callboard.directory.pages.shown import initials, local_time, renewal, today
from callboard.directory.tables import AccountTable
from callboard.kit.filters import Between, Choice, Flag, Person, Search
from callboard.kit.pages import Empty, Fact, Panel
from callboard.kit.when import day_text
from callboard.kit.why import why_url


def people_here(account: Account, actor: Actor) -> dict[str, Any]:
    """Who works there, each with whether a sales call may be made now; and the account's own number and mail, with the verbs
    that ask first."""
    people = queries.people_at(account)
    standings, own = queries.standings_here(people, account, by=actor, now=clock.now())
    return {
        "people": [(contact, standings.get(contact.pk)) for contact in people],
        "own": [(standing, reach_url(account, standing, contact, actor)) for standing, contact in own],
    }


def _paid(account: Account, mrr: Decimal) -> dict[str, Any]:
    """The figure of what an account pays, and where a part of it counts later what it pays today."""
    ahead = queries.mrr_ahead(account, today())
    if ahead is None:
        return {"label": _("MRR"), "value": mrr}
    said = now_("{today} today, changes {day}").format(
        today=shown(ahead.now), day=formats.date_format(ahead.first, "M j")
    )
    return {"label": _("MRR agreed"), "value": mrr, "note": said}


class Accounts(OwnFields):
    noun = Noun.ACCOUNT
    model = Account
    title = _("Accounts")
    url = "accounts/"
    name = "accounts"
    table = AccountTable
    filters = (
        Search(("name", "city")),
        Person("owner", _("Owner")),
        Choice("tier", _("Tier"), choices=Tier.choices),
        Choice("kind", _("Kind"), choices=AccountKind.choices),
        Choice("region", _("State"), rows=queries.regions),
        Between("renewal", _("Renewal"), "facts__renewal_on"),
        Between("last_conversation", _("Last talk"), "facts__last_conversation_at"),
        Flag("customer", _("Customer"), queries.PAYS),
        GroupOf("group_of", _("Group")),
        Tagged("tag", _("Tag")),
        Flag("archived", _("Archived"), queries.ARCHIVED),
    )
    tabs = ((_("Mine"), "owner=me"), (_("Customers"), "customer=1"), (_("Nobody's"), "owner=none"))
    order = ("sort_key", "id")
    buttons = (create_account,)
    bulk = (set_owner, set_tier, set_account_field, tag_account, untag_account, archive_account, unarchive_account)
    edits = (change_account, set_tier, set_owner)
    empty = Empty(_("No accounts yet"), _("Add the first one, or load the practice company."), "building-store")

    def queryset(self, actor: Actor) -> Any:
        return self.with_own(queries.accounts_listed(actor))

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """Archived accounts only where they are asked for. Sorted by a fact: saying that every account has facts (it
        does) lets the database use the index of that fact."""
        found = super().rows(actor, seen, table)
        if any(key.path.startswith("facts__") for key in seen.keys):
            found = found.filter(facts__isnull=False)
        return found if seen.asks("archived") else found.exclude(queries.ARCHIVED)


class AccountRecord(LeadsOn):
    model = Account
    url = "accounts/<int:pk>/"
    name = "account"
    related = ("facts", "owner", "parent", "bill_to")
    buttons = (
        add_contact,
        set_owner,
        set_tier,
        change_account,
        fill_in_account,
        tag_account,
        untag_account,
        join_network,
        add_relation,
        add_location,
        add_file,
        set_parent,
        set_bill_to,
        add_domain,
        archive_account,
        unarchive_account,
    )

    def asks(self, obj: Account, actor: Actor) -> dict[str, Question]:
        return queries.account_asked(obj, today())

    def know(self, obj: Account, found: Mapping[str, Any]) -> None:
        queries.know_account(obj, found)

    def subtitle(self, obj: Account) -> str:
        since = obj.facts.customer_since
        parts = [
            now_("Customer since {month}").format(month=formats.date_format(since, "M Y")) if since else "",
            obj.place.replace(",", ""),
        ]
        return " · ".join(part for part in parts if part)

    def state(self, obj: Account) -> tuple[Any, str] | None:
        if obj.archived_at is not None:
            return _("Archived"), ""
        if obj.facts.open_cancellation:
            return _("Cancellation open"), "due"
        return None

    def facts(self, obj: Any) -> Sequence[Fact]:
        support = queries.owners_on(obj, today()).get("support")
        street = ", ".join(part for part in (obj.street, f"{obj.city} {obj.region} {obj.postal_code}".strip()) if part)
        return [
            (_("Local time"), local_time(queries.zone_at(obj), clock.now())),
            (_("Address"), street),
            *([(_("Trades as"), obj.trade_name)] if obj.trade_name else []),
            (_("Kind"), obj.get_kind_display()),
            (_("Tier"), obj.tier),
            *([(_("Part of"), obj.parent, "account")] if obj.parent else []),
            *([(_("Bills go to"), obj.bill_to, "account")] if obj.bill_to else []),
            *([(_("Website"), obj.website)] if obj.website else []),
            *([(_("Language"), obj.language)] if obj.language else []),
            *([(_("Tags"), ", ".join(obj.tags))] if obj.tags else []),
            (_("Owner"), obj.owner, "person", why_url("account.owner", obj)),
            *([(_("Support"), support.person, "person")] if support else []),
            (_("Number"), f"#{obj.number}"),
            *([(_("Note"), obj.note)] if obj.note else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        facts = obj.facts
        figures: list[dict[str, Any]] = []
        if facts.mrr is not None:
            figures.append({**_paid(obj, facts.mrr), "why": why_url("account.mrr", obj)})
        if facts.renewal_on is not None:
            value, tone = renewal(facts.renewal_on, today())
            figures.append(
                {"label": _("Renewal"), "value": value, "tone": tone, "why": why_url("account.renewal", obj)}
            )
        if facts.last_conversation_at is not None:
            spoke = clock.business_day(facts.last_conversation_at)
            talked = {"label": _("Last talk"), "value": day_text(spoke, today())}
            figures.append({**talked, "why": why_url("account.last_talk", obj)})
        return {"figures": figures, "mark": initials(obj.name)}

    panels = (
        Panel(
            "people",
            _("People"),
            "directory/people.html",
            context=people_here,
            place="left",
        ),
        *ACCOUNT_PANELS,
    )


class CreateAccount(Confirmed):
    action = create_account
    fields = ("name", "kind", "owner", "tier", "phone", "website", "street", "city", "region", "postal_code")
    labels = {"domain": _("Mail domain"), "confirmed": _("Create it although it looks like one we have")}
