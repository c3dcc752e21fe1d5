"""What the account's page shows of its orders."""

from decimal import Decimal
from typing import Any

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.orders.models import Cancellation, Order, Subscription

SHOWN = 8


def has(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The subscriptions that run, with their MRR; nothing for who never had one."""
    today = clock.business_day(clock.now())
    running = visible(Subscription.objects.running(today), actor).filter(account=account)
    found = list(running.select_related("product").order_by("-mrr", "id"))
    if not found:
        return None
    return {"subscriptions": found, "total": sum((each.mrr for each in found), Decimal(0))}


def orders_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The newest orders."""
    found = list(visible(Order.objects.filter(account=account), actor).order_by("-number")[:SHOWN])
    return {"orders": found} if found else None


def cancellations_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The newest cancellations, open ones first."""
    rows = visible(Cancellation.objects.filter(account=account), actor).select_related("subscription__product")
    found = sorted(rows.order_by("-id")[:SHOWN], key=lambda case: case.outcome != "open")
    return {"cancellations": found} if found else None
