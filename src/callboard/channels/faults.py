"""What goes wrong with a mail server, as a sentence for a person."""

import imaplib
import smtplib
import socket
import ssl
from dataclasses import dataclass

from django.utils.translation import gettext as _
from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, MailboxLoginError


@dataclass(frozen=True)
class Server:
    """Where and as whom to connect."""

    host: str
    port: int
    tls: bool
    user: str
    password: str


class SaidTooMuch(Exception):
    """A server's answer is longer than is read."""


def about(error: Exception) -> str:
    """Which part of what was given it concerns: password, folder, port or host."""
    if isinstance(error, MailboxLoginError | smtplib.SMTPAuthenticationError):
        return "password"
    if isinstance(error, MailboxFolderSelectError):
        return "folder"
    return "port" if isinstance(error, ConnectionRefusedError | ssl.SSLError | TimeoutError) else "host"


def sentence(error: Exception, server: Server) -> str:
    """Why it did not work and what to look at.  Says no password."""
    where = {"host": server.host, "port": server.port, "user": server.user}
    if isinstance(error, MailboxLoginError | smtplib.SMTPAuthenticationError):
        return _("{host} does not accept the user name or the password of {user}.").format(**where)
    if isinstance(error, MailboxFolderSelectError):
        return _("There is no such folder at {host}: look at its name.").format(**where)
    if isinstance(error, socket.gaierror):
        return _("No server is called {host}: look at its name, or at this machine's network.").format(**where)
    # One for both: which ports are shut is nobody's business.
    if isinstance(error, ConnectionRefusedError | TimeoutError):
        return _("{host} does not answer on port {port}: look at the port.").format(**where)
    if isinstance(error, SaidTooMuch):
        return _("{host} says more at once than is read.").format(**where)
    if isinstance(error, ssl.SSLError):
        return _("{host} cannot speak TLS on port {port}, or its certificate is not good.").format(**where)
    if isinstance(error, imaplib.IMAP4.abort | smtplib.SMTPServerDisconnected | ConnectionError | EOFError):
        return _("{host} closed the connection.").format(**where)
    if isinstance(error, ImapToolsError | imaplib.IMAP4.error | smtplib.SMTPException | OSError):
        said = " ".join(str(error).split())[:200]
        if server.password:
            said = said.replace(server.password, "…")
        return _("{host} says: {said}").format(said=said, **where)
    return f"{type(error).__name__}: {error}"[:300]
