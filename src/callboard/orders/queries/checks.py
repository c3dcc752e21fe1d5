"""What ``callboard check`` recomputes: balances, movements, facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce

from callboard.core.registry import Difference
from callboard.directory.models import AccountFacts
from callboard.orders.models import Cancellation, Movement, Outcome, SaveEntry, SaveKind, Subscription
from callboard.orders.queries import facts
from callboard.orders.queries.movements import worked_out
from callboard.orders.rules.booking import holds_since

COMPARED = ("kind", "amount", "units", "booked_on", "effective_on", "opening", "owner_id", "product_id", "account_id")
OWNED: dict[str, Callable[[Iterable[int]], Mapping[int, Any]]] = {
    "mrr": facts.mrr_of,
    "customer_since": facts.customer_since_of,
    "renewal_on": facts.renewal_on_of,
    "open_cancellation": facts.open_cancellation_of,
}


def balances() -> Iterator[Difference]:
    """The stored balance of every subscription against the sum of its entries."""
    total = Coalesce(Sum("entries__amount"), Decimal(0))
    for pk, stored, computed in Subscription.objects.annotate(total=total).values_list("pk", "mrr", "total"):
        if stored != computed:
            yield Difference("orders.subscription", str(pk), str(stored), str(computed))


def movements() -> Iterator[Difference]:
    """The stored movements against those worked out again from all entries."""
    stored = {movement.entry_id: movement for movement in Movement.objects.all()}
    for movement in worked_out():
        known = stored.pop(movement.entry_id, None)
        if known is None or any(getattr(known, name) != getattr(movement, name) for name in COMPARED):
            yield Difference("orders.movement", str(movement.entry_id), _said(known), _said(movement))
    for movement in stored.values():
        yield Difference("orders.movement", str(movement.entry_id), _said(movement), "")


def saves() -> Iterator[Difference]:
    """What every case counts in the ledger of saved MRR against how it ended."""
    rows = SaveEntry.objects.values_list("cancellation_id", "kind").order_by().annotate(total=Sum("amount"))
    counted = {(pk, kind): total for pk, kind, total in rows}
    due = _saves_due()
    for pk, kind in sorted(counted.keys() | due.keys()):
        stored, computed = counted.get((pk, kind), Decimal(0)), due.get((pk, kind), Decimal(0))
        if stored != computed:
            yield Difference("orders.cancellation", f"{pk} {kind}", str(stored), str(computed))


def _saves_due() -> dict[tuple[int, str], Decimal]:
    """(case, kind) -> what it counts: a save its MRR, a loss soon after a save of the same subscription minus its own."""
    decided = [case for case in Cancellation.objects.exclude(outcome=Outcome.OPEN) if case.decided_on]
    kept: dict[int, list[date]] = defaultdict(list)
    due: dict[tuple[int, str], Decimal] = {}
    for case in decided:
        if case.outcome == Outcome.SAVED and case.decided_on:
            kept[case.subscription_id].append(case.decided_on)
            due[case.pk, SaveKind.SAVED] = case.mrr
    for case in decided:
        on = case.decided_on
        soon = on and any(holds_since(on) <= saved_on <= on for saved_on in kept[case.subscription_id])
        if case.outcome == Outcome.LOST and soon:
            due[case.pk, SaveKind.LOST_AGAIN] = -case.mrr
    return due


def account_facts() -> Iterator[Difference]:
    """The facts orders owns against subscriptions and cancellations."""
    rows = list(AccountFacts.objects.values("account_id", *OWNED))
    accounts = [row["account_id"] for row in rows]
    computed = {name: found(accounts) for name, found in OWNED.items()}
    for row in rows:
        for name, values in computed.items():
            value = values.get(row["account_id"])
            if row[name] != value:
                yield Difference("directory.accountfacts", f"{row['account_id']} {name}", str(row[name]), str(value))


def _said(movement: Movement | None) -> str:
    return "" if movement is None else f"{movement.kind} {movement.amount} {movement.booked_on}"
