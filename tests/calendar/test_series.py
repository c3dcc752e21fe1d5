"""What a series keeps when it is changed as a whole: its end, what was left out, its days, the times changed by themselves."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.checks import occurrences
from callboard.calendar.models import Calendar, Event, Occurrence
from callboard.calendar.rules.repeating import Repeats, end_of
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Log
from callboard.core.undo import undo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ticking")]
TUESDAY = date(2026, 3, 10)
SECOND = "2026-03-17T09:00:00"


def keys(event: Event) -> list[str]:
    return [key[5:16] for key in Occurrence.objects.filter(event=event).order_by("key").values_list("key", flat=True)]


def again(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def take_back(by: Actor, action: str) -> Any:
    return undo(Log.objects.filter(action=action).latest("at"), by=by)


def weekly(by: Actor, team: Calendar, **more: Any) -> Event:
    said = {"repeats": Repeats.WEEKLY, **more}
    return do.create_event(by=by, calendar=team, title="Sweep", starts_on=TUESDAY, starts="9", **said)


def ruled(by: Actor, team: Calendar, rule: str, starts_on: date = TUESDAY) -> Event:
    return do.create_event(
        by=by, calendar=team, title="Sweep", starts_on=starts_on, starts="9", repeats=Repeats.OTHER, rule=rule
    )


@pytest.mark.parametrize("end", [{"until": date(2026, 3, 24)}, {"times": 3}])
def test_a_series_keeps_its_end_at_another_hour_and_under_another_title(
    by: Actor, team: Calendar, end: dict[str, Any]
) -> None:
    event = weekly(by, team, **end)
    do.change_event(again(event), by=by, starts="10", ends="11")
    assert keys(event) == ["03-10T10:00", "03-17T10:00", "03-24T10:00"]
    do.change_event(again(event), by=by, title="Other", repeats=Repeats.WEEKLY)
    assert keys(event) == ["03-10T10:00", "03-17T10:00", "03-24T10:00"]
    do.move_event(again(event), by=by, starts_on=date(2026, 3, 11))
    assert keys(event) == ["03-11T10:00", "03-18T10:00", "03-25T10:00"]


@pytest.mark.parametrize("end", [{"until": date(2026, 3, 24)}, {"times": 3}])
def test_the_form_shows_the_end_of_a_series_and_leaves_it(
    by: Actor, team: Calendar, client: Client, end: dict[str, Any]
) -> None:
    event = weekly(by, team, **end)
    address = f"/do/calendar.change_event/{event.pk}/"
    page = client.get(address).content.decode()
    fields = dict(re.findall(r'<input[^>]* name="([a-z_]+)" value="([^"]*)"', page))
    assert fields.get("until", "") == ("2026-03-24" if "until" in end else "")
    assert fields.get("times", "") == ("3" if "times" in end else "")
    sent = {**fields, "title": "Other", "repeats": "weekly", "alarm": "none", "busy": "on"}
    answer = client.post(address, sent)
    assert answer.status_code in (302, 303), answer.content.decode()[:2000]
    assert (again(event).title, len(keys(event))) == ("Other", 3)


def test_zero_times_take_the_end_away(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=3)
    do.change_event(again(event), by=by, times=0)
    assert again(event).rule == "FREQ=WEEKLY;BYDAY=TU"


def test_the_end_of_a_part_is_the_last_day_it_may_happen_on(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=4)
    do.split_series(again(event), by=by, key="2026-03-24T09:00:00", starts="11")
    first = again(event)
    assert end_of(first.rule, first.starts) == (date(2026, 3, 23), None)
    do.change_event(first, by=by, repeats=Repeats.WEEKLY, until=date(2026, 3, 23))
    assert keys(event) == ["03-10T09:00", "03-17T09:00"]


def test_what_was_left_out_stays_out_at_another_hour_and_as_a_whole_day(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=3)
    do.leave_out(again(event), by=by, key=SECOND)
    do.change_event(again(event), by=by, starts="10", ends="11")
    assert keys(event) == ["03-10T10:00", "03-24T10:00"]
    do.change_event(again(event), by=by, starts="", ends="")
    assert again(event).leaves == ["2026-03-17"] and keys(event) == ["03-10", "03-24"]
    take_back(by, "calendar.change_event")
    assert keys(event) == ["03-10T10:00", "03-24T10:00"]


@pytest.mark.parametrize(
    ("rule", "begins", "after"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", 9, ["03-10", "03-12", "03-17", "03-19"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;COUNT=4", 14, ["03-15", "03-16", "03-29", "03-30"]),
        ("FREQ=DAILY;INTERVAL=3;COUNT=2", 9, ["03-10", "03-13"]),
    ],
)
def test_a_rule_of_several_days_goes_along_by_as_many_days(
    by: Actor, team: Calendar, rule: str, begins: int, after: list[str]
) -> None:
    event = ruled(by, team, rule, date(2026, 3, begins))
    before = keys(event)
    do.move_event(again(event), by=by, starts_on=date(2026, 3, begins + 1))
    assert [key[:5] for key in keys(event)] == after
    take_back(by, "calendar.move_event")
    assert keys(event) == before


def test_a_rule_that_says_its_days_begins_on_no_other(by: Actor, team: Calendar) -> None:
    event = ruled(by, team, "FREQ=MONTHLY;BYMONTHDAY=10,20;COUNT=4")
    for moved in (do.move_event, do.change_event):
        with pytest.raises(Invalid, match="on which days") as fault:
            moved(again(event), by=by, starts_on=date(2026, 3, 11))
        assert list(fault.value.errors) == ["starts_on"]
    do.move_event(again(event), by=by, starts_on=TUESDAY, starts="10")
    assert keys(event) == ["03-10T10:00", "03-20T10:00", "04-10T10:00", "04-20T10:00"]


def test_a_series_removed_is_gone_with_its_changed_times_and_comes_back_with_them(by: Actor, team: Calendar) -> None:
    event = weekly(by, team, times=3)
    one = do.change_one(again(event), by=by, key=SECOND, title="Other")
    gone = do.change_one(again(event), by=by, key="2026-03-24T09:00:00", title="Gone before")
    do.join_series(again(gone), by=by)
    do.remove_event(again(event), by=by)
    assert not Occurrence.objects.exists()
    take_back(by, "calendar.remove_event")
    assert (keys(event), keys(one), keys(gone)) == (["03-10T09:00", "03-24T09:00"], ["03-17T09:00"], [])
    assert list(occurrences()) == []


def test_a_second_change_of_one_time_undone_leaves_the_first(by: Actor, team: Calendar) -> None:
    event = weekly(by, team)
    one = do.move_one(again(event), by=by, key=SECOND, starts_on=date(2026, 3, 18))
    do.move_one(again(event), by=by, key=SECOND, starts_on=date(2026, 3, 19))
    take_back(by, "calendar.move_one")
    assert keys(one) == ["03-18T09:00"]
    do.move_time(again(event), by=by, key=SECOND, which=do.Which.ONE, starts_on=date(2026, 3, 20))
    take_back(by, "calendar.move_time")
    assert keys(one) == ["03-18T09:00"]
    do.change_one(again(event), by=by, key=SECOND, title="Other")
    take_back(by, "calendar.change_one")
    assert again(one).title == "Sweep" and keys(one) == ["03-18T09:00"]


def test_whoever_says_only_a_later_start_leaves_it_as_long_as_it_was(by: Actor, team: Calendar) -> None:
    event = weekly(by, team)
    one = do.change_one(again(event), by=by, key=SECOND, starts="11")
    assert (one.starts_time.hour, one.ends_time.hour) == (11, 12)
    do.change_event(again(event), by=by, starts="10")
    assert (again(event).starts_time.hour, again(event).ends_time.hour) == (10, 11)


def test_a_series_of_days_said_one_by_one_is_parted(by: Actor, team: Calendar) -> None:
    event = do.create_event(by=by, calendar=team, title="Sweep", starts_on=TUESDAY, starts="9")
    Event.objects.filter(pk=event.pk).update(adds=["2026-03-20T09:00:00", "2026-03-25T09:00:00"])
    rest = do.split_series(again(event), by=by, key="2026-03-20T09:00:00", starts="11")
    assert (keys(event), keys(rest)) == (["03-10T09:00"], ["03-20T11:00", "03-25T11:00"])
    assert (again(event).rule, again(rest).rule) == ("", "")
