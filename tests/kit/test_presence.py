"""Who else has a record open: seen within the minute, by those who may see the record."""

from datetime import timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.models import Change
from callboard.kit.models import Presence
from callboard.kit.pages import load_pages
from callboard.kit.presence import forget_presence
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make

pytestmark = pytest.mark.django_db
load_pages()


def at(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def task() -> Task:
    return make.task(make.person())


def beat(client: Client, task: Task, **more: str) -> str:
    return client.post("/here/", {"kind": "work.task", "id": task.pk, **more}).content.decode()


def seen(client: Client, task: Task) -> str:
    return client.get(f"/here/?kind=work.task&id={task.pk}").content.decode()


def test_a_colleague_is_seen_until_a_minute_after_their_last_beat(task: Task) -> None:
    dana, ray = at(make.person("Dana Reed")), at(make.person("Ray Hargrove"))
    assert beat(dana, task).strip() == ""
    assert "Dana Reed has this open" in beat(ray, task)
    assert "Ray Hargrove has this open" in seen(dana, task)
    Presence.objects.update(at=clock.now() - timedelta(seconds=61))
    assert seen(ray, task).strip() == ""
    forget_presence(0)
    assert not Presence.objects.exists()


def test_typing_is_said_and_closing_too_and_only_news_tells_the_pages(task: Task) -> None:
    dana, ray = at(make.person("Dana Reed")), at(make.person("Ray Hargrove"))
    topic = f"here:work.task:{task.pk}"

    def told() -> int:
        return Change.objects.filter(topic=topic, kind="work.task", object_id=task.pk).count()

    beat(dana, task)
    beat(dana, task)
    assert told() == 1
    beat(dana, task, typing="1")
    assert "Dana Reed is typing" in seen(ray, task)
    assert told() == 2
    beat(dana, task)
    assert "Dana Reed has this open" in seen(ray, task)
    beat(dana, task, leave="1")
    beat(dana, task, leave="1")
    assert seen(ray, task).strip() == ""
    assert told() == 4


def test_ten_tabs_of_one_person_are_one_person(task: Task) -> None:
    dana = make.person("Dana Reed")
    for _tab in range(10):
        beat(at(dana), task)
    assert Presence.objects.count() == 1


def test_who_may_not_see_the_record_neither_looks_nor_is_looked_at(task: Task) -> None:
    blind = at(make.person(roles=()))
    assert blind.get(f"/here/?kind=work.task&id={task.pk}").status_code == 404
    assert blind.post("/here/", {"kind": "work.task", "id": task.pk}).status_code == 404
    assert not Presence.objects.exists()


@pytest.mark.parametrize(
    "query",
    ["", "?kind=work.task", "?kind=no.thing&id=1", "?kind=work.task&id=9999999999999999999", "?kind=core.log&id=1"],
)
def test_what_is_no_record_is_not_found(query: str) -> None:
    assert at(make.person()).get(f"/here/{query}").status_code == 404


def test_nobody_looks_without_signing_in(task: Task) -> None:
    assert Client().get(f"/here/?kind=work.task&id={task.pk}").status_code == 302


def test_every_record_has_the_place_for_it(task: Task) -> None:
    page = at(make.person()).get(task.get_absolute_url()).content.decode()
    assert f'data-live="here:work.task:{task.pk}"' in page
