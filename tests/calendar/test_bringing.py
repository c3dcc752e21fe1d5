"""A calendar file read, brought in, brought again, taken back; what people did since is kept."""

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar, Event, EventFile, EventState, Guest, Layer, Occurrence
from callboard.calendar.queries.giving import given, spoken
from callboard.calendar.reading.ics import read_ics, write_ics
from callboard.config import cli
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Change, Log
from callboard.core.undo import undo
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> Actor:
    return make.actor(make.person("Dana Whitfield", roles=("sales_support",)))


@pytest.fixture
def team(by: Actor) -> Calendar:
    return do.create_calendar(by=by, name="Team", zone="America/Chicago")


def vevent(uid: str, title: str, start: str, *lines: str) -> str:
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20260301T000000Z",
            f"SUMMARY:{title}",
            f"DTSTART{start}",
            *lines,
            "END:VEVENT",
        ]
    )


def ics(*events: str, name: str = "shows.ics") -> SimpleUploadedFile:
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", *events, "END:VCALENDAR", ""])
    return SimpleUploadedFile(name, text.encode())


SHOW = vevent("show-1", "Agents' Congress", ";VALUE=DATE:20260414", "DTEND;VALUE=DATE:20260417", "LOCATION:Dallas")
WEEKLY = vevent(
    "week-1", "Standup", ";TZID=America/Chicago:20260309T090000", "DTEND;TZID=America/Chicago:20260309T091500",
    "RRULE:FREQ=WEEKLY;BYDAY=MO", "EXDATE;TZID=America/Chicago:20260323T090000",
)  # fmt: skip
MOVED = vevent(
    "week-1",
    "Standup, late",
    ";TZID=America/Chicago:20260316T110000",
    "RECURRENCE-ID;TZID=America/Chicago:20260316T090000",
)


def read(by: Actor, team: Calendar, *events: str, **more: Any) -> EventFile:
    return do.read_event_file(team, by=by, file=ics(*events), **more)


def verdicts(file: EventFile) -> list[str]:
    return [row[0] for row in file.rows]


def titles() -> list[str]:
    return list(Event.objects.standing().order_by("starts_on", "id").values_list("title", flat=True))


def test_reading_says_what_would_come_of_each_event_and_writes_none(by: Actor, team: Calendar) -> None:
    broken = vevent("bad", "No start at all", ":soon")
    file = read(by, team, SHOW, WEEKLY, MOVED, broken)
    assert verdicts(file) == ["refused", "created", "created", "created"]
    assert (file.created, file.updated, file.left, file.refused) == (3, 0, 0, 1)
    assert "soon" in str(file.rows[0])
    assert not Event.objects.exists()


def test_what_is_brought_in_stands_in_the_calendar_with_its_times(by: Actor, team: Calendar) -> None:
    file = do.bring_in_events(read(by, team, MOVED, WEEKLY, SHOW), by=by)
    assert titles() == ["Standup", "Standup, late", "Agents' Congress"]
    show, standup = Event.objects.get(uid="show-1"), Event.objects.get(uid="week-1", recurrence_of="")
    assert (show.starts_on, show.ends_on, show.starts_time, show.place) == (
        date(2026, 4, 14),
        date(2026, 4, 16),
        None,
        "Dallas",
    )
    assert (standup.starts_time, standup.zone, standup.leaves) == (time(9), "America/Chicago", ["2026-03-23T09:00:00"])
    late = Event.objects.get(title="Standup, late")
    assert (late.series, late.recurrence_of) == (standup, "2026-03-16T09:00:00")
    keys = list(Occurrence.objects.filter(event=standup).order_by("key").values_list("key", flat=True)[:2])
    assert keys == ["2026-03-09T09:00:00", "2026-03-30T09:00:00"]
    assert file.state == "done" and set(file.made) == {str(pk) for pk in Event.objects.values_list("pk", flat=True)}
    assert Change.objects.filter(kind="calendar.event", object_id=show.pk).exists()  # search hears of it


def test_the_same_file_again_changes_nothing(by: Actor, team: Calendar) -> None:
    do.bring_in_events(read(by, team, SHOW, WEEKLY, MOVED), by=by)
    again = read(by, team, SHOW, WEEKLY, MOVED)
    assert verdicts(again) == ["same", "same", "same"]
    with pytest.raises(Refused, match="already"):
        do.bring_in_events(again, by=by)


def test_a_changed_event_is_changed_and_comes_back_as_it_was(by: Actor, team: Calendar) -> None:
    guest = "ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@agency.example"
    do.bring_in_events(read(by, team, SHOW.replace("END:VEVENT", f"{guest}\r\nEND:VEVENT")), by=by)
    second = read(by, team, SHOW.replace("Dallas", "Austin"), WEEKLY)
    assert (second.created, second.updated) == (1, 1)
    do.bring_in_events(second, by=by)
    show = Event.objects.get(uid="show-1")
    assert show.place == "Austin" and not Guest.objects.exists()
    undo(Log.objects.filter(action="calendar.bring_in_events").latest("at"), by=by)
    show.refresh_from_db()
    assert (show.place, show.guests.get().answer) == ("Dallas", "accepted")
    assert titles() == ["Agents' Congress"]
    second.refresh_from_db()
    do.bring_in_events(second, by=by)
    assert titles() == ["Standup", "Agents' Congress"]
    assert Event.objects.filter(uid="week-1").count() == 1


def test_what_somebody_changed_since_is_kept_when_the_file_is_taken_back(by: Actor, team: Calendar) -> None:
    file = do.bring_in_events(read(by, team, SHOW, WEEKLY), by=by)
    do.move_event(Event.objects.get(uid="show-1"), by=by, starts_on=date(2026, 4, 15))
    do.take_events_back(file, by=by)
    assert titles() == ["Agents' Congress"]
    assert by.said == ["1 stays as somebody changed it since."]


def test_what_was_taken_out_here_does_not_come_back_by_a_file(by: Actor, team: Calendar) -> None:
    do.bring_in_events(read(by, team, SHOW), by=by)
    do.remove_event(Event.objects.get(), by=by)
    file = read(by, team, SHOW)
    assert verdicts(file) == ["skipped"]
    assert "taken out here" in file.rows[0][4][0]


def test_an_older_version_than_stands_here_is_left_out(by: Actor, team: Calendar) -> None:
    do.bring_in_events(read(by, team, SHOW.replace("END:VEVENT", "SEQUENCE:4\r\nEND:VEVENT")), by=by)
    older = SHOW.replace("Dallas", "Austin").replace("END:VEVENT", "SEQUENCE:3\r\nEND:VEVENT")
    assert verdicts(read(by, team, older)) == ["skipped"]


def test_of_two_of_one_id_the_later_version_counts(by: Actor, team: Calendar) -> None:
    newer = SHOW.replace("Dallas", "Austin").replace("END:VEVENT", "SEQUENCE:3\r\nEND:VEVENT")
    file = read(by, team, newer, SHOW)
    assert verdicts(file) == ["refused", "created"]
    do.bring_in_events(file, by=by)
    assert Event.objects.get().place == "Austin"


def test_one_time_of_a_series_that_is_not_here_stands_by_itself(by: Actor, team: Calendar) -> None:
    do.bring_in_events(read(by, team, MOVED), by=by)
    event = Event.objects.get()
    assert (event.title, event.series, event.recurrence_of) == ("Standup, late", None, "")


def test_one_time_that_was_called_off_is_shown_no_more(by: Actor, team: Calendar) -> None:
    off = MOVED.replace("END:VEVENT", "STATUS:CANCELLED\r\nEND:VEVENT")
    do.bring_in_events(read(by, team, WEEKLY, off), by=by)
    assert Event.objects.get(recurrence_of="2026-03-16T09:00:00").state == EventState.CANCELLED
    assert verdicts(read(by, team, vevent("x", "Off", ":20260310T090000Z", "STATUS:CANCELLED"))) == ["skipped"]


def test_a_time_without_a_zone_is_the_calendars(by: Actor, team: Calendar) -> None:
    do.bring_in_events(read(by, team, vevent("f", "Floating", ":20260310T090000")), by=by)
    assert Event.objects.get().zone == "America/Chicago"
    other = do.bring_in_events(read(by, team, vevent("g", "Denver", ":20260310T090000"), zone="America/Denver"), by=by)
    assert (other.zone, Event.objects.get(uid="g").zone) == ("America/Denver", "America/Denver")


def test_colleagues_are_known_by_their_addresses(by: Actor, team: Calendar) -> None:
    sam = make.person("Sam Ortiz")
    event = vevent(
        "m", "Demo", ":20260310T090000Z", f"ORGANIZER:mailto:{sam.email.upper()}", "ATTENDEE:mailto:x@agency.example"
    )
    do.bring_in_events(read(by, team, event), by=by)
    assert Event.objects.get().organizer == sam
    assert list(Guest.objects.values_list("address", flat=True)) == ["x@agency.example"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"Name,Start\nShow,2026-04-14\n", "no calendar"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no event"),
        (b"\x00\xff\xfe\x01" * 50, "no calendar"),
    ],
)
def test_what_is_no_calendar_is_refused_with_the_reason(by: Actor, team: Calendar, content: bytes, says: str) -> None:
    with pytest.raises(Invalid) as caught:
        do.read_event_file(team, by=by, file=SimpleUploadedFile("x.ics", content))
    assert says in str(caught.value).lower()
    assert not EventFile.objects.exists()


def test_a_zone_that_does_not_exist_is_refused(by: Actor, team: Calendar) -> None:
    with pytest.raises(Invalid, match="Mars"):
        read(by, team, SHOW, zone="Mars/Olympus")


def test_a_rep_brings_files_into_their_own_calendar_alone(team: Calendar) -> None:
    rep = make.person("Lee Park", roles=("account_executive",))
    own = Calendar.objects.create(name="Lee", layer=Layer.PERSONAL, owner=rep, audience=[f"own:{rep.pk}"])
    file = do.bring_in_events(read(make.actor(rep), own, SHOW), by=make.actor(rep))
    assert Event.objects.get().organizer == rep
    with pytest.raises(Forbidden):
        read(make.actor(rep), team, SHOW)
    other: Person = make.person("Ann Quill", roles=("account_executive",))
    with pytest.raises(Forbidden):
        do.take_events_back(file, by=make.actor(other))


def test_what_is_given_and_brought_again_is_the_same(by: Actor, team: Calendar) -> None:
    do.bring_in_events(read(by, team, SHOW, WEEKLY, MOVED), by=by)
    own = do.create_event(by=by, calendar=team, title="Sales month closes", starts_on=date(2026, 3, 31))
    body = write_ics(spoken(given(by, team)), at=datetime(2026, 3, 1, tzinfo=make.NOW.tzinfo))
    assert len(read_ics(body).events) == 4
    file = do.read_event_file(team, by=by, file=SimpleUploadedFile("back.ics", body))
    assert verdicts(file) == ["same"] * 4
    assert own.uid in {row[1] for row in file.rows}


def test_its_page_says_what_became_of_each_event_in_every_state(client: Client, by: Actor, team: Calendar) -> None:
    assert by.person is not None
    client.force_login(by.person)
    file = read(by, team, SHOW, WEEKLY, vevent("bad", "No start at all", ":soon"))
    address = f"/calendar-files/{file.pk}/"
    page = client.get(address).content.decode()
    assert "Agents&#x27; Congress" in page and "“soon” of DTSTART is no day or time." in page
    assert "Standup" not in client.get(f"{address}?only=refused").content.decode()
    do.bring_in_events(file, by=by)
    assert "Brought in" in client.get(address).content.decode()
    do.take_events_back(file, by=by)
    assert "Taken back" in client.get(address).content.decode()
    do.drop_event_file(other := read(by, team, SHOW), by=by)
    assert "Dropped" in client.get(f"/calendar-files/{other.pk}/").content.decode()


def test_a_calendar_and_an_event_are_saved_as_files(client: Client, by: Actor, team: Calendar) -> None:
    assert by.person is not None
    client.force_login(by.person)
    do.bring_in_events(read(by, team, SHOW, WEEKLY, MOVED), by=by)
    whole = client.get(f"/calendars/{team.pk}/file.ics")
    assert (whole["Content-Type"], 'filename="Team.ics"' in whole["Content-Disposition"]) == (
        "text/calendar; charset=utf-8",
        True,
    )
    assert len(read_ics(whole.content).events) == 3
    one = client.get(f"/events/{Event.objects.get(title='Standup').pk}/event.ics")
    assert [event.summary for event in read_ics(one.content).events] == ["Standup", "Standup, late"]
    assert client.get("/events/999999/event.ics").status_code == 404


def test_the_command_says_what_became_of_each_event(
    by: Actor, team: Calendar, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in.ics", tmp_path / "out.ics"
    source.write_bytes(ics(SHOW, WEEKLY, vevent("bad", "Nothing", ":soon")).read())
    told = said_by(capsys, "calendar", "import", str(source), "--calendar", "team", "--dry-run", "--json")
    assert told[-1]["summary"] | {"seconds": 0} == {
        "created": 2, "updated": 0, "skipped": 0, "refused": 1, "errors": 0, "files": [], "seconds": 0
    }  # fmt: skip
    assert not EventFile.objects.exists() and not Event.objects.exists()
    told = said_by(capsys, "calendar", "import", str(source), "gone.ics", "--calendar", "team", "--json")
    assert [row.get("result") for row in told[:-1]] == ["refused", "created", "created", "refused"]
    assert told[-1]["summary"]["errors"] == 1 and Event.objects.count() == 2
    said_by(capsys, "calendar", "export", "--calendar", "team", "-o", str(target), "--json")
    assert {event.uid for event in read_ics(target.read_bytes()).events} == {"show-1", "week-1"}


def test_the_command_names_the_calendars_there_are(team: Calendar, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["calendar", "export", "--calendar", "nothing"]) == 1
    assert "there are: Team" in capsys.readouterr().err


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert cli.main([*arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]
