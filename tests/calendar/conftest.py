"""Whose calendar it is in tests, and what time."""

from datetime import datetime

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar
from callboard.core import clock
from callboard.core.actions import Actor
from tests import make


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same moment all the time."""
    monkeypatch.setattr(clock, "now", lambda: make.NOW)


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock is later than the one before."""
    at = [make.NOW]

    def tick() -> datetime:
        at[0] = at[0].replace(microsecond=at[0].microsecond + 1)
        return at[0]

    monkeypatch.setattr(clock, "now", tick)


@pytest.fixture
def by(client: Client) -> Actor:
    """Dana of the desk, signed in."""
    person = make.person("Dana Whitfield", roles=("sales_support",))
    client.force_login(person)
    return make.actor(person)


@pytest.fixture
def team(by: Actor) -> Calendar:
    return do.create_calendar(by=by, name="Team")
