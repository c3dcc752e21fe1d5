"""The figures of every day at once, worked out from the ledgers."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from callboard.board.queries.figures import Figures
from callboard.orders.models import Cancellation, Movement, MrrEntry, OneTimeEntry, SaveEntry
from callboard.orders.rules.movements import GAINS, LOSSES


class Days:
    """The figures of each day, gathered from whole tables: in all, by person, by product."""

    def __init__(self) -> None:
        self.total: dict[date, Figures] = defaultdict(Figures)
        self.people: dict[date, dict[Any, Figures]] = defaultdict(lambda: defaultdict(Figures))
        self.products: dict[date, dict[Any, Figures]] = defaultdict(lambda: defaultdict(Figures))
        self.entries: dict[date, list[Decimal]] = defaultdict(list)
        self.cancellations: dict[date, list[int]] = defaultdict(list)

    def of(self, day: date, person: Any, product: Any) -> Iterable[Figures]:
        """The three figures something of that day belongs to."""
        return self.total[day], self.people[day][person], self.products[day][product]


def gathered() -> Days:
    """Every day of the books. Five queries over whole tables: for the demo company and for `check`."""
    days = Days()
    for move in Movement.objects.filter(opening=False, kind__in=[*GAINS, *LOSSES]):
        for figures in days.of(move.booked_on, move.owner_id, move.product_id):
            figures.movements += 1
            figures.units += move.units
            if move.kind in GAINS:
                figures.new_mrr += move.amount
            else:
                figures.cancelled -= move.amount
    for once in OneTimeEntry.objects.all():
        for figures in days.of(once.booked_on, once.owner_id, once.product_id):
            figures.one_time += once.amount
            figures.units += once.units
    for entry in SaveEntry.objects.select_related("subscription"):
        for figures in days.of(entry.booked_on, entry.owner_id, entry.subscription.product_id):
            figures.saved += entry.amount
            figures.saves += entry.cases
    for day, pk in Cancellation.objects.values_list("received_on", "pk"):
        days.cancellations[day].append(pk)
    for day, amount in MrrEntry.objects.values_list("booked_on", "amount"):
        days.entries[day].append(amount)
    return days


def summed_days(parts: Iterable[Figures]) -> Figures:
    """The figures of several days, or of several people, as one."""
    total = Figures()
    for part in parts:
        for name in ("units", "new_mrr", "cancelled", "one_time", "saved", "movements"):
            setattr(total, name, getattr(total, name) + getattr(part, name))
    return total
