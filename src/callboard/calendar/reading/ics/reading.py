"""The events of an .ics file, each read or refused by itself, with the reason."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from callboard.calendar.reading.ics.event import LONGEST_LINE, LONGEST_TEXT, Guest, ReadCalendar, ReadEvent, Refused
from callboard.calendar.reading.ics.lines import MOST_BYTES, Block, Line, parted, read_blocks
from callboard.calendar.reading.ics.moments import LONGEST, Moment, moment_of, moments_of, read_length
from callboard.calendar.reading.ics.zones import Zones, named
from callboard.calendar.rules.recurrence import Unknown, checked, instant
from callboard.directory.reading.tables.problems import Said, _

DAY = timedelta(days=1)
#: An event has no more guests, further days and left-out days than this.
MOST_LISTED = 2000
MOST_ALARMS = 10
#: Apple and Google write a birthday of no year into 1604.
EARLIEST = 1500
_STATUS = {"TENTATIVE": "tentative", "CANCELLED": "cancelled"}
_ANSWERS = {"ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"}


class _Refusal(Exception):
    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.said = Said(text, values)


def read_ics(raw: bytes, default_zone: str = "UTC") -> ReadCalendar:
    """Every event of the file.  default_zone: what is meant where a zone nobody knows is named.  Never fails."""
    if len(raw) > MOST_BYTES:
        return ReadCalendar((), (Refused("", "", Said(_("The file is larger than 32 MB."))),))
    whole = read_blocks(raw)
    calendars = [block for block in whole.blocks if block.name == "VCALENDAR"] or [whole]
    found = [each for calendar in calendars for each in _events(calendar, default_zone)]
    events = tuple(each for each in found if isinstance(each, ReadEvent))
    refused = tuple(each for each in found if isinstance(each, Refused))
    if not found and not any(block.name == "VCALENDAR" for block in whole.blocks):
        refused = (Refused("", "", Said(_("This is no calendar: no line says BEGIN:VCALENDAR."))),)
    head = calendars[0]
    return ReadCalendar(events, refused, head.text("X-WR-CALNAME") or head.text("NAME"), head.text("METHOD").upper())


def _events(calendar: Block, default_zone: str) -> Iterator[ReadEvent | Refused]:
    zones, own = Zones.of(calendar), named(calendar.text("X-WR-TIMEZONE"))
    for block in calendar.walk("VEVENT"):
        uid, summary = block.text("UID")[:LONGEST_LINE], _one_line(block.text("SUMMARY"))
        try:
            yield _Reading(block, zones, own, default_zone).event(uid, summary)
        except _Refusal as refusal:
            yield Refused(uid, summary, refusal.said, _private(block))
        except OverflowError:
            yield Refused(uid, summary, Said(_("It lies beyond the days a calendar has.")), _private(block))


def _private(block: Block) -> bool:
    return block.text("CLASS").upper() not in {"", "PUBLIC"}


def _one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE].strip()


class _Reading:
    """One VEVENT.  floating: the zone of times that name none, where the calendar says one."""

    def __init__(self, block: Block, zones: Zones, floating: str, default: str) -> None:
        self.block, self.zones, self.floating, self.default = block, zones, floating, default
        self.warnings: dict[str, Said] = {}

    def event(self, uid: str, summary: str) -> ReadEvent:
        if self.block.open and self.block.first("DTSTART") is None:
            raise _Refusal(_("The file breaks off within this event."))
        if self.block.unread:
            self._warn(_("A line cannot be read and was left out: {line}"), line=self.block.unread[0][:60])
        begin = self._moment("DTSTART")
        if begin is None:
            raise _Refusal(_("It has no start."))
        starts, zone = self._placed(begin)
        ends = self._ends(starts, zone)
        rule = self._rule(starts, zone)
        return ReadEvent(
            uid=uid or self._made_uid(),
            starts=starts,
            ends=ends,
            zone=zone,
            summary=summary,
            text=self._text(),
            place=self.block.text("LOCATION")[:LONGEST_LINE].strip(),
            url=self._url(),
            status=_STATUS.get(self.block.text("STATUS").upper(), "confirmed"),
            busy=self.block.text("TRANSP").upper() != "TRANSPARENT",
            # What a class means that nobody knows is kept to its owner (RFC 5545, 3.8.1.3).
            private=_private(self.block),
            rule=rule,
            adds=self._list("RDATE", starts, zone),
            leaves=self._list("EXDATE", starts, zone),
            recurrence_of=self._recurrence_of(starts, zone),
            categories=self._categories(),
            organizer=self._address("ORGANIZER"),
            guests=tuple(map(_guest, self.block.all("ATTENDEE")[:MOST_LISTED])),
            alarms=self._alarms(),
            sequence=self._sequence(),
            warnings=tuple(self.warnings.values()),
        )

    def _warn(self, text: str, **values: object) -> None:
        self.warnings.setdefault(text, Said(text, values))

    def _moment(self, name: str) -> Moment | None:
        line = self.block.first(name)
        if line is None:
            return None
        try:
            moment = moment_of(line)
        except ValueError:
            raise _Refusal(_("“{value}” of {name} is no day or time."), value=line.value[:60], name=name) from None
        if moment.at.year < EARLIEST:
            raise _Refusal(_("It is in the year {year}: before 1500 nothing is kept."), year=moment.at.year)
        return moment

    def _placed(self, moment: Moment) -> tuple[date | datetime, str]:
        """The wall time and its zone."""
        if moment.all_day or not isinstance(moment.at, datetime):
            return moment.at, ""
        if moment.tzid == "UTC":
            return moment.at, "UTC"
        if not moment.tzid:
            return moment.at, self.floating
        zone = self.zones.find(moment.tzid, moment.at.year)
        if zone.name:
            return moment.at, zone.name
        if zone.defined is not None:
            kept = _("Its zone “{zone}” is the file's own; its times are kept in {kept} time.")
            self._warn(kept, zone=moment.tzid, kept=self.default)
            return _in_zone(moment.at.replace(tzinfo=zone.defined), self.default), self.default
        unknown = _("There is no zone “{zone}”: its times are read as {kept} time.")
        self._warn(unknown, zone=moment.tzid, kept=self.default)
        return moment.at, self.default

    def _alike(self, moment: Moment, starts: date | datetime, zone: str) -> date | datetime:
        """Another moment of the event, written as its start is: a day for days, a wall time of the same zone for times."""
        at, own = self._placed(moment)
        if not isinstance(starts, datetime):
            return at.date() if isinstance(at, datetime) else at
        if not isinstance(at, datetime):
            return datetime.combine(at, starts.time())
        if own == zone or not own or not zone:
            return at
        return _in_zone(at.replace(tzinfo=ZoneInfo(own)), zone)

    def _ends(self, starts: date | datetime, zone: str) -> date | datetime:
        """The last day of an all-day event; the end of one with times."""
        end = self._readable_end()
        ends = self._alike(end, starts, zone) if end is not None else self._lasting(starts, zone)
        if not isinstance(starts, datetime):
            # A file says the day after the last one; some say the day itself.
            ends = max(starts, ends - DAY) if end is not None or ends > starts else starts
        if ends < starts:
            self._warn(_("It ends before it starts: it is read as ending when it starts."))
            ends = starts
        if ends - starts > LONGEST:
            raise _Refusal(_("It takes longer than ten years."))
        return ends

    def _readable_end(self) -> Moment | None:
        try:
            return self._moment("DTEND")
        except _Refusal:
            self._warn(_("Its end cannot be read: it is read as ending when it starts."))
            return None

    def _lasting(self, starts: date | datetime, zone: str) -> date | datetime:
        """Where it ends by its length; at its start without one."""
        line = self.block.first("DURATION")
        if line is None:
            return starts
        try:
            days, hours = read_length(line.value)
        except ValueError:
            raise _Refusal(_("“{value}” is no length of time."), value=line.value[:60]) from None
        if not isinstance(starts, datetime):
            return starts + days
        return _in_zone(instant(starts + days, zone) + hours, zone) if zone else starts + days + hours

    def _rule(self, starts: date | datetime, zone: str) -> str:
        line = self.block.first("RRULE")
        if line is None:
            return ""
        if len(self.block.all("RRULE")) > 1 or self.block.first("EXRULE") is not None:
            raise _Refusal(_("It repeats by several rules or leaves out by a rule, which nobody writes any more."))
        try:
            return checked(line.value, starts, zone)
        except Unknown as fault:
            raise _Refusal(_("Its repeat rule “{rule}” cannot be followed."), rule=line.value[:120]) from fault

    def _list(self, name: str, starts: date | datetime, zone: str) -> tuple[date | datetime, ...]:
        found: dict[date | datetime, None] = {}
        for line in self.block.all(name):
            try:
                listed = moments_of(line)
            except ValueError:
                raise _Refusal(_("“{value}” of {name} is no day or time."), value=line.value[:60], name=name) from None
            found |= {self._alike(moment, starts, zone): None for moment, _rest in listed}
            if any(rest for _moment, rest in listed):
                self._warn(_("A further time has its own length: it gets that of the event."))
        if len(found) > MOST_LISTED:
            raise _Refusal(_("It lists more than {n} days of {name}."), n=MOST_LISTED, name=name)
        return tuple(found)

    def _recurrence_of(self, starts: date | datetime, zone: str) -> date | datetime | None:
        moment = self._moment("RECURRENCE-ID")
        if moment is None:
            return None
        line = self.block.first("RECURRENCE-ID")
        if line is not None and line.params.get("RANGE", "").upper() == "THISANDFUTURE":
            self._warn(_("It changes this and all later ones: only this one is changed."))
        # An exception may itself be moved from a time to a whole day: the series knows it as the series is written.
        at, own = self._placed(moment)
        if isinstance(at, datetime) and own and zone and own != zone:
            return _in_zone(at.replace(tzinfo=ZoneInfo(own)), zone)
        return at

    def _categories(self) -> tuple[str, ...]:
        found = [part[:60] for line in self.block.all("CATEGORIES") for part in parted(line.value)]
        return tuple(dict.fromkeys(part for part in found if part))[:20]

    def _address(self, name: str) -> str:
        line = self.block.first(name)
        return (_mail_of(line.value) or _mail_of(line.params.get("EMAIL", ""))) if line is not None else ""

    def _text(self) -> str:
        text = self.block.text("DESCRIPTION")
        if len(text) > LONGEST_TEXT:
            self._warn(_("Its text is longer than {n:,} letters and was cut."), n=LONGEST_TEXT)
        return text[:LONGEST_TEXT].strip()

    def _url(self) -> str:
        url = self.block.text("URL")
        return url if url.lower().startswith(("https://", "http://")) and len(url) <= 2000 else ""

    def _sequence(self) -> int:
        found = re.fullmatch(r"[0-9]{1,9}", self.block.text("SEQUENCE"))
        return int(found[0]) if found else 0

    def _alarms(self) -> tuple[int, ...]:
        """Minutes before the start; an alarm at a fixed time or after the end is nobody's reminder of it."""
        found = set()
        for alarm in self.block.walk("VALARM"):
            line = alarm.first("TRIGGER")
            if (
                line is None
                or line.params.get("VALUE", "").upper() == "DATE-TIME"
                or line.params.get("RELATED") == "END"
            ):
                continue
            try:
                before = -sum(read_length(line.value), timedelta(0))
            except ValueError:
                continue
            if timedelta(0) <= before <= timedelta(days=60):
                found.add(int(before.total_seconds() // 60))
        return tuple(sorted(found))[:MOST_ALARMS]

    def _made_uid(self) -> str:
        """Without one the event is known again by what it says."""
        said = "\n".join(f"{line.name}:{line.value}" for line in self.block.lines if line.name != "DTSTAMP")
        self._warn(_("It has no UID: it is known again only while nothing in it changes."))
        return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@callboard"


def _in_zone(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _mail_of(value: str) -> str:
    text = value.strip()
    return text.lower().removeprefix("mailto:").strip() if "@" in text else ""


def _guest(line: Line) -> Guest:
    answer = line.params.get("PARTSTAT", "").upper()
    return Guest(
        (_mail_of(line.value) or _mail_of(line.params.get("EMAIL", "")))[:254],
        line.params.get("CN", "")[:120],
        answer.lower() if answer in _ANSWERS else "needs-action",
        line.params.get("ROLE", "").upper() in {"OPT-PARTICIPANT", "NON-PARTICIPANT"},
    )
