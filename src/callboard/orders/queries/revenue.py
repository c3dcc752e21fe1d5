"""What an account paid a month, over a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Min, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import formats
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.money import cents, shown
from callboard.kit.charts import Chart, Series
from callboard.kit.pieces.charts import short_amount
from callboard.orders.models import MrrEntry

MONTHS = 12


@dataclass(frozen=True)
class Later:
    """What is agreed and counts only after today: the movements' sum, the first of their days, the MRR with them."""

    amount: Decimal
    first: date
    total: Decimal


def entries_seen(account: Any, actor: Actor) -> QuerySet[MrrEntry]:
    """Every movement of the account's MRR."""
    return visible(MrrEntry.objects.filter(account=account), actor)


def revenue_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The account's MRR at the end of each of the last twelve months, the running one as it stands today; one query.

    The account's own figure counts what is agreed as soon as it is: `later` says what lies between the two.
    """
    today = clock.business_day(clock.now())
    moved = entries_seen(account, actor).annotate(month=TruncMonth("effective_on")).values_list("month")
    ahead = Q(effective_on__gt=today)
    found = moved.annotate(by_today=Sum("amount", filter=~ahead), after=Sum("amount", filter=ahead))
    sums = list(found.annotate(first=Min("effective_on", filter=ahead)).order_by("month"))
    if not sums:
        return None
    months = last_months(today)
    paid = [
        cents(sum((by_today for month, by_today, *_later in sums if by_today and month <= last), Decimal(0)))
        for last in months
    ]
    return {"revenue": _chart(months, paid), "today": today, "later": _later(paid[-1], sums)}


def _later(paid: Decimal, sums: Sequence[tuple[date, Decimal | None, Decimal | None, date | None]]) -> Later | None:
    """None where what is agreed counts by today, or adds up to nothing."""
    amount = cents(sum((after for _month, _by_today, after, _first in sums if after), Decimal(0)))
    days = [first for _month, _by_today, _after, first in sums if first is not None]
    return Later(amount, min(days), paid + amount) if amount else None


def last_months(today: date, count: int = MONTHS) -> list[date]:
    """The first days of the last months, this one the last."""
    found = [today.replace(day=1)]
    while len(found) < count:
        year, month = divmod(found[0].year * 12 + found[0].month - 2, 12)
        found.insert(0, date(year, month + 1, 1))
    return found


def _chart(months: Sequence[date], paid: Sequence[Decimal]) -> Chart:
    return Chart(
        name=_("MRR at the end of each month, dollars"),
        place_name=_("Month"),
        places=[formats.date_format(month, "M Y") for month in months],
        series=[Series(_("MRR"), paid, "columns", label=shown(paid[-1]))],
        said=shown,
        short=short_amount,
        narrow=True,
    )
