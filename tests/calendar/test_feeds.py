"""A calendar as an address: with its maker's rights at that moment, no more than it should say, and nothing once it ended."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar, Detail, Event, Feed, Layer
from callboard.calendar.reading.ics import ReadCalendar, read_ics
from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.core.models import Link
from callboard.team import actions as team_do
from callboard.team.models import Person, PersonRole
from callboard.work.actions import create_task
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.NOW)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Whitfield", roles=("sales_support",))


@pytest.fixture
def team(dana: Person) -> Calendar:
    return do.create_calendar(by=make.actor(dana), name="Team", zone="America/Chicago")


@pytest.fixture
def event(dana: Person, team: Calendar) -> Event:
    return do.create_event(
        by=make.actor(dana), calendar=team, title="Board meeting", starts_on=today(), starts="9", place="Room 4"
    )


def today() -> date:
    return make.NOW.date()


def made(dana: Person, **more: Any) -> str:
    feed = do.create_feed(by=make.actor(dana), name="Phone", **more)
    return f"/calendar-feeds/{feed.secret}.ics"


def fetched(client: Client, url: str) -> ReadCalendar:
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return read_ics(answer.content)


def test_it_gives_the_events_without_signing_in(client: Client, dana: Person, team: Calendar, event: Event) -> None:
    (only,) = fetched(client, made(dana)).events
    assert (only.summary, only.place, only.uid) == ("Board meeting", "Room 4", event.uid)
    assert Feed.objects.get().last_used_at is not None


def test_its_token_is_kept_nowhere(dana: Person, team: Calendar) -> None:
    token = made(dana).split("/")[-1].removesuffix(".ics")
    assert token not in str(list(Link.objects.values())) + str(list(Feed.objects.values()))


def test_a_feed_of_one_calendar_holds_no_other(client: Client, dana: Person, team: Calendar, event: Event) -> None:
    shows = do.create_calendar(by=make.actor(dana), name="Shows", layer=Layer.CONVENTIONS)
    do.create_event(by=make.actor(dana), calendar=shows, title="Congress", starts_on=today())
    assert {each.summary for each in fetched(client, made(dana)).events} == {"Board meeting", "Congress"}
    assert [each.summary for each in fetched(client, made(dana, calendar=shows)).events] == ["Congress"]


def test_busy_times_say_nothing_else(client: Client, dana: Person, team: Calendar, event: Event) -> None:
    do.create_event(by=make.actor(dana), calendar=team, title="Doctor", starts_on=today(), starts="14")
    Event.objects.filter(title="Doctor").update(private=True)
    do.change_event(
        do.create_event(by=make.actor(dana), calendar=team, title="Free", starts_on=today()),
        by=make.actor(dana),
        busy=False,
    )
    url = made(dana, detail=Detail.BUSY)
    assert {(each.summary, each.place) for each in fetched(client, url).events} == {("", "")}
    assert len(fetched(client, url).events) == 2
    raw = client.get(url).content
    assert b"Doctor" not in raw and b"Room" not in raw
    assert b"Doctor" not in client.get(made(dana, detail=Detail.TITLES)).content


def test_what_its_maker_may_not_see_is_not_in_it(client: Client, dana: Person, team: Calendar, event: Event) -> None:
    rep = make.person("Lee Park", roles=("account_executive",))
    url = made(rep)
    Event.objects.update(private=True, audience=[f"own:{dana.pk}"])
    assert fetched(client, url).events == ()


def test_the_same_events_are_not_sent_twice(client: Client, dana: Person, team: Calendar, event: Event) -> None:
    url = made(dana)
    first = client.get(url)
    again = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    do.change_event(event, by=make.actor(dana), title="Board meeting, moved")
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_one_time_of_a_series_is_given_with_its_series(client: Client, dana: Person, team: Calendar) -> None:
    by = make.actor(dana)
    series = do.create_event(by=by, calendar=team, title="Sweep", starts_on=today(), starts="9", repeats="weekly")
    do.change_one(series, by=by, key=f"{today().isoformat()}T09:00:00", title="Sweep, short")
    events = fetched(client, made(dana)).events
    assert [(each.summary, bool(each.rule), each.recurrence_of is not None) for each in events] == [
        ("Sweep", True, False),
        ("Sweep, short", False, True),
    ]


def test_ended_it_gives_nothing(client: Client, dana: Person, team: Calendar) -> None:
    url = made(dana)
    do.end_feed(Feed.objects.get(), by=make.actor(dana))
    answer = client.get(url)
    assert (answer.status_code, b"ended" in answer.content) == (410, True)
    assert client.get("/calendar-feeds/nothing.ics").status_code == 410


def test_it_ends_with_its_maker_and_with_their_right(client: Client, dana: Person, team: Calendar) -> None:
    url = made(dana)
    PersonRole.objects.filter(person=dana).delete()
    assert client.get(url).status_code == 410
    lee = make.person("Lee Park", roles=("account_executive",))
    theirs = made(lee)
    boss = make.person("Boss", roles=("administrator",))
    team_do.deactivate_person(lee, by=make.actor(boss))
    assert Feed.objects.get(owner=lee).ended_at is not None
    assert client.get(theirs).status_code == 410


def test_bad_wishes_are_refused(dana: Person, team: Calendar) -> None:
    with pytest.raises(Invalid, match="name"):
        do.create_feed(by=make.actor(dana), name=" ")
    with pytest.raises(Invalid, match="single"):
        do.create_feed(by=make.actor(dana), name="x", calendar=team, others=True)
    with pytest.raises(Invalid, match="person"):
        do.create_feed(by=Actor.clock("x"), name="x")


def test_nobody_sees_another_ones_feeds(client: Client, dana: Person, team: Calendar) -> None:
    made(dana)
    client.force_login(make.person("Lee Park", roles=("account_executive",)))
    assert client.get(f"/profile/calendar-feeds/{Feed.objects.get().pk}/").status_code == 404


def test_what_and_when_says_nothing_more_of_other_dates(client: Client, dana: Person, team: Calendar) -> None:
    """Neither the account of a task nor who stands in for somebody away."""
    create_task(by=make.actor(dana), title="Call", account=make.account("Falcon Holding"), due="+1")
    make.absence(dana, today(), today(), cover=make.person("Finn Cover"))
    whole, titles = made(dana, others=True), made(dana, others=True, detail=Detail.TITLES)
    assert "Falcon Holding" in client.get(whole).content.decode() and "Finn Cover" in client.get(whole).content.decode()
    found = fetched(client, titles)
    assert "Call" in {each.summary for each in found.events}
    assert {each.text for each in found.events} == {""}
    assert "Falcon" not in client.get(titles).content.decode() and "Finn" not in client.get(titles).content.decode()
