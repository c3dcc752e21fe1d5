"""What just happened, and who asked to leave: the lists beside the board's figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, JSONObject

from callboard.core.asking import Question, Row, answers
from callboard.core.links import url_at
from callboard.orders.models import Cancellation, Order, OrderState, Outcome

SHOWN = 6


@dataclass(frozen=True)
class News:
    """One line: kind is sold, pending, saved or lost; amount is money a month, or once where it sells nothing a month."""

    kind: str
    at: datetime
    account: str
    text: str
    amount: Decimal
    url: str

    @property
    def minus(self) -> Decimal:
        """The amount as a loss."""
        return -self.amount


@dataclass(frozen=True)
class Received:
    """A cancellation somebody asked for: whose, of what, why, how late it was written down, how it stands."""

    url: str
    account: str
    product: str
    reason: str
    days_late: int
    outcome: str
    outcome_said: str
    save_due_at: datetime | None
    mrr: Decimal


@dataclass(frozen=True)
class Reason:
    """A reason for leaving with how many gave it."""

    name: str
    count: int


def just_now(day: date, limit: int = SHOWN) -> list[News]:
    """The newest of the day: what was accepted or decided on it, and what waits for the desk. One query."""
    return news_from(answers(news_asked(day, limit)), limit)


def news_asked(day: date, limit: int = SHOWN) -> dict[str, Question]:
    """What `just_now` needs to know."""
    return {"orders": Question("list", _orders(day, limit)), "decided": Question("list", _decided(day, limit))}


def news_from(found: Mapping[str, Any], limit: int = SHOWN) -> list[News]:
    """The newest of both, newest first."""
    news = [*map(_of_order, found["orders"]), *map(_of_case, found["decided"])]
    return sorted(news, key=lambda each: each.at, reverse=True)[:limit]


def received_on(day: date) -> list[Received]:
    """The cancellations received that day, and those logged on it that were received before. One query."""
    return received_from(received_asked(day))


def received_asked(day: date) -> QuerySet[Cancellation, Any]:
    """What `received_on` needs to know."""
    rows = Cancellation.objects.filter(received_on=day) | Cancellation.objects.filter(logged_on=day)
    return rows.order_by("-received_at").values(
        "id", "received_on", "logged_on", "outcome", "mrr", "account__name", "subscription__product__name",
        "reason__name", "save_task__due_at",
    )  # fmt: skip


def received_from(rows: Iterable[Row]) -> list[Received]:
    """As the board lists them."""
    return [
        Received(
            url_at(Cancellation, row["id"]),
            row["account__name"],
            row["subscription__product__name"],
            row["reason__name"] or "",
            (row["logged_on"] - row["received_on"]).days,
            row["outcome"],
            str(Outcome(row["outcome"]).label),
            row["save_task__due_at"],
            row["mrr"],
        )
        for row in rows
    ]


def reasons(first: date, last: date) -> list[Reason]:
    """Why they asked to leave in these days, by the stem of the tree of reasons, most first. One query."""
    return reasons_from(reasons_asked(first, last))


def reasons_asked(first: date, last: date) -> QuerySet[Cancellation, Any]:
    """What `reasons` needs to know."""
    rows = Cancellation.objects.filter(received_on__range=(first, last), reason__isnull=False)
    counted = rows.order_by().values(name=Coalesce("reason__parent__name", "reason__name")).annotate(count=Count("id"))
    return counted.order_by("-count", "name")[:SHOWN]


def reasons_from(rows: Iterable[Row]) -> list[Reason]:
    """In their order."""
    return [Reason(row["name"], row["count"]) for row in rows]


def _orders(day: date, limit: int) -> QuerySet[Order, Any]:
    """What was accepted for the day, and what waits for the desk."""
    accepted = Q(kind="new", state__in=[OrderState.ACCEPTED, OrderState.COMPLETE], booked_on=day)
    rows = Order.objects.filter(accepted | Q(state=OrderState.SUBMITTED))
    line = JSONObject(product="lines__product__name", quantity="lines__quantity")
    worth = rows.values("id", "accepted_at", "account__name", at=Coalesce("accepted_at", "submitted_at")).annotate(
        mrr=Sum("lines__mrr"),
        once=Sum("lines__one_time"),
        sold=JSONBAgg(line, filter=Q(lines__isnull=False), order_by="lines__id"),
    )
    return worth.order_by("-at")[:limit]


def _of_order(row: Row) -> News:
    amount = row["mrr"] or row["once"] or Decimal(0)
    kind = "sold" if row["accepted_at"] else "pending"
    return News(kind, row["at"], row["account__name"], _lines(row["sold"] or []), amount, url_at(Order, row["id"]))


def _lines(sold: list[Row]) -> str:
    words = (
        f"{line['product']} × {line['quantity']}" if line["quantity"] > 1 else f"{line['product']}" for line in sold
    )
    return ", ".join(words)


def _decided(day: date, limit: int) -> QuerySet[Cancellation, Any]:
    rows = Cancellation.objects.filter(decided_on=day, decided_at__isnull=False).order_by("-decided_at")
    return rows.values("id", "outcome", "decided_at", "mrr", "account__name", "subscription__product__name")[:limit]


def _of_case(row: Row) -> News:
    kind = "saved" if row["outcome"] == Outcome.SAVED else "lost"
    product, url = row["subscription__product__name"], url_at(Cancellation, row["id"])
    return News(kind, row["decided_at"], row["account__name"], product, row["mrr"], url)
