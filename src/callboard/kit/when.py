"""Dates in the words people say.  Pure: the present instant is passed in; the active time zone is whose day it is.

A page shows fifty of them and most are of the same few hundred days, so what a day or a time of day is called
is worked out once.
"""

from datetime import date, datetime, time, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from callboard.kit.kept import kept

#: A thing due within this time is shown as needing someone soon.
SOON = timedelta(hours=2)
MINUTE, HOUR = 60, 3600


def _local(at: datetime) -> datetime:
    """In the active time zone.  At the ends of the calendar, where that would be a day there is not, with its own clock."""
    try:
        return timezone.localtime(at)
    except (OverflowError, ValueError):
        return at.replace(tzinfo=timezone.get_current_timezone())


def clock_text(at: datetime) -> str:
    """``4:52 PM`` in the active time zone."""
    return _clock(_local(at))


def _clock(local: datetime) -> str:
    return time_text(time(local.hour, local.minute))


@kept
def time_text(at: time) -> str:
    """``4:52 PM``"""
    return str(formats.time_format(at, pgettext("format of a time of day", "g:i A")))


@kept
def day_text(day: date, today: date) -> str:
    """``today``, ``yesterday``, ``tomorrow``, ``Wed`` within six days, ``Mar 17``, ``Mar 17, 2025`` in another year."""
    distance = (day - today).days
    near = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}
    if distance in near:
        return near[distance]
    if abs(distance) < 7:
        return str(formats.date_format(day, "D"))
    if day.year == today.year:
        return str(formats.date_format(day, pgettext("format of a day of this year", "M j")))
    return str(formats.date_format(day, pgettext("format of a day of another year", "M j, Y")))


def full_text(at: datetime | date) -> str:
    """The whole date for a tooltip: ``Tuesday, March 10, 2026, 4:52 PM CDT``."""
    return _full(_local(at)) if isinstance(at, datetime) else _whole_day(at)


def _full(local: datetime) -> str:
    words = pgettext("a whole date, its time and the zone", "{day}, {time} {zone}")
    return words.format(day=_whole_day(local.date()), time=_clock(local), zone=local.tzname())


@kept
def _whole_day(day: date) -> str:
    return str(formats.date_format(day, pgettext("format of a whole date", "l, F j, Y")))


def ago_text(at: datetime | date, now: datetime) -> str:
    """When something was or will be: ``now``, ``26 min ago``, ``today 10:16 AM``, ``yesterday 4:52 PM``, ``Mon 5:20 PM``, ``Feb 24``."""
    return both_texts(at, now)[0]


def both_texts(at: datetime | date, now: datetime) -> tuple[str, str]:
    """`ago_text` and `full_text` of the same instant or day."""
    today = timezone.localdate(now)
    if not isinstance(at, datetime):
        return day_text(at, today), _whole_day(at)
    local = _local(at)
    return _ago(at, local, now, today), _full(local)


def _ago(at: datetime, local: datetime, now: datetime, today: date) -> str:
    seconds = (now - at).total_seconds()
    if 0 <= seconds < MINUTE:
        return _("now")
    if 0 <= seconds < HOUR:
        return _("{span} ago").format(span=span_text(now - at))
    words = day_text(local.date(), today)
    return f"{words} {_clock(local)}" if abs((local.date() - today).days) < 7 else words


def span_text(span: timedelta) -> str:
    """A length of time, rounded down: ``45 s``, ``26 min``, ``1 h 05``, ``4 days``."""
    seconds = max(0, int(span.total_seconds()))
    if seconds < MINUTE:
        return _("{n} s").format(n=seconds)
    if seconds < HOUR:
        return _("{n} min").format(n=seconds // MINUTE)
    if seconds < 24 * HOUR:
        hours, minutes = divmod(seconds // MINUTE, 60)
        return _("{h} h {m:02}").format(h=hours, m=minutes) if minutes else _("{h} h").format(h=hours)
    days = seconds // (24 * HOUR)
    return ngettext("{n} day", "{n} days", days).format(n=days)


def due_text(at: datetime | date, now: datetime) -> tuple[str, str]:
    """When something is due, and its tone: ("1 day over", "over"), ("by 11:00 AM", "due"), ("Wed", "")."""
    today = timezone.localdate(now)
    if not isinstance(at, datetime):
        late = (today - at).days
        if late > 0:
            return ngettext("{n} day over", "{n} days over", late).format(n=late), "over"
        return day_text(at, today), ""
    if at < now:
        return _("{span} over").format(span=span_text(now - at)), "over"
    if _local(at).date() == today or at - now <= SOON:
        return _("by {time}").format(time=clock_text(at)), "due" if at - now <= SOON else ""
    return day_text(_local(at).date(), today), ""
