"""How core's letters to our own people leave: by the program's mail server, else by that of a mailbox.


A letter about one record can be answered where a mailbox of ours is read: its Reply-To and its Message-ID carry a token
that is good once, for the person it was written to.
"""

import base64
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from django.conf import settings
from django.core.mail import EmailMessage as DjangoMail
from django.utils import translation
from django.utils.translation import gettext as _

from callboard.channels.models import Mailbox
from callboard.channels.queries import desk_mailboxes
from callboard.channels.queries.answers import MARK, PURPOSE, about
from callboard.channels.smtp import client
from callboard.core import clock
from callboard.core.answering import hints
from callboard.core.company import public
from callboard.core.delivery import Letter
from callboard.core.files import path_of
from callboard.core.links import create_link
from callboard.kit.models import Enclosure
from callboard.team.queries import setting

DIRECT = "django.core.mail.backends.smtp.EmailBackend"
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
GOOD_FOR = timedelta(days=14)


def send_letter(letter: Letter) -> None:
    """Send one letter.  Raises when it could not; core keeps it and tries again."""
    to, subject = letter.person.email, " ".join(letter.subject.split())
    headers, answerable = _answerable(letter)
    text = "\n\n".join(part for part in (letter.text, answerable, letter.foot) if part) + "\n"
    if settings.EMAIL_HOST or settings.EMAIL_BACKEND != DIRECT:
        direct = DjangoMail(subject, text, settings.DEFAULT_FROM_EMAIL, [to], headers=HEADERS | headers)
        for name, content, kind in _enclosed(letter):
            direct.attach(name, content, kind)
        direct.send()
        return
    mailbox = desk_mailboxes().exclude(smtp_host="").first()
    send_by(mailbox, to, subject, text, headers, _enclosed(letter))


def send_by(
    mailbox: Mailbox | None,
    to: str,
    subject: str,
    text: str,
    headers: Mapping[str, str] | None = None,
    enclosed: Iterable[tuple[str, bytes, str]] = (),
) -> None:
    """Send one mail to one of our own people by the server of a mailbox.  Raises what the server says."""
    server = client.server_of(mailbox)
    sender = mailbox.address if mailbox else settings.DEFAULT_FROM_EMAIL
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = format_datetime(clock.now())
    for name, value in (
        {"Message-ID": make_msgid(domain=sender.rpartition("@")[2])} | HEADERS | dict(headers or {})
    ).items():
        mail[name] = value
    mail.set_content(text)
    for name, content, kind in enclosed:
        main, _slash, sub = kind.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    with client.connect(server) as connection:
        client.deliver(connection, server, mail)


def _enclosed(letter: Letter) -> Iterator[tuple[str, bytes, str]]:
    """(name, content, media type) of the files that go with the notices of a letter."""
    for each in Enclosure.objects.filter(notice__in=[notice.pk for notice in letter.notices]).order_by("id"):
        yield each.name, path_of(each.sha256).read_bytes(), each.kind


def _answerable(letter: Letter) -> tuple[dict[str, str], str]:
    """The headers that let the letter be answered, and the lines that say how; nothing where it cannot be."""
    mailbox = desk_mailboxes().exclude(imap_host="").first()
    if mailbox is None or letter.ref is None or len(letter.notices) != 1:
        return {}, ""
    with translation.override(letter.person.locale):
        lines = hints(about(letter.person, letter.ref, clock.now()))
        if not lines:
            return {}, ""
        token, now = new_token(), clock.now()
        scope = {"notice": letter.notices[0].pk}
        create_link(
            PURPOSE, now=now, scope=scope, person=letter.person, expires_at=now + GOOD_FOR, max_uses=1, token=token
        )
        page = public(f"/answer/{token}/")
        said = [
            _("Answer this mail, above the quote:"),
            *(f"  {line}" for line in lines),
            _("or answer here: {page}").format(page=page),
        ]
    local, _at, domain = mailbox.address.rpartition("@")
    reply_to = f"{local}+{MARK}{token}@{domain}" if setting("channels.plus_addresses") else mailbox.address
    return {"Reply-To": reply_to, "Message-ID": f"<{MARK}{token}@{domain}>"}, "\n".join(said)


def new_token() -> str:
    """160 random bits that survive a mail server which turns addresses to lower case."""
    return base64.b32encode(secrets.token_bytes(20)).decode().lower()
