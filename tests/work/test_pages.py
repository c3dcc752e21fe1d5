"""My Day, the list of tasks, one task."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.team.models import Person
from callboard.work.models import StakeKind, Task
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana(client: Client) -> Person:
    person = make.person("Dana Whitfield")
    client.force_login(person)
    return person


def test_my_day_is_the_first_page_and_asks_who_one_is(client: Client, dana: Person) -> None:
    assert client.get("/").status_code == 200
    assert Client().get("/").headers["Location"] == "/sign-in/?next=/"


def test_an_empty_day_says_what_will_come_and_offers_the_first_step(client: Client) -> None:
    # Whoever sets the company up sees the set-up list in its place (tests/team/test_setup.py).
    client.force_login(make.person("Priya Natarajan", roles=("account_executive",)))
    page = client.get("/").content.decode()
    assert "Nothing waits for you" in page
    assert "/do/work.create_task/" in page


def test_the_day_says_what_is_over_and_what_it_is_worth(client: Client, dana: Person) -> None:
    account = make.account("Hargrove Insurance Agency")
    make.task(
        dana,
        "Call Ray Hargrove back",
        account=account,
        due_at=clock.now() - timedelta(days=2),
        promised=True,
        stake=Decimal(1164),
        stake_kind=StakeKind.MRR_AT_STAKE,
        note="He asked for rater seat prices.",
    )
    page = client.get("/").content.decode()
    for words in (
        "1 to do",
        "1 overdue",
        "2 days over",
        "$1,164",
        "MRR at stake",
        "Hargrove Insurance Agency",
        "seat prices",
    ):
        assert words in page
    for key in ('data-key="d"', 'data-key="s"', 'data-key="o"', 'data-key="Enter"'):
        assert key in page


def test_a_task_is_done_with_one_press_and_taken_back_with_another(client: Client, dana: Person) -> None:
    task = make.task(dana)
    answer = client.post(f"/do/work.finish_task/{task.pk}/", {"nonce": "n1", "next": "/"})
    assert answer.headers["Location"] == "/"
    task.refresh_from_db()
    assert task.state == "done"
    page = client.get("/").content.decode()
    assert f"Finished “{task}”" in page
    undo = re.findall(r'action="(/undo/[0-9a-f-]{36}/)"', page)[0]
    client.post(undo)
    task.refresh_from_db()
    assert task.state == "open"


def test_a_task_is_snoozed_in_words_and_a_wrong_word_is_said_beside_the_field(client: Client, dana: Person) -> None:
    task = make.task(dana)
    wrong = client.post(f"/do/work.snooze_task/{task.pk}/", {"until": "some day"})
    assert wrong.status_code == 422
    assert "is no time" in wrong.content.decode()
    client.post(f"/do/work.snooze_task/{task.pk}/", {"until": "+3"})
    assert "1 snoozed" in client.get("/").content.decode()


def test_a_task_is_added_from_the_page(client: Client, dana: Person) -> None:
    client.post("/do/work.create_task/", {"title": "Send the price list", "due": "tomorrow 9"})
    task = Task.objects.get()
    assert (task.owner, task.title) == (dana, "Send the price list")


def test_ten_minutes_show_short_tasks_only(client: Client, dana: Person) -> None:
    make.task(dana, "a short thing", minutes=5)
    make.task(dana, "a long thing", minutes=50)
    page = client.get("/?minutes=10").content.decode()
    assert "a short thing" in page
    assert "a long thing" not in page


def test_the_day_fetches_itself_again(client: Client, dana: Person) -> None:
    make.task(dana, "here")
    part = client.get("/?part=day").content.decode()
    assert "here" in part
    assert "<html" not in part
    assert f'data-live="person:{dana.pk}"' in part


def test_a_reader_of_a_colleagues_task_sees_no_verbs_they_may_not_use(client: Client, db: None) -> None:
    reader = make.person(roles=("account_executive",))
    client.force_login(reader)
    task = make.task(make.person("Ray"), "theirs")
    page = client.get(f"/tasks/{task.pk}/").content.decode()
    assert "theirs" in page
    assert f"/do/work.finish_task/{task.pk}/" not in page


def test_the_list_of_tasks_filters_sorts_and_exports(client: Client, dana: Person) -> None:
    make.task(dana, "mine")
    make.task(make.person("Ray"), "for Ray alone")
    mine = client.get("/tasks/?state=open&owner=me").content.decode()
    assert "mine" in mine
    assert "for Ray alone" not in mine
    for query in ("?sort=due", "?sort=-stake", "?sort=owner", "?promised=1", "?q=mine", "?format=csv", "?part=rows"):
        assert client.get(f"/tasks/{query}").status_code == 200


def test_a_closed_task_says_how_it_ended(client: Client, dana: Person) -> None:
    task = make.task(dana, state="done", done_at=clock.now(), done_by=dana)
    page = client.get(f"/tasks/{task.pk}/").content.decode()
    assert "Done" in page
    assert f"/do/work.reopen_task/{task.pk}/" in page


def test_my_day_costs_the_same_with_one_task_and_thirty(client: Client, dana: Person) -> None:
    counts = []
    for number in range(30):
        make.task(dana, account=make.account(), stake=Decimal(number))
        if number in (0, 29):
            with CaptureQueriesContext(connection) as context:
                client.get("/")
            counts.append(len(context))
    assert counts[0] == counts[1]
    assert counts[0] <= 16


def test_an_account_shows_what_is_open_with_it_and_offers_a_task(client: Client, dana: Person) -> None:
    account = make.account("Hargrove Insurance Agency", owner=dana)
    make.task(dana, "Call Ray back", account=account, due_at=clock.now() - timedelta(days=3))
    page = client.get(account.get_absolute_url()).content.decode()
    assert "Call Ray back" in page
    assert "3 days over" in page
    assert f"/do/work.create_task/?account={account.pk}" in page


def test_a_person_who_covers_is_told_for_whom(client: Client, dana: Person) -> None:
    today = clock.now().date()
    make.absence(make.person("Tom Away"), today - timedelta(days=1), today + timedelta(days=1), cover=dana)
    assert "Tom Away" in client.get("/").content.decode()


def test_a_task_that_is_done_is_over_no_more_in_the_list(client: Client, dana: Person) -> None:
    due = clock.now() - timedelta(days=3)
    task = make.task(dana, "Call Ray back", due_at=due)
    assert "3 days over" in client.get("/tasks/").content.decode()
    Task.objects.filter(pk=task.pk).update(state="done", done_at=clock.now(), done_by=dana)
    page = client.get("/tasks/").content.decode()
    assert "Call Ray back" in page
    assert " over<" not in page


def test_anybody_can_read_the_table_of_weights(client: Client, dana: Person) -> None:
    task = make.task(dana, due_at=clock.now() - timedelta(days=2))
    page = client.get("/why/work.weights/").content.decode()
    for words in (
        "You pinned it",
        "+2000",
        "Promised to the customer, and late",
        "\N{MINUS SIGN}30 for each hour ahead",
    ):
        assert words in page
    assert "/why/work.weights/" in client.get(f"/why/task.rank/{task.pk}/").content.decode()
