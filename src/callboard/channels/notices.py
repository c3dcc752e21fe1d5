"""How core's notices to our own people leave: by the program's mail server, else by that of a mailbox."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from django.conf import settings
from django.core.mail import EmailMessage as DjangoMail

from callboard.channels.models import Mailbox
from callboard.channels.smtp import client
from callboard.core import clock
from callboard.core.files import path_of
from callboard.core.models import Notice
from callboard.kit.models import Enclosure

DIRECT = "django.core.mail.backends.smtp.EmailBackend"
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_notice(notice: Notice) -> None:
    """Send one notice.  Raises when it could not; core keeps it and tries again."""
    to, subject = notice.person.email, " ".join(notice.subject.split())
    if settings.EMAIL_HOST or settings.EMAIL_BACKEND != DIRECT:
        direct = DjangoMail(subject, notice.text, settings.DEFAULT_FROM_EMAIL, [to], headers=HEADERS)
        for name, content, kind in _enclosed(notice):
            direct.attach(name, content, kind)
        direct.send()
        return
    mailbox = Mailbox.objects.filter(active=True).exclude(smtp_host="").order_by("id").first()
    server = client.server_of(mailbox)
    sender = mailbox.address if mailbox else settings.DEFAULT_FROM_EMAIL
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"], mail["Message-ID"] = format_datetime(clock.now()), make_msgid(domain=sender.rpartition("@")[2])
    for name, value in HEADERS.items():
        mail[name] = value
    mail.set_content(notice.text)
    for name, content, kind in _enclosed(notice):
        main, _slash, sub = kind.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    with client.connect(server) as connection:
        client.deliver(connection, server, mail)


def _enclosed(notice: Notice) -> Iterator[tuple[str, bytes, str]]:
    """(name, content, media type) of the files that go with a notice."""
    for each in Enclosure.objects.filter(notice=notice).order_by("id"):
        yield each.name, path_of(each.sha256).read_bytes(), each.kind
