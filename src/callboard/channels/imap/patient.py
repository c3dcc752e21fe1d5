"""IMAP clients whose patience with one answer has an end: the timeout of a socket begins anew with every line a server says."""

import imaplib
import ssl
from time import monotonic
from typing import Any

from imap_tools import MailBox, MailBoxUnencrypted

#: An answer may take so many times as long as a line of it.
ANSWERS = 4


class _Patient:
    """Beside an imaplib client: what was sent is answered in time, or TimeoutError."""

    host: str

    def __init__(self, host: str, port: int, *, timeout: float, **how: Any) -> None:
        self.patience = timeout * ANSWERS
        self.until = monotonic() + self.patience
        super().__init__(host, port, timeout=timeout, **how)  # type: ignore[call-arg]  # the client's

    def send(self, data: Any) -> None:
        self.until = monotonic() + self.patience
        super().send(data)  # type: ignore[misc]

    def readline(self) -> bytes:
        if monotonic() > self.until:
            raise TimeoutError(f"{self.host} went on talking and did not answer.")
        line: bytes = super().readline()  # type: ignore[misc]
        return line


class _Plain(_Patient, imaplib.IMAP4):
    pass


class _Secured(_Patient, imaplib.IMAP4_SSL):
    pass


class PlainBox(MailBoxUnencrypted):
    """Without encryption, for a server on our own machine or network."""

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return _Plain(self._host, self._port, timeout=self._timeout)


class SecuredBox(MailBox):
    """With TLS, the certificate checked."""

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return _Secured(self._host, self._port, timeout=self._timeout, ssl_context=ssl.create_default_context())
