"""The pages of people."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.directory import queries
from callboard.directory.actions import (
    add_contact,
    add_email,
    add_phone,
    change_contact,
    erase_contact,
    fill_in_contact,
    mark_left,
    mark_returned,
    move_contact,
    set_contact_field,
    set_place_of_work,
    tag_contact,
    untag_contact,
)
from callboard.directory.models import Contact, Medium, Noun, RoleKind
from callboard.directory.pages.beside import CONTACT_PANELS
from callboard.directory.pages.confirming import Confirmed
from callboard.directory.pages.filters import GroupOf, Tagged
from callboard.directory.pages.leading import LeadsOn
from callboard.directory.pages.own import OwnFields
from callboard.directory.pages.permitted import permission
from callboard.directory.pages.shown import initials, local_time
from callboard.directory.queries.erasing import Traces, left_to_check
from callboard.directory.tables import ContactTable
from callboard.kit.filters import Choice, Flag, Person, Search
from callboard.kit.pages import ActionPage, Empty, Fact, Panel


class Contacts(OwnFields):
    noun = Noun.CONTACT
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
        Choice("reach_by", _("Likes to be reached by"), choices=Medium.choices),
        Choice("region", _("State"), "account__region", rows=queries.regions),
        GroupOf("group_of", _("Group"), "account"),
        Tagged("tag", _("Tag")),
        Flag("left", _("Left"), queries.LEFT),
    )
    tabs = ((_("Of my accounts"), "owner=me"),)
    bulk = (set_contact_field, tag_contact, untag_contact, mark_left, mark_returned)
    order = ("sort_key", "id")
    edits = (change_contact,)
    empty = Empty(_("No contacts yet"), _("People are added on their account's page."), "address-book")

    def queryset(self, actor: Actor) -> Any:
        return self.with_own(queries.contacts_listed(actor))

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """Who left only where they are asked for."""
        found = super().rows(actor, seen, table)
        return found if seen.asks("left") else found.exclude(queries.LEFT)


class ContactRecord(LeadsOn):
    """What happened with a person, wherever they worked then: journal and channels reach onto their timeline."""

    model = Contact
    url = "contacts/<int:pk>/"
    name = "contact"
    related = ("account__owner", "location")
    buttons = (
        add_email,
        add_phone,
        change_contact,
        fill_in_contact,
        tag_contact,
        untag_contact,
        set_place_of_work,
        move_contact,
        mark_left,
        mark_returned,
        erase_contact,
    )

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
            *([(_("Works at"), obj.location, "account")] if obj.location else []),
            (_("Local time"), local_time(queries.zone_of_contact(obj), clock.now())),
            *([(_("Likes to be reached by"), obj.get_reach_by_display())] if obj.reach_by else []),
            *([(_("Best time"), obj.best_time)] if obj.best_time else []),
            *([(_("Language"), obj.language)] if obj.language else []),
            (_("Owner"), obj.account.owner, "person"),
            *([(_("Left"), obj.left_on, "date")] if obj.left_on else []),
            *([(_("Tags"), ", ".join(obj.tags))] if obj.tags else []),
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
            "permission",
            _("May be reached"),
            "directory/permission.html",
            asks=queries.permission_asked,
            context=permission,
            order=15,
        ),
        Panel(
            "moves",
            _("Came and went"),
            "directory/moves.html",
            context=lambda contact, actor: queries.moves_of(contact),
            order=20,
        ),
        *CONTACT_PANELS,
    )


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


class EraseContact(ActionPage):
    """What is found and what is not is said before; what has to be looked at by hand is named."""

    action = erase_contact
    template = "directory/erase.html"
    danger = True
    labels = {"reason": _("How they asked"), "never_contact": _("Never contact them again")}
    text = _(
        "Gone are this record and every one merged into it, with their history; their mail addresses, numbers and whole names in notes, "
        "mails, tasks, drafts, imports and every other text; imported files that name them. Other spellings are not found, "
        "and files attached to mails, orders and accounts stay: look through these yourself. Nothing of anybody else is touched."
    )

    def context(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"left": [*left_to_check(Traces(target))] if target.refuses() is None else []}
