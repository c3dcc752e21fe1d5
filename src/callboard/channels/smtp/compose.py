"""A queued message as a mail in standard form."""

from datetime import datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from typing import Any

from django.utils.translation import gettext as _

from callboard.channels.models import Attachment, Message
from callboard.channels.rules import unsubscribe_path
from callboard.core import files
from callboard.core.company import public

WRITTEN_WITH = "Callboard"
CALENDAR = "text/calendar"


class _Whole(UnstructuredHeader):
    """A header that is never folded: an address cut in pieces, or put into encoded words, is none."""

    def fold(self, *, policy: Any) -> str:
        name: str = self.name  # type: ignore[attr-defined]  # of the class it is made into
        return f"{name}: {self}{policy.linesep}"


def _policy() -> "EmailPolicy[Any]":
    headers = HeaderRegistry()
    headers.map_to_type("list-unsubscribe", _Whole)  # type: ignore[arg-type]  # as for the types of the library
    return SMTP.clone(header_factory=headers)


_POLICY = _policy()


def compose(message: Message, now: datetime) -> EmailMessage:
    """The mail of an outbound message.  The same row gives the same Message-ID, so a second sending can be recognised.

    ValueError where an address or header cannot be written.
    """
    mail = EmailMessage(policy=_POLICY)
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
    text = message.text.replace("\r\n", "\n") + "\n"
    if path := unsubscribe_path(message):
        link = public(path)
        mail["List-Unsubscribe"] = f"<{link}>"
        if link.startswith("https://"):  # RFC 8058: a mail program presses it only there
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        text += "\n-- \n" + _("No more mails like this one: {link}").format(link=link) + "\n"
    mail.set_content(text, cte="quoted-printable")
    # Another form of the words comes before what is added to them.
    for piece in sorted(
        message.attachments.all(), key=lambda each: (not each.mime.startswith(CALENDAR), each.position)
    ):
        _add(mail, piece)
    return mail


def _add(mail: EmailMessage, piece: Attachment) -> None:
    """A file; an invitation as another form of the same words, which is where mail programs look for it (RFC 6047)."""
    try:
        content = files.load(piece.sha)
    except OSError as error:
        raise ValueError(_("The file “{name}” is not there any more.").format(name=piece.name)) from error
    kind, _semicolon, parameters = piece.mime.partition(";")
    if kind == CALENDAR:
        method = parameters.partition("method=")[2].strip()
        mail.add_alternative(content.decode(), subtype="calendar", params={"method": method}, cte="base64")
        return
    major, _slash, minor = kind.partition("/")
    mail.add_attachment(content, maintype=major, subtype=minor or "octet-stream", filename=piece.name)


def _address(address: str, name: str) -> Address:
    local, _at, domain = address.rpartition("@")
    return Address(display_name=" ".join(name.split()), username=local, domain=domain)
