"""Who answered for an account, by role and day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.directory.models import Account, AccountOwner

OWNERS_SHOWN = 20


def owners_asked(account: Account, actor: Actor) -> dict[str, Question]:
    """The history of an account's owners, the last ones first."""
    return {"rows": Question("records", history_of(account)[: OWNERS_SHOWN + 1])}


def owners_of(account: Account, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel shows."""
    rows = found["rows"]
    return {"owners": rows[:OWNERS_SHOWN], "more": len(rows) > OWNERS_SHOWN}


def history_of(account: Account) -> QuerySet[AccountOwner]:
    """Everybody who answered for it, the last ones first."""
    return account.owners.select_related("person").order_by("-starts_on", "role", "-id")


def answered_on(account: Account, day: date) -> QuerySet[AccountOwner]:
    """Who answered for it on a day, by role."""
    held = Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gt=day))
    return account.owners.filter(held).select_related("person").order_by("role")
