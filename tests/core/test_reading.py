"""What is read once: for a request or a run, never longer, and not past a write."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.reading import forget, once, reading_once
from callboard.team.actions import set_setting
from callboard.team.queries import setting

NOON = datetime(2026, 3, 10, 18, tzinfo=UTC)


def test_outside_of_a_request_everything_is_asked_again() -> None:
    asked: list[int] = []
    once("x", lambda: asked.append(1))
    once("x", lambda: asked.append(1))
    assert asked == [1, 1]


def test_inside_it_is_asked_once_until_it_is_forgotten() -> None:
    asked: list[int] = []
    with reading_once():
        once("x", lambda: asked.append(1))
        once("x", lambda: asked.append(1))
        with reading_once():
            once("x", lambda: asked.append(2))
        forget()
        once("x", lambda: asked.append(3))
    assert asked == [1, 2, 3]


@pytest.mark.django_db
def test_a_setting_that_was_changed_is_read_again_in_the_same_run() -> None:
    admin = Actor.clock("test")
    with reading_once():
        before = setting("company.name")
        set_setting(by=admin, name="company.name", value="Acme")
    assert (before, setting("company.name")) == ("", "Acme")


@pytest.mark.django_db
def test_the_business_day_of_many_instants_costs_one_query() -> None:
    with reading_once(), CaptureQueriesContext(connection) as asked:
        for _number in range(5):
            clock.business_day(NOON)
    assert len(asked) == 1
