"""Events put in, changed, moved, taken out; series by one time, from one time on, whole; each of it undone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar, Event, Occurrence
from callboard.calendar.rules.repeating import Repeats
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log
from callboard.core.undo import undo
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ticking")]
MONDAY = date(2026, 3, 9)


def keys(event: Event) -> list[str]:
    return list(Occurrence.objects.filter(event=event).order_by("key").values_list("key", flat=True))


def take_back(by: Actor) -> Any:
    return undo(Log.objects.latest("at"), by=by)


def weekly(by: Actor, team: Calendar, **more: Any) -> Event:
    return do.create_event(
        by=by,
        calendar=team,
        title="Friday sweep",
        starts_on=date(2026, 3, 13),
        starts="3 pm",
        repeats=Repeats.WEEKLY,
        **more,
    )


def test_an_event_stands_in_wall_time_and_takes_an_hour_where_no_end_is_said(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="Demo: Lone Star", starts_on=MONDAY, starts="10")
    assert (event.starts, event.ends) == (datetime(2026, 3, 9, 10), datetime(2026, 3, 9, 11))  # noqa: DTZ001
    assert event.zone == "America/Chicago"
    only = Occurrence.objects.get()
    assert (only.key, only.starts_at) == ("2026-03-09T10:00:00", datetime(2026, 3, 9, 15, tzinfo=UTC))


def test_without_a_start_it_is_about_days_and_ends_on_the_last_of_them(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="Expo", starts_on=MONDAY, ends_on=date(2026, 3, 12))
    only = Occurrence.objects.get()
    assert event.all_day and (only.days.lower, only.days.upper) == (MONDAY, date(2026, 3, 13))
    assert only.starts_at is None


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", {"title": "  "}),
        ("starts", {"starts": "half past"}),
        ("starts", {"ends": "10"}),
        ("ends_on", {"ends_on": date(2026, 3, 1)}),
        ("ends_on", {"ends_on": date(2028, 3, 1)}),
        ("zone", {"starts": "10", "zone": "Texas"}),
        ("until", {"repeats": Repeats.DAILY, "until": date(2026, 3, 1)}),
        ("until", {"repeats": Repeats.DAILY, "until": date(2026, 4, 1), "times": 3}),
        ("times", {"repeats": Repeats.DAILY, "times": 0}),
        ("rule", {"repeats": Repeats.OTHER, "rule": "FREQ=NEVER"}),
    ],
)
def test_what_cannot_be_is_said_at_its_field(by: Actor, team: Calendar, field: str, said: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as fault:
        do.create_event(**{"by": by, "calendar": team, "title": "Demo", "starts_on": MONDAY, **said})
    assert list(fault.value.errors) == [field]
    assert not Event.objects.exists()


def test_an_end_before_its_start_is_the_next_days(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="Move-out", starts_on=MONDAY, starts="10 pm", ends="1:30 am")
    assert event.ends_on == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("starts", "ends", "meant"), [("10", "9", "did you mean 9:00 PM?"), ("9 pm", "8 pm", "say its last day")]
)
def test_an_end_long_before_its_start_is_a_mistake(
    by: Actor, team: Calendar, starts: str, ends: str, meant: str
) -> None:
    said = {"by": by, "calendar": team, "title": "Demo", "starts_on": MONDAY, "starts": starts, "ends": ends}
    with pytest.raises(Invalid) as fault:
        do.create_event(**said)
    assert meant in str(fault.value.errors["ends"])
    event = do.create_event(**said, ends_on=date(2026, 3, 10))
    assert event.ends_on == date(2026, 3, 10)


def test_a_series_stays_at_three_when_the_clocks_change(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=40)
    found = Occurrence.objects.filter(event=event).order_by("key")
    assert len(found) == 40
    zones = {each.starts_at.hour for each in found if each.starts_at}
    assert zones == {20, 21}, "three in Texas is 20:00 in summer and 21:00 in winter, by UTC"


def test_what_is_changed_moved_removed_is_as_it_was_once_undone(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=3)
    before = keys(event)
    do.change_event(event, by=by, title="Sweep", starts="2 pm", ends="3 pm", place="Room 2")
    event.refresh_from_db()
    assert (event.title, event.place, keys(event)[0]) == ("Sweep", "Room 2", "2026-03-13T14:00:00")
    take_back(by)
    event.refresh_from_db()
    assert (event.title, event.place, keys(event)) == ("Friday sweep", "", before)
    do.move_event(event, by=by, starts_on=date(2026, 3, 12))
    assert keys(event) == ["2026-03-12T15:00:00", "2026-03-19T15:00:00", "2026-03-26T15:00:00"]
    take_back(by)
    assert keys(event) == before
    event.refresh_from_db()
    do.remove_event(event, by=by)
    assert keys(event) == []
    take_back(by)
    assert keys(event) == before
    take_back_of_creation = Log.objects.get(action="calendar.create_event")
    event.refresh_from_db()
    assert take_back_of_creation.result_id == event.pk


def test_one_time_is_changed_moved_and_left_out_by_itself_and_is_one_of_its_series_again(
    by: Actor, team: Calendar
) -> None:
    event = weekly(by, team, times=4)
    before = keys(event)
    one = do.move_one(event, by=by, key=before[1], starts_on=date(2026, 3, 19))
    assert keys(event) == [before[0], *before[2:]] and keys(one) == ["2026-03-19T15:00:00"]
    again = do.change_one(event, by=by, key=before[1], title="Sweep with Elena")
    assert again.pk == one.pk and again.starts_on == date(2026, 3, 19)
    with pytest.raises(Refused, match="changed by itself"):
        do.leave_out(event, by=by, key=before[1])
    do.join_series(again, by=by)
    assert keys(event) == before and keys(one) == []
    event.refresh_from_db()
    do.leave_out(event, by=by, key=before[2])
    assert keys(event) == [*before[:2], before[3]]
    take_back(by)
    assert keys(event) == before


def test_from_one_time_on_it_goes_on_otherwise_and_becomes_one_again(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=6)
    before = keys(event)
    moved = do.change_one(event, by=by, key=before[4], title="Long sweep")
    event.refresh_from_db()
    rest = do.split_series(event, by=by, key=before[3], starts="4 pm", title="Late sweep")
    assert keys(event) == before[:3]
    moved.refresh_from_db()
    assert (moved.series_id, moved.recurrence_of) == (rest.pk, "2026-04-10T16:00:00"), (
        "it stands instead of that one still"
    )
    assert keys(rest) == ["2026-04-03T16:00:00", "2026-04-17T16:00:00"]
    take_back(by)
    assert keys(event) == [*before[:4], before[5]] and keys(rest) == []
    moved.refresh_from_db()
    assert moved.series_id == event.pk
    with pytest.raises(Invalid, match="change the whole series"):
        event.refresh_from_db()
        do.split_series(event, by=by, key=before[0])


def test_a_series_without_end_is_worked_out_for_two_years(by: Actor, team: Calendar) -> None:
    event = do.create_event(
        by=by, calendar=team, title="Stand-up", starts_on=MONDAY, starts="9", repeats=Repeats.WORKDAYS
    )
    found = keys(event)
    assert 500 < len(found) < 600 and found[-1] > "2028-04"


def test_a_private_event_is_seen_by_whoever_put_it_there_alone(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="Dentist", starts_on=MONDAY, starts="10")
    do.change_event(event, by=by, private=True)
    event.refresh_from_db()
    assert by.person is not None and event.audience == [f"own:{by.person.pk}"]


def test_who_may_not_edit_is_refused_and_a_rep_changes_their_own_alone(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="Demo", starts_on=MONDAY)
    rep = make.actor(make.person("Tom Becker", roles=("account_executive",)))
    own = do.create_event(by=rep, calendar=team, title="Call", starts_on=MONDAY)
    do.change_event(own, by=rep, title="Long call")
    with pytest.raises(Forbidden):
        do.change_event(event, by=rep, title="Mine")
    with pytest.raises(Forbidden):
        do.create_calendar(by=rep, name="Tom's")


def test_a_category_is_renamed_on_its_events_and_retired(by: Actor, team: Calendar) -> None:
    word = do.create_category(by=by, name="Show")
    event = do.create_event(by=by, calendar=team, title="Expo", starts_on=MONDAY)
    Event.objects.filter(pk=event.pk).update(categories=["Show", "Travel"])
    do.rename_category(word, by=by, name="Convention")
    event.refresh_from_db()
    assert event.categories == ["Convention", "Travel"]
    with pytest.raises(Invalid):
        do.create_category(by=by, name="convention")
    do.retire_category(word, by=by)
    with pytest.raises(Refused):
        do.retire_category(word, by=by)
