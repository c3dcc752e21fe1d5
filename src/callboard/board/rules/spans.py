"""The stretch of days a contact report is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Name = Literal["week", "last_week", "month", "days"]
NAMES: tuple[Name, ...] = ("week", "last_week", "month", "days")
#: More days are no report.
MOST = 400


class NoSpan(ValueError):
    """What was asked is no stretch of days; ``str()`` is a code: order, long, date."""


@dataclass(frozen=True)
class Span:
    """Both days included."""

    name: Name
    first: date
    last: date

    @property
    def is_past(self) -> bool:
        """Whether it names a stretch that is over by itself."""
        return self.name == "last_week"


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def span(name: str, today: date, first: str = "", last: str = "") -> Span:
    """The stretch of that name; `days` needs both days as ISO dates.  An unknown name is this week.  NoSpan."""
    if name == "days":
        return _given(first, last)
    if name == "month":
        return Span("month", today.replace(day=1), today)
    monday, sunday = week_of(today)
    if name == "last_week":
        return Span("last_week", monday - timedelta(days=7), sunday - timedelta(days=7))
    return Span("week", monday, sunday)


def _given(first: str, last: str) -> Span:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise NoSpan("date") from None
    if end < start:
        raise NoSpan("order")
    if (end - start).days > MOST:
        raise NoSpan("long")
    return Span("days", start, end)
