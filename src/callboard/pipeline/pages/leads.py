"""The pages of leads."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.directory.pages import Confirmed
from callboard.directory.rules import phone_text
from callboard.kit.filters import Between, Choice, Person, Search
from callboard.kit.forms import ActionForm
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.why import why_url
from callboard.pipeline.actions import (
    assign_lead,
    change_lead,
    convert_lead,
    create_lead,
    lose_lead,
    qualify_lead,
    reopen_lead,
)
from callboard.pipeline.models import Grade, Lead, LeadState, Source
from callboard.pipeline.tables import LEAD_TONES, LeadTable


class Leads(ListPage):
    model = Lead
    title = _("Leads")
    url = "leads/"
    name = "leads"
    people = True
    table = LeadTable
    filters = (
        Search(("name", "company")),
        Person("owner", _("Owner")),
        Choice("state", _("State"), choices=LeadState.choices),
        Choice("grade", _("Grade"), choices=Grade.choices),
        Choice("source", _("Source"), choices=Source.choices),
        Between("created_at", _("Came")),
    )
    tabs = (
        (_("Open"), "state=new,working"),
        (_("Mine"), "owner=me&state=new,working"),
        (_("Nobody's"), "owner=none&state=new,working"),
    )
    order = ("-created_at", "-id")
    buttons = (create_lead,)
    bulk = (assign_lead, qualify_lead, lose_lead, reopen_lead)
    edits = (change_lead,)
    board = Board(
        "state", {LeadState.WORKING: reopen_lead, LeadState.CONVERTED: convert_lead, LeadState.LOST: lose_lead}
    )
    empty = Empty(_("No leads yet"), _("They come by mail, call and form, or are written in here."), "user-plus")


class LeadRecord(RecordPage):
    model = Lead
    url = "leads/<int:pk>/"
    name = "lead"
    related = ("owner", "account", "contact", "message", "opportunity")
    buttons = (convert_lead, qualify_lead, assign_lead, change_lead, lose_lead, reopen_lead)
    timeline = False
    template = "pipeline/lead.html"

    def title(self, obj: Lead) -> str:
        return obj.name

    def subtitle(self, obj: Lead) -> str:
        place = " ".join(part for part in (obj.city, obj.region) if part)
        return " · ".join(part for part in (obj.company, place) if part)

    def state(self, obj: Lead) -> tuple[Any, str]:
        return obj.get_state_display(), LEAD_TONES.get(LeadState(obj.state), "")

    def facts(self, obj: Lead) -> Sequence[Fact]:
        return [
            (_("Mail"), obj.email, "email"),
            (_("Phone"), phone_text(obj.phone) if obj.phone else None, "phone"),
            (_("Grade"), obj.grade, "text", why_url("lead.grade", obj)),
            (_("Source"), obj.get_source_display()),
            (_("Owner"), obj.owner, "person"),
            *([(_("Account"), obj.account, "account")] if obj.account else []),
            *([(_("Contact"), obj.contact, "account")] if obj.contact else []),
            (_("Number"), f"#{obj.number}"),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Lead) -> dict[str, Any]:
        """Its way so far: (icon, tone, sentence, instant), newest first."""
        way = [
            (
                "user-plus",
                "",
                now_("Came by {source}").format(source=str(obj.get_source_display()).lower()),
                obj.created_at,
            )
        ]
        if obj.assigned_at and obj.owner:
            way.append(("user-share", "", now_("Given to {person}").format(person=obj.owner), obj.assigned_at))
        if obj.first_touch_at:
            way.append(("phone-outgoing", "", now_("First touch"), obj.first_touch_at))
        if obj.closed_at and obj.lost_reason:
            lost = now_("Lost: {reason}").format(reason=str(obj.get_lost_reason_display()).lower())
            way.append(("circle-x", "lost", lost, obj.closed_at))
        elif obj.closed_at:
            way.append(("arrows-exchange", "won", now_("Became an opportunity"), obj.closed_at))
        return {"way": way[::-1]}


class CreateLead(Confirmed):
    action = create_lead
    fields = ("name", "company", "email", "phone", "city", "region", "source", "owner", "interest")
    labels = {"confirmed": _("Make a lead although we know them")}


class ConvertLead(ActionPage):
    action = convert_lead
    days = ("next_on",)
    fields = ("account", "opportunity_name", "value_mrr", "close_on", "next_step", "next_on")
    labels = {
        "account": _("Account, if it is one we have"),
        "opportunity_name": _("What they may buy"),
        "value_mrr": _("Worth a month"),
        "close_on": _("They decide on"),
        "next_step": _("Next step"),
        "next_on": _("On"),
    }

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"opportunity_name": target.interest.split("\n")[0][:100], "account": target.account_id}

    def arguments(self, form: ActionForm) -> dict[str, Any]:
        given = super().arguments(form)
        # The field was filled with the account we know; whoever empties it says that it is not theirs.
        return given | {"new_account": given.get("account") is None}
