"""Which zone a TZID means: its name, the name inside it, Windows' name for it, or the zone that goes as its VTIMEZONE does."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from callboard.calendar.reading.ics.lines import Block, Line

#: Names that stand for UTC.
_UTC = {"utc", "z", "gmt", "etc/utc", "etc/gmt", "coordinated universal time", "greenwich mean time"}
#: A definition is compared with ours on the first of each month of so many years.
YEARS = 3
NOON = time(12)
#: Tried before all others where several zones go the same way.
_USUAL = (
    "America/Chicago",
    "America/New_York",
    "America/Denver",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Anchorage",
    "Pacific/Honolulu",
    "Europe/London",
    "Europe/Berlin",
    "UTC",
)


@dataclass(frozen=True)
class Zone:
    """name: of the zone database, "" where nothing tells.  defined: the file's own definition, for times that name no zone we
    know: exact for each single time."""

    name: str
    defined: tzinfo | None = None


@dataclass
class Zones:
    """The zones of one file."""

    blocks: dict[str, Block] = field(default_factory=dict)
    _found: dict[tuple[str, int], Zone] = field(default_factory=dict)

    @classmethod
    def of(cls, calendar: Block) -> "Zones":
        """The definitions of a calendar, by TZID."""
        return cls({block.text("TZID").strip('"'): block for block in calendar.walk("VTIMEZONE")})

    def find(self, tzid: str, year: int) -> Zone:
        """The zone of a TZID, for times about a year."""
        key = (tzid, year if tzid in self.blocks else 0)
        if key not in self._found:
            self._found[key] = self._find(tzid, year)
        return self._found[key]

    def _find(self, tzid: str, year: int) -> Zone:
        if name := named(tzid):
            return Zone(name)
        block = self.blocks.get(tzid)
        if block is None:
            return Zone("")
        if name := named(block.text("X-LIC-LOCATION")):
            return Zone(name)
        defined = _defined(block)
        return Zone("") if defined is None else Zone(_goes_as(defined, year), defined)


def named(tzid: str) -> str:
    """The zone of the database a TZID names in itself; "" for none."""
    text = tzid.strip().strip('"')
    if text.lower() in _UTC:
        return "UTC"
    if windows := _windows(text):
        return windows
    parts = text.strip("/").split("/")
    # Mozilla and Apple write the maker and the edition before the name.
    tails = ("/".join(parts[n:]).lower() for n in range(len(parts)))
    return next((_by_lower()[tail] for tail in tails if tail in _by_lower()), "")


#: How Windows shows a zone to people: "(UTC-05:00) Eastern Time (US & Canada)", "(UTC+01:00) Amsterdam, Berlin, Bern".
_SHOWN = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*")


def _windows(text: str) -> str:
    """By the name Windows calls a zone, or shows it under; "" for none. Where it shows cities, the first that has a zone."""
    shown = _SHOWN.sub("", text).lower()
    plain = shown.replace(" (us & canada)", "").removesuffix(" time").removesuffix(" standard")
    if found := _windows_by_lower().get(f"{plain} standard time"):
        return found
    cities = (part.strip().replace(" ", "_") for part in shown.split(",")) if "," in shown else ()
    return next((_by_city()[city] for city in cities if city in _by_city()), "")


@cache
def _windows_by_lower() -> dict[str, str]:
    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


@cache
def _by_city() -> dict[str, str]:
    return {name.rpartition("/")[2].lower(): name for name in available_timezones() if "/" in name}


@cache
def _by_lower() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def _defined(block: Block) -> tzinfo | None:
    """The clock a VTIMEZONE describes; None for one nobody can follow."""
    try:
        zone = Timezone.from_ical("\r\n".join(_written(block)))
        if not isinstance(zone, Timezone):
            return None
        made = zone.to_tz(lookup_tzid=False)
        made.utcoffset(datetime(2020, 1, 1, tzinfo=made))
    except Exception:
        return None
    return made


def _written(block: Block) -> list[str]:
    lines = [f"{line.name}{_params(line)}:{line.value}" for line in block.lines]
    inside = [text for each in block.blocks for text in _written(each)]
    return [f"BEGIN:{block.name}", *lines, *inside, f"END:{block.name}"]


def _params(line: Line) -> str:
    return "".join(f';{name}="{value}"' for name, value in line.params.items() if '"' not in value)


def _goes_as(defined: tzinfo, year: int) -> str:
    """The zone of the database whose clock says the same on the first of each month; "" for none."""
    first = min(max(year, 1), 9990)
    days = [datetime.combine(date(first + n // 12, n % 12 + 1, 1), NOON) for n in range(12 * YEARS)]
    try:
        wanted = [defined.utcoffset(day.replace(tzinfo=defined)) for day in days]
    except (ValueError, OverflowError, AttributeError):
        return ""
    return next((name for name in (*_USUAL, *sorted(available_timezones())) if _offsets(name, days) == wanted), "")


def _offsets(name: str, days: list[datetime]) -> list[timedelta | None]:
    zone = ZoneInfo(name)
    return [day.replace(tzinfo=zone).utcoffset() for day in days]
