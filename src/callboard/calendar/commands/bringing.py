"""Calendar files from the command line: the same steps as on their pages, one after the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from callboard.calendar.actions import bring_in_events, read_event_file
from callboard.calendar.models import Calendar, EventFile
from callboard.calendar.queries.giving import given, spoken
from callboard.calendar.reading.ics import write_ics
from callboard.calendar.rules.bringing import Verdict
from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.console import Sentence

#: What an event came to, and what it is counted as.
_RESULTS = {Verdict.SAME: "skipped", Verdict.SKIPPED: "skipped"}


class Bringing:
    """Files into one calendar.  numbers: of the files that stay, none of a dry run."""

    def __init__(self, name: str, *, zone: str, dry: bool) -> None:
        self.by = Actor("clock", name="calendar", via="command")
        self.calendar, self.zone, self.dry = calendar_named(name), zone, dry
        self.numbers: list[int] = []

    def lines(self, path: Path) -> Iterator[dict[str, Any]]:
        """Each event with what became of it; of a file that cannot be read one line that says why."""
        try:
            found = self._read(path)
        except (OSError, ActionError) as error:
            why = str(error.strerror) if isinstance(error, OSError) else str(error)
            yield {
                "counts": "errors",
                "result": "refused",
                "refused": True,
                "uid": "",
                "summary": "",
                "start": "",
                "why": why,
            }
            return
        for verdict, uid, summary, start, *why in found.rows:
            result = _RESULTS.get(verdict, verdict)
            said = why[0][0].format(**why[0][1]) if why else ""
            yield {
                "counts": result,
                "result": result,
                "refused": verdict == Verdict.REFUSED,
                "uid": uid,
                "summary": summary,
                "start": start,
                "why": said,
            }
        if self.dry:
            found.delete()
        else:
            self.numbers.append(found.pk)

    def _read(self, path: Path) -> EventFile:
        with path.open("rb") as file:
            sent: UploadedFile[Any] = UploadedFile(file, path.name, size=path.stat().st_size)
            found = read_event_file(self.calendar, by=self.by, file=sent, zone=self.zone)
        if not self.dry and found.created + found.updated:
            bring_in_events(found, by=self.by)
        return found


def exported(name: str) -> tuple[bytes, int]:
    """An .ics file of one calendar, or of all that everybody sees; and how many events it has."""
    events = given(Actor.clock("calendar"), calendar_named(name) if name else None)
    said = spoken(events if name else events.filter(audience__contains=["all"]))
    return write_ics(said, at=clock.now(), name=name or "Callboard"), len(said)


def calendar_named(name: str) -> Calendar:
    """Sentence, with the names there are, for one there is not."""
    calendars = Calendar.objects.filter(owner=None, archived_at=None)
    found = calendars.filter(name__iexact=name).first()
    if found is None:
        known = ", ".join(calendars.values_list("name", flat=True)) or "none"
        raise Sentence(f"No calendar is called {name}; there are: {known}.")
    return found
