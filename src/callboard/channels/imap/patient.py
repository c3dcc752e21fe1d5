"""IMAP clients whose patience has an end: the timeout of a socket begins anew with every byte a server says."""

import imaplib
import ssl
from math import inf
from time import monotonic
from typing import Any

from imap_tools import BaseMailBox

from callboard.channels.faults import SaidTooMuch, Server

#: An answer may take so many times as long as a silence, and longer by what it says, at so many bytes a second.
SILENCES, SLOWEST = 4, 50_000
#: Of one answer so much is read: a mail of the largest size, a line for each mail of a large folder.
MOST_BYTES, MOST_LINES = 64 * 1024 * 1024, 200_000
PIECE = 65_536


class _Patient:
    """Beside an imaplib client: what was sent is answered in time, or TimeoutError; and not at any length, or SaidTooMuch.

    timeout: seconds of silence.  whole: seconds until the conversation has to be over; None where it may go on for ever.
    """

    host: str
    sock: Any

    def __init__(self, host: str, port: int, *, timeout: float, whole: float | None, **how: Any) -> None:
        self.silence = timeout
        self.ends = inf if whole is None else monotonic() + whole
        self._held = bytearray()
        self._begin()
        super().__init__(host, port, timeout=timeout, **how)  # type: ignore[call-arg]  # the client's

    def _begin(self) -> None:
        self._heard = self._lines = 0
        self._until = monotonic() + self.silence * SILENCES

    def send(self, data: Any) -> None:
        self._begin()
        self.sock.settimeout(self.silence)
        super().send(data)  # type: ignore[misc]

    def read(self, size: int) -> bytes:
        while len(self._held) < size and self._hear():
            pass
        return self._take(size)

    def readline(self) -> bytes:
        self._lines += 1
        looked = 0
        while (end := self._held.find(b"\n", looked) + 1) == 0:
            looked = len(self._held)
            if not self._hear():
                end = looked
                break
        return self._take(end)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def _hear(self) -> bool:
        """Whether the server said more; False once it closed the connection."""
        if self._heard > MOST_BYTES or self._lines > MOST_LINES:
            raise SaidTooMuch(self.host)
        left = min(self._until, self.ends) - monotonic()
        if left <= 0:
            raise TimeoutError(f"{self.host} went on talking and did not answer.")
        self.sock.settimeout(min(self.silence, left))
        piece = self.sock.recv(PIECE)
        self._held += piece
        self._heard += len(piece)
        self._until += len(piece) / SLOWEST
        return bool(piece)


class _Plain(_Patient, imaplib.IMAP4):
    pass


class _Secured(_Patient, imaplib.IMAP4_SSL):
    pass


class _Box(BaseMailBox):
    def __init__(self, client: imaplib.IMAP4) -> None:
        self._made = client
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return self._made


def patient_box(server: Server, timeout: float, whole: float | None) -> BaseMailBox:
    """A mailbox, not signed in to.  With TLS the certificate is checked; without, it is a server of our own network."""
    host, port = server.host, server.port
    if not server.tls:
        return _Box(_Plain(host, port, timeout=timeout, whole=whole))
    return _Box(_Secured(host, port, timeout=timeout, whole=whole, ssl_context=ssl.create_default_context()))
