"""A time taken from one day and put on another: alone, from it on, with all others; in words; each of it undone."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.actions import Which
from callboard.calendar.checks import occurrences
from callboard.calendar.models import Calendar, Event, Occurrence
from callboard.calendar.rules.repeating import Repeats
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Log
from callboard.core.undo import undo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ticking")]


@pytest.fixture
def sweep(by: Actor) -> Event:
    team = do.create_calendar(by=by, name="Team")
    return do.create_event(
        by=by, calendar=team, title="Sweep", starts_on=date(2026, 3, 13), starts="3 pm", repeats=Repeats.WEEKLY, times=4
    )


def days() -> list[str]:
    found = Occurrence.objects.filter(event__removed_at=None).order_by("key").values_list("key", flat=True)
    return [key[5:16] for key in found]


def take_back(by: Actor) -> Any:
    return undo(Log.objects.filter(action="calendar.move_time").latest("at"), by=by)


BEFORE = ["03-13T15:00", "03-20T15:00", "03-27T15:00", "04-03T15:00"]


@pytest.mark.parametrize(
    ("which", "after"),
    [
        (Which.ONE, ["03-13T15:00", "03-19T15:00", "03-27T15:00", "04-03T15:00"]),
        (Which.LATER, ["03-13T15:00", "03-19T15:00", "03-26T15:00", "04-02T15:00"]),
        (Which.ALL, ["03-12T15:00", "03-19T15:00", "03-26T15:00", "04-02T15:00"]),
    ],
)
def test_one_time_the_later_ones_or_all_are_moved_and_moved_back(
    by: Actor, sweep: Event, which: Which, after: list[str]
) -> None:
    do.move_time(sweep, by=by, key="2026-03-20T15:00:00", which=which, starts_on=date(2026, 3, 19))
    assert days() == after
    take_back(by)
    assert days() == BEFORE and list(occurrences()) == []


def test_a_time_changed_by_itself_goes_along_when_its_series_is_moved_and_stays_one(by: Actor, sweep: Event) -> None:
    one = do.change_one(sweep, by=by, key="2026-03-20T15:00:00", title="Long sweep")
    sweep.refresh_from_db()
    do.move_time(sweep, by=by, key="2026-03-27T15:00:00", which=Which.ALL, starts_on=date(2026, 4, 3))
    one.refresh_from_db()
    assert one.recurrence_of == "2026-03-27T15:00:00"
    assert days() == ["03-20T15:00", "03-20T15:00", "04-03T15:00", "04-10T15:00"], "nothing stands there twice"
    take_back(by)
    assert days() == BEFORE and list(occurrences()) == []


def test_an_hour_by_hand_is_the_hour_of_whoever_drew_it(by: Actor, sweep: Event) -> None:
    """Three in Texas stands at four in New York; there it is put at half past five two days on, and is an hour and a half later."""
    key = "2026-03-20T15:00:00"
    do.move_time(
        sweep,
        by=by,
        key=key,
        which=Which.ONE,
        shown_on=date(2026, 3, 20),
        shown_at="16:00",
        starts_on=date(2026, 3, 22),
        starts="17:30",
    )
    assert "03-22T16:30" in days()
    take_back(by)
    assert days() == BEFORE
    # Late at night it is the next day there already.
    one = do.create_event(by=by, calendar=sweep.calendar, title="Call", starts_on=date(2026, 3, 9), starts="23:30")
    do.move_event(one, by=by, shown_on=date(2026, 3, 10), shown_at="00:30", starts_on=date(2026, 3, 10), starts="01:15")
    one.refresh_from_db()
    assert (one.starts_on, f"{one.starts_time}", one.ends_on) == (date(2026, 3, 10), "00:15:00", date(2026, 3, 10))
    undo(Log.objects.filter(action="calendar.move_event").latest("at"), by=by)
    one.refresh_from_db()
    assert (one.starts_on, f"{one.starts_time}") == (date(2026, 3, 9), "23:30:00")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"starts": "17:30", "shown_at": "soon"}, "shown_at"),
        ({"starts": "soon", "shown_at": "16:00"}, "starts"),
        ({"starts_on": date.max, "starts": "23:45", "shown_at": "00:00"}, "starts_on"),
        ({"starts_on": date.max, "shown_on": date(2026, 1, 1)}, "starts_on"),
    ],
)
def test_an_hour_that_is_none_is_said_at_its_field(by: Actor, sweep: Event, given: dict[str, Any], field: str) -> None:
    day = date(2026, 3, 13)
    with pytest.raises(Invalid) as fault:
        do.move_event(sweep, by=by, **{"shown_on": day, "starts_on": day, **given})
    assert list(fault.value.errors) == [field]


def test_a_day_in_words_and_a_day_it_was_taken_from(by: Actor, sweep: Event) -> None:
    do.move_time(sweep, by=by, key="2026-03-20T15:00:00", which=Which.ONE, when="mar 18 9:30")
    assert "03-18T09:30" in days()
    # Who looks from elsewhere sees it a day later, and puts it two days on.
    do.move_time(
        sweep,
        by=by,
        key="2026-03-27T15:00:00",
        which=Which.ONE,
        shown_on=date(2026, 3, 28),
        starts_on=date(2026, 3, 30),
    )
    assert "03-29T15:00" in days()
    with pytest.raises(Invalid, match="tue 9"):
        do.move_event(sweep, by=by, when="someday")
    with pytest.raises(Invalid, match="which day"):
        do.move_event(sweep, by=by)


def test_across_the_change_of_clocks_it_stays_at_its_time(by: Actor, sweep: Event) -> None:
    event = do.create_event(by=by, title="Call", starts_on=date(2026, 3, 6), starts="9")
    before = Occurrence.objects.get(event=event).starts_at
    do.move_event(event, by=by, starts_on=date(2026, 3, 9))
    after = Occurrence.objects.get(event=event)
    assert after.key == "2026-03-09T09:00:00" and before and after.starts_at
    assert (before.hour, after.starts_at.hour) == (15, 14), "Texas goes to summer time on March 8"


def test_by_hand_a_series_asks_which_times_and_what_it_is_told_is_done(by: Actor, sweep: Event, client: Client) -> None:
    page = client.get("/calendar/?on=2026-03-10").content.decode()
    key = "2026-03-20T15%3A00%3A00"
    assert f"/do/calendar.move_time/{sweep.pk}/?shown_on=2026-03-20&amp;shown_at=15%3A00&amp;key={key}" in page
    moved = {"starts_on": "2026-03-19", "shown_on": "2026-03-20", "key": "2026-03-20T15:00:00"}
    answer = client.post(f"/do/calendar.move_time/{sweep.pk}/", moved)
    assert answer.status_code == 422 and "This and all later ones" in answer.content.decode()
    assert days() == BEFORE
    assert client.post(f"/do/calendar.move_time/{sweep.pk}/", {**moved, "which": "one"}).status_code == 302
    assert days()[1] == "03-19T15:00"


def test_a_calendar_of_ones_own_is_made_once_and_seen_by_nobody_else(by: Actor) -> None:
    first = do.create_event(by=by, title="Dentist", starts_on=date(2026, 3, 10))
    second = do.create_event(by=by, title="Lunch", starts_on=date(2026, 3, 11))
    assert first.calendar_id == second.calendar_id == Calendar.objects.get(owner=by.person).pk
    assert by.person is not None and first.audience == [f"own:{by.person.pk}"]
    with pytest.raises(Invalid, match="which calendar"):
        do.create_event(by=Actor.clock("calendar.test"), title="Nobody's", starts_on=date(2026, 3, 10))


@pytest.mark.parametrize(
    ("which", "titles"),
    [
        (Which.ONE, ["Sweep", "Long sweep", "Sweep", "Sweep"]),
        (Which.LATER, ["Sweep", "Long sweep", "Long sweep", "Long sweep"]),
        (Which.ALL, ["Long sweep"] * 4),
    ],
)
def test_one_time_the_later_ones_or_all_are_changed_and_changed_back(
    by: Actor, sweep: Event, which: Which, titles: list[str]
) -> None:
    at = {"starts_on": date(2026, 3, 21), "starts": "4 pm", "ends_on": date(2026, 3, 21), "ends": "6 pm"}
    do.change_time(sweep, by=by, key="2026-03-20T15:00:00", which=which, title="Long sweep", place="Room 2", **at)
    rows = Occurrence.objects.filter(event__removed_at=None).order_by("days")
    assert [row.event.title for row in rows] == titles
    moved = [row.event for row in rows if row.event.title == "Long sweep"]
    assert {(one.place, one.starts_time.hour, one.ends_time.hour) for one in moved} == {("Room 2", 16, 18)}
    assert {one.starts_on.weekday() for one in moved} == {5}
    undo(Log.objects.filter(action="calendar.change_time").latest("at"), by=by)
    assert days() == BEFORE and list(occurrences()) == []
    assert {row.event.title for row in Occurrence.objects.filter(event__removed_at=None)} == {"Sweep"}


def test_the_form_of_one_time_begins_with_what_that_time_says(by: Actor, sweep: Event, client: Client) -> None:
    client.force_login(by.person)
    address = f"/do/calendar.change_time/{sweep.pk}/?key="
    first = client.get(f"{address}2026-03-20T15:00:00").content.decode()
    assert 'value="Sweep"' in first and 'value="2026-03-20"' in first and 'value="3:00 PM"' in first
    do.change_one(sweep, by=by, key="2026-03-20T15:00:00", title="Long sweep", starts="5 pm")
    again = client.get(f"{address}2026-03-20T15:00:00").content.decode()
    assert 'value="Long sweep"' in again and 'value="5:00 PM"' in again
    assert client.get(f"{address}nonsense").status_code == 200
