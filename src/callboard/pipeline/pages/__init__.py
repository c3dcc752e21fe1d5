"""The pages of leads and opportunities."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.directory.models import Contact
from callboard.directory.pages import Confirmed
from callboard.directory.rules import phone_text
from callboard.kit.addresses import action_url
from callboard.kit.filters import Between, Choice, Flag, Person, Search
from callboard.kit.forms import ActionForm
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import ActionPage, Empty, ListPage, RecordPage, ReportPage
from callboard.kit.why import why_url
from callboard.orders.actions import create_order
from callboard.pipeline import queries
from callboard.pipeline.actions import (
    assign_lead,
    change_lead,
    change_opportunity,
    convert_lead,
    create_lead,
    lose_lead,
    lose_opportunity,
    move_stage,
    open_opportunity,
    qualify_lead,
    reopen_lead,
    reopen_opportunity,
    win_opportunity,
)
from callboard.pipeline.models import Grade, Lead, LeadState, Opportunity, Source, Stage
from callboard.pipeline.rules import OPEN_STAGES
from callboard.pipeline.tables import LEAD_TONES, STAGE_TONES, LeadTable, OpportunityTable

Fact = tuple[Any, Any] | tuple[Any, Any, str] | tuple[Any, Any, str, str]


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


class Opportunities(ListPage):
    model = Opportunity
    title = _("Opportunities")
    url = "opportunities/"
    name = "opportunities"
    table = OpportunityTable
    filters = (
        Search(("name", "account__name")),
        Person("owner", _("Owner")),
        Choice("stage", _("Stage"), choices=Stage.choices),
        Between("close_on", _("Closes")),
        Between("next_on", _("Next step")),
        Flag("fault", _("No dated next step"), queries.FAULT),
    )
    tabs = (
        (_("Open"), "stage=qualify,demo,proposal,commit"),
        (_("Mine"), "owner=me&stage=qualify,demo,proposal,commit"),
        (_("No next step"), "fault=1"),
    )
    order = ("close_on", "id")
    bulk = (move_stage, lose_opportunity)
    edits = (change_opportunity,)
    board = Board(
        "stage",
        {**dict.fromkeys(OPEN_STAGES, move_stage), Stage.WON: win_opportunity, Stage.LOST: lose_opportunity},
    )
    empty = Empty(
        _("No opportunities yet"), _("They are opened on an account's page or made from a lead."), "target-arrow"
    )


class OpportunityRecord(RecordPage):
    model = Opportunity
    url = "opportunities/<int:pk>/"
    name = "opportunity"
    related = ("owner", "account", "contact", "lead")
    buttons = (move_stage, win_opportunity, change_opportunity, lose_opportunity, reopen_opportunity)
    template = "pipeline/opportunity.html"

    def title(self, obj: Opportunity) -> str:
        return obj.name

    def state(self, obj: Opportunity) -> tuple[Any, str]:
        if obj.open and (obj.next_on is None or obj.next_on < clock.business_day(clock.now())):
            return now_("{stage}, no dated next step").format(stage=obj.get_stage_display()), "due"
        return obj.get_stage_display(), STAGE_TONES.get(Stage(obj.stage), "")

    def facts(self, obj: Opportunity) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            (_("Contact"), obj.contact, "account"),
            (_("MRR"), obj.value_mrr, "money"),
            (_("One-time"), obj.one_time, "money"),
            (_("Closes"), obj.close_on, "date"),
            (_("Next step"), obj.next_step),
            (_("On"), obj.next_on, "date"),
            (_("Competitor"), obj.competitor),
            (_("Owner"), obj.owner, "person"),
            (_("Stage since"), obj.stage_at, "when"),
            *([(_("Lost because"), obj.get_lost_reason_display())] if obj.lost_reason else []),
            *([(_("Try again on"), obj.try_again_on, "date")] if obj.try_again_on else []),
            *([(_("From lead"), obj.lead, "account")] if obj.lead else []),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Opportunity) -> dict[str, Any]:
        stages = [(Stage(name).label, _place(obj.stage, name)) for name in OPEN_STAGES]
        return {
            "stages": stages,
            "crumb": {"url": url_of(obj.account), "label": obj.account},
            "order_url": _order_url(obj, actor),
            "order_kind": "primary" if obj.stage == Stage.WON else "",
        }


def _order_url(opportunity: Opportunity, actor: Actor) -> str:
    """Where its order is written; nothing for a lost one or for who writes no orders."""
    if opportunity.stage == Stage.LOST or not create_order.allowed(actor):
        return ""
    known = {"account": opportunity.account_id, "contact": opportunity.contact_id}
    wanted = urlencode({name: value for name, value in known.items() if value})
    return f"{reverse('do', args=[create_order.name])}?{wanted}"


def _place(now: str, stage: str) -> str:
    """Whether a stage is behind us, where we are, or ahead."""
    if now not in OPEN_STAGES:
        return "done" if now == Stage.WON else ""
    here, there = OPEN_STAGES.index(Stage(now)), OPEN_STAGES.index(Stage(stage))
    return "on" if here == there else "done" if there < here else ""


class Pipeline(ReportPage):
    """Open opportunities, a column a stage."""

    model = Opportunity
    title = _("Pipeline")
    url = "pipeline/"
    name = "pipeline"
    template = "pipeline/pipeline.html"
    parts = {"lanes": "pipeline/lanes.html"}
    topics = ("pipeline.opportunity",)
    buttons = (create_lead,)

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        mine = request.GET.get("owner") == "me"
        found = queries.lanes(actor, owner=actor.person if mine else None)
        here = reverse(self.name)
        return {
            "lanes": [
                {"stage": lane.stage, "count": lane.count, "mrr": lane.mrr, "cards": [_card(row) for row in lane.rows]}
                for lane in found
            ],
            "total": sum((lane.mrr for lane in found), Decimal(0)),
            "count": sum(lane.count for lane in found),
            "mine": mine,
            "move_to": [(stage.value, stage.label, "") for stage in OPEN_STAGES],
            "live_src": f"{here}?part=lanes{'&owner=me' if mine else ''}",
            "tabs": [
                {"label": _("Everybody's"), "url": here, "on": not mine},
                {"label": _("Mine"), "url": f"{here}?owner=me", "on": mine},
            ],
            "today": clock.business_day(clock.now()),
        }


def _card(row: Opportunity) -> dict[str, Any]:
    """An opportunity as a card.  marks: what board.js looks for on it."""
    url = url_of(row)
    marks = f'data-row="{row.pk}" data-url="{url}" data-card="{row.pk}" data-version="{row.version}"'
    return {
        "row": row,
        "url": url,
        "marks": SafeString(f'{marks} data-move="{action_url(move_stage, row)}"'),
        "more": [
            (_("Won"), "trophy", action_url(win_opportunity, row)),
            (_("Lost"), "circle-x", action_url(lose_opportunity, row)),
        ],
    }


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


class OpenOpportunity(ActionPage):
    action = open_opportunity
    days = ("next_on",)
    fields = ("name", "value_mrr", "one_time", "close_on", "next_step", "next_on", "contact", "owner", "competitor")

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        return Contact.objects.filter(account=target, left_on=None).order_by("sort_key") if name == "contact" else None


class MoveStage(ActionPage):
    action = move_stage
    days = ("next_on",)
    fields = ("stage", "next_step", "next_on", "value_mrr", "close_on")

    def initial(self, request: HttpRequest, actor: Actor, target: Opportunity) -> dict[str, Any]:
        after = (
            OPEN_STAGES[min(OPEN_STAGES.index(Stage(target.stage)) + 1, len(OPEN_STAGES) - 1)] if target.open else None
        )
        names = ("value_mrr", "close_on", "next_step")
        return {"stage": after, **{name: getattr(target, name) for name in names}, "next_on": _ahead(target.next_on)}


class WinOpportunity(ActionPage):
    action = win_opportunity

    def initial(self, request: HttpRequest, actor: Actor, target: Opportunity) -> dict[str, Any]:
        return {"value_mrr": target.value_mrr, "one_time": target.one_time}


def _ahead(day: date | None) -> str | None:
    """A day still to come; what is past has to be said anew."""
    return day.isoformat() if day is not None and day >= clock.business_day(clock.now()) else None
