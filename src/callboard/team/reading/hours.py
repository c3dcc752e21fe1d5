"""Weekly hours as people write them: "Mon-Thu 8:00-12:00, 12:30-17:00; Fri 8-15"."""

import re
from datetime import time
from itertools import pairwise

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PART = re.compile(r"^(?P<days>[a-z]{3,9}(?:\s*[-,]\s*[a-z]{3,9})*)\s+(?P<hours>\d.*)$")
HOURS = re.compile(r"^(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?$")

Week = list[tuple[int, time, time]]


class Unreadable(ValueError):
    """The text is no list of hours; `part` is what could not be read."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def read_week(text: str) -> Week:
    """(weekday, from, to) in order, Monday being 0. Raises Unreadable, also where stretches of a day overlap."""
    found: Week = []
    for part in re.split(r"[;\n]", text):
        if part.strip():
            found += _part(part.strip().lower())
    found.sort()
    for before, after in pairwise(found):
        if before[0] == after[0] and after[1] < before[2]:
            raise Unreadable(f"{DAYS[after[0]].title()} {after[1]:%H:%M}")
    return found


def write_week(week: Week) -> str:
    """The text that `read_week` reads back, days with the same hours together."""
    by_day: dict[int, str] = {}
    for weekday, starts, ends in sorted(week):
        hours = f"{starts:%H:%M}-{ends:%H:%M}"
        by_day[weekday] = f"{by_day[weekday]}, {hours}" if weekday in by_day else hours
    lines: list[tuple[int, int, str]] = []
    for weekday, hours in sorted(by_day.items()):
        if lines and lines[-1][1] == weekday - 1 and lines[-1][2] == hours:
            lines[-1] = (lines[-1][0], weekday, hours)
        else:
            lines.append((weekday, weekday, hours))
    return "; ".join(f"{_span(first, last)} {hours}" for first, last, hours in lines)


def _span(first: int, last: int) -> str:
    names = [day.title() for day in DAYS]
    return names[first] if first == last else f"{names[first]}-{names[last]}"


def _part(part: str) -> Week:
    match = PART.match(part)
    if match is None:
        raise Unreadable(part)
    days = [day for piece in match["days"].split(",") for day in _days(piece.strip(), part)]
    stretches = [_stretch(piece.strip(), part) for piece in match["hours"].split(",")]
    return [(day, starts, ends) for day in days for starts, ends in stretches]


def _days(piece: str, part: str) -> list[int]:
    ends = [_day(name.strip(), part) for name in piece.split("-")]
    if len(ends) > 2 or ends[0] > ends[-1]:
        raise Unreadable(part)
    return list(range(ends[0], ends[-1] + 1))


def _day(name: str, part: str) -> int:
    if name[:3] not in DAYS:
        raise Unreadable(part)
    return DAYS.index(name[:3])


def _stretch(piece: str, part: str) -> tuple[time, time]:
    match = HOURS.match(piece)
    if match is None:
        raise Unreadable(part)
    try:
        starts = time(int(match[1]), int(match[2] or 0))
        ends = time(int(match[3]), int(match[4] or 0))
    except ValueError:
        raise Unreadable(part) from None
    if starts >= ends:
        raise Unreadable(part)
    return starts, ends
