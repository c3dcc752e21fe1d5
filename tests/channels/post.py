"""The way of a mail: from us to one of our people, and back through the mailbox."""

import email
import email.policy
import re
from datetime import timedelta
from typing import Any

from callboard.channels.imap import client as imap_client
from callboard.channels.imap import watch
from callboard.channels.jobs import do_answers, read_stored_messages
from callboard.channels.models import Mailbox
from callboard.core import clock
from callboard.core.delivery import deliver_notices
from callboard.core.models import Notice
from callboard.team.models import Person
from tests.channels.servers import Imap, Outbox

REPLY = """From: {name} <{sender}>
To: {to}
Subject: Re: {subject}
Date: Mon, 09 Mar 2026 11:00:00 -0500
Message-ID: <{id}@phone.example>
In-Reply-To: <{answers}>
References: <{answers}>
{more}Content-Type: text/plain; charset=utf-8

{text}

On Mon, Mar 9, 2026 at 10:00 AM Desk <desk@ours.example> wrote:
> Answer this mail, above the quote:
>   done - finishes the task
"""


class Post:
    """The way of a mail: from us to a person, and back through the mailbox."""

    def __init__(self, box: Mailbox, imap: Imap, outbox: Outbox) -> None:
        self.box, self.imap, self.outbox = box, imap, outbox
        self.number = 0

    def out(self) -> Any:
        """Send what is due; the last mail as its receiver reads it."""
        Notice.objects.update(mail_at=clock.now() - timedelta(seconds=1))
        assert deliver_notices.func() >= 1
        return self.last()

    def last(self) -> Any:
        return email.message_from_bytes(self.outbox.taken[-1].content, policy=email.policy.default)

    def reply(self, mail: Any, person: Person, text: str, *, to: str = "", more: str = "") -> None:
        """Answer a mail as a phone does, read it here, do what it says and send what is said to it."""
        self.number += 1
        raw = REPLY.format(
            name=person.name, sender=person.email, to=to or mail["Reply-To"], subject=mail["Subject"],
            id=f"{self.number}.{person.pk}", answers=str(mail["Message-ID"]).strip("<>"), text=text, more=more,
        )  # fmt: skip
        self.imap.deliver(raw.encode())
        self.take_in()

    def take_in(self) -> None:
        fresh = Mailbox.objects.get(pk=self.box.pk)
        with imap_client.connect(imap_client.server_of(fresh), fresh.folder) as connected:
            watch.look(fresh, connected, sweep=True)
        read_stored_messages.func()
        do_answers.func()
        deliver_notices.func()


def taken_already(imap: Imap) -> dict[str, int]:
    """What the tests before left in the server is taken in already."""
    client = imap.client()
    said = client.status("INBOX", "(UIDNEXT UIDVALIDITY)")[1][0].decode()
    client.logout()
    numbers = dict(re.findall(r"(UIDNEXT|UIDVALIDITY) (\d+)", said))
    return {"last_uid": int(numbers["UIDNEXT"]) - 1, "uid_validity": int(numbers["UIDVALIDITY"])}
