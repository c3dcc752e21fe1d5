"""What lies ahead: tomorrow's meetings with what they need, and the dates of the week."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from callboard.calendar.actions import add_guest, create_calendar, create_event, note_answer, remove_event
from callboard.calendar.models import Answer, Calendar
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import Account, AccountFacts
from callboard.team.models import Person
from callboard.work.actions import create_task
from callboard.work.queries.ahead import Ahead, ahead_of
from tests import make

pytestmark = pytest.mark.django_db
#: A Friday morning in Chicago; the next day of work is Monday the 16th.
FRIDAY = datetime.fromisoformat("2026-03-13T15:00:00+00:00")
MONDAY = date(2026, 3, 16)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: FRIDAY)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Whitfield", zone="America/Chicago")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


@pytest.fixture
def team(by: Actor) -> Calendar:
    return create_calendar(by=by, name="Team", zone="America/Chicago")


@pytest.fixture
def account() -> Account:
    return make.account("Agency One")


def facts(account: Account, **known: object) -> None:
    AccountFacts.objects.update_or_create(account=account, defaults=known)


def ahead(by: Actor) -> Ahead:
    return ahead_of(by, FRIDAY)


def test_after_a_friday_comes_monday(by: Actor, team: Calendar) -> None:
    for day in (date(2026, 3, 14), MONDAY, MONDAY + timedelta(days=1)):
        create_event(by=by, calendar=team, title=f"Demo {day.day}", starts_on=day, starts="10")
    found = ahead(by)
    assert (found.on, [meeting.title for meeting in found.meetings]) == (MONDAY, ["Demo 16"])


def test_a_meeting_says_what_it_needs(by: Actor, team: Calendar, account: Account) -> None:
    event = create_event(by=by, calendar=team, title="Demo", starts_on=MONDAY, starts="10", account=account)
    guest = add_guest(event, by=by, address="ann@agency.example")
    facts(
        account,
        last_conversation_at=FRIDAY - timedelta(days=45),
        open_items=2,
        next_promise_on=MONDAY,
        open_cancellation=True,
    )
    (meeting,) = ahead(by).meetings
    assert meeting.needs == [
        "1 guest has not answered",
        "A cancellation is open",
        "Promised by then: see what",
        "No conversation for 45 days: read up",
        "2 open tasks",
    ]
    assert ahead(by).unprepared == 1
    note_answer(event, by=by, guest=guest, answer=Answer.ACCEPTED)
    facts(account, last_conversation_at=FRIDAY, open_items=0, next_promise_on=None, open_cancellation=False)
    assert (ahead(by).meetings[0].needs, ahead(by).unprepared) == ([], 0)


def test_of_an_account_nobody_talked_with_it_says_so(by: Actor, team: Calendar, account: Account) -> None:
    create_event(by=by, calendar=team, title="Demo", starts_on=MONDAY, starts="10", account=account)
    facts(account)
    assert ahead(by).meetings[0].needs == ["Nobody has talked with them yet: read up"]


def test_meetings_are_those_one_organizes_or_is_asked_to(by: Actor, dana: Person, team: Calendar) -> None:
    lee = make.actor(make.person("Lee Park"))
    theirs = create_event(by=lee, calendar=team, title="Theirs", starts_on=MONDAY, starts="9")
    asked = create_event(by=lee, calendar=team, title="Asked", starts_on=MONDAY, starts="10")
    own = create_event(by=by, calendar=team, title="Own", starts_on=MONDAY, starts="11")
    create_event(by=by, calendar=team, title="Whole day", starts_on=MONDAY)
    add_guest(asked, by=lee, person=dana)
    add_guest(own, by=by, person=dana)
    assert [meeting.title for meeting in ahead(by).meetings] == ["Asked", "Own"]
    remove_event(own, by=by)
    assert [meeting.title for meeting in ahead(by).meetings] == ["Asked"]
    assert theirs.pk not in {meeting.pk for meeting in ahead(by).meetings}


def test_the_week_brings_absences_and_renewals_but_not_what_one_planned_oneself(
    by: Actor, dana: Person, account: Account
) -> None:
    make.absence(make.person("Lee Park"), MONDAY, MONDAY + timedelta(days=1))
    Account.objects.filter(pk=account.pk).update(owner=dana)
    facts(account, renewal_on=MONDAY + timedelta(days=2))
    make.task(dana, due_at=FRIDAY + timedelta(days=4))
    days = {day: [line.title for line in lines] for day, lines in ahead(by).days}
    assert days == {
        MONDAY: ["Lee Park away"],
        MONDAY + timedelta(days=1): ["Lee Park away"],
        MONDAY + timedelta(days=2): ["Renewal: Agency One"],
    }


def test_the_week_brings_ones_own_events_and_promises_and_nobody_elses(
    by: Actor, dana: Person, team: Calendar, account: Account
) -> None:
    lee = make.actor(make.person("Lee Park"))
    for day, who in ((14, by), (16, by), (17, by), (18, lee)):
        create_event(by=who, calendar=team, title=f"Demo {day}", starts_on=date(2026, 3, day), starts="10")
    asked = create_event(by=lee, calendar=team, title="Asked", starts_on=date(2026, 3, 19), starts="9")
    add_guest(asked, by=lee, person=dana)
    create_task(by=by, title="Send the price list", account=account, owner=dana, promised=True, due="wed 5pm")
    create_task(by=by, title="Theirs", account=account, owner=lee.person, promised=True, due="wed 5pm")
    days = {day.day: [(line.title, line.detail) for line in lines] for day, lines in ahead(by).days}
    # Monday's are among the meetings.
    assert days == {
        14: [("Demo 14", "")],
        17: [("Demo 17", "")],
        18: [("Send the price list", "Promised to Agency One")],
        19: [("Asked", "")],
    }


def test_the_page_and_its_workbook_say_the_same(client: Client, by: Actor, team: Calendar, account: Account) -> None:
    assert by.person is not None
    client.force_login(by.person)
    assert "Nothing ahead" in client.get("/my-day/ahead/").content.decode()
    create_event(by=by, calendar=team, title="Demo <b>", starts_on=MONDAY, starts="10", account=account)
    facts(account)
    page = client.get("/my-day/ahead/").content.decode()
    assert "Monday, March 16" in page and "Demo &lt;b&gt;" in page and "1 meeting needs something" in page
    sheet = client.get("/my-day/ahead/?format=csv")
    assert "Demo <b>" in b"".join(sheet).decode() and sheet.status_code == 200
