"""What no form sends: rules that never end, times in a zone, an undo written by hand, a text no database keeps."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.actions.parts import kept_of
from callboard.calendar.models import Calendar, Event
from callboard.calendar.rules.recurrence import Unknown, checked, starts_of
from callboard.calendar.rules.repeating import Repeats
from callboard.core.actions import Actor, Invalid
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ticking")]
TUESDAY = date(2026, 3, 10)
START = datetime(2026, 3, 10, 9)  # noqa: DTZ001 - the wall's


def numbers(count: int) -> str:
    return ",".join(map(str, range(count)))


@pytest.mark.parametrize(
    "rule",
    [
        f"FREQ=DAILY;BYHOUR={numbers(24)};BYMINUTE={numbers(60)};BYSECOND={numbers(60)}",
        f"FREQ=HOURLY;BYMINUTE={numbers(60)};BYSECOND={numbers(60)}",
        "FREQ=MONTHLY;BYDAY=TU(+2)",
        "FREQ=MONTHLY;BYDAY=0TU",
        "FREQ=WEEKLY;WKST=XX",
        "FREQ=MONTHLY;BYMONTHDAY=٣",
        "FREQ=DAILY;UNTIL=00010101T000000Z",
        "FREQ=DAILY;UNTIL=09990101",
    ],
)
def test_a_rule_nobody_can_follow_is_refused(rule: str) -> None:
    with pytest.raises(Unknown):
        checked(rule, START, "America/Chicago")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYHOUR=8,12,16;BYMINUTE=0,30",
        "FREQ=MONTHLY;BYDAY=-1FR,+2TU",
        "FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    ],
)
def test_a_rule_calendars_write_is_followed(rule: str) -> None:
    assert sorted(checked(rule, START, "America/Chicago").split(";")) == sorted(rule.split(";"))


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU", "FREQ=WEEKLY"])
def test_a_rule_followed_from_long_ago_has_the_times_it_has_followed_from_its_start(rule: str) -> None:
    begin = datetime(2001, 5, 3, 9)  # noqa: DTZ001 - the wall's
    until = datetime(2026, 6, 1)  # noqa: DTZ001 - the wall's
    # With a count it is followed one by one.
    slow = starts_of(begin, f"{rule};COUNT=99999", [], [], since=START, until=until)
    assert slow and starts_of(begin, rule, [], [], since=START, until=until) == slow


def test_a_rule_that_began_in_the_first_year_is_not_followed_from_there() -> None:
    """There are more starts before than any rule is followed for."""
    rule, begin = f"FREQ=DAILY;BYHOUR={numbers(24)}", datetime(1, 1, 1, 9)  # noqa: DTZ001 - the wall's
    assert len(starts_of(begin, rule, [], [], since=START, until=START + timedelta(days=1))) == 24


@pytest.mark.parametrize("key", ["2026-03-17T09:00:00+00:00", "2026-03-17T09:00:00Z", "20260317T090000", "soon"])
def test_a_key_that_is_not_written_as_one_is_refused(by: Actor, team: Calendar, client: Client, key: str) -> None:
    event = do.create_event(
        by=by, calendar=team, title="X", starts_on=TUESDAY, starts="9", repeats=Repeats.WEEKLY, times=3
    )
    with pytest.raises(Invalid) as fault:
        do.leave_out(event, by=by, key=key)
    assert list(fault.value.errors) == ["key"]
    assert client.post(f"/do/calendar.leave_out/{event.pk}/", {"key": key}).status_code == 422


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zone", "Mars/Base"),
        ("rule", "FREQ=NEVER"),
        ("title", None),
        ("starts_on", 7),
        ("ends_on", "2026-03-01"),
        ("leaves", ["soon"]),
        ("adds", 5),
        ("state", "odd"),
        ("alarms", ["x"]),
    ],
)
def test_what_is_nothing_an_event_was_is_not_put_back(by: Actor, team: Calendar, name: str, value: Any) -> None:
    event = do.create_event(by=by, calendar=team, title="X", starts_on=TUESDAY, starts="9")
    before = kept_of(Event.objects.get())
    with pytest.raises(Invalid, match="nothing an event was"):
        do.put_event_back(event, by=by, was=json.dumps({**before, name: value}))  # type: ignore[arg-type]
    assert kept_of(Event.objects.get()) == before


def test_putting_back_moves_nothing_to_a_calendar_or_an_account_of_others(by: Actor) -> None:
    lee = make.actor(make.person("Lee Marsh", roles=("account_executive",)))
    theirs = do.create_event(by=by, title="Mine", starts_on=TUESDAY).calendar
    event = do.create_event(by=lee, title="X", starts_on=TUESDAY)
    was = {**kept_of(event), "title": "Y", "calendar_id": theirs.pk, "account_id": make.account("Acme").pk}
    do.put_event_back(event, by=lee, was=json.dumps(was))  # type: ignore[arg-type]
    found = Event.objects.get(pk=event.pk)
    assert found.title == "Y" and found.calendar.owner == lee.person and found.account is None


def test_an_event_without_a_title_is_put_back(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="X", starts_on=TUESDAY)
    Event.objects.filter(pk=event.pk).update(title="")
    was = kept_of(Event.objects.get())
    do.put_event_back(Event.objects.get(), by=by, was=json.dumps(was))  # type: ignore[arg-type]
    assert Event.objects.get().title == ""


def test_a_category_no_database_keeps_shows_the_page(by: Actor, client: Client) -> None:
    assert client.get("/calendar/", {"category": "\0"}).status_code == 200
