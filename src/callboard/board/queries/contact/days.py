"""What each person did with customers on each business day, and what the program saw that nobody wrote up."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, Sum

from callboard.board.models import RepDay
from callboard.journal.models import Interaction, Kind, NoteScore
from callboard.journal.queries import mails_seen, written_up
from callboard.journal.rules import FACE_TO_FACE
from callboard.team.queries import business_date, instants_of

MINUTE = timedelta(minutes=1)


def rep_days(first: date, last: date) -> list[RepDay]:
    """Every person and day with anything, both days included, unsaved.  Three queries."""
    start, end = instants_of(first)[0], instants_of(last)[1]
    found: dict[tuple[int, date], dict[str, int]] = defaultdict(dict)
    for rows in (_done(start, end), _scored(start, end), _seen(start, end)):
        for row in rows:
            found[row.pop("whose"), row.pop("day")].update(row)
    return [RepDay(person_id=person, day=day, **values) for (person, day), values in sorted(found.items())]


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
