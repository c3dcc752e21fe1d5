"""What a guest reads in the mail that asks them, or calls it off: a mail program that knows no calendar shows these words.
And what such programs write by themselves into a mail that answers."""

import re
from datetime import date, datetime

from django.utils import formats
from django.utils.translation import gettext as _

from callboard.calendar.reading.ics import ReadEvent
from callboard.calendar.rules.repeating import in_words

#: "Ann Lee has accepted this invitation", "Accepted".
_ANSWERED = re.compile(
    r"(?:(?:\S+@\S+|[^.?!,:;]{1,60}) (?:has )?(?:tentatively )?(?:accepted|declined) (?:this|your|the) (?:event )?invitation"
    r"|accepted|declined|tentative|maybe)\W*",
    re.IGNORECASE,
)
#: Google writes the whole event below its sentence. Where the guest wrote something, that sentence says "with this note".
_GOOGLE = "invitation from google calendar"


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


def written_by_a_program(text: str, title: str) -> bool:
    """Whether nobody wrote any of these words: a known sentence, and the event's title. Whatever else stands there is a person's."""
    first, _end, rest = text.strip().partition("\n")
    if _GOOGLE in rest.lower():
        return _ANSWERED.fullmatch(first.strip()) is not None
    said, name = " ".join(text.split()), " ".join(title.split())
    begin = said.rstrip(' ."”»').removesuffix(name) if name else said
    return _ANSWERED.fullmatch(begin) is not None
