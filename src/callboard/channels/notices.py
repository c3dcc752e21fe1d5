"""How core's letters to our own people leave: by the program's mail server, else by that of a mailbox."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from django.conf import settings
from django.core.mail import EmailMessage as DjangoMail

from callboard.channels.models import Mailbox
from callboard.channels.smtp import client
from callboard.core import clock
from callboard.core.delivery import Letter

DIRECT = "django.core.mail.backends.smtp.EmailBackend"
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_letter(letter: Letter) -> None:
    """Send one letter.  Raises when it could not; core keeps it and tries again."""
    to, subject = letter.person.email, " ".join(letter.subject.split())
    if settings.EMAIL_HOST or settings.EMAIL_BACKEND != DIRECT:
        DjangoMail(subject, letter.text, settings.DEFAULT_FROM_EMAIL, [to], headers=HEADERS).send()
        return
    mailbox = Mailbox.objects.filter(active=True).exclude(smtp_host="").order_by("id").first()
    server = client.server_of(mailbox)
    sender = mailbox.address if mailbox else settings.DEFAULT_FROM_EMAIL
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"], mail["Message-ID"] = format_datetime(clock.now()), make_msgid(domain=sender.rpartition("@")[2])
    for name, value in HEADERS.items():
        mail[name] = value
    mail.set_content(letter.text)
    with client.connect(server) as connection:
        client.deliver(connection, server, mail)
