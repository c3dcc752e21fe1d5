"""A customer asks to leave: logged the same day, worked, saved or lost."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor, Refusal, Text, action
from callboard.core.errors import Invalid
from callboard.core.money import shown
from callboard.orders.actions import tasks
from callboard.orders.actions.posting import booking_for, keep_facts, post, reversal
from callboard.orders.actions.saving import post_lost_again, post_saved, take_back
from callboard.orders.actions.writing import NOTHING, ORDER_NUMBER
from callboard.orders.models import (
    Cancellation,
    CancellationReason,
    MrrEntry,
    Order,
    OrderKind,
    OrderLine,
    OrderState,
    Outcome,
    Subscription,
)


@action(
    _("Logged cancellation"),
    said=_("Logged the cancellation of {subscription} at {subscription.account}"),
    who="orders.cancel",
    undo="orders.discard_cancellation",
    icon="door-exit",
)
def open_cancellation(
    subscription: Subscription,
    *,
    by: Actor,
    reason: CancellationReason | None = None,
    reason_text: Text = NOTHING,
    competitor: str = "",
    received_at: datetime | None = None,
    requested_end_on: date | None = None,
    call_back_at: datetime | None = None,
) -> Cancellation:
    """Log that they asked to leave, the day they asked, and give the account's owner the call that may keep them."""
    received = received_at or by.now
    if received > by.now:
        raise Invalid({"received_at": _("This is still to come.")})
    case = Cancellation(
        account=subscription.account,
        subscription=subscription,
        received_at=received,
        received_on=clock.business_day(received),
        requested_end_on=requested_end_on,
        reason=reason,
        reason_text=reason_text,
        competitor=competitor,
        mrr=subscription.mrr,
        logged_at=by.now,
        logged_on=by.today,
        logged_by=by.person,
        created_at=by.now,
        updated_at=by.now,
    )
    case.save()
    case.save_task = tasks.open_save(case, call_back_at, by=by)
    case.save(update_fields=["save_task"])
    title = str(_("Asked to cancel {product}, {mrr} a month")).format(product=subscription.product, mrr=shown(case.mrr))
    _follow(case, by, "cancellation.opened", title, reason_text)
    return case


@open_cancellation.can
def _running(subscription: Subscription, now: datetime) -> Refusal | None:
    if subscription.ended_on is not None:
        return Refusal("ended", _("It ends on {on} already."), on=subscription.ended_on)
    if subscription.cancellations.filter(outcome=Outcome.OPEN).exists():
        return Refusal("already_open", _("This cancellation is logged already and still open."))
    return None


@action(
    _("Discarded cancellation"),
    said=_("Discarded the cancellation of {result} at {result.account}"),
    who="orders.cancel",
    final=_("Log it again."),
    icon="trash",
)
def discard_cancellation(cancellation: Cancellation, *, by: Actor) -> Subscription:
    """It was logged by mistake: the case is removed, nothing was counted."""
    subscription = cancellation.subscription
    tasks.drop_save(cancellation, by=by)
    cancellation.delete()
    keep_facts(subscription.account_id, by)
    by.changed(subscription, topic="board")
    return subscription


@action(
    _("Changed cancellation"),
    said=_("Changed the cancellation of {cancellation.subscription} at {cancellation.account}"),
    who="orders.cancel",
    undo="orders.change_cancellation",
    icon="pencil",
)
def change_cancellation(
    cancellation: Cancellation,
    *,
    by: Actor,
    reason: CancellationReason | None = None,
    reason_text: Text = NOTHING,
    competitor: str = "",
    requested_end_on: date | None = None,
) -> Cancellation:
    """Say better why they leave, where to, and when."""
    old = cancellation
    by.undo_args(
        reason=old.reason,
        reason_text=old.reason_text,
        competitor=old.competitor,
        requested_end_on=old.requested_end_on,
    )
    cancellation.reason, cancellation.reason_text = reason, reason_text
    cancellation.competitor, cancellation.requested_end_on = competitor, requested_end_on
    cancellation.updated_at = by.now
    cancellation.save()
    by.changed(cancellation, topic="board")
    return cancellation


@action(
    _("Saved customer"),
    said=_("Saved {cancellation.subscription} at {cancellation.account}"),
    who="orders.cancel",
    undo="orders.reopen_cancellation",
    icon="lifebuoy",
)
def save_cancellation(cancellation: Cancellation, *, by: Actor, what_kept_them: Text = NOTHING) -> Cancellation:
    """They stay. Counted as saved today; nothing changes in what they have."""
    _decide(cancellation, Outcome.SAVED, what_kept_them, by)
    post_saved(cancellation, by)
    tasks.finish_save(cancellation, by=by)
    title = str(_("Stays: {product}, {mrr} a month saved")).format(
        product=cancellation.subscription.product, mrr=shown(cancellation.mrr)
    )
    _follow(cancellation, by, "cancellation.saved", title, what_kept_them)
    return cancellation


@action(
    _("Confirmed cancellation"),
    said=_("Confirmed the cancellation of {cancellation.subscription} at {cancellation.account}"),
    who="orders.cancel",
    undo="orders.reopen_cancellation",
    icon="door-exit",
    preview=True,
)
def confirm_cancellation(
    cancellation: Cancellation, *, by: Actor, end_on: date | None = None, last_words: Text = NOTHING
) -> Cancellation:
    """They leave: the subscription ends on the day, and minus its whole balance is posted.

    It is booked on the day they asked while that day is open, else today, naming that day.
    """
    subscription = cancellation.subscription
    if cancellation.reason_id is None:
        raise Invalid({"": _("Give it a reason first: every cancellation has one before its day is closed.")})
    end = end_on or cancellation.requested_end_on or by.today
    if end < subscription.started_on:
        raise Invalid(
            {"end_on": _("It starts on {on}.").format(on=formats.date_format(subscription.started_on, "M j, Y"))}
        )
    booking = booking_for(cancellation.received_on, by.today)
    cancellation.order = _ending_order(cancellation, end, booking.booked_on, by)
    _decide(cancellation, Outcome.LOST, last_words, by)
    subscription.ended_on, subscription.updated_at = end, by.now
    subscription.save()
    entry = MrrEntry(
        subscription=subscription,
        order_line=cancellation.order.lines.get(),
        amount=-subscription.mrr,
        quantity=-subscription.quantity,
        effective_on=end,
    )
    post(cancellation.account, booking, by, mrr=[entry])
    post_lost_again(cancellation, by)
    tasks.finish_save(cancellation, by=by)
    title = str(_("Lost: {product}, {mrr} a month, ends {on}")).format(
        product=subscription.product, mrr=shown(-cancellation.mrr), on=formats.date_format(end, "M j, Y")
    )
    _follow(cancellation, by, "cancellation.lost", title, last_words)
    return cancellation


@action(
    _("Reopened cancellation"),
    said=_("Reopened the cancellation of {cancellation.subscription} at {cancellation.account}"),
    who="orders.cancel",
    final=_("Decide it again."),
    icon="arrow-back-up",
)
def reopen_cancellation(cancellation: Cancellation, *, by: Actor, why: Text = NOTHING) -> Cancellation:
    """It is not decided after all. What it counted is taken back by correction entries; what they had, they have again."""
    take_back(cancellation, by)
    order = cancellation.order
    if order is not None:
        _take_back_loss(cancellation, order, by)
    cancellation.order, cancellation.outcome, cancellation.outcome_text = None, Outcome.OPEN, why
    cancellation.decided_at = cancellation.decided_on = cancellation.decided_by = None
    cancellation.updated_at = by.now
    cancellation.save_task = tasks.open_save(cancellation, None, by=by)
    cancellation.save()
    _follow(cancellation, by, "cancellation.reopened", str(_("Cancellation open again")), why)
    return cancellation


@discard_cancellation.can
@save_cancellation.can
@confirm_cancellation.can
def _still_open(cancellation: Cancellation, now: datetime) -> Refusal | None:
    if cancellation.outcome == Outcome.SAVED:
        return Refusal("saved", _("A save was accepted on {on}. Reopen it first."), on=cancellation.decided_on)
    if cancellation.outcome == Outcome.LOST:
        return Refusal("lost", _("It was confirmed on {on}. Reopen it first."), on=cancellation.decided_on)
    return None


@reopen_cancellation.can
def _decided(cancellation: Cancellation, now: datetime) -> Refusal | None:
    if cancellation.outcome == Outcome.OPEN:
        return Refusal("open", _("It is open."))
    if Cancellation.objects.filter(subscription=cancellation.subscription_id, pk__gt=cancellation.pk).exists():
        return Refusal("asked_again", _("They asked again since; work that one."))
    return None


def _decide(case: Cancellation, outcome: Outcome, text: str, by: Actor) -> None:
    case.outcome, case.outcome_text = outcome, text
    case.decided_at, case.decided_on, case.decided_by = by.now, by.today, by.person
    case.updated_at = by.now
    case.save()


def _follow(case: Cancellation, by: Actor, kind: str, title: str, text: str) -> None:
    keep_facts(case.account_id, by)
    by.timeline(case.account_id, kind, ref=case, title=title, text=text)
    by.changed(case, topic="board")


def _ending_order(case: Cancellation, end: date, booked_on: date, by: Actor) -> Order:
    """The cancellation as an order, so that the ledger's entry stands on a line like any other."""
    order = Order.objects.create(
        number=by.draw(ORDER_NUMBER) or None,
        kind=OrderKind.CANCELLATION,
        account=case.account,
        owner=case.account.owner or by.person,
        state=OrderState.COMPLETE,
        start_on=end,
        submitted_at=by.now,
        submitted_by=by.person,
        accepted_at=by.now,
        accepted_by=by.person,
        booked_on=booked_on,
        created_at=by.now,
        updated_at=by.now,
    )
    subscription = case.subscription
    OrderLine.objects.create(
        order=order,
        product=subscription.product,
        quantity=subscription.quantity,
        unit_price=subscription.unit_price,
        mrr=-subscription.mrr,
        one_time=Decimal(0),
        ends=subscription,
        created_at=by.now,
        updated_at=by.now,
    )
    return order


def _take_back_loss(case: Cancellation, order: Order, by: Actor) -> None:
    subscription = case.subscription
    subscription.ended_on, subscription.updated_at = None, by.now
    subscription.save()
    posted = MrrEntry.objects.select_related("subscription").filter(order_line__order=order, corrects=None)
    booking = booking_for(order.booked_on or by.today, by.today)
    post(case.account, booking, by, mrr=[reversal(entry) for entry in posted])
    order.state, order.updated_at = OrderState.WITHDRAWN, by.now
    order.save()
