"""The ledgers of the practice company: gathered while it is made, posted in the end."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from callboard.core import clock
from callboard.core.demo import World, update, write
from callboard.core.models import TimelineEntry
from callboard.directory.models import Account, AccountFacts, AccountOwner
from callboard.orders.models import Movement, MrrEntry, OneTimeEntry, Order, SaveEntry, Subscription
from callboard.orders.queries import facts
from callboard.orders.queries.movements import worked_out
from callboard.team.queries import company_zone

DAY = timedelta(days=1)
FIRST_NUMBER = 1001
OPENS, LAST_HOUR = 8, 16


class Book:
    """What was sold and lost so far. Entries get the owner the account had on their day."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.zone = ZoneInfo(company_zone())
        self.today = clock.business_day(world.now)
        self.number = FIRST_NUMBER
        self.entries: list[MrrEntry] = []
        self.once: list[OneTimeEntry] = []
        self.saves: list[SaveEntry] = []
        self.subscriptions: list[Subscription] = []
        self.lines: list[TimelineEntry] = []
        self._owners = _history()

    def next_number(self) -> int:
        """The number of the next order."""
        self.number += 1
        return self.number - 1

    def owner_on(self, account: Account, day: date) -> int | None:
        """Who owned the account on the day; before its history begins, the first who did."""
        days, people = self._owners.get(account.pk, ([], []))
        if not people:
            return account.owner_id
        return people[max(bisect_right(days, day) - 1, 0)]

    def rep_on(self, account: Account, day: date) -> int:
        """Who wrote an order then: the owner, or the desk where the account had none."""
        return self.owner_on(account, day) or int(self.world["desk"][0].pk)

    def working_moment(self, start: datetime, end: datetime) -> datetime:
        """An instant of office hours on a weekday between two; `start` where there is none."""
        rng = self.world.rng
        day = self.world.moment(start, end).astimezone(self.zone).date()
        while day.weekday() > 4:
            day -= DAY
        at = datetime.combine(day, time(rng.randint(OPENS, LAST_HOUR), rng.randrange(60)), self.zone)
        return at if start <= at <= end else start

    def add(self, entry: MrrEntry | OneTimeEntry | SaveEntry, account: Account, at: datetime, booked_on: date) -> None:
        """Keep an entry for posting."""
        entry.account = account
        entry.owner_id = self.owner_on(account, booked_on)
        entry.booked_on = booked_on
        entry.posted_at = at
        kept: list[Any] = self.once
        if not isinstance(entry, OneTimeEntry):
            kept = self.entries if isinstance(entry, MrrEntry) else self.saves
        kept.append(entry)

    def say(self, account: Account, at: datetime, kind: str, record: Any, title: str, person: Any = None) -> None:
        """A line of the account's timeline."""
        self.lines.append(
            TimelineEntry(
                root_id=account.pk,
                at=at,
                kind=kind,
                ref_kind=record._meta.label_lower,
                ref_id=record.pk,
                title=title[:300],
                person=person,
                audience=["all"],
            )
        )

    def post(self) -> None:
        """Write the ledgers in the order of time, then what is worked out from them."""
        self.entries.sort(key=lambda entry: entry.posted_at)
        write(MrrEntry, self.entries)
        write(OneTimeEntry, sorted(self.once, key=lambda entry: entry.posted_at))
        write(SaveEntry, sorted(self.saves, key=lambda entry: entry.posted_at))
        write(Movement, worked_out())
        self.world.timeline(self.lines)
        self._facts()
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval('orders_order_number', %s)", [self.number])
        self.world.keep("orders", Order.objects.order_by("id"))
        self.world.keep("subscriptions", self.subscriptions)

    def _facts(self) -> None:
        """The four facts of every account that has one."""
        rows = list(AccountFacts.objects.all())
        accounts = [row.account_id for row in rows]
        mrr, since = facts.mrr_of(accounts), facts.customer_since_of(accounts)
        renewal, asked = facts.renewal_on_of(accounts), facts.open_cancellation_of(accounts)
        changed = []
        for row in rows:
            row.mrr, row.customer_since = mrr.get(row.account_id), since.get(row.account_id)
            row.renewal_on, row.open_cancellation = renewal.get(row.account_id), asked[row.account_id]
            if row.mrr is not None or row.open_cancellation:
                changed.append(row)
        fields = ["mrr", "customer_since", "renewal_on", "open_cancellation"]
        update(changed, fields)


def _history() -> dict[int, tuple[list[date], list[int]]]:
    """Account -> the days owners began, and who."""
    found: dict[int, tuple[list[date], list[int]]] = defaultdict(lambda: ([], []))
    rows = AccountOwner.objects.filter(role="owner").order_by("account_id", "starts_on")
    for account, day, person in rows.values_list("account_id", "starts_on", "person_id"):
        found[account][0].append(day)
        found[account][1].append(person)
    return dict(found)
