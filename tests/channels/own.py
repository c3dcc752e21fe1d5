"""Own mailboxes for tests: one connected to a real server, the mails in it, a look into it."""

from datetime import timedelta
from email.utils import format_datetime
from typing import Any

from callboard.channels.actions.own import turn_on_capture
from callboard.channels.imap.own import look_into
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import OwnMailbox
from callboard.channels.queries.own import standing_asked, standing_read
from callboard.channels.secrets import seal
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import answers
from callboard.team.models import Person
from tests.channels import mails
from tests.channels.servers import PASSWORD, USER, Imap

SENT = {"pymap": "Sent", "dovecot": "Posted"}


def unread(person: Person, **fields: Any) -> OwnMailbox:
    """Connected to no server; nothing is shared yet."""
    today = clock.business_day(clock.now())
    given = {
        "address": person.email,
        "imap_host": "127.0.0.1",
        "imap_port": 1,
        "imap_tls": False,
        "user": USER,
        "secret": seal(PASSWORD),
        "since_on": today,
        "look_from": today - timedelta(days=30),
        "next_look_at": clock.now(),
    }
    return OwnMailbox.objects.create(person=person, **{**given, **fields})


def own_mailbox(person: Person, imap: Imap, **fields: Any) -> OwnMailbox:
    """The same at a real server."""
    return unread(person, **{"imap_port": imap.port, **fields})


def mail(number: int, sender: str, to: str, subject: str = "", **headers: str) -> bytes:
    """A mail of this minute."""
    headers.setdefault("Date", format_datetime(clock.now()))
    headers.setdefault("Message_ID", f"<{number}@mail.example>")
    return mails.plain(
        f"Words of mail {number}", sender=sender, to=to, subject=subject or f"Subject {number}", **headers
    )


def look(mailbox: OwnMailbox) -> OwnMailbox:
    """One look as the worker makes it, and what it took is read."""
    look_into(OwnMailbox.objects.select_related("person").get(pk=mailbox.pk))
    read_stored_messages.func()
    return OwnMailbox.objects.get(pk=mailbox.pk)


def by(person: Person) -> Actor:
    return Actor("person", person=person)


def turned_on(box: OwnMailbox) -> OwnMailbox:
    """As its person does: looked at, then turned on."""
    box = look(box)
    turn_on_capture(box, by=by(box.person))
    return look(box)


def rows(box: OwnMailbox) -> dict[str, str]:
    return dict(box.mails.values_list("subject", "state"))


def counts(box: OwnMailbox) -> dict[str, int]:
    """What was left out, and why, as the state page says it."""
    asked = standing_asked(box, clock.now(), clock.business_day(clock.now()))
    return standing_read(answers(asked)).left
