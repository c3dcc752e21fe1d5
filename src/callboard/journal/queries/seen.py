"""What the program saw our people do with customers, and which of it nobody wrote up.  Calls join with the line."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import DateTimeField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber, TruncDate

from callboard.channels.models import Message
from callboard.directory.models import AccountKind
from callboard.journal.models import InteractionAccount
from callboard.journal.queries.missing import instants_of
from callboard.team.queries import company_zone, setting

#: Suppliers and our own carriers are no customers to write about.
NOT_WRITTEN_UP = (AccountKind.SUPPLIER,)


def business_date(path: str) -> TruncDate:
    """The company's business day of an instant: what comes after the cut-off counts for the next."""
    cut_off = setting("company.cut_off")
    at: Any = F(path)
    if cut_off != time(0):
        left = timedelta(hours=24 - cut_off.hour, minutes=-cut_off.minute)
        at = ExpressionWrapper(at + left, output_field=DateTimeField())
    return TruncDate(at, tzinfo=ZoneInfo(company_zone()))


def mails_seen(start: datetime, end: datetime) -> QuerySet[Message]:
    """What our people wrote to customers themselves, answered or unasked."""
    rows = Message.objects.filter(direction=Message.Direction.OUT, kind=Message.Kind.MESSAGE, by_person__isnull=False)
    return rows.filter(sent_at__gte=start, sent_at__lt=end, account__isnull=False).exclude(
        account__kind__in=NOT_WRITTEN_UP
    )


def written_up() -> Exists:
    """Whether something was written about the account that business day (``day``), or about the message itself."""
    there = InteractionAccount.objects.filter(interaction__removed_at=None, account=OuterRef("account"))
    there = there.annotate(day=business_date("interaction__at"))
    return Exists(there.filter(Q(day=OuterRef("day")) | Q(interaction__message=OuterRef("pk"))))


def not_written_up(first: date, last: date) -> QuerySet[Message]:
    """Mails of these days whose account got no note that day; the last of an account and person stands for the rest."""
    start, end = instants_of(first)[0], instants_of(last)[1]
    rows = mails_seen(start, end).annotate(day=business_date("sent_at"))
    newest = Window(
        RowNumber(), partition_by=[F("by_person_id"), F("account_id"), F("day")], order_by=["-sent_at", "-id"]
    )
    last_ones = rows.filter(~Q(written_up())).annotate(place=newest).filter(place=1).values("pk")
    return Message.objects.filter(pk__in=last_ones).select_related("account", "by_person")


def still_unwritten(message_id: int) -> bool:
    """Whether nothing is written about this mail, nor about its account on its day."""
    rows = Message.objects.filter(pk=message_id, account__isnull=False).annotate(day=business_date("sent_at"))
    return rows.filter(~Q(written_up())).exists()
