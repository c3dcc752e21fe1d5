"""How the owners of facts write them. Not verbs of their own: they run inside the action that changed the source."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from callboard.core.actions import Actor
from callboard.directory.models import Account, AccountFacts


def write_facts(account: Account | int, *, by: Actor, **values: Any) -> None:
    """Set facts of one account (see AccountFacts for the names) and tell the open pages. None makes one absent."""
    pk = account if isinstance(account, int) else account.pk
    AccountFacts.objects.filter(account=pk).update(**values)
    by.changed(account if isinstance(account, Account) else Account(pk=pk))


def raise_fact(account_ids: Iterable[int], name: str, at: datetime) -> None:
    """Move an instant (last_attempt_at, last_conversation_at, last_word_at) forward, never back."""
    known = Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__lt": at})
    AccountFacts.objects.filter(known, account__in=list(account_ids)).update(**{name: at})
