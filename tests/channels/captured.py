"""Mail of our people that is captured, taken in as the worker does."""

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

from callboard.channels.actions import read_messages, store_message
from callboard.channels.models import Mailbox, Message
from callboard.core.actions import Actor

BY = Actor.clock("channels.read")
MAIL = """From: Rita Rep <{sender}>
To: {to}
{more}Subject: {subject}
Date: {date}
Message-ID: <{id}>
Content-Type: text/plain; charset=utf-8

{text}
"""


def mail(
    to: str = "Dana Customer <dana@meadow.example>",
    *,
    sender: str = "rita@ours.example",
    subject: str = "Eleven cars",
    text: str = "Dear Dana,\n\nthe offer is 1,240 a month.\n",
    id: str = "one@ours.example",
    more: str = "",
    at: datetime | None = None,
) -> bytes:
    date = format_datetime(at) if at else "Tue, 10 Mar 2026 09:14:00 -0500"
    return MAIL.format(sender=sender, to=to, subject=subject, text=text, id=id, more=more, date=date).encode()


def take(raw: bytes, box: Mailbox | None = None, **given: object) -> Message:
    message = store_message(by=BY, raw=raw, mailbox=box, **given)  # type: ignore[arg-type]
    read_messages(by=BY, ids=[message.pk])
    message.refresh_from_db()
    return message


def passing_on(*mails: bytes, files: tuple[bytes, ...] = (), id: str = "several@ours.example", **heads: str) -> bytes:
    """A mail of Rita's to the archive with others attached: as mails, then as plain .eml files."""
    made = EmailMessage()
    for name, value in {
        "From": "Rita Rep <rita@ours.example>",
        "To": "archive@ours.example",
        "Subject": "Fwd: what they wrote",
        "Date": "Tue, 10 Mar 2026 17:20:00 -0500",
        "Message-ID": f"<{id}>",
        **heads,
    }.items():
        made[name] = value
    made.set_content("for the file")
    for each in mails:
        made.add_attachment(message_from_bytes(each, policy=policy.default))
    for number, each in enumerate(files):
        made.add_attachment(each, maintype="application", subtype="octet-stream", filename=f"mail {number}.eml")
    return made.as_bytes()
