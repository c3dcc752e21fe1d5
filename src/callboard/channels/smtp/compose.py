"""A queued message as a mail in standard form."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from callboard.channels.models import Message

WRITTEN_WITH = "Callboard"


def compose(message: Message, now: datetime) -> EmailMessage:
    """The mail of an outbound message.  The same row gives the same Message-ID, so a second sending can be recognised.

    ValueError where an address or header cannot be written.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _address(message.from_address, message.from_name)
    mail["To"] = ", ".join(message.to)
    if message.cc:
        mail["Cc"] = ", ".join(message.cc)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{message.message_id}>"
    if message.in_reply_to:
        mail["In-Reply-To"] = f"<{message.in_reply_to}>"
    if message.references:
        mail["References"] = " ".join(f"<{reference}>" for reference in message.references)
    if message.by_person_id is None:
        mail["Auto-Submitted"] = "auto-replied" if message.answers_id else "auto-generated"
        mail["X-Auto-Response-Suppress"] = "All"
    mail["X-Mailer"] = WRITTEN_WITH
    mail.set_content(message.text.replace("\r\n", "\n") + "\n", cte="quoted-printable")
    return mail


def _address(address: str, name: str) -> Address:
    local, _at, domain = address.rpartition("@")
    return Address(display_name=" ".join(name.split()), username=local, domain=domain)
