"""The desk decides about an order; accepting it is what makes it count."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from callboard.core.access import allows
from callboard.core.actions import Actor, Refusal, Refused, Text, action
from callboard.core.errors import Invalid
from callboard.core.money import shown
from callboard.orders.actions import discounts, tasks
from callboard.orders.actions.posting import booking_for, once_reversal, post, reversal
from callboard.orders.actions.writing import NOTHING, submitted_refusal
from callboard.orders.models import (
    Billing,
    MrrEntry,
    OneTimeEntry,
    Order,
    OrderKind,
    OrderLine,
    OrderState,
    OrderStep,
    Subscription,
)
from callboard.orders.models.order import COUNTED_STATES
from callboard.orders.queries.desk import Check, missing_of


@action(
    _("Accepted order"),
    said=_("Accepted order {order.number} of {order.account}"),
    who="orders.accept",
    undo="orders.take_back_acceptance",
    icon="check",
    preview=True,
)
def accept_order(order: Order, *, by: Actor) -> Order:
    """From now on the order counts: its entries are posted, what it sold is the customer's, and fulfilment begins."""
    _second_pair_of_eyes(order, by)
    discounts.refuse_more(order, by=by)
    lines = list(order.lines.select_related("product"))
    booking = booking_for(by.today, by.today)
    order.state, order.accepted_at, order.accepted_by = OrderState.ACCEPTED, by.now, by.person
    order.booked_on, order.updated_at = booking.booked_on, by.now
    order.save()
    opened = [_opens(line, order, by) for line in lines if line.product.billing != Billing.ONE_TIME]
    once = [_once(line) for line in lines if line.product.billing == Billing.ONE_TIME]
    post(order.account, booking, by, mrr=opened, one_time=once)
    tasks.open_steps(order, lines, by=by)
    by.timeline(
        order.account_id,
        "order.accepted",
        ref=order,
        title=_accepted_title(order, lines),
        text=", ".join(f"{line.quantity} × {line.product}" for line in lines),
    )
    by.changed(order, topic="board")
    if not OrderStep.objects.filter(order=order).exists():
        complete_order(order, by=by)
    return order


@accept_order.can
def _checked(order: Order, now: datetime) -> Refusal | None:
    refusal = submitted_refusal(order)
    if refusal is not None:
        return refusal
    refusal = discounts.discount_refusal(order)
    if refusal is not None:
        return refusal
    missing = missing_of(order)
    if missing:
        names = ", ".join(str(check.question).lower() for check in missing)
        return Refusal("desk_check", _("The desk check is not done: {missing}."), missing=names)
    return None


@action(
    _("Returned order"),
    said=_("Returned order {order.number} of {order.account}"),
    who="orders.accept",
    final=_("The writer is told what is missing."),
    icon="arrow-back-up",
)
def return_order(order: Order, *, by: Actor, missing: Text = NOTHING) -> Order:
    """Send it back to the writer with exactly what is missing: the open checks, and what is said here."""
    wanted = [_missing_line(check) for check in missing_of(order)]
    wanted += [line.strip() for line in missing.splitlines() if line.strip()]
    if not wanted:
        raise Invalid({"missing": _("Say what is missing: every check is ticked.")})
    give_back(order, wanted, by=by)
    discounts.drop_discount(order, by=by)
    return order


def give_back(order: Order, missing: list[str], *, by: Actor) -> Order:
    """Part of an action: the writer has it again, with a task that says what is missing."""
    order.state, order.missing, order.updated_at = OrderState.RETURNED, "\n".join(missing), by.now
    order.save()
    tasks.open_correction(order, missing, by=by)
    title = str(_("{order} returned")).format(order=order)
    by.timeline(order.account_id, "order.returned", ref=order, title=title, text=order.missing)
    by.changed(order, topic="board")
    return order


@action(
    _("Rejected order"),
    said=_("Rejected order {order.number} of {order.account}"),
    who="orders.accept",
    final=_("Write it again as a new order."),
    icon="x",
)
def reject_order(order: Order, *, by: Actor, why: Text) -> Order:
    """We do not take this order."""
    order.state, order.missing, order.updated_at = OrderState.REJECTED, why, by.now
    order.save()
    discounts.drop_discount(order, by=by)
    title = str(_("{order} rejected")).format(order=order)
    by.timeline(order.account_id, "order.rejected", ref=order, title=title, text=why)
    by.changed(order, topic="board")
    return order


@return_order.can
@reject_order.can
def _submitted(order: Order, now: datetime) -> Refusal | None:
    return submitted_refusal(order)


@action(
    _("Took acceptance back"),
    said=_("Took back the acceptance of order {order.number} of {order.account}"),
    who="orders.accept",
    final=_("Accept it again."),
    icon="arrow-back-up",
)
def take_back_acceptance(order: Order, *, by: Actor, why: Text = NOTHING) -> Order:
    """The order counts no more: every entry is corrected by one that takes it back, fulfilment is dropped.

    The order waits for the desk again. A correction is booked today, or names the closed day it corrects.
    """
    lines = [line.pk for line in order.lines.all()]
    posted = MrrEntry.objects.filter(order_line__in=lines, corrects=None, corrections=None)
    once = OneTimeEntry.objects.filter(order_line__in=lines, corrects=None, corrections=None)
    booking = booking_for(order.booked_on or by.today, by.today)
    taken = [reversal(entry) for entry in posted.select_related("subscription")]
    for entry in taken:
        entry.subscription.ended_on = entry.subscription.started_on
        entry.subscription.save(update_fields=["ended_on"])
    post(order.account, booking, by, mrr=taken, one_time=[once_reversal(entry) for entry in once])
    tasks.drop_steps(order, by=by)
    order.state, order.accepted_at, order.accepted_by, order.booked_on = OrderState.SUBMITTED, None, None, None
    order.updated_at = by.now
    order.save()
    title = str(_("{order}: acceptance taken back")).format(order=order)
    by.timeline(order.account_id, "order.taken_back", ref=order, title=title, text=why)
    by.changed(order, topic="board")
    return order


@take_back_acceptance.can
def _untouched(order: Order, now: datetime) -> Refusal | None:
    if order.state not in COUNTED_STATES or order.kind != OrderKind.NEW:
        return Refusal("not_accepted", _("Only an accepted order can be taken back."))
    if Subscription.objects.filter(order_line__order=order, cancellations__isnull=False).exists():
        return Refusal(
            "cancelled_since", _("The customer asked to cancel what it sold. Work the cancellation instead.")
        )
    return None


@action(
    _("Completed order"),
    said=_("Completed order {order.number} of {order.account}"),
    who="orders.accept",
    final=_("Every step is done."),
    icon="checks",
)
def complete_order(order: Order, *, by: Actor) -> Order:
    """Everything every team owed is done."""
    order.state, order.updated_at = OrderState.COMPLETE, by.now
    order.save()
    by.timeline(order.account_id, "order.complete", ref=order, title=str(_("{order} complete")).format(order=order))
    return order


@complete_order.can
def _nothing_open(order: Order, now: datetime) -> Refusal | None:
    if order.state != OrderState.ACCEPTED:
        return Refusal("not_accepted", _("{order} is not being fulfilled."), order=order)
    if tasks.open_steps_of(order).exists():
        return Refusal("steps_open", _("Some steps of {order} are still open."), order=order)
    return None


def _second_pair_of_eyes(order: Order, by: Actor) -> None:
    if by.person_id is None or by.person_id != order.submitted_by_id or allows(by, "orders.accept_own"):
        return
    raise Refused(Refusal("same_person", _("You submitted it yourself. Somebody else checks and accepts it.")))


def _opens(line: OrderLine, order: Order, by: Actor) -> MrrEntry:
    """What the line sold becomes the customer's; the entry that says so."""
    subscription = Subscription.objects.create(
        account=order.account,
        product=line.product,
        order_line=line,
        quantity=line.quantity,
        unit_price=line.unit_price,
        started_on=order.start_on,
        term_end_on=_term_end(order, line),
        created_at=by.now,
        updated_at=by.now,
    )
    by.changed(subscription)
    return MrrEntry(
        subscription=subscription,
        order_line=line,
        amount=line.mrr,
        quantity=line.quantity,
        units=line.quantity if line.product.counts_as_unit else 0,
        effective_on=order.start_on,
    )


def _term_end(order: Order, line: OrderLine) -> date | None:
    """A year's contract ends a year after it starts; what is billed monthly has no term."""
    if line.product.billing != Billing.ANNUAL:
        return None
    start = order.start_on
    leap_day = start.month == 2 and start.day == 29
    return start.replace(year=start.year + 1, day=28 if leap_day else start.day)


def _once(line: OrderLine) -> OneTimeEntry:
    return OneTimeEntry(
        order_line=line,
        product=line.product,
        amount=line.one_time,
        quantity=line.quantity,
        units=line.quantity if line.product.counts_as_unit else 0,
    )


def _missing_line(check: Check) -> str:
    question, answer = check.question, check.answer
    return f"{question}: {answer.note}" if answer is not None and answer.note else str(question)


def _accepted_title(order: Order, lines: list[OrderLine]) -> str:
    mrr = sum((line.mrr for line in lines), Decimal(0))
    if mrr:
        return str(_("{order} accepted, {mrr} a month")).format(order=order, mrr=shown(mrr, signed=True))
    once = sum((line.one_time for line in lines), Decimal(0))
    return str(_("{order} accepted, {once} once")).format(order=order, once=shown(once))
