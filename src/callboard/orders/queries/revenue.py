"""What an account paid a month, over a year."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum
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


def entries_seen(account: Any, actor: Actor) -> QuerySet[MrrEntry]:
    """Every movement of the account's MRR that counts by today."""
    today = clock.business_day(clock.now())
    return visible(MrrEntry.objects.filter(account=account, effective_on__lte=today), actor)


def revenue_of(account: Any, actor: Actor) -> dict[str, Any] | None:
    """The account's MRR at the end of each of the last twelve months, the running one as it stands today."""
    moved = entries_seen(account, actor).annotate(month=TruncMonth("effective_on")).values_list("month")
    sums = dict(moved.annotate(total=Sum("amount")).order_by("month"))
    if not sums:
        return None
    months = last_months(clock.business_day(clock.now()))
    paid = [cents(sum((total for month, total in sums.items() if month <= last), Decimal(0))) for last in months]
    return {"revenue": _chart(months, paid)}


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
