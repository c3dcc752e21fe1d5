"""Calendar files as clients write them, with what a careful reader must find: written from the published format by somebody
who had not seen the reader."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from callboard.calendar.reading.ics import ReadEvent, read_ics
from callboard.calendar.reading.ics.event import LONGEST_TEXT
from callboard.calendar.rules.recurrence import Unknown, checked, instant, starts_of

SAMPLES = Path(__file__).with_name("samples")
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text())
SINCE, UNTIL = datetime(2026, 1, 1), datetime(2028, 1, 1)  # noqa: DTZ001 - the wall's
#: What is said of an event as it is.
PLAIN = ("summary", "zone", "all_day", "status", "busy", "private", "place", "organizer")


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_is_read_as_whoever_wrote_it_says(name: str) -> None:
    wanted = EXPECTED[name]
    found = read_ics((SAMPLES / name).read_bytes(), "America/Chicago")
    events = {key(each.uid, each.summary, each.recurrence_of): each for each in sorted(found.events, key=newer)}
    if "name" in wanted:
        assert found.name == wanted["name"]
    if "method" in wanted:
        assert found.method == wanted["method"]
    if "refused" in wanted:
        assert len(found.refused) == wanted["refused"], [str(each.why) for each in found.refused]
    for each in wanted.get("events", []):
        named = key(each.get("uid", ""), each.get("summary", ""), each.get("recurrence_of"))
        assert named in events, (named, sorted(events), [str(one.why) for one in found.refused])
        assert said_of(events[named], each) == each


def newer(event: ReadEvent) -> int:
    """Of two editions of one event in a file the later counts."""
    return event.sequence


def key(uid: str, summary: str, replaced: Any) -> tuple[str, str]:
    """By UID and the start it stands instead of; without a UID by what it is called."""
    text = replaced if isinstance(replaced, str) else replaced.isoformat() if replaced else ""
    return (uid if uid and not uid.endswith("@callboard") else summary, text)


def said_of(event: ReadEvent, wanted: dict[str, Any]) -> dict[str, Any]:
    """What was read, under the names of what was wanted; of what is not compared, what was wanted itself."""
    said: dict[str, Any] = {name: getattr(event, name) for name in PLAIN}
    said |= {
        "uid": wanted.get("uid"),
        "summary": event.summary if "summary" in wanted else None,
        "start": event.starts.isoformat(),
        "end": event.ends.isoformat(),
        "recurrence_of": event.recurrence_of.isoformat() if event.recurrence_of else None,
        "categories": list(event.categories),
        "text": event.text,
        "alarms": list(event.alarms),
        "guests": [[guest.address, guest.name, guest.answer] for guest in event.guests],
        # How a rule is written is ours; what it says is compared by its starts.
        "rule": wanted.get("rule") if bool(wanted.get("rule")) == bool(event.rule) else event.rule,
        "starts_2026_2027": starts(event, len(wanted.get("starts_2026_2027", []))),
    }
    if isinstance(event.starts, datetime) and isinstance(event.ends, datetime) and event.zone:
        said["start_utc"], said["end_utc"] = moment(event.starts, event.zone), moment(event.ends, event.zone)
        said["starts_utc"] = [
            moment(datetime.fromisoformat(at), event.zone) for at in starts(event, len(wanted.get("starts_utc", [])))
        ]
    return {name: said.get(name) for name in wanted}


def starts(event: ReadEvent, most: int) -> list[str]:
    found = starts_of(event.starts, event.rule, event.adds, event.leaves, since=SINCE, until=UNTIL)
    return [at.date().isoformat() if event.all_day else at.isoformat() for at in found[:most]]


def moment(at: datetime, zone: str) -> str:
    return instant(at, zone).replace(tzinfo=None).isoformat()


def test_a_text_of_a_megabyte_costs_its_event_what_is_too_long_and_the_next_one_nothing() -> None:
    text = "\\n".join(["0123456789abcde"] * 62_500)
    folded = "\r\n ".join(text[at : at + 70] for at in range(0, len(text), 70))
    event = "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20260312T090000Z\r\n{}END:VEVENT\r\n"
    events = event.format("long", f"DESCRIPTION:{folded}\r\n") + event.format("good", "SUMMARY:Good one\r\n")
    found = read_ics(f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n".encode())
    assert [each.uid for each in found.events] == ["long", "good"] and found.refused == ()
    assert found.events[0].text.startswith("0123456789abcde\n0123") and len(found.events[0].text) >= LONGEST_TEXT - 1
    assert [str(warning) for warning in found.events[0].warnings] == [
        "Its text is longer than 20,000 letters and was cut."
    ]


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;INTERVAL=x"),
        *("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=0"),
        *("FREQ=DAILY;BYWEEKNO=20", "FREQ=MONTHLY;BYMONTH=13", "FREQ=MINUTELY;BYDAY=MO"),
        "FREQ=SECONDLY;BYHOUR=5;INTERVAL=86400",
    ],
)
def test_a_rule_whose_search_would_never_end_is_refused(rule: str) -> None:
    with pytest.raises(Unknown):
        checked(rule, SINCE, "America/Chicago")


def test_what_repeats_by_the_second_is_followed_for_a_day() -> None:
    found = starts_of(SINCE, "FREQ=SECONDLY", (), (), since=datetime(2026, 1, 3), until=UNTIL)  # noqa: DTZ001 - the wall's
    assert found == []


def test_an_event_at_the_end_of_all_days_is_refused_alone() -> None:
    event = "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART;TZID=America/Chicago:{}T230000\r\n{}END:VEVENT\r\n"
    last = event.format("last", "99991231", "DURATION:PT9H\r\n") + event.format("good", "20260312", "")
    found = read_ics(f"BEGIN:VCALENDAR\r\n{last}END:VCALENDAR\r\n".encode())
    assert [each.uid for each in found.events] == ["good"]
    assert [str(each.why) for each in found.refused] == ["It lies beyond the days a calendar has."]
