"""What stands on some days, in the zone of whoever looks."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar, Event
from callboard.calendar.queries import Shown, shown_between
from callboard.calendar.rules.repeating import Repeats
from callboard.core.actions import Actor
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TEXAS, BERLIN, HAWAII = (ZoneInfo(name) for name in ("America/Chicago", "Europe/Berlin", "Pacific/Honolulu"))
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def march(by: Actor, zone: ZoneInfo = TEXAS) -> list[Shown]:
    return shown_between(by, MARCH, APRIL, zone)[0]


@pytest.mark.parametrize("zone", [TEXAS, BERLIN, HAWAII, ZoneInfo("Pacific/Kiritimati")])
def test_whole_days_stay_on_their_days_wherever_one_looks(by: Actor, team: Calendar, zone: ZoneInfo) -> None:
    do.create_event(by=by, calendar=team, title="Expo", starts_on=date(2026, 3, 24), ends_on=date(2026, 3, 25))
    only = march(by, zone)[0]
    assert (only.first, only.last, only.at, only.spans) == (date(2026, 3, 24), date(2026, 3, 25), None, True)


def test_times_are_those_of_whoever_looks(by: Actor, team: Calendar) -> None:
    do.create_event(by=by, calendar=team, title="Late call", starts_on=date(2026, 3, 10), starts="8 pm", ends="9 pm")
    assert [(one.first.day, one.at) for one in march(by)] == [(10, time(20))]
    assert [(one.first.day, one.at) for one in march(by, BERLIN)] == [(11, time(2))]


def test_what_ends_at_midnight_is_not_on_the_next_day(by: Actor, team: Calendar) -> None:
    do.create_event(
        by=by,
        calendar=team,
        title="Dinner",
        starts_on=date(2026, 3, 10),
        starts="9 pm",
        ends_on=date(2026, 3, 11),
        ends="0:00",
    )
    assert march(by)[0].last == date(2026, 3, 10)


def test_what_hangs_over_the_ends_of_a_month_is_in_both(by: Actor, team: Calendar) -> None:
    do.create_event(by=by, calendar=team, title="Expo", starts_on=date(2026, 2, 27), ends_on=date(2026, 3, 2))
    do.create_event(by=by, calendar=team, title="Over", starts_on=date(2026, 2, 20), ends_on=date(2026, 2, 28))
    assert [one.title for one in march(by)] == ["Expo"]


def test_series_beyond_what_is_worked_out_are_worked_out_on_the_spot(by: Actor, team: Calendar) -> None:
    do.create_event(
        by=by, calendar=team, title="Review", starts_on=date(2026, 3, 2), starts="9", repeats=Repeats.WEEKLY
    )
    found, more = shown_between(by, date(2031, 3, 1), date(2031, 4, 1), TEXAS)
    assert [one.first.day for one in found] == [3, 10, 17, 24, 31] and not more
    assert found[0].key == "2031-03-03T09:00:00"


def test_private_removed_cancelled_and_archived_ones_are_not_shown_to_others(by: Actor, team: Calendar) -> None:
    other = make.actor(make.person("Elena Ortiz", roles=("sales_manager",)))
    titles = ("Open", "Private", "Removed", "Cancelled")
    made = {name: do.create_event(by=by, calendar=team, title=name, starts_on=date(2026, 3, 10)) for name in titles}
    do.change_event(made["Private"], by=by, private=True)
    do.remove_event(made["Removed"], by=by)
    Event.objects.filter(pk=made["Cancelled"].pk).update(state="cancelled")
    assert [one.title for one in march(other)] == ["Open"]
    assert [one.title for one in march(by)] == ["Open", "Private"]
    do.archive_calendar(team, by=by)
    assert march(by) == []


def test_it_asks_as_much_for_two_thousand_as_for_one(by: Actor, team: Calendar) -> None:
    do.create_event(by=by, calendar=team, title="One", starts_on=date(2026, 3, 10), starts="9", repeats=Repeats.DAILY)
    with CaptureQueriesContext(connection) as one:
        march(by)
    for number in range(30):
        do.create_event(
            by=by, calendar=team, title=f"N {number}", starts_on=date(2026, 3, 10), starts="9", repeats=Repeats.DAILY
        )
    with CaptureQueriesContext(connection) as many:
        found = march(by)
    # What the company chose is read once a request, which there is none of here.
    asked = [query for query in many if "team_setting" not in query["sql"]]
    assert len(many) == len(one) and len(asked) <= 3 and len(found) == 31 * 22


def test_order_is_bars_whole_days_then_the_clock(by: Actor, team: Calendar) -> None:
    for title, said in (("late", "3 pm"), ("early", "8:30"), ("day", "")):
        do.create_event(by=by, calendar=team, title=title, starts_on=date(2026, 3, 10), starts=said)
    assert [one.title for one in march(by)] == ["day", "early", "late"]
    assert datetime.combine(march(by)[1].first, march(by)[1].at or time(0)).hour == 8
