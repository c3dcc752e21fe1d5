"""People are told of what begins: once of each time, each of them, and again when they ask."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from callboard.calendar import actions as do
from callboard.calendar.jobs import remind
from callboard.calendar.models import Calendar, Event, Guest
from callboard.calendar.rules.reminding import Alarm, alarm_of, alarms_of
from callboard.calendar.rules.repeating import Repeats
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import Log, Notice
from tests import make

pytestmark = pytest.mark.django_db


class Hands:
    """The time it is."""

    at = make.NOW

    def to(self, day: int, hour: int, minute: int = 0) -> None:
        """By the clock of UTC; Texas is five hours behind in March."""
        self.at = datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    hands = Hands()
    monkeypatch.setattr(clock, "now", lambda: hands.at)
    return hands


@pytest.fixture
def by(hands: Hands) -> Actor:
    return make.actor(make.person("Dana Whitfield", roles=("sales_support",)))


def event(by: Actor, team: Calendar, **more: Any) -> Event:
    given = {"by": by, "calendar": team, "title": "Sweep", "starts_on": date(2026, 3, 13), "starts": "3 pm"}
    return do.create_event(**{**given, "alarm": Alarm.HALF, **more})


def told() -> list[tuple[str, str]]:
    return [(each.person.name, each.text) for each in Notice.objects.order_by("pk").select_related("person")]


def test_each_of_them_is_told_once_at_its_minute(by: Actor, team: Calendar, hands: Hands) -> None:
    made = event(by, team, place="Room 2")
    for name, answer in (("Tom Becker", "accepted"), ("Ann Other", "declined")):
        Guest.objects.create(
            event=made, person=make.person(name), answer=answer, created_at=make.NOW, updated_at=make.NOW
        )
    hands.to(13, 19, 29)
    assert remind(0) is False and told() == []
    hands.to(13, 19, 30)
    assert remind(0) is True
    said = "Friday, Mar 13, 3:00 PM, Room 2"
    assert sorted(told()) == [("Dana Whitfield", said), ("Tom Becker", said)]
    logs = Log.objects.count()
    hands.to(13, 19, 31)
    assert remind(0) is False and len(told()) == 2
    assert Log.objects.count() == logs, "a minute without anybody to tell writes nothing"


def test_a_minute_that_was_missed_is_caught_up_and_what_is_over_is_not(by: Actor, team: Calendar, hands: Hands) -> None:
    event(by, team)
    hands.to(13, 19, 55)
    assert remind(0) is True
    event(by, team, title="Gone by", starts_on=date(2026, 3, 12))
    assert remind(0) is False and len(told()) == 1


def test_of_a_series_each_time_and_a_moved_one_when_it_is_now(by: Actor, team: Calendar, hands: Hands) -> None:
    series = event(by, team, repeats=Repeats.WEEKLY, times=3)
    do.move_one(series, by=by, key="2026-03-20T15:00:00", starts_on=date(2026, 3, 19))
    for day in (13, 19, 20, 27):
        hands.to(day, 19, 45)
        remind(0)
        Notice.objects.update(read_at=hands.at)
    assert [text[:14] for _name, text in told()] == ["Friday, Mar 13", "Thursday, Mar ", "Friday, Mar 27"]


def test_of_whole_days_a_day_before_and_of_what_was_removed_nothing(by: Actor, team: Calendar, hands: Hands) -> None:
    event(by, team, title="Badge names due", starts="", alarm=Alarm.DAY)
    gone = event(by, team, title="Off", starts="", alarm=Alarm.DAY)
    do.remove_event(gone, by=by)
    hands.to(12, 4, 59)
    assert remind(0) is False
    hands.to(12, 5, 0)
    assert remind(0) is True and told() == [("Dana Whitfield", "Friday, Mar 13")]


def test_who_asks_to_be_told_again_is_told_once_more(by: Actor, team: Calendar, hands: Hands) -> None:
    made = event(by, team)
    hands.to(13, 19, 30)
    remind(0)
    Notice.objects.update(read_at=hands.at)
    do.remind_again(made, by=by, later=do.Later.QUARTER)
    hands.at += timedelta(minutes=14)
    assert remind(0) is False
    hands.at += timedelta(minutes=1)
    assert remind(0) is True and len(told()) == 2
    hands.at += timedelta(minutes=1)
    assert remind(0) is False


def test_minutes_a_file_brought_are_kept_where_no_other_way_is_chosen() -> None:
    assert alarm_of([30]) == Alarm.HALF and alarm_of([]) == Alarm.NONE
    assert alarm_of([7]) == Alarm.OTHER == alarm_of([5, 10])
    assert alarms_of(Alarm.OTHER, [5, 10]) == [5, 10] and alarms_of(Alarm.DAY) == [1440]
