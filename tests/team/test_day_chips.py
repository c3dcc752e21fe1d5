"""The chips beside a date lead to days of work."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from callboard.calendar.actions import create_calendar, create_event
from callboard.core import clock
from callboard.team.models import Holiday
from callboard.work.actions import create_anchor
from tests import make

pytestmark = pytest.mark.django_db

FRIDAY = datetime(2026, 11, 27, 16, tzinfo=UTC)


THANKSGIVING = date(2026, 11, 26)


def test_a_day_off_gives_the_next_day_of_work() -> None:
    Holiday.objects.create(region="", on=date(2026, 11, 30), name="Ours")
    on = clock.business_day(FRIDAY)
    assert [clock.workday_after(on, days) for days in (1, 3, 7)] == [
        date(2026, 12, 1),
        date(2026, 12, 3),
        date(2026, 12, 4),
    ]


def test_no_two_chips_lead_to_the_same_day_whatever_is_a_holiday() -> None:
    for on in (date(2026, 11, 26), date(2026, 11, 27), *(date(2026, 12, 24) + timedelta(days=n) for n in range(5))):
        Holiday.objects.create(region="", on=on, name="Ours")
    for n in range(45):
        on = date(2026, 11, 20) + timedelta(days=n)
        days = [clock.workday_after(on, step) for step in (1, 3, 7)]
        assert on < days[0] < days[1] < days[2], on
        assert all(clock.works_on(day) for day in days)
    assert [clock.workday_after(THANKSGIVING, step) for step in (0, 1, 3, 7)] == [
        date(2026, 11, 30),
        date(2026, 11, 30),
        date(2026, 12, 2),
        date(2026, 12, 3),
    ]


def test_a_company_that_never_works_counts_by_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "works_on", lambda on: False)
    assert clock.workday_after(THANKSGIVING, 3) == date(2026, 11, 29)


def test_a_chip_carries_the_day_it_gives(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: FRIDAY)
    client.force_login(make.person("Dana Reed"))
    text = client.get("/do/work.create_task/").content.decode()
    assert 'data-days="3" data-on="2026-12-02"' in text
    assert 'aria-label="3 days of work from today, Wed, Dec. 2"' in text
    assert 'aria-label="7 days from today, Fri, Dec. 4"' in text


def test_where_something_is_moved_the_chips_count_from_where_it_stands(client: Client) -> None:
    dana = make.person("Dana Reed", roles=("administrator", "sales_support"))
    client.force_login(dana)
    anchor = create_anchor(by=make.actor(dana), name="Agents Expo", day_on=date(2099, 7, 6))
    text = client.get(f"/do/work.move_anchor/{anchor.pk}/").content.decode()
    assert 'data-days="7" data-on="2099-07-13"' in text
    assert 'aria-label="7 days later, Mon, July 13"' in text
    calendar = create_calendar(by=make.actor(dana), name="Team")
    event = create_event(by=make.actor(dana), calendar=calendar, title="Demo", starts_on=date(2099, 3, 9))
    text = client.get(f"/do/calendar.move_event/{event.pk}/?shown_on=2099-03-09").content.decode()
    assert 'data-days="1" data-on="2099-03-10"' in text
