"""The facts of an account that orders owns, from subscriptions and cancellations."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Min, Q, Sum

from callboard.core.money import cents
from callboard.orders.models import Cancellation, Outcome, Subscription


def mrr_of(accounts: Iterable[int]) -> dict[int, Decimal]:
    """What each account pays a month, in cents; absent where it never had a subscription."""
    rows = Subscription.objects.filter(account_id__in=list(accounts), trial=False).values("account_id")
    return {row["account_id"]: cents(row["total"]) for row in rows.annotate(total=Sum("mrr")).order_by()}


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
