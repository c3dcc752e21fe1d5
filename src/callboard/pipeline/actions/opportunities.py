"""Opportunities: opened, moved on, won, lost."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import money
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.core.money import Money
from callboard.directory.models import Account, Contact
from callboard.pipeline import rules
from callboard.pipeline.actions.steps import drop_others, try_again
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
    values = _checked(
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
    wanted |= _checked(by, **{field: value for field, value in wanted.items() if field in CHECKED})
    if not opportunity.next_step and "next_step" not in wanted and "next_on" in wanted:
        wanted["next_step"] = _("Follow up")
    _answer(opportunity, opportunity.stage, wanted)
    _save(opportunity, by, **wanted)
    plan_next_step(opportunity, by)
    return opportunity


@change_opportunity.can
def _may_change(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return _closed(opportunity)


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
    wanted = _checked(by, **{field: value for field, value in given.items() if value not in (None, "")})
    before = Stage(opportunity.stage)
    by.undo_args(stage=before)
    _answer(opportunity, stage, wanted)
    _save(opportunity, by, stage=stage, stage_at=by.now, **wanted)
    plan_next_step(opportunity, by)
    title = _("{name}: {stage}").format(name=opportunity.name, stage=Stage(stage).label)
    by.timeline(opportunity.account_id, "pipeline.moved", ref=opportunity, title=title)
    return opportunity


@move_stage.can
def _may_move(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return _closed(opportunity)


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
    wanted = _checked(by, **{field: value for field, value in wanted.items() if value is not None})
    by.undo_args(stage=Stage(opportunity.stage))
    _answer(opportunity, Stage.WON, wanted)
    _save(opportunity, by, stage=Stage.WON, stage_at=by.now, closed_on=by.today, **wanted)
    drop_others(opportunity, None, by)
    worth = money.shown(opportunity.value_mrr, signed=True) if opportunity.value_mrr is not None else ""
    title = _("Won: {name}").format(name=opportunity.name)
    by.timeline(opportunity.account_id, "pipeline.won", ref=opportunity, title=title, text=worth)
    return opportunity


@win_opportunity.can
def _may_win(opportunity: Opportunity, now: datetime) -> Refusal | None:
    return _closed(opportunity)


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
    _save(
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
    return _closed(opportunity)


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
    _save(
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


CHECKED = ("name", "value_mrr", "one_time", "next_step", "next_on", "close_on")


def _closed(opportunity: Opportunity) -> Refusal | None:
    if opportunity.open:
        return None
    state = str(opportunity.get_stage_display()).lower()
    return Refusal("closed", gettext_lazy("It was {state} on {on}."), state=state, on=opportunity.closed_on)


def _checked(by: Actor, **given: Any) -> dict[str, Any]:
    values, errors = dict(given), {}
    if "name" in given:
        values["name"] = " ".join(given["name"].split())
        if not values["name"]:
            errors["name"] = _("Say what they may buy.")
    for field in ("value_mrr", "one_time"):
        if given.get(field) is not None and given[field] < 0:
            errors[field] = _("An opportunity is worth nothing or more.")
    if given.get("next_on") is not None and given["next_on"] < by.today:
        errors["next_on"] = _("The next step lies in the past.")
    if errors:
        raise Invalid(errors)
    if "next_step" in given:
        values["next_step"] = (given["next_step"] or "").strip()
        if given.get("next_on") and not values["next_step"]:
            values["next_step"] = _("Follow up")
    return values


def _answer(opportunity: Opportunity, stage: str, wanted: dict[str, Any]) -> None:
    """Invalid for each question of the stage that neither the record nor the input answers."""
    known = {name: wanted.get(name, getattr(opportunity, name)) for name in rules.ENTRY[stage]}
    unanswered = rules.missing(stage, known)
    if unanswered:
        raise Invalid(dict(unanswered))


def _save(opportunity: Opportunity, by: Actor, **values: Any) -> None:
    for field, value in values.items():
        setattr(opportunity, field, value)
    opportunity.updated_at = by.now
    opportunity.save(update_fields=list(values))
