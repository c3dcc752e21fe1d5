"""Events as an .ics file that Outlook, Google and Apple read alike (RFC 5545, RFC 7986).

All-day events are written as days, so that nobody west of Greenwich sees them a day early; times are written on the wall
with their zone and its definition, so that a series stays at nine when the clocks change.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress, vRecur, vText

from callboard.calendar.reading.ics.event import Guest, ReadEvent

DAY = timedelta(days=1)
PRODUCT = "-//Callboard//Calendar//EN"
#: The definition of a zone covers what happens from here on; before, clients take its first rule.
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2050, 1, 1)


def write_ics(
    events: Iterable[ReadEvent], *, at: datetime, name: str = "", method: str = "", refresh: timedelta | None = None
) -> bytes:
    """The file. at: the instant it is written. method: of an invitation. refresh: how often a feed may be asked."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
    if refresh is not None:
        calendar.add("refresh-interval", refresh, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", refresh)
    written, zones = [], set()
    for each in events:
        written.append(_event(each, at))
        zones.add(each.zone)
    for zone in sorted(zones - {"", "UTC"}):
        calendar.add_component(_definition(zone))
    for component in written:
        calendar.add_component(component)
    return bytes(calendar.to_ical())


@cache
def _definition(zone: str) -> Timezone:
    return Timezone.from_tzid(zone, first_date=FIRST_DAY, last_date=LAST_DAY)


def _event(said: ReadEvent, at: datetime) -> Event:
    event = Event()
    event.add("uid", said.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", _moment(said.starts, said.zone))
    event.add("dtend", said.ends + DAY if said.all_day else _moment(said.ends, said.zone))
    for name, text in (("summary", said.summary), ("description", said.text), ("location", said.place)):
        if text:
            event.add(name, vText(text))
    if said.url:
        event.add("url", said.url)
    event.add("status", said.status.upper())
    event.add("transp", "OPAQUE" if said.busy else "TRANSPARENT")
    event.add("sequence", said.sequence)
    if said.private:
        event.add("class", "PRIVATE")
    if said.categories:
        event.add("categories", list(said.categories))
    _add_series(event, said)
    if said.organizer:
        event.add("organizer", vCalAddress(f"mailto:{said.organizer}"))
    for guest in said.guests:
        event.add("attendee", _attendee(guest), encode=False)
    for minutes in said.alarms:
        event.add_component(_alarm(minutes, said.summary))
    return event


def _add_series(event: Event, said: ReadEvent) -> None:
    if said.recurrence_of is not None:
        event.add("recurrence-id", _moment(said.recurrence_of, said.zone))
    if said.rule:
        event.add("rrule", vRecur.from_ical(_rule(said)))
    for name, moments in (("rdate", said.adds), ("exdate", said.leaves)):
        if moments:
            days = {"VALUE": "DATE"} if said.all_day else {}
            event.add(name, [_moment(each, said.zone) for each in moments], parameters=days)


def _rule(said: ReadEvent) -> str:
    """The end of a rule is an instant where its start has a zone (RFC 5545, 3.3.10)."""
    head, found, rest = said.rule.partition("UNTIL=")
    if not found or said.all_day or not said.zone:
        return said.rule
    until, semicolon, tail = rest.partition(";")
    instant = datetime.strptime(until, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(said.zone)).astimezone(UTC)
    return f"{head}UNTIL={instant:%Y%m%dT%H%M%SZ}{semicolon}{tail}"


def _moment(at: date | datetime, zone: str) -> date | datetime:
    return at.replace(tzinfo=ZoneInfo(zone)) if isinstance(at, datetime) and zone else at


def _attendee(guest: Guest) -> vCalAddress:
    attendee = vCalAddress(f"mailto:{guest.address}" if guest.address else "invalid:nobody")
    if guest.name:
        attendee.params["CN"] = guest.name
    attendee.params["PARTSTAT"] = guest.answer.upper()
    attendee.params["ROLE"] = "OPT-PARTICIPANT" if guest.optional else "REQ-PARTICIPANT"
    if guest.answer == "needs-action":
        attendee.params["RSVP"] = "TRUE"
    return attendee


def _alarm(minutes: int, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary or "-")
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm
