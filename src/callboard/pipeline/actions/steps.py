"""The task behind a lead and behind an opportunity's next step."""

from decimal import Decimal

from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.refs import kind_of
from callboard.journal.rules import due_at
from callboard.pipeline.models import Lead, Opportunity
from callboard.team.models import Person
from callboard.work.actions import drop_task, open_task
from callboard.work.models import DueKind, StakeKind, Task

LEAD_TASK = "pipeline.lead"
STEP_TASK = "pipeline.next_step"
AGAIN_TASK = "pipeline.try_again"
MONTHS = 12


def first_touch(lead: Lead, by: Actor, *, new: bool = False) -> None:
    """A task to get in touch, for the owner of a lead that did not come by message: that one's queue item has its
    own task. A `new` lead has no tasks that others would have to drop."""
    if not new:
        drop_others(lead, lead.owner, by)
    if lead.owner is None or lead.message_id is not None:
        return
    open_task(
        by=by,
        title=_("Get in touch with {lead}").format(lead=lead),
        kind=LEAD_TASK,
        account=lead.account,
        owner=lead.owner,
        due_at=due_at(by.today, lead.owner.tz),
        due_kind=DueKind.DAY,
        reason_code="new_lead",
        reason_args={"grade": lead.grade or "", "source": lead.source},
        source=lead,
    )


def next_step(opportunity: Opportunity, by: Actor) -> None:
    """Exactly one open task says the next step, with what the opportunity is worth a year; none when it is closed."""
    drop_others(opportunity, opportunity.owner if opportunity.open and opportunity.next_step else None, by)
    if not (opportunity.open and opportunity.next_step):
        return
    on, worth = opportunity.next_on, opportunity.value_mrr
    open_task(
        by=by,
        title=opportunity.next_step,
        kind=STEP_TASK,
        account=opportunity.account,
        owner=opportunity.owner,
        due_at=due_at(on, opportunity.owner.tz) if on else None,
        due_kind=DueKind.DAY,
        stake=worth * MONTHS + (opportunity.one_time or Decimal(0)) if worth is not None else None,
        stake_kind=StakeKind.OPPORTUNITY if worth is not None else "",
        reason_code="next_step",
        reason_args={"name": opportunity.name, "stage": opportunity.stage},
        source=opportunity,
    )


def try_again(opportunity: Opportunity, by: Actor) -> None:
    """A task for the day somebody said to try again."""
    if opportunity.try_again_on is None:
        return
    open_task(
        by=by,
        title=_("Try again: {name}").format(name=opportunity.name),
        kind=AGAIN_TASK,
        account=opportunity.account,
        owner=opportunity.owner,
        due_at=due_at(opportunity.try_again_on, opportunity.owner.tz),
        due_kind=DueKind.DAY,
        reason_code="try_again",
        reason_args={"reason": opportunity.lost_reason or ""},
        source=opportunity,
    )


def drop_others(source: Lead | Opportunity, keep: Person | None, by: Actor) -> None:
    """Open tasks of anybody but `keep` for this record need not be done any more."""
    rows = Task.objects.open().about(kind_of(source), source.pk)
    for task in rows if keep is None else rows.exclude(owner=keep):
        drop_task(task, by=by)
