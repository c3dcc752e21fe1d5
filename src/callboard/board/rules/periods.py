"""Today, the month, the quarter, the year: the days they hold."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Name = Literal["today", "month", "quarter", "year"]
NAMES: tuple[Name, ...] = ("today", "month", "quarter", "year")


@dataclass(frozen=True)
class Period:
    """Both days included; ``today`` lies in it."""

    name: Name
    first: date
    last: date
    today: date

    @property
    def months(self) -> list[date]:
        """The first days of the months it touches."""
        found, day = [], self.first.replace(day=1)
        while day <= self.last:
            found.append(day)
            day = next_month(day)
        return found


def period(name: str, today: date) -> Period:
    """The period of that name around ``today``; an unknown name is the month."""
    if name == "today":
        return Period("today", today, today, today)
    if name == "quarter":
        first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        return Period("quarter", first, next_month(next_month(next_month(first))) - timedelta(days=1), today)
    if name == "year":
        return Period("year", date(today.year, 1, 1), date(today.year, 12, 31), today)
    first = today.replace(day=1)
    return Period("month", first, next_month(first) - timedelta(days=1), today)


def next_month(day: date) -> date:
    """The first day of the month after ``day``."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
