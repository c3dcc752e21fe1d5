"""Opportunities: opened, changed, moved on."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import money
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.core.money import Money
from callboard.directory.models import Account, Contact
from callboard.pipeline.actions.fields import CHECKED, checked, closed, must_answer, save
from callboard.pipeline.actions.steps import next_step as plan_next_step
from callboard.pipeline.models import LostReason, Opportunity, Stage
from callboard.team.models import Person


@action(
    gettext_lazy("Opened opportunity"),
    said=gettext_lazy("Opened opportunity {result} of {account}"),
    who="pipeline.work",
    undo="pipeline.lose_opportunity",
    icon="target-arrow",
)
def open_opportunity(
    account: Account,
    *,
    by: Actor,
    name: str,
    contact: Contact | None = None,
    owner: Person | None = None,
    value_mrr: Money | None = None,
    one_time: Money | None = None,
    close_on: date | None = None,
    next_step: str = "",
    next_on: date | None = None,
    competitor: str = "",
) -> Opportunity:
    """Something this account may buy. Its owner is the account's where none is said; the next step becomes their task."""
    who = owner or account.owner or by.person
    if who is None or not who.is_active:
        raise Invalid({"owner": _("Say whose it is.")})
    if contact is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("{name} works for {account}.").format(name=contact, account=contact.account)})
    values = checked(
        by, name=name, value_mrr=value_mrr, one_time=one_time, next_step=next_step, next_on=next_on, close_on=close_on
    )
    by.undo_args(reason=LostReason.DUPLICATE, text=_("Opened by mistake"))
    made = Opportunity.objects.create(
        account=account,
        contact=contact,
        owner=who,
        stage_at=by.now,
        competitor=competitor.strip(),
        created_at=by.now,
        updated_at=by.now,
        **values,
    )
    plan_next_step(made, by)
    worth = money.shown(made.value_mrr) if made.value_mrr is not None else ""
    by.timeline(account.pk, "pipeline.opened", ref=made, title=_("Opportunity: {name}").format(name=name), text=worth)
    return made


@action(
    gettext_lazy("Changed opportunity"),
    said=gettext_lazy("Changed opportunity {opportunity} of {opportunity.account}"),
    who="pipeline.work",
    undo="pipeline.change_opportunity",
    icon="pencil",
)
def change_opportunity(
    opportunity: Opportunity,
    *,
    by: Actor,
    name: str | None = None,
    value_mrr: Money | None = None,
    one_time: Money | None = None,
    close_on: date | None = None,
    next_step: str | None = None,
    next_on: date | None = None,
    competitor: str | None = None,
    owner: Person | None = None,
) -> Opportunity:
    """Change fields; None leaves a value as it is. What its stage asks for cannot be emptied."""
    given: dict[str, Any] = {
        "name": name,
        "value_mrr": value_mrr,
        "one_time": one_time,
        "close_on": close_on,
        "next_step": next_step,
        "next_on": next_on,
        "competitor": competitor,
        "owner": owner,
    }
    wanted = {field: value for field, value in given.items() if value is not None}
    must_work_here(owner=owner)
    by.undo_args(**{field: getattr(opportunity, field) for field in wanted})
    wanted |= checked(by, **{field: value for field, value in wanted.items() if field in CHECKED})
    if not opportunity.next_step and "next_step" not in wanted and "next_on" in wanted:
        wanted["next_step"] = _("Follow up")
    must_answer(opportunity, opportunity.stage, wanted)
    save(opportunity, by, **wanted)
    plan_next_step(opportunity, by)
    return opportunity


@change_opportunity.can
def _may_change(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return closed(opportunity)


@action(
    gettext_lazy("Moved stage"),
    said=gettext_lazy("Moved opportunity {opportunity} of {opportunity.account} to {stage}"),
    who="pipeline.work",
    undo="pipeline.move_stage",
    icon="arrow-right",
)
def move_stage(
    opportunity: Opportunity,
    *,
    by: Actor,
    stage: Stage,
    value_mrr: Money | None = None,
    close_on: date | None = None,
    next_step: str = "",
    next_on: date | None = None,
) -> Opportunity:
    """Into another open stage, forward or back. The questions of that stage (rules.ENTRY) must be answered, here or
    before; Invalid names those that are not."""
    if stage in (Stage.WON, Stage.LOST):
        raise Invalid({"stage": _("Won and lost have a form of their own.")})
    given = {"value_mrr": value_mrr, "close_on": close_on, "next_step": next_step.strip(), "next_on": next_on}
    wanted = checked(by, **{field: value for field, value in given.items() if value not in (None, "")})
    before = Stage(opportunity.stage)
    by.undo_args(stage=before)
    must_answer(opportunity, stage, wanted)
    save(opportunity, by, stage=stage, stage_at=by.now, **wanted)
    plan_next_step(opportunity, by)
    title = _("{name}: {stage}").format(name=opportunity.name, stage=Stage(stage).label)
    by.timeline(opportunity.account_id, "pipeline.moved", ref=opportunity, title=title)
    return opportunity


@move_stage.can
def _may_move(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return closed(opportunity)
