"""The times mail programs write above what they quote, in the languages of their users."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

#: The first letters of each month, a language a line; no two mean different months.
MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jän feb mär apr mai jun jul aug sep okt nov dez",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "jan fev maa abr mei jun jul out set okt nov des",
)
NAMED = {name: number for line in MONTHS[:5] for number, name in enumerate(line.split(), 1)} | {
    "fev": 2, "maa": 3, "mrt": 3, "maj": 5, "mei": 5, "out": 10, "set": 9, "des": 12, "aou": 8, "fév": 2, "dez": 12,
}  # fmt: skip
CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\s*([ap])\.?\s?m\b)?", re.IGNORECASE)
ISO = re.compile(r"(?<!\d)(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)")
SLASHED = re.compile(r"(?<!\d)(\d{1,2})([/.\-])\s?(\d{1,2})[/.\-]\s?(\d{4}|\d{2})(?!\d)")
WORD = re.compile(r"[^\W\d_]{3,}")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")


def date_in(text: str, offset_minutes: int = 0) -> datetime | None:
    """The instant a line names, aware; None where it names none.  Without a zone of its own it is `offset_minutes` from UTC."""
    text = text[:200]
    if re.search(r"[+-]\d{4}\s*(?:\(|$)", text):
        try:
            return parsedate_to_datetime(text).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
            pass
    found = _day(text)
    if found is None:
        return None
    (year, month, day), rest = found
    hour, minute, second = _clock(rest)
    zone = timezone(timedelta(minutes=max(-1439, min(1439, offset_minutes))))
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _clock(text: str) -> tuple[int, int, int]:
    found = CLOCK.search(text)
    if found is None:
        return 12, 0, 0
    hour, half = int(found[1]), (found[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(found[2]), int(found[3] or 0)


def _day(text: str) -> tuple[tuple[int, int, int], str] | None:
    """(year, month, day), and the text without them."""
    if iso := ISO.search(text):
        return (int(iso[1]), int(iso[2]), int(iso[3])), _without(text, iso)
    if slashed := SLASHED.search(text):
        one, other, year = int(slashed[1]), int(slashed[3]), int(slashed[4])
        year += 2000 if year < 100 else 0
        # Americans write the month first, with slashes; where that is no month it was the day.
        month_first = slashed[2] == "/" and one <= 12
        month, day = (one, other) if month_first else (other, one)
        return (year, month, day), _without(text, slashed)
    return _named(text)


def _named(text: str) -> tuple[tuple[int, int, int], str] | None:
    year = YEAR.search(text)
    # The last one: "mar. 10 févr." begins with a Tuesday.
    month = next((number for word in reversed(WORD.findall(text)) if (number := _month(word))), 0)
    if year is None or not month:
        return None
    rest = _without(text, year)
    clock = CLOCK.search(rest)
    day = DAY.search(_without(rest, clock) if clock else rest)
    return ((int(year[0]), month, int(day[1])), rest) if day else None


def _month(word: str) -> int:
    word = word.lower()
    return NAMED.get(word) or NAMED.get(word[:4]) or NAMED.get(word[:3]) or 0


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
