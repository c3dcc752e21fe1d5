"""The pages of what happened."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.refs import number_in
from callboard.directory.models import Account, Contact
from callboard.journal import queries, rules
from callboard.journal.actions import (
    change_interaction,
    log_interaction,
    remove_interaction,
    restore_interaction,
    write_note,
)
from callboard.journal.models import Interaction, Kind, Outcome
from callboard.journal.tables import InteractionTable
from callboard.kit.filters import Between, Choice, Person, Search
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage


class Interactions(ListPage):
    model = Interaction
    title = _("Interactions")
    url = "interactions/"
    name = "interactions"
    table = InteractionTable
    filters = (
        Search(("text",)),
        Person("person", _("By")),
        Choice("kind", _("Kind"), choices=Kind.choices),
        Choice("outcome", _("Outcome"), choices=Outcome.choices),
        Between("at", _("When")),
    )
    tabs = ((_("Mine"), "person=me"),)
    order = ("-at", "-id")
    buttons = (log_interaction,)
    bulk = (remove_interaction,)
    empty = Empty(_("Nothing written up yet"), _("A note on any account stands here too."), "notes")

    def queryset(self, actor: Actor) -> QuerySet[Interaction]:
        return queries.interactions_listed(actor)


class InteractionRecord(RecordPage):
    model = Interaction
    url = "interactions/<int:pk>/"
    name = "interaction"
    related = ("person", "contact", "message")
    buttons = (change_interaction, remove_interaction, restore_interaction)
    timeline = False
    template = "journal/interaction.html"

    def title(self, obj: Interaction) -> str:
        return rules.title_of(obj)

    def state(self, obj: Interaction) -> tuple[Any, str] | None:
        return (_("Removed"), "") if obj.removed_at else None

    def facts(self, obj: Interaction) -> Sequence[Fact]:
        return [
            (_("When"), obj.at, "when"),
            (_("By"), obj.person, "person"),
            (_("With"), obj.contact, "account"),
            *((_("Account"), account, "account") for account in obj.accounts.all()),
            (_("Outcome"), obj.get_outcome_display() if obj.outcome else None),
            (_("Next step"), obj.next_step),
            (_("On"), obj.next_on, "date"),
        ]


class WriteNote(ActionPage):
    """The note box posts here; it leads back to the account."""

    action = write_note
    days = ("next_on",)
    digits = "outcome"
    fields = ("text", "outcome", "contact", "kind", "next_step", "next_on")

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Contact.objects.filter(account=target, left_on=None).order_by("sort_key") if name == "contact" else None

    def next_url(self, result: Any, target: Any) -> str:
        return url_of(target)


class LogInteraction(ActionPage):
    action = log_interaction
    days = ("next_on",)
    digits = "outcome"
    fields = ("kind", "accounts", "contact", "at", "outcome", "text", "next_step", "next_on")
    labels = {"accounts": _("Accounts"), "contact": _("With"), "next_on": _("On"), "person": _("By")}

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        """Nobody picks a message out of thousands: whoever comes from one brings it along in the address."""
        found = super().form(request, actor, target)
        if not request.GET.get("message"):
            found.fields.pop("message")
        return found

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        wanted = number_in(request.GET.get("account", ""))
        known = Account.objects.filter(pk=wanted).first() if wanted is not None else None
        return {"accounts": [known.pk]} if known else {}
