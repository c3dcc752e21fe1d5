"""Who asked us to stop, whose mail came back, when we last tried."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from callboard.directory.models import Attempt, ContactEmail, Suppression


def suppression_of(address_hash: str) -> Suppression | None:
    """The standing wish of an address, by its hash."""
    return Suppression.objects.filter(address_hash=address_hash).first()


def bounced_at(address: str) -> datetime | None:
    """When mail to this address (lower case) came back; None when it did not or the address is unknown."""
    return ContactEmail.objects.filter(address=address).values_list("bounced_at", flat=True).first()


def last_attempts(account_ids: Iterable[int]) -> dict[int, datetime]:
    """The last attempt of each account; one never tried is absent."""
    rows = Attempt.objects.filter(account__in=list(account_ids)).values_list("account").annotate(last=Max("at"))
    return dict(rows)
