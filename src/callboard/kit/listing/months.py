"""A list as a month: each row on the day one of its dates falls on."""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import formats, timezone
from django.utils.translation import pgettext

from callboard.core.links import url_of
from callboard.kit.listing.conditions import SEPARATOR
from callboard.kit.listing.subjects import Subject
from callboard.kit.tables import Text
from callboard.kit.when import clock_text

#: Rows a day shows before it leads to the filtered list, and rows a month loads.
A_DAY = 4
A_MONTH = 1000
_MONTH = re.compile(r"(\d{4})-(\d{2})")
FIRST_YEAR, LAST_YEAR = 1900, 2999


@dataclass(frozen=True)
class Entry:
    """A row on its day.  time: "4:52 PM" where the date is an instant."""

    obj: Any
    url: str
    title: Any
    time: str = ""


@dataclass(frozen=True)
class Day:
    day: date
    inside: bool
    today: bool
    entries: Sequence[Entry]
    more: int
    url: str


@dataclass(frozen=True)
class Month:
    """weeks of seven days each; heads: the names of the weekdays; cut: the month has more rows than it loads."""

    title: Text
    first: date
    weeks: list[list[Day]]
    heads: list[str]
    previous: str
    next: str
    this: str
    cut: bool


def month_of(text: str, today: date) -> date:
    """The first of the month an address names; this month for anything else."""
    found = _MONTH.fullmatch(text)
    if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR and 1 <= int(found[2]) <= 12:
        return date(int(found[1]), int(found[2]), 1)
    return today.replace(day=1)


def dates_of(known: Mapping[str, Subject]) -> dict[str, Subject]:
    """The dates a month can be made of."""
    return {key: each for key, each in known.items() if each.kind == "day" and each.path}


def next_month(first: date) -> date:
    """The first of the month after."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_text(first: date) -> str:
    """ "March 2026"."""
    return str(formats.date_format(first, pgettext("format of a month", "F Y")))


def grid(first: date) -> list[list[date]]:
    """The weeks of a month, in the week's order of the language."""
    start = (formats.get_format("FIRST_DAY_OF_WEEK") - 1) % 7
    return calendar.Calendar(start).monthdatescalendar(first.year, first.month)


def between(subject: Subject, days: tuple[date, date], model: Any, actor: Any) -> Q:
    """Rows whose date lies on these days, both included; the weeks at the ends of the calendar hang over them."""
    reader: Any = subject.filter
    first, last = max(days[0], date(FIRST_YEAR, 1, 1)), min(days[1], date(LAST_YEAR, 12, 31))
    names = dict(zip(reader.names(), (first, last), strict=True))
    found: Q = reader.take({name: [day.isoformat()] for name, day in names.items()}, model, actor).where
    return found


def shown(
    first: date,
    subject: Subject,
    rows: QuerySet[Any],
    value: Any,
    title: Any,
    day_url: Any,
    month_url: Any,
    today: date,
) -> Month:
    """The month.  value(row) -> its date; title(row); day_url(day) and month_url("2026-04") -> addresses.  One query."""
    weeks = grid(first)
    loaded = list(rows[: A_MONTH + 1])
    by_day: dict[date, list[Entry]] = {}
    for row in loaded[:A_MONTH]:
        at = value(row)
        instant = isinstance(at, datetime)
        day = timezone.localtime(at).date() if instant else at
        by_day.setdefault(day, []).append(Entry(row, url_of(row), title(row), clock_text(at) if instant else ""))
    made = [[_day(day, first, today, by_day.get(day, []), day_url) for day in week] for week in weeks]
    heads = [str(formats.date_format(day, "D")) for day in weeks[0]]
    last = first - timedelta(days=1)
    following = next_month(first)
    return Month(
        month_text(first),
        first,
        made,
        heads,
        month_url(f"{last:%Y-%m}") if last.year >= FIRST_YEAR else "",
        month_url(f"{following:%Y-%m}") if following.year <= LAST_YEAR else "",
        month_url("") if first != today.replace(day=1) else "",
        len(loaded) > A_MONTH,
    )


def _day(day: date, first: date, today: date, entries: Sequence[Entry], url: Any) -> Day:
    over = len(entries) - A_DAY
    shown_entries = entries if over <= 1 else entries[:A_DAY]
    return Day(
        day, day.month == first.month, day == today, shown_entries, max(0, len(entries) - len(shown_entries)), url(day)
    )


def day_condition(subject: Subject, day: date) -> str:
    """The condition "on that day"."""
    return SEPARATOR.join((subject.key, "on", day.isoformat()))
