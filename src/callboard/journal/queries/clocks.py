"""Two of the three clocks of an account: the last conversation, the last word (the third, the last attempt, is
directory's)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet

from callboard.channels.models import Message
from callboard.journal.models import InteractionAccount


def conversations_of(account_ids: Iterable[int]) -> dict[int, datetime]:
    """The last time both spoke with each account: written up, or their reply to us. Never: absent."""
    ids = list(account_ids)
    replies = words().filter(account__in=ids).filter(Exists(_ours_before()))
    return _latest(_spoken(ids), _by_account(replies))


def words_of(account_ids: Iterable[int]) -> dict[int, datetime]:
    """The last thing each account sent or said. Automatic mail never counts."""
    ids = list(account_ids)
    return _latest(_spoken(ids), _by_account(words().filter(account__in=ids)))


def words() -> QuerySet[Message]:
    """Messages somebody wrote to us themselves."""
    return Message.objects.filter(
        direction=Message.Direction.IN, kind=Message.Kind.MESSAGE, duplicate_of=None, received_at__isnull=False
    )


def replies_among(message_ids: Iterable[int]) -> set[int]:
    """Those of these messages that answer something we sent."""
    rows = words().filter(pk__in=list(message_ids)).filter(Exists(_ours_before()))
    return set(rows.values_list("pk", flat=True))


def _ours_before() -> QuerySet[Message]:
    sent = Message.objects.filter(thread=OuterRef("thread"), direction=Message.Direction.OUT)
    return sent.filter(Q(sent_at__lt=OuterRef("received_at")))


def _spoken(ids: list[int]) -> dict[int, datetime]:
    rows = InteractionAccount.objects.filter(account__in=ids, interaction__conversed=True, interaction__removed_at=None)
    return dict(rows.values_list("account").annotate(last=Max("interaction__at")))


def _by_account(messages: QuerySet[Message]) -> dict[int, datetime]:
    return dict(messages.order_by().values_list(F("account_id")).annotate(last=Max("received_at")))


def _latest(one: dict[int, datetime], other: dict[int, datetime]) -> dict[int, datetime]:
    found = dict(one)
    for pk, at in other.items():
        found[pk] = max(at, found.get(pk, at))
    return found
