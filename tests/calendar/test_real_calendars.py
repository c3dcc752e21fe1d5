"""The real calendar files beside the project: read in place, compared with two other readers and another engine."""

import dataclasses
import os
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import icalendar
import pytest

from callboard.calendar.reading.ics import ReadCalendar, ReadEvent, read_ics, write_ics
from callboard.calendar.rules.recurrence import as_time, starts_of
from tests.calendar.other import read_by_another

DATA = Path(os.environ.get("CALLBOARD_DATA") or Path(__file__).parents[2] / "../shared/data")
FOLDERS = ("ics_ical4j", "ics_icalendar", "ics_icaljs")
ZONE = "America/Chicago"
FLOOR = 0.97
#: Well-formed by our definition (icalendar and ical.js both find a start) and still refused, each with its reason.
REFUSED = {
    "": "leaves out by a rule (EXRULE, gone since RFC 5545)",
    "rdate_period": "a further time is cut short: 199709T180000Z",
    "invalid-duration@example.com": "takes 999999999999999999 weeks",
    "test-vtime-named-timezone": "a further time has no day: 083000",
    "test-vtime-utc": "a further time has no day: 133000Z",
    "test-vtime-floating": "a further time has no day: 083000",
    "1334F9B7-6136-444E-A58D-472564C6AA73": "repeats by two rules",
}
#: Series where the other engine differs from ours, each with the reason: RFC 5545 is on our side.
ARGUED = {
    "9C89E000-4E3C-11D9-A619-000A958A3252": "February 29 each year: what does not exist is left out (3.3.10), not a day later",
    "AAE0B70C-B76A-11D9-BD53-000A95723178": "February 29 each year",
    "2a28c9d8-03d9-11dc-e7a0-e15339cb8fa7": "days left out are written in UTC, its start in a zone: they are left out",
    "": "ends in UTC and defines no zone: 08:00Z is 10:00 in Vienna, so the last one belongs to it",
}


@pytest.fixture(scope="module")
def files() -> list[Path]:
    if not DATA.is_dir():
        pytest.skip(f"CALLBOARD_DATA= is not set: {', '.join(FOLDERS)}")
    found = [file for folder in FOLDERS for file in sorted((DATA / folder).rglob("*.ics"))]
    assert len(found) == 234
    return found


@cache
def ours(file: Path) -> ReadCalendar:
    return read_ics(file.read_bytes(), ZONE)


def uid_of(event: ReadEvent) -> str:
    """A made UID is one the file does not have."""
    return "" if event.uid.endswith("@callboard") else event.uid


def starts_by_icalendar(file: Path) -> Counter[str]:
    """The UIDs of the events icalendar finds a start of; of a file it refuses none."""
    try:
        components = icalendar.Component.from_ical(file.read_bytes(), multiple=True)
    except (ValueError, KeyError, IndexError):
        return Counter()
    events = [event for each in components for event in each.walk("VEVENT")]
    return Counter(str(event.get("UID", "")) for event in events if starts(event))


def starts(event: icalendar.Component) -> bool:
    try:
        return event.get("DTSTART").dt is not None
    except (AttributeError, ValueError):
        return False


def test_at_least_97_of_100_well_formed_events_are_read_and_the_others_are_these(
    files: list[Path], recwarn: pytest.WarningsRecorder
) -> None:
    """Well-formed: icalendar and ical.js both find a start of it."""
    theirs = read_by_another(files)
    whole, read, missing = 0, 0, Counter[str]()
    for file in files:
        both = starts_by_icalendar(file) & Counter(event["uid"] for event in theirs[file]["events"])
        mine = Counter(map(uid_of, ours(file).events))
        whole, read, missing = whole + both.total(), read + (both & mine).total(), missing + (both - mine)
    print(f"\n{read} of {whole} well-formed events read ({read / whole:.4f}), by {len(files)} files")
    assert read / whole >= FLOOR
    assert set(missing) == set(REFUSED)
    recwarn.clear()


def test_every_refusal_says_why(files: list[Path]) -> None:
    refused = [each for file in files for each in ours(file).refused]
    assert len(refused) > 50
    assert [each for each in refused if len(str(each.why)) < 15 or "{" in str(each.why)] == []


def test_export_import_export_gives_the_same_events(files: list[Path]) -> None:
    at = datetime(2026, 11, 27, tzinfo=UTC)
    count = 0
    for file in files:
        first = [dataclasses.replace(event, warnings=()) for event in ours(file).events]
        written = write_ics(first, at=at, name=ours(file).name)
        again = read_ics(written, ZONE)
        assert again.refused == () and list(again.events) == first, file.name
        assert write_ics(again.events, at=at, name=again.name) == written, file.name
        count += len(first)
    assert count > 3000


def test_series_are_those_of_another_engine_over_five_years(files: list[Path]) -> None:
    theirs, compared, differ = read_by_another(files), 0, set()
    for file in files:
        series = [(event["uid"], event["starts"], event["series"]) for event in theirs[file]["events"]]
        wanted = {(uid, starts): found for uid, starts, found in series if found is not None}
        for event in ours(file).events:
            found = wanted.get((uid_of(event), event.starts.isoformat()))
            if found is None or not event.recurs or event.recurrence_of is not None:
                continue
            compared += 1
            if not alike(event, found):
                differ.add(uid_of(event))
    print(f"\n{compared} series compared with ical.js over five years, {len(differ)} differ")
    assert compared > 1500
    assert differ == set(ARGUED)


def alike(event: ReadEvent, found: list[str]) -> bool:
    """The first start belongs to a series whether its rule meets it or not (RFC 5545, 3.8.5.3); ical.js asks the rule."""
    begin = as_time(event.starts)
    mine = starts_of(
        event.starts,
        event.rule,
        event.adds,
        event.leaves,
        since=as_time(date(1900, 1, 1)),
        until=begin + timedelta(days=5 * 366),
    )
    last = begin.replace(year=begin.year + 5, day=min(begin.day, 28)) if found else begin
    starts = [at.isoformat() if isinstance(event.starts, datetime) else at.date().isoformat() for at in mine]
    end = last.isoformat() if isinstance(event.starts, datetime) else last.date().isoformat()
    first = {event.starts.isoformat()} - {each.isoformat() for each in event.leaves}
    theirs = sorted({*found, *first})
    most = min(len(starts), len(theirs)) if len(found) >= 2000 else None
    return [at for at in starts if at < end][:most] == [at for at in theirs if at < end][:most]
