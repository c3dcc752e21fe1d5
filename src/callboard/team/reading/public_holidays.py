"""The public holidays of a country, or a part of one, in a year: worked out, nothing is fetched."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_NAME = 120
ENGLISH = ("en_US", "en_GB", "en")


class UnknownRegion(ValueError):
    """No country or part of one that is known here."""


class UnknownYear(ValueError):
    """A year outside of those that can be worked out."""


def public_holidays(region: str, year: int, language: str = "en") -> list[tuple[date, str]]:
    """(day, name), the earliest first, with those that hold in all of the country. Raises UnknownRegion, UnknownYear.

    The names are the library's, in the reader's language where it knows it for that country, else in English, else its own.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnknownYear(year)
    country, _dash, part = region.partition("-")
    if country not in countries() or (part and part not in parts(country)):
        raise UnknownRegion(region)
    found = _made(country, part, year, language)
    return sorted((day, name[:LONGEST_NAME]) for day, name in found.items() if day.year == year)


@cache
def countries() -> dict[str, str]:
    """The countries that are known: code -> English name."""
    from holidays.registry import COUNTRIES

    return {entry[1]: name.replace("_", " ").title() for name, entry in COUNTRIES.items()}


@cache
def parts(country: str) -> tuple[str, ...]:
    """The parts of a country that have holidays of their own: TX."""
    return tuple(_library().list_supported_countries(include_aliases=False).get(country, ()))


def _made(country: str, part: str, year: int, language: str) -> dict[date, str]:
    kind = getattr(_library(), country)
    spoken = [each for each in kind.supported_languages if each.partition("_")[0] == language.partition("-")[0]]
    english = [each for each in ENGLISH if each in kind.supported_languages]
    # Of several Englishes the first of ours.
    known = next(iter([*(spoken if language.partition("-")[0] != "en" else []), *english]), None)
    make: Callable[..., dict[date, str]] = kind
    return make(years=year, subdiv=part or None, language=known)


def _library() -> Any:
    """Loaded when it is asked for: it takes a third of a second, and most processes never need it."""
    import holidays

    return holidays
