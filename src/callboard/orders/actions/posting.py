"""How entries get into the ledgers: on the right day, with the balance, the movements and the facts that follow.

Functions for the bodies of actions; the account is locked by then.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import Sum

from callboard.core import events
from callboard.core.actions import Actor
from callboard.directory.actions import write_facts
from callboard.directory.models import Account
from callboard.orders.models import Movement, MrrEntry, OneTimeEntry, PeriodLock, Subscription
from callboard.orders.models.ledger import Booked
from callboard.orders.models.locks import BOOKS_LOCK
from callboard.orders.queries.books import locked_since
from callboard.orders.queries.facts import facts_of
from callboard.orders.queries.movements import worked_out
from callboard.orders.rules.booking import Booking, book

MOVEMENT_FIELDS = ["account", "product", "owner", "kind", "amount", "units", "booked_on", "effective_on", "opening"]


def booking_for(happened_on: date, today: date) -> Booking:
    """The day something that happened then is booked on. Until the transaction ends, no day is closed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [BOOKS_LOCK])
    since = min(happened_on, today)
    return book(happened_on, today, locked_since(since))


def hold_the_books() -> None:
    """Until the transaction ends nothing is booked: for the close of a day."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [BOOKS_LOCK])


def lock_days(days: Sequence[date], by: Actor) -> None:
    """Close days for good. The caller holds the books."""
    log = by.run.stack[-1].id
    PeriodLock.objects.bulk_create([PeriodLock(day=day, locked_at=by.now, log_id=log) for day in days])


def post(
    account: Account, booking: Booking, by: Actor, mrr: Sequence[MrrEntry] = (), one_time: Sequence[OneTimeEntry] = ()
) -> None:
    """Write entries of one account: each on the booked day, for the owner of that day; then all that follows from them."""
    for entry in (*mrr, *one_time):
        enter(entry, account, booking, by)
    MrrEntry.objects.bulk_create(mrr)
    OneTimeEntry.objects.bulk_create(one_time)
    _balance([entry.subscription for entry in mrr], by)
    rebuild_movements(account.pk)
    keep_facts(account.pk, by)
    by.changed(account, topic="board")
    if mrr:
        events.entries_posted.send(by, account_id=account.pk, entry_ids=[entry.pk for entry in mrr])


def enter(entry: Booked, account: Account, booking: Booking, by: Actor) -> None:
    """Say of an entry, not yet saved, whose it is, of which day, and by which action."""
    entry.account_id = account.pk
    entry.owner_id = account.owner_id
    entry.booked_on = booking.booked_on
    entry.corrects_day = booking.corrects_day
    entry.posted_at = by.now
    entry.log_id = by.run.stack[-1].id


def reversal(entry: MrrEntry) -> MrrEntry:
    """An entry, not yet saved, that takes this one back."""
    return MrrEntry(
        subscription=entry.subscription,
        order_line_id=entry.order_line_id,
        amount=-entry.amount,
        quantity=-entry.quantity,
        units=-entry.units,
        effective_on=entry.effective_on,
        corrects=entry,
    )


def once_reversal(entry: OneTimeEntry) -> OneTimeEntry:
    """The same for what came once."""
    return OneTimeEntry(
        product_id=entry.product_id,
        order_line_id=entry.order_line_id,
        amount=-entry.amount,
        quantity=-entry.quantity,
        units=-entry.units,
        corrects=entry,
    )


def rebuild_movements(account_id: int) -> None:
    """Work the account's movements out again and write those that are new or have another class."""
    stored = dict(Movement.objects.filter(account_id=account_id).values_list("entry_id", "kind"))
    changed = [movement for movement in worked_out([account_id]) if stored.get(movement.entry_id) != movement.kind]
    Movement.objects.bulk_create(changed, update_conflicts=True, unique_fields=["entry"], update_fields=MOVEMENT_FIELDS)


def keep_facts(account_id: int, by: Actor) -> None:
    """Write the facts orders owns; the account is locked."""
    write_facts(account_id, by=by, **facts_of(account_id))


def _balance(subscriptions: Sequence[Subscription], by: Actor) -> None:
    """The stored balance of each subscription is the sum of its entries."""
    ids = {subscription.pk for subscription in subscriptions}
    rows = MrrEntry.objects.filter(subscription_id__in=ids).values("subscription_id").order_by()
    totals = {row["subscription_id"]: row["total"] for row in rows.annotate(total=Sum("amount"))}
    for subscription in {subscription.pk: subscription for subscription in subscriptions}.values():
        subscription.mrr = totals.get(subscription.pk, Decimal(0))
        subscription.updated_at = by.now
        subscription.save(update_fields=["mrr"])
