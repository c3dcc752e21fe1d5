"""Everything the page of an order shows beside the order, in one statement."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.asking import Question
from callboard.orders.models import (
    Cancellation,
    FulfilmentStep,
    Order,
    OrderKind,
    OrderLine,
    OrderStep,
    PeriodLock,
    Subscription,
)
from callboard.orders.models.order import COUNTED_STATES
from callboard.orders.queries.desk import Check, checks_asked, checks_from
from callboard.work.models import Handoff


@dataclass(frozen=True)
class Sheet:
    """lines with their products; checks; what the account had running before; steps: of a counted order the teams' hand-offs,
    planned: of one that does not count yet what they will be; case: the cancellation it carries out; closed: the days from today on
    that nothing is booked on any more."""

    lines: list[OrderLine]
    checks: list[Check]
    running: list[Subscription]
    steps: list[OrderStep]
    planned: list[FulfilmentStep]
    case: Cancellation | None
    closed: Collection[date]


def sheet_asked(order: Order, actor: Actor) -> dict[str, Question]:
    """What the sheet needs to know."""
    sold = OrderLine.objects.filter(order=order)
    case = Cancellation.objects.filter(order=order).select_related("account", "subscription__product")
    steps = OrderStep.objects.filter(order=order).select_related("team", "task__owner", "task__handoff")
    steps = steps.annotate(seen=Exists(visible(Handoff.objects.filter(task=OuterRef("task")), actor)))
    planned = FulfilmentStep.objects.filter(product__in=sold.values("product")).select_related("team")
    locks = PeriodLock.objects.filter(day__gte=clock.business_day(clock.now()))
    counted = order.state in COUNTED_STATES
    asked = {
        "lines": sold.select_related("product"),
        "running": running_before(order).select_related("product").order_by("id").distinct(),
        **checks_asked(order),
        **({"steps": steps} if counted else {"planned": planned, "closed": locks}),
        **({"case": case} if order.kind == OrderKind.CANCELLATION else {}),
    }
    return {name: Question("records", rows) for name, rows in asked.items()}


def sheet_from(found: Mapping[str, Any]) -> Sheet:
    """The sheet."""
    return Sheet(
        found["lines"],
        checks_from(found),
        found["running"],
        found.get("steps", []),
        found.get("planned", []),
        next(iter(found.get("case", [])), None),
        {lock.day for lock in found.get("closed", [])},
    )


def running_before(order: Order) -> QuerySet[Subscription]:
    """What the account has that this order did not bring; what the order ended is among it."""
    has = Subscription.objects.filter(account=order.account_id, trial=False)
    return has.filter(Q(ended_on=None) | Q(ending_lines__order=order)).exclude(order_line__order=order)
