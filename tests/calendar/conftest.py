"""Calendars with real mail."""

from collections.abc import Iterator

import pytest

from callboard.core.actions import Actor
from callboard.directory.models import Contact
from callboard.team.models import Person
from tests import make
from tests.calendar.mailing import ANN
from tests.channels.make import mailbox
from tests.channels.post import Post, taken_already
from tests.channels.servers import Imap, Outbox, imap_server, smtp_server


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
def dana() -> Person:
    return make.person("Dana Whitfield", roles=("sales_support",), zone="America/Chicago")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


@pytest.fixture
def ann() -> Contact:
    account = make.account("Agency One")
    contact = Contact.objects.create(account=account, name="Ann Lee")
    contact.emails.create(address=ANN)
    return contact
