"""What somebody says of an event's times, checked: days, times of the day as people type them, how it repeats."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import available_timezones

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from callboard.calendar.rules.recurrence import Unknown, checked
from callboard.calendar.rules.repeating import Repeats, end_from, repeats_of, rule_from, rule_of
from callboard.core.actions import Invalid
from callboard.team.reading.when import read_clock

#: What has a start and no end takes so long.
HOUR = timedelta(hours=1)
LONGEST = timedelta(days=366)
#: What ends before it starts goes on past midnight where that makes it no longer; beyond, the end is a mistake.
NIGHT = timedelta(hours=12)


@dataclass(frozen=True)
class Times:
    """Of an event on the wall; all day: no times and no zone."""

    starts_on: date
    starts_time: time | None
    ends_on: date
    ends_time: time | None
    zone: str

    @property
    def starts(self) -> date | datetime:
        return self.starts_on if self.starts_time is None else datetime.combine(self.starts_on, self.starts_time)


def times_said(starts_on: date, starts: str, ends_on: date | None, ends: str, zone: str) -> Times:
    """From a day, a time like "9:30" or "2 pm" ("" for the whole day), the last day, and an end in the same way. A start without an
    end takes an hour; an end before its start is the next day's where that is one night. Invalid."""
    if ends_on is not None and ends_on < starts_on:
        raise Invalid({"ends_on": _("The last day is before the first.")})
    if not starts.strip():
        if ends.strip():
            raise Invalid({"starts": _("Say when it starts, or leave the end empty for the whole day.")})
        return _short(Times(starts_on, None, ends_on or starts_on, None, ""))
    if zone not in available_timezones():
        raise Invalid({"zone": _("There is no time zone “{zone}”.").format(zone=zone[:60])})
    begin = datetime.combine(starts_on, clock_said("starts", starts))
    if not ends.strip():
        end = begin + HOUR if ends_on in (None, starts_on) else datetime.combine(ends_on or starts_on, begin.time())
    else:
        end = datetime.combine(ends_on or starts_on, clock_said("ends", ends))
        if end < begin and ends_on is None:
            end = _next_day(begin, end)
    if end < begin:
        raise Invalid({"ends": _("It ends before it starts.")})
    return _short(Times(begin.date(), begin.time(), end.date(), end.time(), zone))


def _next_day(begin: datetime, end: datetime) -> datetime:
    """An end that was said to be before its start. Invalid where a day later is no answer."""
    later = end + timedelta(days=1)
    if later - begin <= NIGHT:
        return later
    evening = end + timedelta(hours=12)
    if evening.date() == begin.date() and evening > begin:
        sentence = _(
            "It ends before it starts: did you mean {meant}? If it goes on into the next day, say its last day."
        )
        raise Invalid({"ends": sentence.format(meant=time_format(evening.time(), "g:i A"))})
    raise Invalid({"ends": _("It ends before it starts. If it goes on into the next day, say its last day.")})


def _short(times: Times) -> Times:
    if times.ends_on - times.starts_on > LONGEST:
        raise Invalid({"ends_on": _("Nothing takes longer than a year.")})
    return times


def clock_said(field: str, text: str) -> time:
    """A time of the day as people type it. Invalid at its field."""
    at = read_clock(" ".join(text.lower().split()))
    if at is None:
        raise Invalid({field: _("Write a time like 9:30, 14:00 or 2 pm.")})
    return at


def rule_said(repeats: str, times: Times, *, until: date | None, count: int | None, rule: str) -> str:
    """The rule of what was said, as it is kept. rule: the one that is kept where "another rule" is chosen. Invalid."""
    if repeats == Repeats.NEVER:
        return ""
    if until is not None and count is not None:
        raise Invalid({"until": _("Say until when or how often, not both.")})
    if until is not None and until < times.starts_on:
        raise Invalid({"until": _("It would end before it starts.")})
    if count is not None and not 1 <= count <= 1000:
        raise Invalid({"times": _("Between 1 and 1000 times.")})
    made = rule if repeats == Repeats.OTHER else rule_of(repeats, times.starts, until=until, times=count)
    try:
        return checked(made, times.starts, times.zone) if made else ""
    except Unknown:
        raise Invalid({"rule": _("This rule cannot be followed: {rule}").format(rule=made[:120])}) from None


def rule_changed(
    rule: str, before: date | datetime, times: Times, *, repeats: str | None, until: date | None, count: int | None
) -> str:
    """The rule of a series that begins or repeats otherwise. What is not said stays, its end as well; a count of 0 takes the end
    away.  before: its start until now.  Invalid."""
    was = repeats_of(rule, before)
    way = repeats or was
    if way == Repeats.NEVER:
        return ""
    made = rule_from(rule, before, times.starts) if way == was else rule_of(way, times.starts)
    if made is None:
        sentence = _("Its rule says on which days it is, so it cannot begin on another. Add it anew with another rule.")
        raise Invalid({"starts_on": sentence})
    if until is None and count is None:
        end = end_from(rule, before, times.starts)
    elif count == 0:
        end, until, count = "", None, None
    else:
        end = f"UNTIL={until:%Y%m%d}" if until is not None else f"COUNT={count}"
    text = ";".join(part for part in (made, end) if part)
    return rule_said(Repeats.OTHER, times, until=until, count=count, rule=text)
