"""The holidays of a place, as the rules ask for them."""

from datetime import date
from functools import lru_cache

from callboard.team.queries.company import holidays_of
from callboard.team.reading.public_holidays import UnknownRegion, UnknownYear, public_holidays


class HolidaysThere:
    """Whether a day is a public holiday at a place, or one the company keeps for it: `(country, region, day)`."""

    def __init__(self) -> None:
        self._ours: dict[str, frozenset[date]] = {}

    def __call__(self, country: str, region: str, day: date) -> bool:
        place = f"{country}-{region}" if region else country
        if place not in self._ours:
            self._ours[place] = holidays_of([place])[place]
        return day in _public(place, country, day.year) or day in self._ours[place]


@lru_cache(maxsize=2000)
def _public(place: str, country: str, year: int) -> frozenset[date]:
    for where in (place, country):
        try:
            return frozenset(day for day, _name in public_holidays(where, year))
        except UnknownYear:
            return frozenset()
        except UnknownRegion:
            continue
    return frozenset()
