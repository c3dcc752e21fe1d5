"""Calling hours as the clock there shows them: days on which it is set, and when the next moment is."""

from datetime import datetime, timedelta

import pytest

from callboard.core.actions import Actor
from callboard.directory.actions import add_calling_hours, remove_calling_hours
from callboard.directory.models import CallingWindow
from callboard.directory.queries import Denied
from tests import make
from tests.directory.calls import (
    EASTERN,
    IN_ORLANDO,
    IN_TYLER,
    ORLANDO,
    TYLER,
    asked,
    at,
    rule,
    somebody,
)


def test_hours_are_wall_time_on_the_day_clocks_go_forward_and_back(by: Actor) -> None:
    ray = somebody(IN_TYLER, TYLER)
    assert rule(ray, datetime.fromisoformat("2026-03-07T14:59:00+00:00"), by) == "outside_hours"
    assert rule(ray, datetime.fromisoformat("2026-03-07T15:00:00+00:00"), by) == "", "nine, standard time"
    assert rule(ray, datetime.fromisoformat("2026-03-09T14:00:00+00:00"), by) == "", "nine, daylight time"
    assert rule(ray, datetime.fromisoformat("2026-10-31T14:00:00+00:00"), by) == ""
    assert rule(ray, datetime.fromisoformat("2026-11-02T14:59:00+00:00"), by) == "outside_hours"


def test_a_window_in_the_skipped_hour_never_opens_and_one_in_the_repeated_hour_opens_twice(by: Actor) -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    for row in CallingWindow.objects.filter(region__in=("", "TX")):
        remove_calling_hours(row, by=admin)
    for region, sunday in (("", "0-24"), ("TX", "1:30-2:30")):
        add_calling_hours(
            by=admin, region=region, weekdays="0-24", sunday=sunday, source="invented",
            starts_on=datetime(2026, 1, 1).date(),  # noqa: DTZ001
        )  # fmt: skip
    ray = somebody(IN_TYLER, TYLER)
    minutes = [datetime.fromisoformat("2026-11-01T06:00:00+00:00") + timedelta(minutes=n) for n in range(180)]
    open_ = [minute for minute in minutes if rule(ray, minute, by) == ""]
    # 1:30 to 1:59 twice, and 2:00 to 2:29 once.
    assert len(open_) == 90
    skipped = [datetime.fromisoformat("2026-03-08T07:00:00+00:00") + timedelta(minutes=n) for n in range(180)]
    assert len([minute for minute in skipped if rule(ray, minute, by) == ""]) == 30, "1:30 to 1:59; there is no 2:15"


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-03-10 20:30", "2026-03-11 08:00"),
        ("2026-03-10 05:00", "2026-03-10 08:00"),
    ],
)
def test_the_next_moment_is_said(by: Actor, now: str, opens: str) -> None:
    found = asked(somebody(IN_ORLANDO, ORLANDO), at(now, EASTERN), by)
    assert isinstance(found, Denied)
    assert found.opens_at() == at(opens, EASTERN)


def test_over_a_sunday_and_a_holiday_the_next_moment_is_the_first_open_one(by: Actor) -> None:
    ala = somebody("+12055550142", {"region": "AL", "postal_code": "35203"})
    found = asked(ala, at("2026-12-24 21:00"), by)
    assert isinstance(found, Denied)
    assert found.opens_at() == at("2026-12-26 08:00"), "Christmas day is closed"
    saturday = asked(ala, at("2026-03-14 20:30"), by)
    assert isinstance(saturday, Denied)
    assert saturday.opens_at() == at("2026-03-16 08:00")
