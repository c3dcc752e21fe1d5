"""The facts of an account that work owns: how much is open, and the next promise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Min, Q

from callboard.team.queries import company_zone
from callboard.work.models import Task

PROMISED = Q(promised=True, due_at__isnull=False)


@dataclass(frozen=True)
class AccountWork:
    """What is open with one account; None where there is nothing."""

    open_items: int | None
    next_promise_on: date | None


def work_of(account_id: int) -> AccountWork:
    """What is open with an account now."""
    return AccountWork(open_items_of([account_id]).get(account_id), next_promises_of([account_id]).get(account_id))


def open_items_of(account_ids: Iterable[int]) -> dict[int, int]:
    """Open tasks by account; without any: absent."""
    rows = Task.objects.open().filter(account__in=list(account_ids)).order_by()
    return dict(rows.values_list("account").annotate(Count("pk")))


def next_promises_of(account_ids: Iterable[int]) -> dict[int, date]:
    """The day of the next promise that is still open, in the company's zone; overdue ones count."""
    rows = Task.objects.open().filter(PROMISED, account__in=list(account_ids)).order_by()
    found: list[tuple[int, datetime]] = list(rows.values_list("account").annotate(Min("due_at")))
    if not found:
        return {}
    zone = ZoneInfo(company_zone())
    return {pk: at.astimezone(zone).date() for pk, at in found}
