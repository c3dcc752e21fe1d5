"""Whoever captures mail and where it comes to; an own mailbox on each real server, its person and whom they write to."""

from collections.abc import Iterator

import pytest

from callboard.channels.models import Mailbox, OwnMailbox
from callboard.directory.models import Contact
from callboard.team.models import Person
from tests import make
from tests.channels.make import mailbox
from tests.channels.own import own_mailbox
from tests.channels.servers import SERVERS, Imap

KINDS = ["pymap", pytest.param("dovecot", marks=pytest.mark.needs("dovecot"))]


@pytest.fixture
def rita(db: None) -> Person:
    """Whose mail is captured."""
    return make.person("Rita Rep", email="rita@ours.example")


@pytest.fixture
def archive(db: None) -> Mailbox:
    return mailbox(name="Archive", address="archive@ours.example", use=Mailbox.Use.ARCHIVE)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(kind: str) -> Iterator[Imap]:
    with SERVERS[kind]() as running:
        for folder in ("INBOX", "Sent", "Private"):
            _emptied(running, folder)
        yield running


def _emptied(server: Imap, folder: str) -> None:
    """pymap's demo account comes with mails in it."""
    client = server.client()
    answer, found = client.select(folder)
    if answer == "OK" and found != [b"0"]:
        client.store("1:*", "+FLAGS", r"(\Deleted)")
        client.expunge()
    client.logout()


@pytest.fixture
def ann() -> Contact:
    return make.contact(make.account("Prairie Rose"), "Ann Lee", email="ann@agency.example")


@pytest.fixture
def dana() -> Person:
    return make.person("Dana", roles=("account_executive",))


@pytest.fixture
def box(server: Imap, dana: Person, ann: Contact) -> OwnMailbox:
    return own_mailbox(dana, server)
