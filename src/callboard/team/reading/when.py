"""Instants as people type them: "tue 9", "+3", "tomorrow 14:30", "mar 12", "3pm", "noon".

Everything is read in the wall time of `now`, which carries the person's zone, and lies after it. A day without a time
comes back as such, so that the caller chooses the hour.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WORDS = {"noon": time(12), "midday": time(12), "evening": time(18), "eod": time(17), "morning": time(9)}
DAY = timedelta(days=1)
#: From this day on an hour of it may be an instant no calendar knows, somewhere in the world.
LAST = date.max - DAY

AMOUNT = re.compile(r"^\+?\s*(\d{1,3})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)?$")
CLOCK = re.compile(r"^(?:at\s+)?(\d{1,2})(?::(\d{2}))?\s*(am|pm|a|p)?$")
ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
SLASH = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?$")
MONTH_DAY = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$")


class Unreadable(ValueError):
    """The words name no instant."""


@dataclass(frozen=True)
class When:
    """A day, and the time if one was said; or an exact instant counted from now."""

    on: date
    at: time | None = None
    exact: datetime | None = None

    def instant(self, now: datetime, hour: time) -> datetime:
        """The instant in UTC, at `hour` where no time was said."""
        if self.exact is not None:
            return self.exact
        return datetime.combine(self.on, self.at or hour, now.tzinfo).astimezone(UTC)


def read_when(text: str, now: datetime) -> When:
    """What the words mean at `now` (aware, in the person's zone). Raises Unreadable."""
    words = _plain(text)
    if not words:
        raise Unreadable(text)
    found = _counted(words, now) or _clock_only(words, now) or _day_only(words, now) or _day_and_clock(words, now)
    if found is None or found.on >= LAST:
        raise Unreadable(text)
    return found


def _counted(words: str, now: datetime) -> When | None:
    """ "+3" days, "+2h", "30 min", "2 weeks"."""
    match = AMOUNT.match(words)
    if match is None or not (words.startswith("+") or match[2]):
        return None
    amount, unit = int(match[1]), (match[2] or "d")[0]
    if unit in "mh":
        exact = now.astimezone(UTC) + timedelta(**{"minutes" if unit == "m" else "hours": amount})
        return When(exact.astimezone(now.tzinfo).date(), exact=exact)
    return When(now.date() + DAY * amount * (7 if unit == "w" else 1))


def _clock_only(words: str, now: datetime) -> When | None:
    """A time of today, or of tomorrow where it is past."""
    at = read_clock(words)
    if at is None:
        return None
    return When(now.date() if at > now.time().replace(tzinfo=None) else now.date() + DAY, at)


def _day_only(words: str, now: datetime) -> When | None:
    on = _day(words, now.date())
    return When(on) if on is not None else None


def _day_and_clock(words: str, now: datetime) -> When | None:
    """A day, then a time; the split that reads wins, the longest day first."""
    parts = words.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        on, at = _day(" ".join(parts[:cut]), now.date(), same_day=True), read_clock(" ".join(parts[cut:]))
        if on is None or at is None:
            continue
        if on == now.date() and at <= now.time().replace(tzinfo=None):
            on = on + 7 * DAY if parts[0][:3] in WEEKDAYS else on
        if on > now.date() or at > now.time().replace(tzinfo=None):
            return When(on, at)
    return None


def read_clock(words: str) -> time | None:
    """A time of the day in lower case: 9, 9:30, 3pm, noon. A bare hour from 1 to 6 is meant in the afternoon."""
    if words in WORDS:
        return WORDS[words]
    match = CLOCK.match(words)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "")[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour <= 6 and len(match[1]) == 1:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def is_clock(text: str) -> bool:
    """Whether the words are a time of the day alone, which `read_when` takes for today's or tomorrow's."""
    return read_clock(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _day(words: str, today: date, *, same_day: bool = False) -> date | None:
    """The next day the words name. A weekday is never today, unless `same_day` leaves it open."""
    words = words.removeprefix("on ").removeprefix("next ") if words not in ("next week", "next month") else words
    named = {
        "today": today,
        "tomorrow": today + DAY,
        "tom": today + DAY,
        "tmr": today + DAY,
        "next week": today + DAY * (7 - today.weekday()),
        "next month": _first_of_next_month(today),
    }
    if words in named:
        return named[words]
    if words[:3] in WEEKDAYS and _is_name(words, 9):
        ahead = (WEEKDAYS.index(words[:3]) - today.weekday()) % 7
        return today + DAY * (ahead if ahead or same_day else 7)
    return _dated(words, today)


def _dated(words: str, today: date) -> date | None:
    """2026-03-12, 3/12 (month first), mar 12; without a year the next such day."""
    if match := ISO.match(words):
        return _future(int(match[1]), int(match[2]), int(match[3]), today)
    if match := SLASH.match(words):
        return _future(int(match[3]) if match[3] else None, int(match[1]), int(match[2]), today)
    if (match := MONTH_DAY.match(words)) and match[1][:3] in MONTHS:
        return _future(None, MONTHS.index(match[1][:3]) + 1, int(match[2]), today)
    return None


def _future(year: int | None, month: int, day: int, today: date) -> date | None:
    """The day, or None where there is no such day or it is past."""
    for candidate in (year,) if year else (today.year, today.year + 1):
        try:
            on = date(candidate or today.year, month, day)
        except ValueError:
            continue
        if on >= today:
            return on
    return None


def _first_of_next_month(today: date) -> date:
    return (today.replace(day=1) + 32 * DAY).replace(day=1)


def _is_name(words: str, longest: int) -> bool:
    return words.isalpha() and len(words) <= longest
