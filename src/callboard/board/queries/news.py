"""What just happened, and who asked to leave: the lists beside the board's figures."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
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
    """The newest of the day: what was accepted or decided on it, and what waits for the desk. Three queries."""
    found = [*_sold(day, limit), *_pending(limit), *_decided(day, limit)]
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


def _orders(rows: QuerySet[Order], limit: int, newest: str) -> list[Order]:
    found = rows.select_related("account").prefetch_related("lines__product")
    return list(found.annotate(mrr=Sum("lines__mrr"), once=Sum("lines__one_time")).order_by(newest)[:limit])


def _sold(day: date, limit: int) -> list[News]:
    rows = Order.objects.filter(kind="new", state__in=[OrderState.ACCEPTED, OrderState.COMPLETE], booked_on=day)
    return [
        News("sold", order.accepted_at, order.account, _lines(order), _worth(order), order.get_absolute_url())
        for order in _orders(rows, limit, "-accepted_at")
        if order.accepted_at
    ]


def _pending(limit: int) -> list[News]:
    rows = Order.objects.filter(state=OrderState.SUBMITTED)
    return [
        News("pending", order.submitted_at, order.account, _lines(order), _worth(order), order.get_absolute_url())
        for order in _orders(rows, limit, "-submitted_at")
        if order.submitted_at
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


def _worth(order: Any) -> Decimal:
    worth: Decimal = order.mrr or order.once or Decimal(0)
    return worth
