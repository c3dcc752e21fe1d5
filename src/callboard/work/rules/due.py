"""When something is due, in words people say."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Tone = Literal["over", "due", ""]
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
#: Nearer than this an appointment or a target is "soon".
SOON = HOUR


@dataclass(frozen=True)
class DueWord:
    """The word and its tone: over (broken), due (soon), nothing (later)."""

    text: str
    tone: Tone = ""


def deadline(due_at: datetime, kind: str, zone: tzinfo) -> datetime:
    """The instant after which it is late: for "that day" the end of the day in the person's zone."""
    if kind != "day":
        return due_at
    return datetime.combine(due_at.astimezone(zone).date() + DAY, time(0), zone)


def is_over(due_at: datetime | None, kind: str, now: datetime, zone: tzinfo) -> bool:
    """Whether it is late."""
    return due_at is not None and deadline(due_at, kind, zone) <= now


def due_word(due_at: datetime | None, kind: str, now: datetime, zone: tzinfo) -> DueWord:
    """ "1 day over", "by 10:55", "2:00 PM", "today", "Wed", "Mar 18"; nothing for what has no due."""
    if due_at is None:
        return DueWord("")
    local, today = due_at.astimezone(zone), now.astimezone(zone).date()
    if is_over(due_at, kind, now, zone):
        return DueWord(_over(lateness(due_at, kind, now, zone)), "over")
    if local.date() != today:
        return DueWord(_day_word(local.date(), today), "due" if due_at - now <= SOON and kind != "day" else "")
    if kind == "day":
        return DueWord(_("today"))
    text = clock_word(local.time()) if kind == "at" else _("by {time}").format(time=clock_word(local.time()))
    return DueWord(text, "due" if due_at - now <= SOON else "")


def clock_word(at: time) -> str:
    """10:55, 2:00 PM: the half of the day is said only in the afternoon."""
    return f"{at.hour}:{at:%M}" if at.hour < 12 else f"{at.hour - 12 or 12}:{at:%M} {_('PM')}"


def short_clock(at: time) -> str:
    """10:55, 2:00: where the order of the day says which half is meant."""
    return f"{at.hour if at.hour <= 12 else at.hour - 12}:{at:%M}"


def lateness(due_at: datetime, kind: str, now: datetime, zone: tzinfo) -> timedelta:
    """How late a task is, in the whole days, hours or minutes that are said: what reads the same is the same."""
    days = (now.astimezone(zone).date() - due_at.astimezone(zone).date()).days
    late = now.astimezone(UTC) - due_at.astimezone(UTC)
    if days >= 1 and (kind == "day" or late >= 12 * HOUR):
        return days * DAY
    return late // HOUR * HOUR if late >= HOUR else max(late // MINUTE, 1) * MINUTE


def _over(late: timedelta) -> str:
    if late >= DAY:
        return ngettext("{n} day over", "{n} days over", late.days).format(n=late.days)
    if late >= HOUR:
        return _("{n} h over").format(n=late // HOUR)
    return _("{n} min over").format(n=late // MINUTE)


def _day_word(on: date, today: date) -> str:
    if today < on < today + 7 * DAY:
        return str(date_format(on, "D"))
    return str(date_format(on, "M j")) if on.year == today.year else str(date_format(on, "M j, Y"))
