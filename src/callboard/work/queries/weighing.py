"""The order of My Day worked out by the database: thousands of tasks are ranked there, thirty are read.

The points are those of the one table (rules/rank.py); what stands here is when each row of it applies and how many of its
units there are, as SQL. A property test holds both to the same order.
"""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Case,
    DateTimeField,
    DurationField,
    Expression,
    ExpressionWrapper,
    F,
    FloatField,
    Func,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Abs, Cast, Coalesce, Extract, Floor, Greatest, Least
from django.db.models.lookups import LessThan

from callboard.work.models import DueKind, Task
from callboard.work.rules.due import DAY, HOUR
from callboard.work.rules.rank import WEEK, WEIGHT, WEIGHTS, Weight

#: An instant, or what stands for it in a question that is kept.
Instant = datetime | Expression
#: So many days back each day is told apart: more count no more.
BACK = int(WEIGHT["late"].most)


def ranked(tasks: QuerySet[Task], now: Instant, today: date, zone: tzinfo) -> QuerySet[Task]:
    """The tasks by their weight, the most pressing first, as `rules.rank.rank` orders them; annotated `weight`.

    today: the day of `now` in the zone."""
    return tasks.annotate(weight=weight(now, today, zone)).order_by(
        "-weight",
        Abs(Coalesce(F("stake"), Value(0, output_field=Task._meta.get_field("stake")))).desc(),
        F("due_at").asc(nulls_last=True),
        F("created_at").asc(nulls_last=True),
        "pk",
    )


def weight(now: Instant, today: date, zone: tzinfo) -> Any:
    """The sum of points of a task, as an expression over Task."""
    when = _applies(now, today, zone)
    units = _units(now, today, zone)
    parts = [
        Case(When(when[row.word], then=_worth(row, units.get(row.word))), default=0.0, output_field=FloatField())
        for row in WEIGHTS
    ]
    total: Any = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def late_at(now: Instant, midnight: datetime) -> Q:
    """Late at an instant: past its time, or on a day before the one that began at `midnight`."""
    return Q(due_at__lte=now) & ~Q(due_kind=DueKind.DAY) | Q(due_at__lt=midnight, due_kind=DueKind.DAY)


def midnight_of(day: date, zone: tzinfo) -> datetime:
    """When a day begins in a zone."""
    return datetime.combine(day, time(0), zone)


def _worth(row: Weight, units: Any) -> Any:
    if units is None:
        return Value(float(row.points), output_field=FloatField())
    return Value(float(row.points)) + Value(float(row.step)) * Least(units, Value(float(row.most)))


def _applies(now: Instant, today: date, zone: tzinfo) -> dict[str, Q]:
    """When each row of the table applies; what is due is exactly one of late, today, ahead and undated."""
    begins = [midnight_of(today + DAY * days, zone) for days in (0, 1, 2, WEEK + 1)]
    late, timed = late_at(now, begins[0]), ~Q(due_kind=DueKind.DAY)
    here = Q(due_at__gte=begins[0], due_at__lt=begins[1])
    return {
        "pinned": Q(pinned=True),
        "broken promise": late & Q(promised=True),
        "overdue": late,
        "late": late,
        "today at a time": here & timed & Q(due_at__gt=now),
        "today": here & ~timed,
        "tomorrow": Q(due_at__gte=begins[1], due_at__lt=begins[2]),
        "this week": Q(due_at__gte=begins[2], due_at__lt=begins[3]),
        "later": Q(due_at__gte=begins[3]),
        "undated": Q(due_at=None),
        "stake": Q(stake__isnull=False) & ~Q(stake=0),
        "age": (Q(stake=None) | Q(stake=0)) & Q(created_at__isnull=False),
    }


def _units(now: Instant, today: date, zone: tzinfo) -> dict[str, Any]:
    """How many units of its row a task has."""
    day = _day(today, zone)
    tenfold = Func(Abs(Cast("stake", FloatField())) / Value(10.0), function="LOG", output_field=FloatField())
    return {
        "late": _days_late(now, day),
        "today at a time": _seconds(F("due_at"), now, ahead=True) / Value(HOUR.total_seconds()),
        "this week": Cast(day, FloatField()) - Value(2.0),
        "stake": Greatest(tenfold, Value(0.0)),
        "age": Greatest(_seconds(F("created_at"), now) / Value(DAY.total_seconds()), Value(0.0)),
    }


def _days_late(now: Instant, day: Any) -> Any:
    """As `rules.due.lateness` says it: whole days, else whole hours, else whole minutes and one at least."""
    by_days = Q(due_kind=DueKind.DAY) | Q(due_at__lte=now - timedelta(hours=12))
    late = _seconds(F("due_at"), now)
    return Case(
        When(by_days & Q(LessThan(day, 0)), then=-Cast(day, FloatField())),
        When(due_at__lte=now - HOUR, then=Floor(late / Value(3600.0)) / Value(24.0)),
        default=Greatest(Floor(late / Value(60.0)), Value(1.0)) / Value(1440.0),
        output_field=FloatField(),
    )


def _day(today: date, zone: tzinfo) -> Any:
    """The day it is due, counted from today; what lies further back or ahead than the table tells apart is as far as that."""
    begins = [midnight_of(today + DAY * days, zone) for days in range(1 - BACK, WEEK + 2)]
    placed = Func(
        F("due_at"),
        Value(begins, output_field=ArrayField(DateTimeField())),
        function="WIDTH_BUCKET",
        output_field=IntegerField(),
    )
    return placed - Value(BACK)


def _seconds(at: F, now: Instant, *, ahead: bool = False) -> Any:
    """Seconds since an instant, or until it."""
    present = Value(now, output_field=DateTimeField()) if isinstance(now, datetime) else now
    between = at - present if ahead else present - at
    return Cast(Extract(ExpressionWrapper(between, output_field=DurationField()), "epoch"), FloatField())
