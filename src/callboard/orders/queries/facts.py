"""The facts of an account that orders owns, from subscriptions and cancellations."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Min, Q, Sum

from callboard.core.asking import Question
from callboard.core.money import cents
from callboard.orders.models import Cancellation, MrrEntry, Outcome, Subscription


def mrr_of(accounts: Iterable[int]) -> dict[int, Decimal]:
    """What each account pays a month, in cents; absent where it never had a subscription."""
    rows = Subscription.objects.filter(account_id__in=list(accounts), trial=False).values("account_id")
    return {row["account_id"]: cents(row["total"]) for row in rows.annotate(total=Sum("mrr")).order_by()}


def mrr_on_days(accounts: Iterable[int], days: Sequence[date]) -> dict[date, dict[int, Decimal]]:
    """What each account paid a month on each day, in cents, by what was in force then; absent where it had nothing yet.
    One query for any number of days."""
    entries = MrrEntry.objects.filter(account_id__in=list(accounts), effective_on__lte=max(days))
    moved = entries.order_by("effective_on").values_list("account_id", "effective_on").annotate(sum=Sum("amount"))
    found: dict[date, dict[int, Decimal]] = {}
    running: dict[int, Decimal] = {}
    rows = list(moved)
    place = 0
    for day in sorted(days):
        while place < len(rows) and rows[place][1] <= day:
            account, _on, amount = rows[place]
            running[account] = running.get(account, Decimal(0)) + amount
            place += 1
        found[day] = {account: cents(total) for account, total in running.items()}
    return found


def mrr_ahead(account: int, day: date) -> Question:
    """What is agreed for an account and counts only after a day, as `Metric.ahead` says; `mrr_of` counts it already."""
    entries = MrrEntry.objects.filter(account_id=account, effective_on__gt=day).order_by().values("account_id")
    return Question("list", entries.annotate(more=Sum("amount"), first=Min("effective_on")).values("more", "first"))


def customer_since_of(accounts: Iterable[int]) -> dict[int, date]:
    """The first day each account had something it was not given for trial and that was not taken back."""
    kept = Q(ended_on=None) | Q(ended_on__gt=F("started_on"))
    rows = Subscription.objects.filter(kept, account_id__in=list(accounts), trial=False).values("account_id")
    return {row["account_id"]: row["first"] for row in rows.annotate(first=Min("started_on")).order_by()}


def renewal_on_of(accounts: Iterable[int]) -> dict[int, date]:
    """The day the next contract of each account ends its term, of what is not ended."""
    rows = Subscription.objects.filter(account_id__in=list(accounts), ended_on=None, term_end_on__isnull=False)
    found = rows.values("account_id").annotate(next=Min("term_end_on")).order_by()
    return {row["account_id"]: row["next"] for row in found}


def open_cancellation_of(accounts: Iterable[int]) -> dict[int, bool]:
    """Each account of these, and whether one of its cancellations is open."""
    wanted = list(accounts)
    asked = Cancellation.objects.filter(account_id__in=wanted, outcome=Outcome.OPEN)
    waiting = set(asked.values_list("account_id", flat=True))
    return {account: account in waiting for account in wanted}


def facts_of(account: int) -> dict[str, Any]:
    """All four of one account, as its facts store them."""
    return {
        "mrr": mrr_of([account]).get(account),
        "customer_since": customer_since_of([account]).get(account),
        "renewal_on": renewal_on_of([account]).get(account),
        "open_cancellation": open_cancellation_of([account])[account],
    }
