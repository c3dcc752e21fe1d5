"""Back from an absence: one notice on the first morning, and a page that says what came about; nothing of it is stored."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.models import Notice
from callboard.core.undo import undo
from callboard.intake.models import QueueItem
from callboard.kit.pages import load_pages
from callboard.team.models import Person
from callboard.work.actions import accept_handoff, create_task, finish_task, hand_over_task, snooze_task
from callboard.work.jobs import tell_who_is_back
from callboard.work.queries.away import Away, away_of, fresh_absence
from tests import make
from tests.work.handed import Company, did, last

pytestmark = pytest.mark.django_db
load_pages()
ZONE = ZoneInfo("America/Chicago")
#: Away from Monday to Friday; the first morning is the next Monday.
FIRST, LAST, BACK = date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 9)
Set = Callable[..., datetime]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Sets the clock to an hour of a day where Ann lives; each reading is a millisecond later."""

    def to(day: date, hour: int, minute: int = 0) -> datetime:
        begin = datetime.combine(day, time(hour, minute), ZONE)
        passed = iter(range(1, 10**6))
        monkeypatch.setattr(clock, "now", lambda: begin + timedelta(milliseconds=next(passed)))
        return begin

    return to


class Office(Company):
    """Ann is away for a week, Max stands in: he works two of her tasks, one more is left; a promise, a mail, a hand-off."""

    def __init__(self, at: Set) -> None:
        at(date(2026, 2, 27), 10)
        super().__init__(level=False)
        self.max = make.person("Max", roles=("account_executive",), team=self.ann.team)
        self.away = make.absence(self.ann, FIRST, LAST, cover=self.max)
        self.other = make.account("Other Agency", owner=self.max)
        tasks = [self.task(f"Task {number}", account=self.account) for number in range(3)]
        handoff = self.asked()
        at(date(2026, 3, 3), 11)
        stand_in = make.actor(Person.objects.get(pk=self.max.pk))
        for task in tasks[:2]:
            finish_task(task, by=stand_in)
        create_task(by=stand_in, title="Their own", account=self.other, owner=self.max)
        create_task(by=stand_in, title="Send the price list", account=self.account, promised=True, due="fri 5pm")
        did(accept_handoff, handoff, self.bo)
        QueueItem.objects.create(
            medium="mail", subject="When do you call?", sender="bo@acme.example", account=self.account,
            state="assigned", person=self.max, received_at=clock.now(), created_at=clock.now(), updated_at=clock.now(),
        )  # fmt: skip

    def task(self, title: str, **given: Any) -> Any:
        return create_task(by=make.actor(self.ann), title=title, **given)


@pytest.fixture
def office(at: Set) -> Office:
    return Office(at)


def seen(office: Office) -> Away:
    return away_of(make.actor(Person.objects.get(pk=office.ann.pk)), office.away, clock.now())


def told(office: Office) -> list[str]:
    tell_who_is_back.func(timestamp=0) if hasattr(tell_who_is_back, "func") else tell_who_is_back(timestamp=0)
    return list(Notice.objects.filter(event="back_from_absence", person=office.ann).values_list("text", flat=True))


def test_a_week_away_is_told_once_on_the_first_morning(office: Office, at: Set) -> None:
    at(date(2026, 3, 4), 9)
    assert told(office) == []
    at(date(2026, 3, 8), 12)
    assert told(office) == []
    at(BACK, 5)
    assert told(office) == []
    at(BACK, 10)
    (text,) = told(office)
    assert "3 things were done for you" in text
    assert "0 tasks came or became due" in text
    assert "1 other waits for you" in text
    assert "1 promise was given" in text
    assert "1 hand-off moved" in text
    assert "Came in: 1" in text
    assert "/my-day/away/" in text
    at(BACK, 11)
    assert len(told(office)) == 1


def test_who_comes_back_reads_what_came_about(office: Office, at: Set) -> None:
    at(BACK, 10)
    away = seen(office)
    assert [line.record for line in away.did.lines] == ["Task 0", "Task 1", "Send the price list"]
    assert ([row.task.title for row in away.new], away.came, away.others_wait) == ([], 0, 1)
    assert [promise.task.title for promise in away.promises] == ["Send the price list"]
    assert [(step.handoff.task.title, step.state) for step in away.steps] == [("Set up direct debit", "accepted")]
    assert [row[:3] for each in away.others for row in each.rows] == [("When do you call?", "Acme", "Max")]


def test_what_was_taken_back_is_marked_and_what_others_did_is_not_told(office: Office, at: Set) -> None:
    at(date(2026, 3, 3), 12)
    undo(last("create_task"), by=make.actor(Person.objects.get(pk=office.max.pk)))
    create_task(by=make.actor(office.boss), title="A boss's", account=office.account, owner=office.boss)
    at(BACK, 10)
    lines = seen(office).did.lines
    assert [(line.record, line.undone) for line in lines] == [
        ("Task 0", False), ("Task 1", False), ("Send the price list", True)
    ]  # fmt: skip


def test_my_day_leads_there_for_three_working_days(office: Office, at: Set, client: Any) -> None:
    for day, fresh in ((date(2026, 3, 4), False), (BACK, True), (date(2026, 3, 11), True), (date(2026, 3, 12), False)):
        now = at(day, 10)
        assert (fresh_absence(office.ann, now) is not None) == fresh, day
    at(BACK, 10)
    client.force_login(office.ann)
    assert client.get("/").content.decode().count('href="/my-day/away/"') == 2


def test_the_page_says_it_all_in_twelve_queries(office: Office, at: Set, client: Any) -> None:
    at(BACK, 10)
    client.force_login(office.ann)
    client.get("/my-day/away/")
    with CaptureQueriesContext(connection) as few:
        page = client.get("/my-day/away/").content.decode()
    assert len(few) <= 12
    for words in (
        "Max stood in",
        "Task 0",
        "1 other task waits",
        "Send the price list",
        "When do you call?",
        "Set up direct debit",
    ):
        assert words in page
    at(date(2026, 3, 5), 10)
    for number in range(5):
        finish_task(office.task(f"More {number}", account=office.account), by=make.actor(office.max))
    at(BACK, 11)
    with CaptureQueriesContext(connection) as more:
        client.get("/my-day/away/")
    assert len(more) <= len(few)


def test_who_was_never_away_reads_so(office: Office, client: Any) -> None:
    client.force_login(office.bo)
    assert "You were not away" in client.get("/my-day/away/").content.decode()


def test_who_goes_from_one_absence_into_the_next_is_back_after_both(at: Set) -> None:
    ann = make.person("Ann")
    first, second = make.absence(ann, FIRST, LAST), make.absence(ann, date(2026, 3, 7), date(2026, 3, 13))
    now = at(BACK, 12)
    assert fresh_absence(ann, now) is None
    assert tell_who_is_back.func(0) == 0 and not Notice.objects.filter(person=ann).exists()
    now = at(date(2026, 3, 16), 12)
    assert fresh_absence(ann, now) == second
    assert tell_who_is_back.func(0) == 2
    told = Notice.objects.filter(person=ann).values_list("ref_id", flat=True)
    assert set(told) == {first.pk, second.pk}, "what came about in either is told"


def test_what_came_or_became_due_is_told_apart_from_what_was_there(office: Office, at: Set, client: Any) -> None:
    """Made, given, due, or awake again in the week: new. What was there before, or came since, is counted with a link."""
    at(date(2026, 2, 27), 15)
    handed = create_task(by=make.actor(office.max), title="Given by Max", owner=office.max)
    office.task("Due on Wednesday", due="mar 4")
    office.task("Due before", due="feb 27 17:00")
    office.task("Due after", due="mar 12")
    sleeps, sleeps_on = office.task("Awake again"), office.task("Asleep")
    snooze_task(sleeps, by=make.actor(office.ann), until="mar 5")
    snooze_task(sleeps_on, by=make.actor(office.ann), until="mar 20")
    at(date(2026, 3, 4), 10)
    stand_in = make.actor(Person.objects.get(pk=office.max.pk))
    create_task(by=stand_in, title="Made for Ann", owner=office.ann)
    finish_task(create_task(by=stand_in, title="Done already", owner=office.ann), by=stand_in)
    hand_over_task(handed, by=make.actor(office.max), to=office.ann)
    at(BACK, 8)
    create_task(by=make.actor(office.max), title="Made this morning", owner=office.ann)
    at(BACK, 10)
    away = seen(office)
    assert {row.task.title for row in away.new} == {"Given by Max", "Due on Wednesday", "Awake again", "Made for Ann"}
    # Task 2, Due before, Due after, Asleep, Made this morning.
    assert (away.came, away.others_wait) == (4, 5)
    client.force_login(office.ann)
    page = client.get("/my-day/away/").content.decode()
    assert "Came or became due" in page and "Made for Ann" in page
    assert "Due before" not in page and "Made this morning" not in page
    assert '<a href="/tasks/?state=open&amp;owner=me">5 other tasks wait for you' in page
    listed = client.get("/tasks/?state=open&owner=me").content.decode()
    assert "Due before" in listed and "Made this morning" in listed


def test_nothing_new_says_so_and_still_counts_what_waits(at: Set, client: Any) -> None:
    at(date(2026, 2, 27), 10)
    ann = make.person("Ann")
    create_task(by=make.actor(ann), title="Old")
    make.absence(ann, FIRST, LAST)
    at(BACK, 10)
    client.force_login(ann)
    page = client.get("/my-day/away/").content.decode()
    assert "Nothing came about" in page and "1 other task waits for you" in page
