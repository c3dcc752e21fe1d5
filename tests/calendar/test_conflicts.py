"""What speaks against a time is said, on the record too, and forbids nothing."""

from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar, Event, Guest
from callboard.calendar.queries.conflicts import conflicts_of
from callboard.calendar.rules.repeating import Repeats
from callboard.core.actions import Actor
from callboard.team.models import Holiday, WorkHours
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TUESDAY = date(2026, 3, 10)


@pytest.fixture
def by(client: Client) -> Actor:
    person = make.person("Dana Whitfield", roles=("sales_support",))
    for weekday in range(5):
        WorkHours.objects.create(
            person=person, weekday=weekday, starts=time(9), ends=time(17), created_at=make.NOW, updated_at=make.NOW
        )
    client.force_login(person)
    return make.actor(person)


def event(by: Actor, team: Calendar, title: str = "Call", **more: Any) -> Event:
    return do.create_event(**{"by": by, "calendar": team, "title": title, "starts_on": TUESDAY, "starts": "10", **more})


def said(event: Event, by: Actor) -> list[str]:
    return conflicts_of(event, by, make.NOW.date())


def test_nothing_is_said_where_nothing_speaks_against_it(by: Actor, team: Calendar) -> None:
    event(by, team, starts="11")
    assert said(event(by, team), by) == [], "one ends when the other begins"


def test_whoever_is_somewhere_else_already_is_named_and_what_is_private_is_not(by: Actor, team: Calendar) -> None:
    event(by, team, "Demo: Lone Star")
    second = event(by, team, starts="10:30")
    assert said(second, by) == ["At the same time is “Demo: Lone Star” (Dana Whitfield): Mar 10, 10:00 AM."]
    tom = make.actor(make.person("Tom Becker", roles=("account_executive",)))
    third = event(tom, team, starts="2 pm")
    do.create_event(by=tom, title="Surgery", starts_on=TUESDAY, starts="2 pm")
    assert said(third, by) == ["Tom Becker is busy then: Mar 10, 2:00 PM."]


def test_whoever_comes_is_named_and_not_who_asked_them(by: Actor, team: Calendar) -> None:
    boss = make.actor(make.person("Pat Boss", roles=("sales_support",)))
    lee, tom = make.person("Lee Marsh"), make.person("Tom Becker")
    shown, hidden = event(boss, team, "Review"), event(boss, team, "Secret")
    call = event(by, team, starts="10:30")
    for each in (shown, hidden, call):
        for person in (lee, tom) if each == call else (lee,):
            do.add_guest(each, by=boss if each != call else by, person=person)
    do.change_event(Event.objects.get(pk=hidden.pk), by=boss, private=True)
    assert said(call, by) == [
        "At the same time is “Review” (Lee Marsh): Mar 10, 10:00 AM.",
        "Lee Marsh is busy then: Mar 10, 10:00 AM.",
    ]


def test_who_is_asked_and_away_on_holiday_or_off_is_named(by: Actor, team: Calendar) -> None:
    tom = make.person("Tom Becker", roles=("account_executive",))
    one = event(by, team, "Expo", starts="", ends_on=date(2026, 3, 11))
    Guest.objects.create(event=one, person=tom, created_at=make.NOW, updated_at=make.NOW)
    make.absence(tom, date(2026, 3, 11), date(2026, 3, 13))
    assert said(one, by) == ["Tom Becker is away: Mar 10."]
    Holiday.objects.create(on=date(2026, 3, 12), name="Day", created_at=make.NOW, updated_at=make.NOW)
    assert said(event(by, team, starts_on=date(2026, 3, 12)), by) == ["It is a holiday for Dana Whitfield: Mar 12."]
    assert said(event(by, team, starts_on=date(2026, 3, 14)), by) == [
        "Dana Whitfield does not work on that day: Mar 14."
    ]
    assert said(event(by, team, starts="7 am"), by) == [
        "It is outside the hours of Dana Whitfield: Mar 10, 7:00 AM – 8:00 AM."
    ]


def test_a_series_says_how_often_and_itself_is_no_conflict(by: Actor, team: Calendar) -> None:
    series = event(by, team, "Late call", starts="6 pm", repeats=Repeats.WEEKLY, times=3)
    do.change_one(series, by=by, key="2026-03-17T18:00:00", title="Long call")
    series.refresh_from_db()
    assert said(series, by) == ["It is outside the hours of Dana Whitfield: Mar 10, 6:00 PM – 7:00 PM, and once more."]
    away = event(by, team, "Sweep", starts_on=date(2026, 3, 13), starts="3 pm", repeats=Repeats.WEEKLY, times=3)
    make.absence(by.person, date(2026, 3, 1), date(2026, 4, 30))
    assert said(away, by) == ["Dana Whitfield is away: Mar 13, and 2 more times."]


def test_it_is_told_in_the_preview_when_it_is_done_and_on_the_record_and_done_all_the_same(
    by: Actor, team: Calendar, client: Client
) -> None:
    event(by, team, "Demo: Lone Star")
    form = {"title": "Call", "starts_on": "2026-03-10", "starts": "10", "calendar": team.pk, "repeats": "never"}
    preview = client.post("/do/calendar.create_event/", {**form, "preview": "1"}).content.decode()
    assert "At the same time is “Demo: Lone Star”" in preview
    assert not Event.objects.filter(title="Call").exists()
    done = client.post("/do/calendar.create_event/", form, follow=True).content.decode()
    assert done.count("At the same time is “Demo: Lone Star”") >= 2, "in the toast and on the record"
    with CaptureQueriesContext(connection) as asked:
        said(Event.objects.get(title="Call"), by)
    assert len(asked) <= 5
