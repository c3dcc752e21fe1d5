"""The tasks that orders and cancellations give to people. For the bodies of actions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.money import cents
from callboard.core.refs import ref_of
from callboard.orders.models import Cancellation, Order, OrderLine, OrderStep
from callboard.team.queries import company_calendar, setting
from callboard.team.rules.business_time import (
    WorkCalendar,
    by_business_time,
    next_business_day,
    spans_on,
)
from callboard.work.actions import drop_task, finish_task, open_handoff, open_task, withdraw_handoff
from callboard.work.models import DueKind, Handoff, StakeKind, Task, TaskState

FULFIL, CORRECT, SAVE = "orders.fulfil", "orders.correct", "orders.save"
MONTHS = 12


def open_steps(order: Order, lines: Sequence[OrderLine], *, by: Actor) -> None:
    """A hand-off for each fulfilment step of each line, to its team, needed in business days from today."""
    calendar = company_calendar()
    position = 0
    for line in lines:
        for planned in line.product.steps.select_related("team"):
            position += 1
            due_on = next_business_day(calendar, by.today, planned.business_days) if planned.business_days else by.today
            step = OrderStep.objects.create(
                order=order,
                line=line,
                team=planned.team,
                title=planned.title,
                position=position,
                due_on=due_on,
                created_at=by.now,
                updated_at=by.now,
            )
            line_said = f"{line.quantity} × {line.product}"
            step.task = open_handoff(
                by=by,
                title=planned.title,
                kind=FULFIL,
                account=order.account,
                team=planned.team,
                text=f"{order}: {line_said}",
                wanted_at=_end_of(calendar, due_on, by.now),
                stake=_year(line.mrr) or line.one_time or None,
                stake_kind=StakeKind.ORDER,
                reason_code="fulfil",
                reason_args={"order": order, "line": line_said},
                source=ref_of(step),
            ).task
            step.save(update_fields=["task"])


def open_steps_of(order: Order) -> QuerySet[OrderStep]:
    """The steps whose hand-off is not done yet."""
    return OrderStep.objects.filter(order=order).filter(Q(task=None) | Q(task__state=TaskState.OPEN))


def drop_steps(order: Order, *, by: Actor) -> None:
    """The order counts no more: what is not done need not be; the steps are forgotten, their hand-offs stay on record."""
    steps = OrderStep.objects.filter(order=order)
    for handoff in Handoff.objects.filter(task__in=steps.values("task"), task__state=TaskState.OPEN).order_by("id"):
        withdraw_handoff(handoff, by=by)
    steps.delete()


def open_correction(order: Order, missing: Sequence[str], *, by: Actor) -> None:
    """The writer gets the order back with what is missing, to be mended by the end of the next business day."""
    calendar = company_calendar()
    open_task(
        by=by,
        title=str(_("Complete {order}")).format(order=order),
        kind=CORRECT,
        account=order.account,
        owner=order.owner,
        due_at=_end_of(calendar, next_business_day(calendar, by.today), by.now),
        due_kind=DueKind.DAY,
        stake=_year(sum((line.mrr for line in order.lines.all()), Decimal(0))) or None,
        stake_kind=StakeKind.ORDER,
        reason_code="returned",
        reason_args={"missing": "; ".join(missing)},
        source=order,
    )


def close_corrections(order: Order, *, by: Actor) -> None:
    """The order went its way: nothing is left to mend."""
    for task in Task.objects.open().about(order._meta.label_lower, order.pk).filter(kind=CORRECT):
        finish_task(task, by=by)


def open_save(case: Cancellation, call_back_at: datetime | None, *, by: Actor) -> Task | None:
    """The call that may keep them, for the account's owner; the stake is a year of what would go. None without anybody."""
    owner = case.account.owner or by.person
    if owner is None or not owner.is_active:
        return None
    soon = timedelta(hours=int(setting("orders.save_call_hours")))
    return open_task(
        by=by,
        title=str(_("Save call: {product}")).format(product=case.subscription.product),
        kind=SAVE,
        account=case.account,
        owner=owner,
        due_at=call_back_at or by_business_time(company_calendar(), by.now, soon),
        stake=_year(case.mrr),
        stake_kind=StakeKind.MRR_AT_STAKE,
        reason_code="asked_to_cancel",
        reason_args={
            "product": case.subscription.product,
            "on": case.received_on,
            "reason": str(case.reason) if case.reason else "",
        },
        source=case,
    )


def finish_save(case: Cancellation, *, by: Actor) -> None:
    """It is decided: the call was made."""
    task = case.save_task
    if task is not None and task.state == TaskState.OPEN:
        finish_task(task, by=by)


def drop_save(case: Cancellation, *, by: Actor) -> None:
    """There was nothing to save."""
    task = case.save_task
    if task is not None and task.state == TaskState.OPEN:
        drop_task(task, by=by)


def _year(mrr: Decimal) -> Decimal:
    return cents(mrr * MONTHS)


def _end_of(calendar: WorkCalendar, on: date, now: datetime) -> datetime:
    """When work ends on a day; on a day off an hour from now, which only happens for what is due today."""
    spans = spans_on(calendar, on)
    return spans[-1][1] if spans else now + timedelta(hours=1)
