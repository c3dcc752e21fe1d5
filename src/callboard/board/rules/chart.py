"""The board's line over time: what was done, day by day."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

ZERO = Decimal(0)


def running(days: Sequence[date], today: date, net: Mapping[date, Decimal]) -> list[Decimal]:
    """The sum so far on each business day until today. What was booked on a day off counts on the next of them."""
    found: list[Decimal] = []
    total, waiting = ZERO, sorted(net)
    for day in days:
        if day > today:
            break
        while waiting and waiting[0] <= day:
            total += net[waiting.pop(0)]
        found.append(total)
    if found and waiting and waiting[0] <= today:
        found[-1] += sum((net[day] for day in waiting if day <= today), ZERO)
    return found
