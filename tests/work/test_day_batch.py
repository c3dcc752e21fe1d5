"""Several rows of My Day at once: seen, started, and back on the page, on the row after them."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from callboard.core.models import Run
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make
from tests.core.running import finish

pytestmark = pytest.mark.django_db
FINISH = "/bulk/tasks/work.finish_task/"


@pytest.fixture
def dana(client: Client) -> Person:
    found = make.person("Dana")
    client.force_login(found)
    return found


@pytest.fixture
def tasks(dana: Person) -> list[Task]:
    return [make.task(dana, f"Task {number}", stake=900 - number) for number in range(4)]


def page(client: Client, url: str) -> Any:
    return html.fromstring(client.get(url).content.decode())


def stands_on(client: Client, url: str) -> str:
    (row,) = page(client, url).xpath("//li[contains(@class, 'cur')]")
    return str(row.get("data-row"))


def hidden(client: Client, url: str, name: str) -> str:
    return str(page(client, url).xpath(f"//form//input[@name='{name}']/@value")[-1])


def started(client: Client, tasks: list[Task], begun: str) -> str:
    """Tick, see what would happen, start; where it leads."""
    assert page(client, begun).xpath("//form[@id='bulk']/input[@name='next']/@value") == [begun]
    draft = client.post(FINISH, {"id": [task.pk for task in tasks], "next": begun})["Location"]
    (back,) = page(client, draft).xpath("//footer/a[contains(@class, 'btn-ghost')]")
    assert (back.get("href"), back.text) == (begun, "Back")
    asked = client.post(draft, {"nonce": "a"}).content.decode()
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', asked)
    return str(client.post(draft, {"nonce": "b", "seen": seen, "start": "1"})["Location"])


@pytest.mark.parametrize("begun", ["/", "/?minutes=10"])
def test_a_batch_leads_back_to_my_day_on_the_row_after_it(
    client: Client, dana: Person, tasks: list[Task], begun: str
) -> None:
    Task.objects.update(minutes=5)
    order = [str(pk) for pk in page(client, begun).xpath("//li[@data-row]/@data-row")]
    assert len(order) == 4 and stands_on(client, begun) == order[0]
    first = [task for task in tasks if str(task.pk) in order[:2]]
    led = started(client, first, begun)
    run = Run.objects.get()
    assert led == f"{begun}{'&' if '?' in begun else '?'}run={run.pk}"
    assert stands_on(client, led) == order[2], "the two before it are under way"
    (said,) = page(client, led).xpath(f"//a[@href='/runs/{run.pk}/']/..")
    assert " ".join(" ".join(said.itertext()).split()) == "Finish task: What came of each"
    finish(run)
    assert [str(pk) for pk in page(client, led).xpath("//li[@data-row]/@data-row")] == order[2:]
    assert stands_on(client, led) == order[2]


def test_a_run_of_somebody_else_or_none_changes_nothing(client: Client, dana: Person, tasks: list[Task]) -> None:
    first = stands_on(client, "/")
    run = Run.objects.get(pk=re.search(r"\d+$", started(client, tasks[:1], "/"))[0])  # type: ignore[index]
    Run.objects.update(person=make.person("Max"))
    for number in (str(run.pk), "0", "x", "9" * 30):
        answer = client.get("/", {"run": number})
        assert answer.status_code == 200 and stands_on(client, f"/?run={number}") == first
        assert f"/runs/{run.pk}/" not in answer.content.decode()


def test_a_batch_that_cannot_be_leads_back_too_and_never_to_another_site(
    client: Client, dana: Person, tasks: list[Task]
) -> None:
    answer = client.post(FINISH, {"next": "/?minutes=10"}, follow=True)
    assert answer.redirect_chain == [("/?minutes=10", 302)] and "Nothing is chosen" in answer.content.decode()
    away = client.post(FINISH, {"id": [tasks[0].pk], "next": "https://elsewhere.example/"})["Location"]
    assert away == f"/runs/{Run.objects.get().pk}/"


def test_where_a_batch_takes_every_row_the_keyboard_stands_on_the_first(
    client: Client, dana: Person, tasks: list[Task]
) -> None:
    first = stands_on(client, "/")
    assert stands_on(client, started(client, tasks, "/")) == first


def test_every_button_of_the_bar_can_be_pressed(client: Client, dana: Person, tasks: list[Task]) -> None:
    urls = page(client, "/").xpath("//form[@id='bulk']//button[@formaction]/@formaction")
    assert len(urls) == 4
    for url in urls:
        assert client.post(url, {"id": [tasks[0].pk], "next": "/"}).status_code == 302, url


def test_the_evening_leads_back_to_itself(client: Client, dana: Person, tasks: list[Task]) -> None:
    Task.objects.update(due_at=make.NOW)
    led = started(client, tasks[:1], "/my-day/end/")
    assert led.startswith("/my-day/end/?run=") and client.get(led).status_code == 200


def test_coming_back_asks_two_questions_more_for_any_number_of_rows(
    client: Client, dana: Person, tasks: list[Task]
) -> None:
    client.get("/")
    with CaptureQueriesContext(connection) as usual:
        client.get("/")
    led = started(client, tasks[:3], "/")
    with CaptureQueriesContext(connection) as after:
        client.get(led)
    assert len(usual) < len(after) <= min(len(usual) + 4, 12)
