"""Opportunities that are over: won, lost, reopened."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import money
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.core.money import Money
from callboard.pipeline.actions.fields import checked, closed, must_answer, save
from callboard.pipeline.actions.steps import drop_others, try_again
from callboard.pipeline.actions.steps import next_step as plan_next_step
from callboard.pipeline.models import LostReason, Opportunity, Stage


@action(
    gettext_lazy("Won opportunity"),
    said=gettext_lazy("Won opportunity {opportunity} of {opportunity.account}"),
    who="pipeline.work",
    undo="pipeline.reopen_opportunity",
    icon="trophy",
)
def win_opportunity(
    opportunity: Opportunity, *, by: Actor, value_mrr: Money | None = None, one_time: Money | None = None
) -> Opportunity:
    """They will buy. What counts on the board is the order, not this."""
    wanted = {"value_mrr": value_mrr, "one_time": one_time}
    wanted = checked(by, **{field: value for field, value in wanted.items() if value is not None})
    by.undo_args(stage=Stage(opportunity.stage))
    must_answer(opportunity, Stage.WON, wanted)
    save(opportunity, by, stage=Stage.WON, stage_at=by.now, closed_on=by.today, **wanted)
    drop_others(opportunity, None, by)
    worth = money.shown(opportunity.value_mrr, signed=True) if opportunity.value_mrr is not None else ""
    title = _("Won: {name}").format(name=opportunity.name)
    by.timeline(opportunity.account_id, "pipeline.won", ref=opportunity, title=title, text=worth)
    return opportunity


@win_opportunity.can
def _may_win(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return closed(opportunity)


@action(
    gettext_lazy("Lost opportunity"),
    said=gettext_lazy("Lost opportunity {opportunity} of {opportunity.account}"),
    who="pipeline.work",
    undo="pipeline.reopen_opportunity",
    icon="circle-x",
)
def lose_opportunity(
    opportunity: Opportunity,
    *,
    by: Actor,
    reason: LostReason,
    text: str = "",
    competitor: str = "",
    try_again_on: date | None = None,
) -> Opportunity:
    """They will not. Why, to whom, and when to try again, which becomes a task of that day."""
    if try_again_on is not None and try_again_on <= by.today:
        raise Invalid({"try_again_on": _("Try again on a day to come.")})
    if reason == LostReason.COMPETITOR and not (competitor.strip() or opportunity.competitor):
        raise Invalid({"competitor": _("Say which competitor.")})
    by.undo_args(stage=Stage(opportunity.stage))
    save(
        opportunity,
        by,
        stage=Stage.LOST,
        stage_at=by.now,
        closed_on=by.today,
        lost_reason=reason,
        lost_text=text.strip(),
        competitor=competitor.strip() or opportunity.competitor,
        try_again_on=try_again_on,
    )
    drop_others(opportunity, None, by)
    try_again(opportunity, by)
    title = _("Lost: {name}").format(name=opportunity.name)
    why = ": ".join(part for part in (str(LostReason(reason).label), text.strip()) if part)
    by.timeline(opportunity.account_id, "pipeline.lost", ref=opportunity, title=title, text=why)
    return opportunity


@lose_opportunity.can
def _may_lose(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return closed(opportunity)


@action(
    gettext_lazy("Reopened opportunity"),
    said=gettext_lazy("Reopened opportunity {opportunity} of {opportunity.account}"),
    who="pipeline.work",
    final=gettext_lazy("Win or lose it again."),
    icon="rotate",
)
def reopen_opportunity(opportunity: Opportunity, *, by: Actor, stage: Stage = Stage.QUALIFY) -> Opportunity:
    """It is open again, in the stage it was in."""
    if stage in (Stage.WON, Stage.LOST):
        raise Invalid({"stage": _("Choose an open stage.")})
    must_work_here(owner=opportunity.owner)
    drop_others(opportunity, None, by)
    save(
        opportunity,
        by,
        stage=stage,
        stage_at=by.now,
        closed_on=None,
        lost_reason=None,
        lost_text="",
        try_again_on=None,
    )
    plan_next_step(opportunity, by)
    title = _("Reopened: {name}").format(name=opportunity.name)
    by.timeline(opportunity.account_id, "pipeline.moved", ref=opportunity, title=title)
    return opportunity


@reopen_opportunity.can
def _may_reopen(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return Refusal("open", gettext_lazy("It is open.")) if opportunity.open else None
