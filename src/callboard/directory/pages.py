"""The pages of accounts and people."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import formats
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.links import url_of
from callboard.directory import queries
from callboard.directory.actions import (
    add_contact,
    add_domain,
    add_email,
    add_phone,
    archive_account,
    change_account,
    change_contact,
    create_account,
    mark_left,
    mark_returned,
    move_contact,
    set_owner,
    set_parent,
    set_tier,
    unarchive_account,
)
from callboard.directory.models import Account, AccountKind, Contact, RoleKind, Tier
from callboard.directory.rules import phone_text
from callboard.directory.tables import AccountTable, ContactTable
from callboard.kit.filters import Between, Choice, Flag, Person, Search
from callboard.kit.pages import ActionPage, Empty, ListPage, Panel, RecordPage
from callboard.kit.when import day_text
from callboard.kit.why import why_url

RENEWAL_NEAR, RENEWAL_DUE = 90, 30
Fact = tuple[Any, Any] | tuple[Any, Any, str] | tuple[Any, Any, str, str]


def _today() -> date:
    """The company's day; its settings are read once a page."""
    return clock.business_day(clock.now())


def local_time(zone: str | None, now: datetime) -> str:
    """What the clock says there: `10:42 AM`; "" where the zone is unknown."""
    return str(formats.date_format(now.astimezone(ZoneInfo(zone)), "g:i A")) if zone else ""


class Accounts(ListPage):
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
        Choice("region", _("State"), choices=queries.regions),
        Between("renewal", _("Renewal"), "facts__renewal_on"),
        Between("last_conversation", _("Last talk"), "facts__last_conversation_at"),
        Flag("customer", _("Customer"), queries.PAYS),
        Flag("archived", _("Archived"), queries.ARCHIVED),
    )
    tabs = ((_("Mine"), "owner=me"), (_("Customers"), "customer=1"), (_("Nobody's"), "owner=none"))
    order = ("sort_key", "id")
    buttons = (create_account,)
    bulk = (set_owner, set_tier, archive_account, unarchive_account)
    edits = (change_account, set_tier, set_owner)
    empty = Empty(_("No accounts yet"), _("Add the first one, or load the practice company."), "building-store")

    def queryset(self, actor: Actor) -> Any:
        return queries.accounts_listed(actor)

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """Archived accounts only where they are asked for. Sorted by a fact: saying that every account has facts (it
        does) lets the database use the index of that fact."""
        found = super().rows(actor, seen, table)
        if any(key.path.startswith("facts__") for key in seen.keys):
            found = found.filter(facts__isnull=False)
        return found if seen.asks("archived") else found.exclude(queries.ARCHIVED)


class AccountRecord(RecordPage):
    model = Account
    url = "accounts/<int:pk>/"
    name = "account"
    related = ("facts", "owner", "parent")
    buttons = (
        add_contact,
        set_owner,
        set_tier,
        change_account,
        set_parent,
        add_domain,
        archive_account,
        unarchive_account,
    )

    def asks(self, obj: Account, actor: Actor) -> dict[str, Question]:
        return queries.account_asked(obj, _today())

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
        support = queries.owners_on(obj, _today()).get("support")
        street = ", ".join(part for part in (obj.street, f"{obj.city} {obj.region} {obj.postal_code}".strip()) if part)
        return [
            (_("Phone"), phone_text(obj.phone) if obj.phone else None, "phone"),
            (_("Local time"), local_time(obj.zone, clock.now())),
            (_("Mail"), queries.first_address(obj), "email"),
            (_("Address"), street),
            (_("Kind"), obj.get_kind_display()),
            (_("Tier"), obj.tier),
            *([(_("Part of"), obj.parent, "account")] if obj.parent else []),
            *([(_("Website"), obj.website)] if obj.website else []),
            (_("Owner"), obj.owner, "person", why_url("account.owner", obj)),
            *([(_("Support"), support.person, "person")] if support else []),
            (_("Number"), f"#{obj.number}"),
            *([(_("Note"), obj.note)] if obj.note else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        facts = obj.facts
        figures: list[dict[str, Any]] = []
        if facts.mrr is not None:
            figures.append({"label": _("MRR"), "value": facts.mrr, "why": why_url("account.mrr", obj)})
        if facts.renewal_on is not None:
            value, tone = renewal(facts.renewal_on, _today())
            figures.append(
                {"label": _("Renewal"), "value": value, "tone": tone, "why": why_url("account.renewal", obj)}
            )
        if facts.last_conversation_at is not None:
            spoke = clock.business_day(facts.last_conversation_at)
            talked = {"label": _("Last talk"), "value": day_text(spoke, _today())}
            figures.append({**talked, "why": why_url("account.last_talk", obj)})
        return {"figures": figures, "mark": initials(obj.name)}

    panels = (
        Panel(
            "people",
            _("People"),
            "directory/people.html",
            context=lambda account, actor: {"people": queries.people_at(account)},
            place="left",
        ),
        Panel(
            "children",
            _("Accounts of this one"),
            "directory/children.html",
            context=queries.children_of,
            order=90,
            lazy=True,
            exists=queries.children_seen,
        ),
    )


def renewal(on: date, today: date) -> tuple[str, str]:
    """`19 days` while it is near, the day before that; due in the last month, over when it has passed."""
    days = (on - today).days
    if not 0 <= days <= RENEWAL_NEAR:
        return day_text(on, today), "over" if days < 0 else ""
    return ngettext("{n} day", "{n} days", days).format(n=days), "due" if days <= RENEWAL_DUE else ""


def initials(name: str) -> str:
    """`Hargrove Insurance Agency` as `HI`."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()


class Contacts(ListPage):
    model = Contact
    title = _("Contacts")
    url = "contacts/"
    name = "contacts"
    people = True
    table = ContactTable
    filters = (
        Search(("name",)),
        Person("owner", _("Owner of the account"), "account__owner"),
        Choice("role_kind", _("Role"), choices=RoleKind.choices),
        Choice("region", _("State"), "account__region", queries.regions),
        Flag("left", _("Left"), queries.LEFT),
    )
    tabs = ((_("Of my accounts"), "owner=me"),)
    bulk = (mark_left, mark_returned)
    order = ("sort_key", "id")
    edits = (change_contact,)
    empty = Empty(_("No contacts yet"), _("People are added on their account's page."), "address-book")

    def queryset(self, actor: Actor) -> Any:
        return queries.contacts_listed(actor)

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """Who left only where they are asked for."""
        found = super().rows(actor, seen, table)
        return found if seen.asks("left") else found.exclude(queries.LEFT)


class ContactRecord(RecordPage):
    """What happened with a person is the journal's part; where they came from and went stands at the side."""

    timeline = False
    model = Contact
    url = "contacts/<int:pk>/"
    name = "contact"
    related = ("account__owner",)
    buttons = (add_email, add_phone, change_contact, move_contact, mark_left, mark_returned)

    def subtitle(self, obj: Contact) -> str:
        return obj.title

    def state(self, obj: Contact) -> tuple[Any, str] | None:
        return (_("Left"), "") if obj.left_on else None

    def owner(self, obj: Contact) -> None:
        return None

    def facts(self, obj: Contact) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            (_("Role"), obj.get_role_kind_display()),
            (_("Local time"), local_time(obj.zone or obj.account.zone, clock.now())),
            (_("Owner"), obj.account.owner, "person"),
            *([(_("Left"), obj.left_on, "date")] if obj.left_on else []),
            *([(_("Note"), obj.note)] if obj.note else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Contact) -> dict[str, Any]:
        return {"mark": initials(obj.name), "crumb": {"url": url_of(obj.account), "label": obj.account}}

    panels = (
        Panel(
            "addresses",
            _("Mail and phone"),
            "directory/addresses.html",
            context=lambda contact, actor: queries.addresses_of(contact),
            order=10,
        ),
        Panel(
            "moves",
            _("Came and went"),
            "directory/moves.html",
            context=lambda contact, actor: queries.moves_of(contact),
            order=20,
        ),
    )


class Confirmed(ActionPage):
    """The box to confirm what looks double stands there only once somebody was warned."""

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        if request.method != "POST":
            found.fields.pop("confirmed", None)
        return found


class CreateAccount(Confirmed):
    action = create_account
    fields = ("name", "kind", "owner", "tier", "phone", "website", "street", "city", "region", "postal_code")
    labels = {"domain": _("Mail domain"), "confirmed": _("Create it although it looks like one we have")}


class AddContact(Confirmed):
    action = add_contact
    fields = ("name", "title", "role_kind", "email", "phone")
    labels = {
        "email": _("Mail"),
        "phone": _("Phone"),
        "role_kind": _("Role"),
        "title": _("Title"),
        "confirmed": _("Add although somebody of that name is here"),
    }


class MoveContact(ActionPage):
    action = move_contact
    text = _("They stay the same contact: what happened with them goes along, and both accounts' timelines say so.")
    labels = {"account": _("Works now for")}
