"""The movements as the entries say they are: what is stored must equal this."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from callboard.orders.models import Movement, MrrEntry
from callboard.orders.rules import movements


def entries_of(accounts: Iterable[int] | None) -> QuerySet[MrrEntry]:
    """The entries of these accounts (of all with None), with what a movement needs beside them."""
    entries = MrrEntry.objects.select_related("subscription", "order_line").order_by("account_id", "effective_on", "id")
    return entries if accounts is None else entries.filter(account_id__in=list(accounts))


def worked_out(accounts: Iterable[int] | None = None) -> list[Movement]:
    """The movements of these accounts, worked out from their entries; not saved. One query."""
    by_account: dict[int, list[MrrEntry]] = defaultdict(list)
    for entry in entries_of(accounts):
        by_account[entry.account_id].append(entry)
    found: list[Movement] = []
    for entries in by_account.values():
        classes = movements.classes(fact_of(entry) for entry in entries)
        found += [_movement(entry, classes[entry.pk]) for entry in entries]
    return found


def fact_of(entry: MrrEntry) -> movements.Fact:
    """An entry as the classes see it: the entries of one order are one step."""
    order = entry.order_line.order_id if entry.order_line else None
    return movements.Fact(
        id=entry.pk,
        subscription=entry.subscription_id,
        effective_on=entry.effective_on,
        amount=entry.amount,
        quantity=entry.quantity,
        step=f"order:{order}" if order else f"entry:{entry.pk}",
        corrects=entry.corrects_id,
        transfer=entry.transfer,
    )


def _movement(entry: MrrEntry, kind: str) -> Movement:
    return Movement(
        entry_id=entry.pk,
        account_id=entry.account_id,
        product_id=entry.subscription.product_id,
        owner_id=entry.owner_id,
        kind=kind,
        amount=entry.amount,
        units=entry.units,
        booked_on=entry.booked_on,
        effective_on=entry.effective_on,
        opening=entry.opening,
    )
