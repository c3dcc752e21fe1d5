"""What the pipeline hangs on the registries."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.registry import (
    Check,
    Difference,
    Nav,
    NotificationEvent,
    OwnedKind,
    PanelEntry,
    Part,
    SearchSource,
    TaskKind,
    TimelineKind,
    register,
)
from callboard.directory.models import Account
from callboard.kit.addresses import action_url
from callboard.pipeline import noting, queries, reasons
from callboard.pipeline.actions import open_opportunity
from callboard.pipeline.actions.steps import AGAIN_TASK, LEAD_TASK, STEP_TASK
from callboard.pipeline.models import Lead, LeadState, LostReason, Opportunity, Source, Stage
from callboard.pipeline.palette import pasted
from callboard.pipeline.rules import OPEN_STAGES

register.palette_command.add(Part("pipeline.pasted", pasted))

OPEN_LEADS = (LeadState.NEW, LeadState.WORKING)

register.search_source.add(
    SearchSource(
        "pipeline.lead",
        _("Leads"),
        "target",
        title=("name",),
        detail=("company", "city", "region"),
        keys=("number", "email", "phone"),
        text=("interest", "status_reason"),
        state="state",
        weight=80,
        named=True,
        people=True,
        word="lead",
        faded=Q(state__in=[LeadState.CONVERTED, LeadState.LOST]),
    )
)
register.search_source.add(
    SearchSource(
        "pipeline.opportunity",
        _("Opportunities"),
        "layout-kanban",
        title=("name",),
        detail=("account__name", "competitor"),
        also=("next_step",),
        text=("lost_text",),
        state="stage",
        weight=65,
        word="opportunity",
        faded=Q(stage__in=[Stage.WON, Stage.LOST]),
    )
)

register.nav.add(
    Nav(
        "pipeline",
        "customers",
        _("Pipeline"),
        "pipeline",
        "layout-kanban",
        order=30,
        key="l",
        operation="pipeline.view",
    )
)
register.nav.add(
    Nav("leads", "customers", _("Leads"), "leads", "user-plus", order=28, key="e", operation="pipeline.view")
)

for name, label, icon, tone in (
    ("pipeline.lead_created", _("Lead"), "user-plus", ""),
    ("pipeline.lead_qualified", _("Lead qualified"), "clipboard-check", ""),
    ("pipeline.lead_lost", _("Lead lost"), "circle-x", "lost"),
    ("pipeline.lead_converted", _("Lead converted"), "arrows-exchange", ""),
    ("pipeline.opened", _("Opportunity"), "target-arrow", ""),
    ("pipeline.moved", _("Stage"), "arrow-right", ""),
    ("pipeline.won", _("Won"), "trophy", "won"),
    ("pipeline.lost", _("Lost"), "circle-x", "lost"),
):
    register.timeline_kind.add(TimelineKind(name, label, icon, tone))


def _lead_why(code: str, args: dict[str, Any]) -> str:
    if code != "new_lead":
        return ""
    source = Source(args["source"]).label if args.get("source") in Source.values else ""
    if args.get("grade"):
        return now_("New lead, grade {grade}, by {source}").format(grade=args["grade"], source=str(source).lower())
    return now_("New lead by {source}").format(source=str(source).lower())


def _step_why(code: str, args: dict[str, Any]) -> str:
    stage = Stage(args["stage"]).label if args.get("stage") in Stage.values else ""
    return now_("Next step of {name}, {stage}").format(name=args.get("name", ""), stage=str(stage).lower())


def _again_why(code: str, args: dict[str, Any]) -> str:
    reason = LostReason(args["reason"]).label if args.get("reason") in LostReason.values else ""
    return now_("Lost then: {reason}").format(reason=str(reason).lower())


register.task_kind.add(TaskKind(LEAD_TASK, _("Lead"), "user-plus", _lead_why))
register.task_kind.add(TaskKind(STEP_TASK, _("Next step"), "target-arrow", _step_why, stake_label=_("opportunity")))
register.task_kind.add(TaskKind(AGAIN_TASK, _("Try again"), "refresh", _again_why))
register.notification_event.add(
    NotificationEvent("lead_assigned", _("A lead is given to you"), can_mute=False, urgent=True, escalate_minutes=60)
)
register.owned_kind.add(
    OwnedKind(
        "pipeline.lead",
        _("open leads"),
        lambda pk: Lead.objects.filter(owner=pk, state__in=OPEN_LEADS),
        "pipeline.assign_lead",
        columns=("pipeline.lead.owner",),
        account="account_id",
        has="account__owner_id",
    )
)
register.owned_kind.add(
    OwnedKind(
        "pipeline.opportunity",
        _("open opportunities"),
        lambda pk: Opportunity.objects.filter(owner=pk, stage__in=OPEN_STAGES),
        "pipeline.change_opportunity",
        columns=("pipeline.opportunity.owner",),
        account="account_id",
        has="account__owner_id",
        stake="value_mrr",
        stake_label=_("MRR to be won"),
        due="close_on",
    )
)


def _open_asked(account: Account, actor: Actor) -> dict[str, Question]:
    return {"rows": Question("records", queries.open_of(account, actor)[:9])}


def _opportunities(account: Account, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """The open ones of the account, and the button to open another."""
    rows = found["rows"]
    may = account.archived_at is None and open_opportunity.allowed(actor, account)
    if not rows and not may:
        return None
    return {"rows": rows[:8], "more": len(rows) > 8, "open_url": action_url(open_opportunity, account) if may else ""}


register.panel.add(
    PanelEntry(
        "opportunities",
        "directory.account",
        _("Opportunities"),
        "pipeline/panel.html",
        _opportunities,
        order=40,
        operation="pipeline.view",
        asks=_open_asked,
        lazy=True,
    )
)


def _owned_by_people_here() -> Iterator[Difference]:
    for pk in Lead.objects.filter(state__in=OPEN_LEADS, owner__is_active=False).values_list("pk", flat=True):
        yield Difference("owner who left", f"pipeline.lead {pk}", "left", "somebody active")
    for pk in Opportunity.objects.filter(stage__in=OPEN_STAGES, owner__is_active=False).values_list("pk", flat=True):
        yield Difference("owner who left", f"pipeline.opportunity {pk}", "left", "somebody active")


def _converted_made_something() -> Iterator[Difference]:
    rows = Lead.objects.filter(state=LeadState.CONVERTED, opportunity=None)
    for pk in rows.values_list("pk", flat=True):
        yield Difference("opportunity", f"pipeline.lead {pk}", "none", "one")


register.check.add(Check("pipeline.owners", _owned_by_people_here))
register.check.add(Check("pipeline.converted", _converted_made_something))

__all__ = ["noting", "reasons"]
