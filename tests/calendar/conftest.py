"""Whose calendar it is in tests, and what time; real mail."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.test import Client

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.team.models import Person
from tests import make
from tests.calendar.mailing import ANN
from tests.channels.make import mailbox
from tests.channels.post import Post, taken_already
from tests.channels.servers import Imap, Outbox, imap_server, smtp_server


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
def dana(by: Actor) -> Person:
    assert by.person is not None
    return by.person


@pytest.fixture
def by(client: Client) -> Actor:
    """Dana of the desk, signed in."""
    person = make.person("Dana Whitfield", roles=("sales_support",))
    client.force_login(person)
    return make.actor(person)


@pytest.fixture
def team(by: Actor) -> Calendar:
    return do.create_calendar(by=by, name="Team")


@pytest.fixture(scope="module")
def imap() -> Iterator[Imap]:
    with imap_server() as server:
        yield server


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    with smtp_server() as server:
        yield server


@pytest.fixture
def post(imap: Imap, outbox: Outbox) -> Post:
    servers = {"imap_host": "127.0.0.1", "imap_port": imap.port, "smtp_host": "127.0.0.1", "smtp_port": outbox.port}
    return Post(mailbox(address="desk@ours.example", **servers, **taken_already(imap)), imap, outbox)


@pytest.fixture
def ann() -> Contact:
    account = make.account("Agency One")
    contact = Contact.objects.create(account=account, name="Ann Lee")
    contact.emails.create(address=ANN)
    return contact
