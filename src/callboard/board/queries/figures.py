"""The figures of a period, by booked_on, from movements and one-time entries: in all, by rep, team or product."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db.models import (
    Count,
    DecimalField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
)

from callboard.core.asking import Question, Row, answers
from callboard.orders.models import (
    Movement,
    OneTimeEntry,
    OrderLine,
    OrderState,
    Product,
    SaveEntry,
)
from callboard.orders.rules.movements import GAINS, LOSSES
from callboard.team.models import Person, Team

By = Literal["person", "team", "product"]
ZERO = Decimal(0)


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


#: What each grouping is called on a movement, a one-time entry, what was saved, an order line.
PATHS: dict[str, tuple[str, str, str, str]] = {
    "person": ("owner_id", "owner_id", "owner_id", "order__owner_id"),
    "team": ("owner__team_id", "owner__team_id", "owner__team_id", "order__owner__team_id"),
    "product": ("product_id", "product_id", "subscription__product_id", "product_id"),
}


def booked(first: date, last: date) -> QuerySet[Movement]:
    """What the board counts: every movement booked in the days, but no opening entry and no transfer."""
    rows = Movement.objects.filter(booked_on__range=(first, last), opening=False)
    return rows.filter(kind__in=[*GAINS, *LOSSES])


def totals(first: date, last: date) -> Figures:
    """The company's figures. One query."""
    return totals_from(answers(totals_asked(first, last)))


def totals_asked(first: date, last: date) -> dict[str, Question]:
    """What the company's figures need to know."""
    lost = booked(first, last).filter(kind__in=LOSSES).order_by().values("account_id").distinct()
    return {"figures": Question("list", figures_asked(first, last, "person")), "lost": Question("count", lost)}


def totals_from(found: Mapping[str, Any]) -> Figures:
    """The company's figures out of those by rep or team, which share nothing but lost accounts."""
    total = Figures()
    for figures in figures_from(found["figures"]).values():
        for each in fields(Figures):
            setattr(total, each.name, getattr(total, each.name) + getattr(figures, each.name))
    total.lost_accounts = found["lost"]
    return total


def grouped(first: date, last: date, by: By) -> list[Group]:
    """The figures by rep, team or product, most new MRR first. Two queries."""
    return groups_from(answers({"by": Question("list", figures_asked(first, last, by))})["by"], by)


def groups_from(rows: Iterable[Row], by: By) -> list[Group]:
    """Named and in order, the figures by rep, team or product. One query, for the names."""
    found = figures_from(rows)
    kind: Any = {"person": Person, "team": Team, "product": Product}[by]
    known = kind.objects.in_bulk([key for key in found if key is not None])
    groups = [Group(key, str(known.get(key, "–")), known.get(key), figures) for key, figures in found.items()]
    return sorted(groups, key=lambda group: (-group.figures.new_mrr, group.name))


def figures_asked(first: date, last: date, by: By) -> QuerySet[Any, Row]:
    """By rep, team or product, whatever was booked or waits: the parts of one statement."""
    moved, once, saved, line = PATHS[by]
    parts = [
        _movements(booked(first, last), moved),
        # Apart: counted beside the sums they would have every movement sorted by account.
        _part(
            "left",
            booked(first, last).filter(kind__in=LOSSES),
            moved,
            left=Count("account_id", distinct=True),
        ),
        _once(OneTimeEntry.objects.filter(booked_on__range=(first, last)), once),
        _part(
            "saved",
            SaveEntry.objects.filter(booked_on__range=(first, last)),
            saved,
            total=Sum("amount"),
            count=Sum("cases"),
        ),
        _pending(line),
    ]
    return parts[0].union(*parts[1:], all=True)


def figures_from(rows: Iterable[Row]) -> dict[int | None, Figures]:
    """The figures of each rep, team or product out of their parts."""
    found: dict[int | None, Figures] = defaultdict(Figures)
    for row in rows:
        what, key, total, lost, sold, count, left = row.values()
        _add(found[key], what, total or ZERO, lost or ZERO, sold or 0, count or 0, left or 0)
    return dict(found)


def _add(figures: Figures, what: str, total: Decimal, lost: Decimal, sold: int, count: int, left: int) -> None:
    figures.units += sold
    if what == "moved":
        figures.new_mrr, figures.cancelled = total, -lost
        figures.movements = count
    elif what == "left":
        figures.lost_accounts = left
    elif what == "once":
        figures.one_time, figures.once = total, count
    elif what == "saved":
        figures.saved, figures.saves = total, count
    else:
        figures.pending, figures.pending_orders = total, count


def _part(what: str, rows: QuerySet[Any], path: str, **sums: Any) -> QuerySet[Any, Row]:
    """One row a group: what it is, whose, then money, money lost, units, how many, accounts lost."""
    money, number = Value(None, DecimalField(max_digits=20, decimal_places=10)), Value(None, IntegerField())
    usual = {"total": money, "lost": money, "sold": number, "count": number, "left": number} | sums
    kept = {f"{name}_": value for name, value in usual.items()}
    grouped: QuerySet[Any, Row] = rows.order_by().values(what_=Value(what), key_=F(path)).annotate(**kept)
    return grouped.values("what_", "key_", *kept)


def _movements(rows: QuerySet[Movement], path: str) -> QuerySet[Any, Row]:
    gain, loss = Q(kind__in=GAINS), Q(kind__in=LOSSES)
    return _part(
        "moved",
        rows,
        path,
        total=Sum("amount", filter=gain),
        lost=Sum("amount", filter=loss),
        sold=Sum("units"),
        # Every row has its entry: counted as rows, the index alone answers.
        count=Count("*"),
    )


def _once(rows: QuerySet[OneTimeEntry], path: str) -> QuerySet[Any, Row]:
    return _part("once", rows, path, total=Sum("amount"), sold=Sum("units"), count=Count("id", filter=Q(corrects=None)))


def _pending(path: str) -> QuerySet[Any, Row]:
    waiting = OrderLine.objects.filter(order__state=OrderState.SUBMITTED)
    return _part("pending", waiting, path, total=Sum("mrr"), count=Count("order_id", distinct=True))


def net_by_day(first: date, last: date) -> dict[date, Decimal]:
    """The net MRR booked on each day on which something was. One query."""
    return net_from(net_asked(first, last))


def net_asked(first: date, last: date) -> QuerySet[Any, Row]:
    """The net MRR booked on each day on which something was."""
    rows: QuerySet[Any, Any] = booked(first, last).order_by().values("booked_on").annotate(net=Sum("amount"))
    return rows


def net_from(rows: Iterable[Row]) -> dict[date, Decimal]:
    """By day."""
    return {row["booked_on"]: row["net"] for row in rows}
