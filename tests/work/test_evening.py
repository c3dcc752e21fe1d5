"""The end of a day: what was done, out of the log; what is left."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.team.models import Person
from callboard.work.actions import create_task, finish_task, pin_task
from callboard.work.models import DueKind, Task
from callboard.work.queries.did import did_on
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def dana(client: Client) -> Person:
    person = make.person("Dana Whitfield")
    client.force_login(person)
    return person


@pytest.fixture
def by(dana: Person) -> Actor:
    return Actor("person", person=dana)


def test_what_i_did_stands_by_account_and_what_was_undone_is_marked(by: Actor, dana: Person) -> None:
    hill = make.account("Hill Agency", owner=dana)
    create_task(by=by, title="Call Ray", account=hill)
    plain = create_task(by=by, title="Tidy the desk")
    pin_task(plain, by=by)
    log = Log.objects.order_by("-at").first()
    assert log is not None
    register.actions[log.action].undo_of(log, by=by)
    other = Actor("person", person=make.person())
    create_task(by=other, title="another's")
    did = did_on(by, clock.now().astimezone(dana.tz).date(), dana.tz)
    assert [group.title for group in did.groups] == ["Hill Agency", "Everything else"]
    assert [(line.what, line.record, line.undone) for line in did.lines] == [
        ("Added task", "Call Ray", False),
        ("Added task", "Tidy the desk", False),
        ("Pinned task", "Tidy the desk", True),
    ]
    assert did.text.startswith("Hill Agency\n- ") and "Pinned task: Tidy the desk (undone)" in did.text
    assert (did.stands, did.undone) == (len(did.lines) - 1, 1)


def test_a_day_is_the_persons_own_and_switches(
    client: Client, by: Actor, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    today = now.astimezone(dana.tz).date()
    with monkeypatch.context() as yesterday:
        yesterday.setattr(clock, "now", lambda: now - DAY)
        create_task(by=by, title="Call Ray")
    assert "Call Ray" not in client.get("/my-day/did/").content.decode()
    assert "Call Ray" in client.get(f"/my-day/did/?on={today - DAY}").content.decode()


@pytest.mark.parametrize("asked", ["2026-02-31", "yesterday", "9999-12-31", "0001-01-01", "\x00"])
def test_what_is_no_day_is_said_and_today_is_shown(client: Client, dana: Person, asked: str) -> None:
    answer = client.get("/my-day/did/", {"on": asked})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "is no day" in page or "has not been yet" in page


def test_what_i_did_leaves_as_a_workbook(client: Client, by: Actor, dana: Person) -> None:
    create_task(by=by, title="Call Ray", account=make.account("Hill Agency", owner=dana))
    sheet = openpyxl.load_workbook(BytesIO(client.get("/my-day/did/?format=xlsx").getvalue())).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Time", "What", "Record", "Account")
    assert rows[1][1:4] == ("Added task", "Call Ray", "Hill Agency")


def test_the_evening_holds_what_was_due_and_is_not_done(client: Client, dana: Person) -> None:
    now = clock.now()
    make.task(dana, "promised call", promised=True, due_at=now - DAY)
    make.task(dana, "of today", due_at=now, due_kind=DueKind.DAY)
    make.task(dana, "of next week", due_at=now + 8 * DAY)
    make.task(dana, "asleep", due_at=now, due_kind=DueKind.DAY, snoozed_until_at=now + DAY)
    make.task(make.person(), "another's", due_at=now - DAY)
    make.task(dana, "about a note", kind="journal.unwritten", due_at=now - DAY)
    page = client.get("/my-day/end/").content.decode()
    assert "1 still open" in page and "1 promise not kept" in page
    assert page.index("promised call") < page.index("of today")
    for words in ("of next week", "asleep", "another&#x27;s", "about a note"):
        assert words not in page


def test_one_press_puts_a_task_off_until_tomorrow(client: Client, dana: Person) -> None:
    task = make.task(dana, "of today", due_at=clock.now(), due_kind=DueKind.DAY)
    page = client.get("/my-day/end/").content.decode()
    assert f'action="/do/work.snooze_task/{task.pk}/"' in page and 'name="until" value="+1"' in page
    client.post(f"/do/work.snooze_task/{task.pk}/", {"until": "+1", "nonce": "n", "next": "/my-day/end/"})
    task.refresh_from_db()
    assert task.snoozed_until_at is not None
    assert "Nothing is left of today" in client.get("/my-day/end/").content.decode()


def test_all_that_is_left_goes_to_another_day_as_one_run(client: Client, dana: Person) -> None:
    tasks = [make.task(dana, due_at=clock.now() - DAY) for _number in range(3)]
    page = client.get("/my-day/end/").content.decode()
    assert all(f'name="id" value="{task.pk}"' in page for task in tasks)
    answer = client.post("/bulk/tasks/work.snooze_task/", {"id": [task.pk for task in tasks]})
    assert answer.status_code == 302 and "/runs/" in answer.headers["Location"]


def test_several_rows_of_my_day_are_ticked_for_one_verb(client: Client, dana: Person) -> None:
    tasks = [make.task(dana) for _number in range(2)]
    page = client.get("/").content.decode()
    assert page.count('form="bulk"') >= 2
    for verb in ("finish_task", "snooze_task", "hand_over_task", "pin_task"):
        assert f"/bulk/tasks/work.{verb}/" in page
    answer = client.post("/bulk/tasks/work.finish_task/", {"id": [task.pk for task in tasks]})
    assert "/runs/" in answer.headers["Location"]


def test_a_pin_is_a_press_on_the_row_and_is_taken_off_there(client: Client, dana: Person) -> None:
    task = make.task(dana)
    assert f'action="/do/work.pin_task/{task.pk}/"' in client.get("/").content.decode()
    client.post(f"/do/work.pin_task/{task.pk}/", {"nonce": "n", "next": "/"})
    assert f'action="/do/work.unpin_task/{task.pk}/"' in client.get("/").content.decode()


def test_a_reader_of_the_evening_asks_the_same_for_one_task_and_thirty(
    client: Client, by: Actor, dana: Person, django_assert_max_num_queries: object
) -> None:
    for number in range(30):
        task = create_task(by=by, title=f"Task {number}", account=make.account())
        Task.objects.filter(pk=task.pk).update(due_at=clock.now() - DAY)
        if number % 2:
            finish_task(Task.objects.get(pk=task.pk), by=by)
    for page in ("/my-day/end/", "/my-day/did/"):
        with django_assert_max_num_queries(16):  # type: ignore[operator]
            client.get(page)
