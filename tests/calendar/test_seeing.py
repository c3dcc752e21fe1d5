"""Who sees an event: of what is private or stands in somebody's own calendar, whoever has it and is asked to it, and nobody else."""

from datetime import date, timedelta
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Answer, Calendar, Event, EventState
from callboard.calendar.queries.people import absent, who_is_where
from callboard.calendar.queries.showing import known_between
from callboard.calendar.rules.repeating import Repeats
from callboard.core import clock
from callboard.core.access import may_see
from callboard.core.actions import Actor, Forbidden, Refused
from callboard.core.models import Log
from callboard.core.search.models import SearchEntry
from callboard.core.undo import undo
from callboard.team.models import Person
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ticking")]
TUESDAY = date(2026, 3, 10)
SECOND = "2026-03-17T09:00:00"


@pytest.fixture
def lee() -> Person:
    return make.person("Lee Marsh", roles=("account_executive",))


def again(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def talk(by: Actor, calendar: Calendar | None = None) -> Event:
    return do.create_event(by=by, calendar=calendar, title="Quarterly talk", starts_on=TUESDAY, starts="9")


def stands_in(cover: Person, person: Person) -> Actor:
    today = clock.business_day(clock.now())
    make.absence(person, today - timedelta(days=1), today + timedelta(days=1), cover=cover)
    return make.actor(Person.objects.get(pk=cover.pk))


def test_whoever_stands_in_sees_nothing_private_and_no_calendar_of_somebodys_own(
    by: Actor, team: Calendar, dana: Person, lee: Person
) -> None:
    own, private, open_to_all = talk(by), talk(by, team), talk(by, team)
    do.change_event(private, by=by, private=True)
    cover = stands_in(lee, dana)
    assert [may_see(cover, each) for each in (own, private, open_to_all)] == [False, False, True]
    assert not may_see(cover, own.calendar)


def test_what_was_private_before_cover_lent_nothing_is_so_from_now_on(by: Actor, dana: Person, lee: Person) -> None:
    event = talk(by)
    Event.objects.update(audience=[f"person:{dana.pk}"])
    Calendar.objects.update(audience=[f"person:{dana.pk}"])
    make.indexed()
    cover = stands_in(lee, dana)
    assert may_see(cover, event) and may_see(cover, event.calendar)
    with connection.cursor() as cursor:
        for statement in import_module("callboard.calendar.migrations.0005_seen_by_oneself").SQL:
            cursor.execute(statement)
    assert not (may_see(cover, event) or may_see(cover, event.calendar)) and may_see(by, event)
    assert SearchEntry.objects.get(ref_kind="calendar.event").audience == [f"own:{dana.pk}"]


def test_the_feed_of_whoever_stands_in_holds_nothing_private(by: Actor, dana: Person, lee: Person) -> None:
    do.create_event(by=by, title="Oncologist", starts_on=clock.business_day(clock.now()), starts="9")
    feed = do.create_feed(by=stands_in(lee, dana), name="f")
    answer = Client().get(f"/calendar-feeds/{feed.secret}.ics")
    assert answer.status_code == 200 and b"Oncologist" not in answer.content


def test_a_colleague_asked_to_what_stands_in_ones_own_calendar_sees_it_until_they_are_not_asked(
    by: Actor, lee: Person, client: Client
) -> None:
    event = talk(by)
    guest = do.add_guest(event, by=by, person=lee)
    assert may_see(make.actor(lee), event)
    client.force_login(lee)
    assert "Quarterly talk" in client.get("/notices/").content.decode()
    do.remove_guest(again(event), by=by, guest=guest)
    assert not may_see(make.actor(lee), event)
    undo(Log.objects.filter(action="calendar.remove_guest").latest("at"), by=by)
    assert may_see(make.actor(lee), event)


def test_whoever_is_asked_says_whether_they_come_and_nobody_says_it_for_others(
    by: Actor, team: Calendar, lee: Person, client: Client
) -> None:
    event = talk(by, team)
    guest = do.add_guest(event, by=by, person=lee)
    client.force_login(lee)
    assert f"/do/calendar.answer_event/{event.pk}/" in client.get(event.get_absolute_url()).content.decode()
    do.answer_event(again(event), by=make.actor(lee), answer=Answer.ACCEPTED)
    guest.refresh_from_db()
    assert guest.answer == Answer.ACCEPTED and guest.answered_at is not None
    undo(Log.objects.filter(action="calendar.answer_event").latest("at"), by=make.actor(lee))
    guest.refresh_from_db()
    assert guest.answer == Answer.NEEDS_ACTION
    other = make.actor(make.person("Tom Becker", roles=("account_executive",)))
    with pytest.raises(Refused, match="not asked"):
        do.answer_event(again(event), by=other, answer=Answer.DECLINED)
    with pytest.raises(Forbidden):
        do.note_answer(again(event), by=other, guest=guest, answer=Answer.DECLINED)


@pytest.mark.parametrize("private", [True, False])
def test_whoever_is_handed_what_others_do_not_see_sees_it(
    by: Actor, team: Calendar, lee: Person, private: bool
) -> None:
    event = talk(by, team if private else None)
    do.change_event(event, by=by, private=private)
    do.hand_over_event(again(event), by=by, to=lee)
    assert may_see(make.actor(lee), event)
    assert may_see(by, event) is not private, "their own calendar is still theirs"


def test_a_time_changed_by_itself_is_as_private_as_its_series(by: Actor, team: Calendar, lee: Person) -> None:
    series = do.create_event(
        by=by, calendar=team, title="Visit", starts_on=TUESDAY, starts="9", repeats=Repeats.WEEKLY, times=4
    )
    one = do.change_one(again(series), by=by, key=SECOND, title="Oncologist")
    other = do.change_one(again(series), by=by, key="2026-03-24T09:00:00", title="Dentist")
    do.change_event(again(other), by=by, private=True)
    everybody = make.actor(lee)
    assert [may_see(everybody, each) for each in (series, one, other)] == [True, True, False]
    do.change_event(again(series), by=by, private=True)
    assert [may_see(everybody, each) for each in (series, one, other)] == [False, False, False]
    undo(Log.objects.filter(action="calendar.change_event").latest("at"), by=by)
    assert [may_see(everybody, each) for each in (series, one, other)] == [True, True, False]


def test_what_is_called_off_keeps_nobody_busy(by: Actor, team: Calendar, dana: Person) -> None:
    event = talk(by, team)

    def where() -> list[str]:
        until = TUESDAY + timedelta(days=7)
        lee = make.actor(make.person("Sam Reed", roles=("account_executive",)))
        known, away = known_between(lee, TUESDAY, until), absent(lee, TUESDAY, until)
        found = who_is_where(lee, [dana.pk], TUESDAY, until, ZoneInfo("UTC"), absences=away, known=known)
        return [one.title for shown in found.values() for one in shown]

    do.change_event(again(event), by=by, private=True)
    assert where() == ["Busy"]
    Event.objects.filter(pk=event.pk).update(state=EventState.CANCELLED)
    assert where() == []
