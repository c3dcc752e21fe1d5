"""The figures of a period, by booked_on, from movements and one-time entries: in all, by rep, team or product."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from callboard.orders.models import (
    Cancellation,
    Movement,
    OneTimeEntry,
    Order,
    OrderLine,
    OrderState,
    Outcome,
    Product,
)
from callboard.orders.rules.movements import GAINS, LOSSES
from callboard.team.models import Person, Team

By = Literal["person", "team", "product"]
ZERO = Decimal(0)
SAVE_HOLDS_DAYS = 90


@dataclass
class Figures:
    """Money a month in ten places, one-time money in cents. ``cancelled`` is positive. ``pending`` is in no total."""

    units: int = 0
    new_mrr: Decimal = ZERO
    cancelled: Decimal = ZERO
    one_time: Decimal = ZERO
    saved: Decimal = ZERO
    pending: Decimal = ZERO
    movements: int = 0
    lost_accounts: int = 0
    once: int = 0
    saves: int = 0
    pending_orders: int = 0

    @property
    def net(self) -> Decimal:
        """New MRR less what was cancelled."""
        return self.new_mrr - self.cancelled

    @property
    def lost(self) -> Decimal:
        """What was cancelled, as a loss."""
        return -self.cancelled

    def value(self, metric: str) -> Decimal:
        """The figure a goal is set on."""
        found = {
            "net_mrr": self.net,
            "new_mrr": self.new_mrr,
            "one_time": self.one_time,
            "units": Decimal(self.units),
            "saved_mrr": self.saved,
        }
        return found[metric]


@dataclass
class Group:
    """The figures of one rep, team or product; ``key`` None is nobody."""

    key: int | None
    name: str
    holder: Any = None
    figures: Figures = field(default_factory=Figures)


#: What each grouping is called on a movement, a one-time entry, a cancellation, an order line.
PATHS: dict[str, tuple[str, str, str, str]] = {
    "person": ("owner_id", "owner_id", "account__owner_id", "order__owner_id"),
    "team": ("owner__team_id", "owner__team_id", "account__owner__team_id", "order__owner__team_id"),
    "product": ("product_id", "product_id", "subscription__product_id", "product_id"),
}


def booked(first: date, last: date) -> QuerySet[Movement]:
    """What the board counts: every movement booked in the days, but no opening entry and no transfer."""
    rows = Movement.objects.filter(booked_on__range=(first, last), opening=False)
    return rows.filter(kind__in=[*GAINS, *LOSSES])


def totals(first: date, last: date) -> Figures:
    """The company's figures. Five queries."""
    return _grouped(first, last, None).get(None, Figures())


def grouped(first: date, last: date, by: By) -> list[Group]:
    """The figures by rep, team or product, most new MRR first. Six queries."""
    found = _grouped(first, last, by)
    people: Any = {"person": Person, "team": Team, "product": Product}[by]
    known = people.objects.in_bulk([key for key in found if key is not None])
    groups = [Group(key, str(known.get(key, "–")), known.get(key), figures) for key, figures in found.items()]
    return sorted(groups, key=lambda group: (-group.figures.new_mrr, group.name))


def summed(groups: Iterable[Group], first: date, last: date) -> Figures:
    """The company's figures out of those by rep or team, which share nothing but lost accounts. One query."""
    total = Figures()
    for group in groups:
        for each in fields(Figures):
            setattr(total, each.name, getattr(total, each.name) + getattr(group.figures, each.name))
    total.lost_accounts = booked(first, last).filter(kind__in=LOSSES).values("account_id").distinct().count()
    return total


def _grouped(first: date, last: date, by: By | None) -> dict[int | None, Figures]:
    paths = PATHS[by] if by else (None, None, None, None)
    found: dict[int | None, Figures] = defaultdict(Figures)
    _add_movements(found, booked(first, last), paths[0])
    _add_once(found, OneTimeEntry.objects.filter(booked_on__range=(first, last)), paths[1])
    _add_saved(found, first, last, paths[2])
    _add_pending(found, paths[3])
    return dict(found)


def _rows(rows: QuerySet[Any], path: str | None, **sums: Any) -> list[dict[str, Any]]:
    """One row a group, or one row in all."""
    if path is None:
        return [{"key": None, **rows.aggregate(**sums)}]
    return list(rows.order_by().values(key=F(path)).annotate(**sums))


def _add_movements(found: dict[int | None, Figures], rows: QuerySet[Movement], path: str | None) -> None:
    gain, loss = Q(kind__in=GAINS), Q(kind__in=LOSSES)
    for row in _rows(
        rows,
        path,
        gained=Coalesce(Sum("amount", filter=gain), ZERO),
        lost=Coalesce(Sum("amount", filter=loss), ZERO),
        sold=Coalesce(Sum("units"), 0),
        count=Count("entry_id"),
        left=Count("account_id", filter=loss, distinct=True),
    ):
        figures = found[row["key"]]
        figures.new_mrr, figures.cancelled = row["gained"], -row["lost"]
        figures.units += row["sold"]
        figures.movements, figures.lost_accounts = row["count"], row["left"]


def _add_once(found: dict[int | None, Figures], rows: QuerySet[OneTimeEntry], path: str | None) -> None:
    sums = {
        "total": Coalesce(Sum("amount"), ZERO),
        "sold": Coalesce(Sum("units"), 0),
        "count": Count("id", filter=Q(corrects=None)),
    }
    for row in _rows(rows, path, **sums):
        figures = found[row["key"]]
        figures.one_time, figures.once = row["total"], row["count"]
        figures.units += row["sold"]


def _add_saved(found: dict[int | None, Figures], first: date, last: date, path: str | None) -> None:
    """Saved in these days, less what was saved within 90 days before it was lost in them after all."""
    decided = Cancellation.objects.filter(decided_on__range=(first, last))
    kept = decided.filter(outcome=Outcome.SAVED)
    for row in _rows(kept, path, total=Coalesce(Sum("mrr"), ZERO), count=Count("id")):
        found[row["key"]].saved += row["total"]
        found[row["key"]].saves += row["count"]
    lost = decided.filter(outcome=Outcome.LOST, subscription__cancellations__outcome=Outcome.SAVED)
    again = lost.values("decided_on", "mrr", "subscription__cancellations__decided_on", "id", *([path] if path else []))
    seen: set[int] = set()
    for row in again:
        gap = (row["decided_on"] - row["subscription__cancellations__decided_on"]).days
        if 0 <= gap <= SAVE_HOLDS_DAYS and row["id"] not in seen:
            seen.add(row["id"])
            found[row[path] if path else None].saved -= row["mrr"]


def _add_pending(found: dict[int | None, Figures], path: str | None) -> None:
    waiting = OrderLine.objects.filter(order__state=OrderState.SUBMITTED)
    sums = {"total": Coalesce(Sum("mrr"), ZERO), "count": Count("order_id", distinct=True)}
    for row in _rows(waiting, path, **sums):
        found[row["key"]].pending, found[row["key"]].pending_orders = row["total"], row["count"]


def net_by_day(first: date, last: date) -> dict[date, Decimal]:
    """The net MRR booked on each day on which something was. One query."""
    rows = booked(first, last).order_by().values("booked_on").annotate(net=Sum("amount"))
    return {row["booked_on"]: row["net"] for row in rows}


def counted_orders(first: date, last: date) -> int:
    """How many orders were accepted for these days."""
    states = (OrderState.ACCEPTED, OrderState.COMPLETE)
    return Order.objects.filter(kind="new", state__in=states, booked_on__range=(first, last)).count()
