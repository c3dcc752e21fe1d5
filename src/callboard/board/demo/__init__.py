"""The practice company's goals, and every past day closed."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from callboard.board.demo import contact
from callboard.board.models import CloseTick, DayClose, Goal, Metric, Tick
from callboard.board.queries.closing import plain, summary_of
from callboard.board.queries.days import Days, gathered, summed_days
from callboard.board.queries.figures import Figures
from callboard.board.rules.closing import days_closed_with
from callboard.board.rules.periods import next_month
from callboard.core import clock
from callboard.core.demo import World, write
from callboard.orders.models import PeriodLock
from callboard.team.queries import company_calendar, company_zone

DAY = timedelta(days=1)
#: What an executive is to bring in a month at scale 1, and how much of it the company is to keep after cancellations.
A_MONTH, KEPT = (4600, 5000, 5400, 5800), Decimal("0.9")


AGREED = {
    Tick.LEDGER: _("Board and ledger agree to the cent"),
    Tick.REASONS: _("Every cancellation came with a reason"),
    Tick.NOTES: _("Every answer of ours is written up"),
    Tick.QUEUE: _("Nobody waits for somebody to decide"),
    Tick.PROMISES: _("Every promise was kept, moved or taken back"),
}


def build(world: World) -> None:
    """Goals for every month, and a close of every business day before today."""
    _goals(world)
    days = gathered()
    names = {"people": {person.pk: person.name for person in world["people"]}}
    names["products"] = {product.pk: product.name for product in world.made.get("products", [])}
    _closes(world, days, names)
    contact.build(world)


def _goals(world: World) -> None:
    rows, month = [], world.since.date().replace(day=1)
    last = next_month(clock.business_day(world.now).replace(day=1))
    while month <= last:
        each = [Decimal(world.count(A_MONTH[n % len(A_MONTH)])) for n, _person in enumerate(world["executives"])]
        rows += [
            Goal(metric=Metric.NEW_MRR, person=person, starts_on=month, amount=amount)
            for person, amount in zip(world["executives"], each, strict=True)
        ]
        rows.append(Goal(metric=Metric.NET_MRR, starts_on=month, amount=(sum(each) * KEPT).quantize(Decimal(100))))
        month = next_month(month)
    for row in rows:
        row.version, row.created_at, row.updated_at = 1, world.since, world.since
    write(Goal, rows)


def _closes(world: World, days: Days, names: dict[str, dict[Any, str]]) -> None:
    calendar, zone = company_calendar(), ZoneInfo(company_zone())
    closes: list[DayClose] = []
    locks: list[PeriodLock] = []
    ticks: list[CloseTick] = []
    day, today = world.since.astimezone(zone).date(), clock.business_day(world.now)
    while day < today:
        if calendar.works_on(day):
            covered = days_closed_with(day, calendar.works_on)
            at = datetime.combine(day, time(17, 30 + world.rng.randrange(28)), zone)
            by = world.rng.choice(world["desk"][:2])
            closes.append(_close(days, names, covered, at, by))
            locks += [PeriodLock(day=each, locked_at=at) for each in covered]
            ticks += [CloseTick(day=day, tick=tick, ticked_by=by, at=at, note=str(AGREED[tick])) for tick in Tick]
        day += DAY
    write(DayClose, closes)
    write(CloseTick, ticks)
    PeriodLock.objects.bulk_create(locks, batch_size=2000)


def _close(days: Days, names: dict[str, dict[Any, str]], covered: list[date], at: datetime, by: Any) -> DayClose:
    total = summed_days(days.total[day] for day in covered)
    entries = [amount for day in covered for amount in days.entries[day]]
    snapshot = {
        "days": [day.isoformat() for day in covered],
        "totals": plain(total),
        "people": _groups([days.people[day] for day in covered], names["people"]),
        "products": _groups([days.products[day] for day in covered], names["products"]),
        "entries": {"count": len(entries), "total": str(sum(entries, Decimal(0)))},
        "cancellations": sorted(pk for day in covered for pk in days.cancellations[day]),
    }
    return DayClose(day=covered[-1], closed_at=at, closed_by=by, snapshot=snapshot, summary=summary_of(total))


def _groups(parts: list[dict[Any, Figures]], names: dict[Any, str]) -> list[dict[str, Any]]:
    keys = {key for part in parts for key in part}
    rows = [
        {"id": key, "name": names.get(key, "–"), **plain(summed_days(part[key] for part in parts if key in part))}
        for key in keys
    ]
    return sorted(rows, key=lambda row: -Decimal(str(row["new_mrr"])))
