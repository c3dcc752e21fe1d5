"""What ``callboard check`` recomputes: balances, movements, facts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce

from callboard.core.registry import Difference
from callboard.directory.models import AccountFacts
from callboard.orders.models import Movement, Subscription
from callboard.orders.queries import facts
from callboard.orders.queries.movements import worked_out

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
