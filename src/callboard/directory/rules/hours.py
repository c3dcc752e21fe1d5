"""The rows of the calling hours as they are asked: which holds where on a day, and whether it is open at a wall time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

SATURDAY, SUNDAY, DAY = 5, 6, 24 * 60
_HOURS = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?", re.IGNORECASE)
#: What holds where no row does: a state nobody looked up yet.
UNKNOWN_WEEK = (9 * 60, 20 * 60)

#: Minutes of the day from and to, the end not included; None where no call is made all day.
Span = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Window:
    """A row. id: of its record, 0 for what holds where there is none; zone: the one its hours are counted in, "" for where
    the called person is."""

    id: int
    country: str
    region: str
    weekdays: Span
    saturday: Span
    sunday: Span
    holidays: bool = True
    attempts: int | None = None
    zone: str = ""
    customers_exempt: bool = False
    binds_business: bool = False
    starts_on: date = date.min
    source: str = ""

    def span_on(self, day: date) -> Span:
        """The hours of a day of the week."""
        weekday = day.weekday()
        return self.sunday if weekday == SUNDAY else self.saturday if weekday == SATURDAY else self.weekdays

    @property
    def place(self) -> str:
        return f"{self.country}-{self.region}" if self.region else self.country


class Windows:
    """All rows, found by place and day."""

    def __init__(self, rows: Iterable[Window]) -> None:
        self._by_place: dict[tuple[str, str], list[Window]] = {}
        for row in sorted(rows, key=lambda row: row.starts_on, reverse=True):
            self._by_place.setdefault((row.country, row.region), []).append(row)

    def of(self, country: str, region: str, day: date) -> Window | None:
        """The row of a place that holds on a day: the latest that has begun."""
        for row in self._by_place.get((country, region), ()):
            if row.starts_on <= day:
                return row
        return None


def unknown(country: str, region: str) -> Window:
    """What holds where no row does: 9 to 20, no Sunday."""
    return Window(0, country, region, UNKNOWN_WEEK, UNKNOWN_WEEK, None)


def wall(at: datetime, zone: str) -> datetime:
    """An instant as the clock there shows it: an hour that is skipped never shows, one that is repeated shows twice."""
    return at.astimezone(zone_info(zone))


@lru_cache(maxsize=1000)
def zone_info(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def read_hours(text: str) -> str:
    """`8-20`, `9:30 to 18` as kept: `08:00-20:00`; "" for nothing or `none`. ValueError with a sentence for anything else."""
    given = text.strip()
    if given.lower() in ("", "-", "–", "none", _("none").lower()):
        return ""
    found = _HOURS.fullmatch(given)
    if found is None:
        raise ValueError(_("Write hours like 8-20 or 9:30-18:00, and nothing where no call is made."))
    from_, to = (
        int(found[1]) * 60 + int(found[2] or 0),
        int(found[3]) * 60 + int(found[4] or 0),
    )
    if not 0 <= from_ < to <= DAY or int(found[2] or 0) > 59 or int(found[4] or 0) > 59:
        raise ValueError(_("The hours end before they begin, or the day has no such hour."))
    return f"{clock_text(from_)}-{clock_text(to)}"


def clock_text(minutes: int) -> str:
    """Minutes of the day as `08:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(kept: str) -> Span:
    """`08:00-20:00` as minutes of the day; None for nothing."""
    if not kept:
        return None
    from_, _dash, to = kept.partition("-")
    return int(from_[:2]) * 60 + int(from_[3:]), int(to[:2]) * 60 + int(to[3:])


def instant(day: date, minutes: int, zone: str, fold: int = 0) -> datetime:
    """The instant at which a clock there shows a wall time; of one that is repeated the first, unless fold is 1."""
    days, rest = divmod(minutes, DAY)
    at = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), tzinfo=zone_info(zone))
    return at.replace(fold=fold)
