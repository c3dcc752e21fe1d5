"""What somebody still has to write up."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from callboard.channels.models import Message
from callboard.directory.models import Account
from callboard.journal.models import InteractionAccount
from callboard.team.models import Person
from callboard.team.queries import instants_of


@dataclass(frozen=True)
class Unwritten:
    """An answer of ours without a note that day: whom it went to, who sent it, and the message."""

    account: Account
    person: Person
    message: Message
    at: datetime


def conversations_without_note(day: date) -> list[Unwritten]:
    """Messages we answered on the company's business day whose account got no interaction that day; the last answer
    of each account stands for the rest. One query, and one for the day's bounds."""
    found = [_unwritten(row) for row in unwritten(day).select_related("account__owner", "by_person")]
    return sorted(found, key=lambda row: row.at)


def unwritten(day: date) -> QuerySet[Message]:
    """The messages `conversations_without_note` names."""
    start, end = instants_of(day)
    note = InteractionAccount.objects.filter(
        account=OuterRef("account"),
        interaction__at__gte=start,
        interaction__at__lt=end,
        interaction__removed_at=None,
    )
    asked = Message.objects.filter(
        thread=OuterRef("thread"),
        direction=Message.Direction.IN,
        kind=Message.Kind.MESSAGE,
        received_at__lt=OuterRef("sent_at"),
    )
    answers = Message.objects.filter(
        direction=Message.Direction.OUT, sent_at__gte=start, sent_at__lt=end, by_person__isnull=False
    )
    rows = answers.filter(Exists(asked), account__isnull=False).exclude(Exists(note))
    return rows.order_by("account_id", "-sent_at", "-id").distinct("account_id")


def _unwritten(message: Message) -> Unwritten:
    if message.account is None or message.by_person is None or message.sent_at is None:
        raise ValueError(f"Message {message.pk} has no account, sender or time.")
    return Unwritten(message.account, message.by_person, message, message.sent_at)
