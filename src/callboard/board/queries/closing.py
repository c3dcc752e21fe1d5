"""Which business day is closed next, what closing it freezes, and what was closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _

from callboard.board.models import DayClose
from callboard.board.queries.figures import Figures, grouped, totals
from callboard.board.rules.closing import LONGEST, days_closed_with, next_to_close
from callboard.core.asking import Row
from callboard.core.money import shown
from callboard.orders.models import Cancellation, MrrEntry, OneTimeEntry, PeriodLock, SaveEntry
from callboard.team.models import Person
from callboard.team.queries import company_calendar

ZERO = Decimal(0)


@dataclass(frozen=True)
class Correction:
    """An entry of a later day for a closed one: of which ledger, whose, and how much."""

    ledger: str
    account: Any
    product: Any
    booked_on: date
    amount: Decimal


def day_to_close(today: date) -> date:
    """The oldest business day that is still open. Two queries."""
    return next_close(today)[0]


def next_close(today: date) -> tuple[date, list[date]]:
    """The oldest business day that is still open, and the days its close covers. Two queries."""
    # No close covers more days than so many, so older locks do not matter.
    locked = list(PeriodLock.objects.order_by("-day").values_list("day", flat=True)[:LONGEST])
    works_on = company_calendar().works_on
    day = next_to_close(locked[0] if locked else None, today, works_on)
    return day, [each for each in days_closed_with(day, works_on) if each not in locked]


def days_of_close(day: date) -> list[date]:
    """The days a close covers: the day, and the days off before it that nobody closed. Two queries."""
    days = days_closed_with(day, company_calendar().works_on)
    closed = set(PeriodLock.objects.filter(day__in=days).values_list("day", flat=True))
    return [each for each in days if each not in closed]


def snapshot_of(days: Sequence[date]) -> dict[str, Any]:
    """The figures of the days as they stand, as JSON: money as text to the last place."""
    first, last = days[0], days[-1]
    entries = MrrEntry.objects.filter(booked_on__range=(first, last)).aggregate(count=Count("id"), total=Sum("amount"))
    cancellations = Cancellation.objects.filter(received_on__range=(first, last)).order_by("id")
    return {
        "days": [day.isoformat() for day in days],
        "totals": plain(totals(first, last)),
        "people": [
            {"id": each.key, "name": each.name, **plain(each.figures)} for each in grouped(first, last, "person")
        ],
        "products": [
            {"id": each.key, "name": each.name, **plain(each.figures)} for each in grouped(first, last, "product")
        ],
        "entries": {"count": entries["count"], "total": str(entries["total"] or ZERO)},
        "cancellations": list(cancellations.values_list("id", flat=True)),
    }


def summary_of(figures: Figures) -> str:
    """The close in one sentence."""
    return _("Net {net} MRR: {new} new, {cancelled} cancelled; {once} one-time, {units} units; {saved} saved.").format(
        net=shown(figures.net, signed=True),
        new=shown(figures.new_mrr),
        cancelled=shown(figures.cancelled),
        once=shown(figures.one_time),
        units=figures.units,
        saved=shown(figures.saved),
    )


def last_closes(limit: int = 5) -> list[DayClose]:
    """The newest closed days, without what they froze. One query."""
    return closes_from(closes_asked(limit))


def closes_asked(limit: int = 5) -> QuerySet[DayClose, Any]:
    """The newest closed days."""
    rows = DayClose.objects.order_by("-day").values("id", "day", "closed_at", "closed_by_id", "closed_by__name")
    return rows[:limit]


def closes_from(rows: Iterable[Row]) -> list[DayClose]:
    """As records, as far as a list shows them."""
    return [
        DayClose(
            id=row["id"],
            day=row["day"],
            closed_at=row["closed_at"],
            closed_by=person_named(row["closed_by_id"], row["closed_by__name"]),
        )
        for row in rows
    ]


def person_named(pk: int | None, name: str | None) -> Person | None:
    """Somebody as far as a name and initials show them."""
    return Person(pk=pk, name=name or "") if pk is not None else None


def corrections_of(day: date) -> list[Correction]:
    """Later entries that correct this closed day, of every ledger. Three queries."""
    ledgers: list[tuple[Any, Any, str]] = [
        (_("MRR"), MrrEntry, "subscription__product"),
        (_("One-time"), OneTimeEntry, "product"),
        (_("Saved"), SaveEntry, "subscription__product"),
    ]
    found = [
        Correction(name, entry.account, _product_of(entry), entry.booked_on, entry.amount)
        for name, ledger, product in ledgers
        for entry in ledger._default_manager.filter(corrects_day=day).select_related("account", product).order_by("id")
    ]
    return sorted(found, key=lambda each: each.booked_on)


def _product_of(entry: Any) -> Any:
    return entry.product if isinstance(entry, OneTimeEntry) else entry.subscription.product


def plain(figures: Figures) -> dict[str, Any]:
    """The figures as JSON: money as text to the last place."""
    return {
        "net": str(figures.net),
        "new_mrr": str(figures.new_mrr),
        "cancelled": str(figures.cancelled),
        "one_time": str(figures.one_time),
        "saved": str(figures.saved),
        "pending": str(figures.pending),
        "units": figures.units,
        "movements": figures.movements,
    }
