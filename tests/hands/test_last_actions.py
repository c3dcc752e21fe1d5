"""What I did last, and u: the newest of it on this page."""

import re

import pytest
from django.test import Client

from callboard.core.models import Log
from callboard.team.models import Person
from callboard.work.actions import create_task, finish_task, pin_task, snooze_task
from callboard.work.models import Task
from tests import make

from .conftest import signed_in

pytestmark = pytest.mark.django_db


def task(desk: Person, title: str = "Call Ray") -> Task:
    return create_task(by=make.actor(desk), title=title, owner=desk)


def test_the_list_shows_mine_with_undo_where_it_is_still_allowed(desk: Person, as_desk: Client) -> None:
    made = task(desk)
    finish_task(made, by=make.actor(desk))
    page = as_desk.get("/done/").content.decode()
    assert len(re.findall(r'action="/undo/[0-9a-f-]{36}/"', page)) == 1
    assert "Something was done to it since" in page
    assert "Call Ray" in page
    assert "Call Ray" not in signed_in(make.person()).get("/done/").content.decode()


def test_u_takes_back_my_newest_on_this_page_and_then_the_one_before(desk: Person, as_desk: Client) -> None:
    made = task(desk)
    pin_task(made, by=make.actor(desk))
    snooze_task(made, by=make.actor(desk), until="+3")
    page = f"/tasks/{made.pk}/"
    assert as_desk.post("/undo/last/", {"page": page})["Location"] == page
    made.refresh_from_db()
    assert (made.snoozed_until_at, made.pinned) == (None, True)


def test_u_never_takes_back_what_another_did(desk: Person, as_desk: Client) -> None:
    made = task(desk)
    other = make.person()
    pin_task(made, by=make.actor(other))
    answer = as_desk.post("/undo/last/", {"page": f"/tasks/{made.pk}/"}, follow=True)
    assert "Something was done to it since" in answer.content.decode()
    made.refresh_from_db()
    assert made.pinned


def test_the_tab_says_which_action_where_the_page_shows_no_record(desk: Person, as_desk: Client) -> None:
    made = task(desk)
    finish_task(made, by=make.actor(desk))
    log = Log.objects.get(action="work.finish_task")
    as_desk.post("/undo/last/", {"page": "/", "log": str(log.pk)})
    made.refresh_from_db()
    assert made.done_at is None
    again = as_desk.post("/undo/last/", {"page": "/", "log": str(log.pk)}, follow=True)
    assert "nothing of yours to undo" in again.content.decode()


@pytest.mark.parametrize(
    "given", [{}, {"page": "//elsewhere.example/"}, {"page": "/nowhere/", "log": "no id"}, {"log": "7"}]
)
def test_nothing_to_undo_is_said(as_desk: Client, given: dict[str, str]) -> None:
    answer = as_desk.post("/undo/last/", given, follow=True)
    assert answer.redirect_chain[0][0] == "/"
    assert "nothing of yours to undo" in answer.content.decode()
