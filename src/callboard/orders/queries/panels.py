"""What the account's page shows of its orders."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from callboard.core import clock
from callboard.core.access import allows, visible
from callboard.core.actor import Actor
from callboard.core.asking import Question
from callboard.directory.queries import ahead_asked, know_ahead, mrr_ahead
from callboard.orders.models import Cancellation, Order, OrderStep, Subscription

SHOWN = 8


def has_asked(account: Any, actor: Actor) -> dict[str, Question]:
    """The subscriptions that run, and what is agreed for later."""
    today = clock.business_day(clock.now())
    running = visible(Subscription.objects.running(today), actor).filter(account=account)
    listed = Question("records", running.select_related("product").order_by("-mrr", "id"))
    return {**ahead_asked(account, today), "running": listed}


def has(account: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """What runs, with its MRR and what of it counts later; nothing for who never had anything."""
    running = found["running"]
    if not running:
        return None
    know_ahead(account, found)
    total = sum((each.mrr for each in running), Decimal(0))
    return {"subscriptions": running, "total": total, "ahead": mrr_ahead(account, clock.business_day(clock.now()))}


def orders_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The newest orders, and where the next is written."""
    found = list(visible(Order.objects.filter(account=account), actor).order_by("-number")[:SHOWN])
    url = f"{reverse('do', args=['orders.create_order'])}?account={account.pk}" if allows(actor, "orders.write") else ""
    return {"orders": found, "order_url": url} if found or url else None


def asked_for_asked(approval: Any, actor: Actor) -> dict[str, Question]:
    """The order whose discount is asked for."""
    return {"orders": Question("records", visible(Order.objects.filter(approval=approval), actor).order_by("id"))}


def asked_for(approval: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """The order; nothing where something else is asked for."""
    return {"orders": found["orders"]} if found["orders"] else None


def cancellations_seen(account: Any, actor: Actor) -> QuerySet[Cancellation]:
    """Those of the account the actor may see."""
    return visible(Cancellation.objects.filter(account=account), actor)


def cancellations_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The newest cancellations, open ones first."""
    rows = cancellations_seen(account, actor).select_related("subscription__product")
    found = sorted(rows.order_by("-id")[:SHOWN], key=lambda case: case.outcome != "open")
    return {"cancellations": found} if found else None


def handoff_asked(handoff: Any, actor: Actor) -> dict[str, Question]:
    """The order a hand-off is a step of, where the actor may see it."""
    steps = OrderStep.objects.filter(task=handoff.task_id, order__in=visible(Order.objects.all(), actor))
    return {"step": Question("records", steps.select_related("order", "line__product"))}


def order_of_handoff(handoff: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """The order, its line and until when; nothing for what no order asked for."""
    step = next(iter(found["step"]), None)
    return {"step": step} if step is not None else None
