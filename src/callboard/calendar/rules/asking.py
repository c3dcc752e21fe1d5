"""What a guest reads in the mail that asks them, or calls it off: a mail program that knows no calendar shows these words."""

from datetime import date, datetime

from django.utils import formats
from django.utils.translation import gettext as _

from callboard.calendar.reading.ics import ReadEvent
from callboard.calendar.rules.repeating import in_words


def inviting(event: ReadEvent, text: str) -> tuple[str, str]:
    """Subject and words of an invitation, or of what has changed since."""
    changed = _("Changed: {title}") if event.sequence else _("Invitation: {title}")
    return changed.format(title=event.summary), _words(event, text)


def cancelling(event: ReadEvent, text: str) -> tuple[str, str]:
    """Subject and words where it does not take place."""
    off = _("This does not take place.")
    return _("Called off: {title}").format(title=event.summary), f"{off}\n\n{_words(event, text)}"


def _words(event: ReadEvent, text: str) -> str:
    lines = [
        event.summary,
        when_said(event.starts, event.ends, event.zone),
        in_words(event.rule, event.starts),
        event.place,
    ]
    return "\n".join(line for line in lines if line) + (f"\n\n{text}" if text else "")


def when_said(starts: date | datetime, ends: date | datetime, zone: str) -> str:
    """ "Tuesday, March 10, 2026, 9:00 AM to 10:00 AM (America/Chicago)": the zone is named, since theirs may be another."""
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        first, last = formats.date_format(starts, "l, F j, Y"), formats.date_format(ends, "l, F j, Y")
        return first if starts == ends else _("{first} to {last}").format(first=first, last=last)
    begin, until = formats.date_format(starts, "g:i A"), formats.date_format(ends, "g:i A")
    if ends.date() != starts.date():
        until = f"{formats.date_format(ends, 'l, F j')}, {until}"
    day = formats.date_format(starts, "l, F j, Y")
    return _("{day}, {begin} to {end} ({zone})").format(day=day, begin=begin, end=until, zone=zone)
