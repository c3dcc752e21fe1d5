"""When something that repeats is: RFC 5545's rules, followed by dateutil on the clock of the wall.

A rule is followed in wall time and each start is placed in its zone afterwards, so a meeting at nine stays at nine when the
clocks change. A time that does not exist on the day the clocks go forward is an hour later, as RFC 5545, 3.3.5 has it.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from math import prod
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

#: Rules that repeat within a day are followed so far at most; nobody plans further by the minute.
_WITHIN_A_DAY = {"HOURLY": timedelta(days=366), "MINUTELY": timedelta(days=31), "SECONDLY": timedelta(days=1)}
#: Where a rule steps like this, whole steps are skipped up to what is looked at.
_STEPS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}
#: The days of each month, in the longest of its years.
_DAYS = {str(month): monthrange(2024, month)[1] for month in range(1, 13)}
_NUMBERS = r"[+-]?[0-9]{1,3}(,[+-]?[0-9]{1,3})*"
_DAY = "([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)"
#: What RFC 5545, 3.3.10 lets a part be; dateutil reads more than that.
_FORMS = {
    "WKST": "MO|TU|WE|TH|FR|SA|SU",
    "BYDAY": f"{_DAY}(,{_DAY})*",
    **dict.fromkeys(
        ("BYSECOND", "BYMINUTE", "BYHOUR", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"), _NUMBERS
    ),
}
#: A rule is tried for so long before it is kept.
TRIED = timedelta(days=366)
#: No window shows more of one series, no day has more of it, and no rule is followed further.
MOST, A_DAY, FOLLOWED = 5000, 96, 200_000
LONGEST_RULE = 500
#: The parts of a rule, in the order it is kept in, so that the same rule is the same text. Others are no part of it.
ORDER = [
    *("FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY"),
    *("BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST"),
]


class Unknown(ValueError):
    """A rule nobody can follow."""


def checked(rule: str, starts: date | datetime, zone: str) -> str:
    """The rule as it is kept: in capitals, its end on the wall's clock.  Unknown for what is none."""
    parts = _parts(rule)
    if "UNTIL" in parts:
        parts["UNTIL"] = _until(parts["UNTIL"], starts, zone)
        parts.pop("COUNT", None)
    text = ";".join(f"{name}={parts[name]}" for name in sorted(parts, key=ORDER.index))
    next(_made(text, starts, as_time(starts) + TRIED), None)
    return text


def _parts(rule: str) -> dict[str, str]:
    text = rule.strip().strip(";").upper().replace(" ", "")
    if not text or len(text) > LONGEST_RULE:
        raise Unknown(rule)
    parts = {name: value for name, sign, value in (part.partition("=") for part in text.split(";") if part) if sign}
    parts = {name: value for name, value in parts.items() if value and name in {*ORDER, "RSCALE"}}
    if "FREQ" not in parts or parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise Unknown(rule)
    if not _possible(parts):
        raise Unknown(rule)
    # By the calendar everybody counts by, there is no leap month to skip.
    return {name: value for name, value in parts.items() if name != "RSCALE"}


def _possible(parts: dict[str, str]) -> bool:
    """Whether it has an end to its search: dateutil looks for what never happens until the year 9999, by its smallest step, and
    for ever where it does not step. What is left out here RFC 5545, 3.3.10 forbids, or no month has such a day."""
    freq = parts["FREQ"]
    if any(not re.fullmatch(_FORMS.get(name, ".*"), value) for name, value in parts.items()):
        return False
    if prod(len(set(parts.get(name, "").split(","))) for name in ("BYSECOND", "BYMINUTE", "BYHOUR")) > A_DAY:
        return False
    if any(not re.fullmatch(r"0*[1-9][0-9]{0,8}", parts.get(name, "1")) for name in ("INTERVAL", "COUNT")):
        return False
    if freq in _WITHIN_A_DAY:
        return not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
    if freq != "YEARLY" and parts.keys() & {"BYWEEKNO", "BYYEARDAY"}:
        return False
    longest = max((_DAYS.get(month, 0) for month in parts.get("BYMONTH", "1").split(",")), default=0)
    days = [day.lstrip("+-") for day in parts.get("BYMONTHDAY", "1").split(",")]
    return any(re.fullmatch(r"[0-9]{1,2}", day) and 1 <= int(day) <= longest for day in days)


def _until(text: str, starts: date | datetime, zone: str) -> str:
    """The end of a rule as its start is written: a day for days, else a wall time; of a day its last second."""
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
        clock = time(int(text[9:11]), int(text[11:13]), int(text[13:15] or 0)) if len(text) > 8 else None
        at = datetime.combine(day, clock or time(0))
        if clock is not None and text.endswith("Z") and zone and isinstance(starts, datetime):
            at = at.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise Unknown(text) from None
    if at.year < 1000:
        # Python writes such a year with fewer digits, and nothing that repeats ended so long ago.
        raise Unknown(text)
    if clock is None:
        return f"{day:%Y%m%d}" if not isinstance(starts, datetime) else f"{day:%Y%m%d}T235959"
    return f"{at:%Y%m%d}" if not isinstance(starts, datetime) else f"{at:%Y%m%dT%H%M%S}"


def _made(
    rule: str, starts: date | datetime, last: datetime | None, since: datetime | None = None
) -> Iterator[datetime]:
    """Each start of the rule up to `last`: what never happens again would otherwise be looked for until the year 9999. Those before
    `since` may be left out."""
    parts = _parts(rule)
    count, until = parts.pop("COUNT", ""), parts.pop("UNTIL", "")
    begin = as_time(starts)
    try:
        if since is not None and parts["FREQ"] in _STEPS and not count:
            step = _STEPS[parts["FREQ"]] * int(parts.get("INTERVAL", "1"))
            begin += max((since - begin) // step - 1, 0) * step
        made = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=begin)
        if not isinstance(made, rrule):
            raise Unknown(rule)
        ends = [as_time(_read(until))] if until else []
        ends += [last] if last is not None else []
        if parts["FREQ"] in _WITHIN_A_DAY:
            ends.append(begin + _WITHIN_A_DAY[parts["FREQ"]])
        whole = made.replace(until=min(ends)) if ends else made
        yield from islice(whole, min(int(count or FOLLOWED), FOLLOWED))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, IndexError) as fault:
        raise Unknown(rule) from fault


def _read(text: str) -> date | datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%S") if "T" in text else datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - the wall's


def as_time(at: date | datetime) -> datetime:
    """A day as its first moment; a time as it is."""
    return at if isinstance(at, datetime) else datetime.combine(at, time(0))


def starts_of(
    starts: date | datetime,
    rule: str,
    adds: Iterable[date | datetime],
    leaves: Iterable[date | datetime],
    *,
    since: datetime,
    until: datetime,
) -> list[datetime]:
    """The starts of a series from `since` up to before `until`, in wall time, in order; days as their first moment.

    The first start belongs to it whether its rule meets it or not. At most MOST, the earliest.
    """
    begin, out = as_time(starts), {as_time(each) for each in leaves}
    found = {begin, *map(as_time, adds)}
    if rule and begin < until:
        within = takewhile(lambda at: at < until, _made(rule, starts, until, since))
        found.update(islice((at for at in within if at >= since), MOST))
    return sorted(at for at in found - out if since <= at < until)[:MOST]


def instant(at: datetime, zone: str) -> datetime:
    """A wall time of a zone as an instant, in UTC."""
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
