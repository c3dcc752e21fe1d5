"""The pages of opportunities."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.directory.models import Contact
from callboard.kit.filters import Between, Choice, Flag, Person, Search
from callboard.kit.listing.lanes import Board
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.orders.actions import create_order
from callboard.pipeline import queries
from callboard.pipeline.actions import (
    change_opportunity,
    lose_opportunity,
    move_stage,
    open_opportunity,
    reopen_opportunity,
    win_opportunity,
)
from callboard.pipeline.models import Opportunity, Stage
from callboard.pipeline.rules import OPEN_STAGES
from callboard.pipeline.tables import STAGE_TONES, OpportunityTable


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
