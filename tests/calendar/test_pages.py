"""The pages of calendars."""

from datetime import date

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.checks import occurrences
from callboard.calendar.models import Calendar, Event, Occurrence
from callboard.calendar.rules.repeating import Repeats
from callboard.core.actions import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def test_a_month_a_week_and_an_agenda_show_what_stands_there(by: Actor, team: Calendar, client: Client) -> None:
    do.create_event(
        by=by, calendar=team, title="Friday sweep", starts_on=date(2026, 3, 13), starts="3 pm", repeats=Repeats.WEEKLY
    )
    do.create_event(
        by=by, calendar=team, title="Gulf States Expo", starts_on=date(2026, 3, 24), ends_on=date(2026, 3, 25)
    )
    page = client.get("/calendar/?on=2026-03-10").content.decode()
    assert "March 2026" in page and page.count("Friday sweep") == 4 and page.count("Gulf States Expo") == 1
    assert "mb c3 s2 l1 e-n" in page, "Tuesday and Wednesday, one bar"
    week = client.get("/calendar/?view=week&on=2026-03-13").content.decode()
    assert "Friday sweep" in week and "Gulf States" not in week
    agenda = client.get("/calendar/?view=agenda&on=2026-03-20").content.decode()
    assert agenda.count("Gulf States Expo") == 2 and "Friday, Mar 20" in agenda and "3:00 PM" in agenda
    assert client.get("/calendar/?part=body").status_code == 200


@pytest.mark.parametrize(
    "address", ["?on=soon", "?on=0001-01-01", "?on=9999-12-31", "?view=year", "?on=2026-02-30", "?on="]
)
def test_an_address_that_is_no_day_is_today(by: Actor, client: Client, address: str) -> None:
    assert "March 2026" in client.get(f"/calendar/{address}").content.decode()


def test_an_event_is_added_changed_and_moved_by_its_forms(by: Actor, team: Calendar, client: Client) -> None:
    form = {"calendar": team.pk, "title": "Demo", "starts_on": "2026-03-10", "starts": "11", "repeats": "never"}
    answer = client.post("/do/calendar.create_event/", form)
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    event = Event.objects.get()
    page = client.get(f"/do/calendar.change_event/{event.pk}/").content.decode()
    assert 'value="11:00 AM"' in page
    assert client.get(f"/events/{event.pk}/").status_code == 200
    answer = client.post(f"/do/calendar.move_event/{event.pk}/", {"starts_on": "2026-03-12"})
    assert answer.status_code == 302
    assert Occurrence.objects.get().key == "2026-03-12T11:00:00"


def test_check_finds_times_that_are_not_what_the_event_says(by: Actor, team: Calendar) -> None:
    do.create_event(
        by=by, calendar=team, title="Sweep", starts_on=date(2026, 3, 13), starts="3 pm", repeats=Repeats.WEEKLY
    )
    do.create_event(by=by, calendar=team, title="Once", starts_on=date(2020, 3, 13))
    assert list(occurrences()) == []
    Occurrence.objects.filter(key__startswith="2026-04").delete()
    assert len(list(occurrences())) == 1
