"""What just happened, and who asked to leave: the lists beside the board's figures."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from callboard.orders.models import Cancellation, Order, OrderState, Outcome

SHOWN = 6


@dataclass(frozen=True)
class News:
    """One line: kind is sold, pending, saved or lost; amount is money a month, or once where it sells nothing a month."""

    kind: str
    at: datetime
    account: Any
    text: str
    amount: Decimal
    url: str

    @property
    def minus(self) -> Decimal:
        """The amount as a loss."""
        return -self.amount


@dataclass(frozen=True)
class Reason:
    """A reason for leaving with how many gave it."""

    name: str
    count: int


def just_now(day: date, limit: int = SHOWN) -> list[News]:
    """The newest of the day: what was accepted or decided on it, and what waits for the desk. Four queries."""
    found = [*_orders(day, limit), *_decided(day, limit)]
    return sorted(found, key=lambda news: news.at, reverse=True)[:limit]


def received_on(day: date) -> list[Cancellation]:
    """The cancellations received that day, and those logged on it that were received before."""
    rows = Cancellation.objects.filter(received_on=day) | Cancellation.objects.filter(logged_on=day)
    return list(rows.select_related("account", "subscription__product", "reason", "save_task").order_by("-received_at"))


def reasons(first: date, last: date) -> list[Reason]:
    """Why they asked to leave in these days, by the stem of the tree of reasons, most first."""
    rows = Cancellation.objects.filter(received_on__range=(first, last), reason__isnull=False)
    counted = rows.order_by().values(name=Coalesce("reason__parent__name", "reason__name")).annotate(count=Count("id"))
    return [Reason(row["name"], row["count"]) for row in counted.order_by("-count", "name")[:SHOWN]]


def _lines(order: Order) -> str:
    return ", ".join(
        f"{line.product} × {line.quantity}" if line.quantity > 1 else f"{line.product}" for line in order.lines.all()
    )


def _orders(day: date, limit: int) -> list[News]:
    """What was accepted for the day, and what waits for the desk."""
    accepted = Q(kind="new", state__in=[OrderState.ACCEPTED, OrderState.COMPLETE], booked_on=day)
    rows = Order.objects.filter(accepted | Q(state=OrderState.SUBMITTED)).select_related("account")
    found = rows.prefetch_related("lines__product").annotate(at=Coalesce("accepted_at", "submitted_at"))
    worth = found.annotate(mrr=Sum("lines__mrr"), once=Sum("lines__one_time")).order_by("-at")[:limit]
    return [
        News(
            "sold" if order.accepted_at else "pending",
            order.at,
            order.account,
            _lines(order),
            order.mrr or order.once or Decimal(0),
            order.get_absolute_url(),
        )
        for order in worth
    ]


def _decided(day: date, limit: int) -> list[News]:
    rows = Cancellation.objects.filter(decided_on=day).select_related("account", "subscription__product")
    return [
        News(
            "saved" if case.outcome == Outcome.SAVED else "lost",
            case.decided_at,
            case.account,
            str(case.subscription.product),
            case.mrr,
            case.get_absolute_url(),
        )
        for case in rows.order_by("-decided_at")[:limit]
        if case.decided_at
    ]
