"""Days, times and lengths as .ics files write them (RFC 5545, 3.3.4 to 3.3.6)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from callboard.calendar.reading.ics.lines import Line

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})Z?\Z")
_MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2}):?(\d{2})?(Z?)\Z", re.I)
_LENGTH = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z", re.I)
#: Longer than this is no event (and would overflow a date).
LONGEST = timedelta(days=3660)


@dataclass(frozen=True)
class Moment:
    """A day, or a wall time with the zone its line names: "UTC", "" for none."""

    at: date | datetime
    tzid: str = ""

    @property
    def all_day(self) -> bool:
        return not isinstance(self.at, datetime)


def read_moment(value: str, tzid: str = "") -> Moment:
    """One day or time.  ValueError for what is none."""
    text = value.strip()
    if found := _DAY.match(text):
        return Moment(date(*map(int, found.groups())))
    found = _MOMENT.match(text)
    if found is None:
        raise ValueError(value)
    year, month, day, hour, minute, seconds = (int(part or 0) for part in found.groups()[:6])
    zulu = found[7]
    # A leap second is the second before: no clock of ours has one.
    at = datetime.combine(date(year, month, day), time(hour, minute, min(seconds, 59)))
    return Moment(at, "UTC" if zulu else tzid)


def moment_of(line: Line) -> Moment:
    """The day or time a line says.  ValueError for what is none."""
    return read_moment(line.value, line.params.get("TZID", "").strip().strip('"'))


def moments_of(line: Line) -> list[tuple[Moment, str]]:
    """The days or times of a list, each with what follows it where it is a period.  ValueError for what is none."""
    tzid = line.params.get("TZID", "").strip().strip('"')
    parts = [part.partition("/") for part in line.value.split(",") if part.strip()]
    return [(read_moment(begin, tzid), rest) for begin, _slash, rest in parts]


def read_length(value: str) -> tuple[timedelta, timedelta]:
    """A length like P1DT1H30M: its days, which are days of the calendar however long, and its hours, which are hours of the
    clock (RFC 5545, 3.3.6).  ValueError for what is none, or longer than ten years."""
    found = _LENGTH.match(value.strip())
    if found is None or not any(found.groups()[1:]):
        raise ValueError(value)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if max(weeks, days, hours, minutes, seconds) > 10**9:
        raise ValueError(value)
    whole, part = timedelta(weeks=weeks, days=days), timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if whole + part > LONGEST:
        raise ValueError(value)
    return (-whole, -part) if found[1] == "-" else (whole, part)
