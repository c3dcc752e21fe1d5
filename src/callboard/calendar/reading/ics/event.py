"""One event as a file says it."""

from dataclasses import dataclass
from datetime import date, datetime

from callboard.directory.reading.tables.problems import Said

#: A text longer than this is cut: nobody reads it, and a page shows it.
LONGEST_TEXT, LONGEST_LINE = 20_000, 300


@dataclass(frozen=True)
class Guest:
    """Whoever is asked to come.  answer: accepted, declined, tentative, needs-action, delegated."""

    address: str
    name: str = ""
    answer: str = "needs-action"
    optional: bool = False


@dataclass(frozen=True)
class ReadEvent:
    """starts, ends: days (the last one within) of an all-day event, else wall times in `zone` ("" for wherever one is).

    rule: of its recurrence, without "RRULE:"; adds and leaves: further starts and left-out ones, as `starts` is written.
    recurrence_of: the start in the series this stands instead of.  alarms: minutes before its start.
    """

    uid: str
    starts: date | datetime
    ends: date | datetime
    zone: str = ""
    summary: str = ""
    text: str = ""
    place: str = ""
    url: str = ""
    status: str = "confirmed"
    busy: bool = True
    private: bool = False
    rule: str = ""
    adds: tuple[date | datetime, ...] = ()
    leaves: tuple[date | datetime, ...] = ()
    recurrence_of: date | datetime | None = None
    categories: tuple[str, ...] = ()
    organizer: str = ""
    guests: tuple[Guest, ...] = ()
    alarms: tuple[int, ...] = ()
    sequence: int = 0
    warnings: tuple[Said, ...] = ()

    @property
    def all_day(self) -> bool:
        """Whether it is about days, not about times."""
        return not isinstance(self.starts, datetime)

    @property
    def recurs(self) -> bool:
        """Whether it stands more than once."""
        return bool(self.rule or self.adds)


@dataclass(frozen=True)
class Refused:
    """An event that was not read, and why."""

    uid: str
    summary: str
    why: Said
    private: bool = False


@dataclass(frozen=True)
class ReadCalendar:
    """What a file holds.  name: the calendar calls itself so.  method: of an invitation (REQUEST, REPLY, CANCEL), else ""."""

    events: tuple[ReadEvent, ...]
    refused: tuple[Refused, ...]
    name: str = ""
    method: str = ""
