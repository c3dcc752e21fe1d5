"""What ``callboard check`` recomputes: the frozen figures of closed days against the ledgers."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from callboard.board.models import DayClose
from callboard.board.queries.closing import plain
from callboard.board.queries.days import Days, gathered, summed_days
from callboard.board.queries.figures import Figures
from callboard.core.registry import Difference

#: What the ledgers bear out; what waited for the desk when the day was closed stands nowhere else.
COMPARED = ("net", "new_mrr", "cancelled", "one_time", "saved", "units", "movements")


def closed_days() -> Iterator[Difference]:
    """Every closed day as it was frozen, in all and by rep, against what is booked in it now: the two never part."""
    days = gathered()
    for close in DayClose.objects.order_by("day").iterator(500):
        for whose, frozen, now in _sides(close, days):
            for name in COMPARED:
                if Decimal(str(frozen.get(name, 0))) != Decimal(str(now[name])):
                    yield Difference(
                        "board.dayclose", f"{close}{whose} {name}", str(frozen.get(name, 0)), str(now[name])
                    )


def _sides(close: DayClose, days: Days) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Whose figures, as frozen and as booked."""
    covered = [date.fromisoformat(day) for day in close.snapshot["days"]]
    yield "", close.snapshot["totals"], plain(summed_days(days.total[day] for day in covered))
    frozen = {row["id"]: row for row in close.snapshot["people"]}
    booked = {person for day in covered for person in days.people[day]}
    for person in sorted(frozen.keys() | booked, key=lambda pk: pk or 0):
        now = summed_days(days.people[day].get(person, Figures()) for day in covered)
        yield f" person {person}", frozen.get(person, {}), plain(now)
