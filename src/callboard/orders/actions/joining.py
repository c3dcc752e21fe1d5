"""When accounts are merged or taken apart: the MRR follows its subscriptions, by pairs of entries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, Refused
from callboard.directory.models import Account
from callboard.orders.actions.posting import booking_for, enter, rebuild_movements
from callboard.orders.models import Cancellation, MrrEntry, OrderLine, OrderState, Subscription


def follow_subscriptions(account_ids: Iterable[int], by: Actor) -> None:
    """Post, for each subscription of these accounts that has entries on another of them, what takes its balance from
    there and gives it to its account. The sum of all stays, the board counts neither. Refused where something written
    since names a subscription of the other account."""
    ids = sorted(account_ids)
    _refuse_crossed(ids)
    accounts = {row.pk: row for row in Account.objects.filter(pk__in=ids)}
    strayed = MrrEntry.objects.filter(account__in=ids, subscription__account__in=ids)
    strayed = strayed.exclude(account=F("subscription__account")).select_related("subscription")
    booking = booking_for(by.today, by.today)
    posted = []
    for (_pk, day), entries in _by_day(strayed, by.today).items():
        amount, quantity = (
            sum((entry.amount for entry in entries), Decimal(0)),
            sum(entry.quantity for entry in entries),
        )
        if amount or quantity:
            there, subscription = accounts[entries[0].account_id], entries[0].subscription
            for account, sign in ((there, -1), (accounts[subscription.account_id], 1)):
                posted.append(_entry(subscription, day, sign * amount, sign * quantity))
                enter(posted[-1], account, booking, by)
    MrrEntry.objects.bulk_create(posted)
    for pk in ids if posted else ():
        rebuild_movements(pk)
        by.changed(accounts[pk], topic="board")


def _by_day(entries: QuerySet[MrrEntry], today: date) -> dict[tuple[int, date], list[MrrEntry]]:
    """By subscription and the day it is handed over: today, and what takes effect later on its own day."""
    found: dict[tuple[int, date], list[MrrEntry]] = defaultdict(list)
    for entry in entries.order_by("subscription_id", "effective_on", "id"):
        found[entry.subscription_id, max(entry.effective_on, today)].append(entry)
    return found


def _entry(subscription: Subscription, day: date, amount: Decimal, quantity: int) -> MrrEntry:
    return MrrEntry(subscription=subscription, amount=amount, quantity=quantity, effective_on=day, transfer=True)


#: Orders nothing comes of any more.
OVER = (OrderState.REJECTED, OrderState.WITHDRAWN)


def _refuse_crossed(ids: list[int]) -> None:
    lines = OrderLine.objects.filter(order__account__in=ids, ends__account__in=ids).exclude(order__state__in=OVER)
    crossed = lines.exclude(order__account=F("ends__account")).select_related("order", "ends__product")
    line = crossed.first()
    if line is not None:
        sentence = _(
            "{order} was written since for {product}, which would go back to the other account. Withdraw it first."
        )
        raise Refused(Refusal("order_since", sentence, order=line.order, product=line.ends))
    cases = Cancellation.objects.filter(account__in=ids, subscription__account__in=ids)
    case = cases.exclude(account=F("subscription__account")).select_related("subscription__product").first()
    if case is not None:
        sentence = _("A cancellation of {product} was opened since. Discard it first.")
        raise Refused(Refusal("cancellation_since", sentence, product=case.subscription.product))
