"""Handing mails to a server.  What it says for good is told apart from what may work later."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from django.conf import settings
from django.utils.translation import gettext as _

from callboard.channels.faults import Server, sentence
from callboard.channels.models import Mailbox
from callboard.channels.secrets import unseal

TIMEOUT_S = 30.0


class NotSent(Exception):
    """The mail was not taken.  `permanent`: trying again changes nothing."""

    def __init__(self, said: str, permanent: bool) -> None:
        super().__init__(said)
        self.permanent = permanent


def server_of(mailbox: Mailbox | None) -> Server:
    """The mailbox's own server, else the program's (CALLBOARD_SMTP_HOST).  NotSent where there is none."""
    if mailbox is not None and mailbox.smtp_host:
        return Server(mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_tls, mailbox.user, unseal(mailbox.secret))
    if settings.EMAIL_HOST:
        return Server(
            settings.EMAIL_HOST,
            settings.EMAIL_PORT,
            settings.EMAIL_USE_TLS,
            settings.EMAIL_HOST_USER,
            settings.EMAIL_HOST_PASSWORD,
        )
    raise NotSent(_("No mail server is set up to send: connect one to the mailbox."), permanent=False)


@contextmanager
def connect(server: Server, timeout: float = TIMEOUT_S) -> Iterator[smtplib.SMTP]:
    """A signed-in connection: TLS from the start on port 465, STARTTLS elsewhere where TLS is wanted."""
    context = ssl.create_default_context()
    client: smtplib.SMTP
    if server.tls and server.port == 465:
        client = smtplib.SMTP_SSL(server.host, server.port, timeout=timeout, context=context)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=timeout)
    try:
        if server.tls and server.port != 465:
            client.starttls(context=context)
        client.ehlo_or_helo_if_needed()
        if server.password and client.has_extn("auth"):
            client.login(server.user, server.password)
        yield client
    finally:
        with suppress(Exception):
            client.quit()


def deliver(client: smtplib.SMTP, server: Server, mail: EmailMessage) -> None:
    """Hand over one mail.  NotSent says whether to try again; a part of the receivers refused counts as sent, and bounces."""
    receivers = [address.addr_spec for name in ("To", "Cc") if mail[name] for address in mail[name].addresses]
    sender = mail["From"].addresses[0].addr_spec
    try:
        client.send_message(mail, from_addr="" if _automatic(mail) else sender, to_addrs=receivers)
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise NotSent(_said(server, code, said), permanent=code >= 500) from error
    except smtplib.SMTPResponseException as error:
        raise NotSent(_said(server, error.smtp_code, error.smtp_error), permanent=error.smtp_code >= 500) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(sentence(error, server), permanent=False) from error


def _automatic(mail: EmailMessage) -> bool:
    """RFC 3834: the answer of a program leaves with a null return path, so that nobody answers it."""
    return str(mail["Auto-Submitted"] or "") == "auto-replied"


def _said(server: Server, code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return _("{host} says: {said}").format(host=server.host, said=f"{code} {' '.join(text.split())[:300]}")


def fault(server: Server) -> Exception | None:
    """Try to sign in; what went wrong, None when it works."""
    try:
        with connect(server, timeout=10.0):
            return None
    except Exception as error:  # a server may fail in any way, and each is a sentence
        return error


def probe(server: Server) -> str:
    """The same as a sentence; "" when it works."""
    error = fault(server)
    return sentence(error, server) if error is not None else ""
