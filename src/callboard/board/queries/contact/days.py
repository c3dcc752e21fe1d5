"""What each person did with customers on each business day, and what the program saw that nobody wrote up."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, DateTimeField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Sum, Window
from django.db.models.functions import RowNumber, TruncDate

from callboard.board.models import RepDay
from callboard.channels.models import Message
from callboard.directory.models import AccountKind
from callboard.journal.models import Interaction, InteractionAccount, Kind, NoteScore
from callboard.journal.queries.missing import instants_of
from callboard.journal.rules import FACE_TO_FACE
from callboard.team.queries import company_zone, setting

MINUTE = timedelta(minutes=1)
#: Suppliers and our own carriers are no customers to write about.
NOT_WRITTEN_UP = (AccountKind.SUPPLIER,)


def rep_days(first: date, last: date) -> list[RepDay]:
    """Every person and day with anything, both days included, unsaved.  Three queries."""
    start, end = instants_of(first)[0], instants_of(last)[1]
    found: dict[tuple[int, date], dict[str, int]] = defaultdict(dict)
    for rows in (_done(start, end), _scored(start, end), _seen(start, end)):
        for row in rows:
            found[row.pop("whose"), row.pop("day")].update(row)
    return [RepDay(person_id=person, day=day, **values) for (person, day), values in sorted(found.items())]


def business_date(path: str) -> TruncDate:
    """The company's business day of an instant: what comes after the cut-off counts for the next."""
    cut_off = setting("company.cut_off")
    at: Any = F(path)
    if cut_off != time(0):
        left = timedelta(hours=24 - cut_off.hour, minutes=-cut_off.minute)
        at = ExpressionWrapper(at + left, output_field=DateTimeField())
    return TruncDate(at, tzinfo=ZoneInfo(company_zone()))


def _done(start: datetime, end: datetime) -> Iterable[dict[str, Any]]:
    rows = Interaction.objects.filter(removed_at=None, at__gte=start, at__lt=end)
    counted: Any = rows.order_by().annotate(whose=F("person_id"), day=business_date("at")).values("whose", "day")
    found: Iterable[dict[str, Any]] = counted.annotate(
        calls=Count("pk", filter=Q(kind=Kind.CALL)),
        mails=Count("pk", filter=Q(kind=Kind.MAIL)),
        meetings=Count("pk", filter=Q(kind__in=FACE_TO_FACE)),
        conversations=Count("pk", filter=Q(conversed=True)),
        reached=Count("pk", filter=Q(kind=Kind.CALL, conversed=True)),
    )
    return found


def _scored(start: datetime, end: datetime) -> Iterable[dict[str, Any]]:
    rows = NoteScore.objects.filter(
        seen_at__isnull=False, interaction__removed_at=None, interaction__at__gte=start, interaction__at__lt=end
    )
    counted: Any = rows.order_by().annotate(whose=F("person_id"), day=business_date("interaction__at"))
    counted = counted.values("whose", "day").annotate(
        scored=Count("pk"), score_sum=Sum("total"), lag=Sum(F("interaction__created_at") - F("interaction__at"))
    )
    for row in counted:
        lag = row.pop("lag") or timedelta(0)
        yield {**row, "lag_minutes": max(0, lag // MINUTE)}


def _seen(start: datetime, end: datetime) -> Iterable[dict[str, Any]]:
    rows = mails_seen(start, end).annotate(whose=F("by_person_id"), day=business_date("sent_at"))
    counted: Any = rows.annotate(noted=written_up()).order_by().values("whose", "day")
    found: Iterable[dict[str, Any]] = counted.annotate(
        seen=Count("account", distinct=True), written=Count("account", distinct=True, filter=Q(noted=True))
    )
    return found


def mails_seen(start: datetime, end: datetime) -> QuerySet[Message]:
    """What our people wrote to customers themselves.  Calls join with the line."""
    rows = Message.objects.filter(direction=Message.Direction.OUT, kind=Message.Kind.MESSAGE, by_person__isnull=False)
    return rows.filter(sent_at__gte=start, sent_at__lt=end, account__isnull=False).exclude(
        account__kind__in=NOT_WRITTEN_UP
    )


def written_up() -> Exists:
    """Whether something was written about the account that business day, or about the message itself."""
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
