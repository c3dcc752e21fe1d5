"""One signed-in connection to one folder.  Raw bytes in, flags out; every fault raises, the watcher signs in again."""

import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from select import select
from time import monotonic
from typing import Any

from imap_tools import BaseMailBox

from callboard.channels.faults import Server
from callboard.channels.imap.patient import patient_box
from callboard.channels.models import ImapServer
from callboard.channels.secrets import unseal

TIMEOUT_S = 30.0
#: How long is idled after news: the next mail often comes while the first is looked at, in the moment nobody hears.
SOON_S = 2.0
#: A mail larger than this is not fetched whole: the server is asked for the beginning only.
LARGEST = 60 * 1024 * 1024
INTERNAL_DATE = re.compile(rb'INTERNALDATE "([^"]+)"')
UID = re.compile(rb"\bUID (\d+)")


@dataclass(frozen=True)
class Fetched:
    uid: int
    raw: bytes
    received_at: datetime | None


def server_of(mailbox: ImapServer) -> Server:
    return Server(mailbox.imap_host, mailbox.imap_port, mailbox.imap_tls, mailbox.user, unseal(mailbox.secret))


class Connection:
    """A folder, selected.  `validity` is its UIDVALIDITY."""

    def __init__(self, box: BaseMailBox) -> None:
        self.box = box
        self.silent = False
        self.validity = self._validity()
        # Servers say more after the sign-in than before it.
        self.abilities = box.client.capability()[1][0].decode("ascii", "replace").upper().split()

    def _validity(self) -> int:
        answer = self.box.client.response("UIDVALIDITY")[1]
        return int(answer[-1]) if answer and answer[-1] else 0

    def select(self, folder: str) -> None:
        """Another folder, to read only."""
        self.box.folder.set(folder, readonly=True)
        self.validity = self._validity()

    @property
    def newest(self) -> int:
        """The UID of the last mail of the folder; 0 for none."""
        return max(self.uids("ALL"), default=0)

    @property
    def can_idle(self) -> bool:
        return "IDLE" in self.abilities

    @property
    def can_move(self) -> bool:
        return "MOVE" in self.abilities

    def wait(self, seconds: float, stopped: Callable[[], bool]) -> None:
        """Until the server says something or `stopped()`, at most so long; then a NOOP: a dead connection looks like a silent one.

        What the server says in the moment before it idles may go unheard, so `seconds` is also how late mail can be; after the
        sign-in and after news, when that moment is long, it is `SOON_S`.
        """
        until = monotonic() + (seconds if self.silent else min(seconds, SOON_S))
        self.silent = True
        if self.can_idle:
            self.box.idle.start()
        while monotonic() < until and not stopped():
            if self._speaks(min(1.0, max(0.0, until - monotonic()))) and self.can_idle:
                self.silent = False
                break
        if self.can_idle:
            self.box.idle.stop()
        self.box.client.noop()

    def _speaks(self, seconds: float) -> bool:
        """Whether there is something to read on the connection."""
        socket = self.box.client.sock
        if isinstance(socket, ssl.SSLSocket) and socket.pending():
            return True
        return bool(select([socket], [], [], seconds)[0])

    def uids(self, criteria: str) -> list[int]:
        """UIDs in ascending order."""
        return sorted(int(uid) for uid in self.box.uids(criteria))

    def new(self, last: int, since: date | None) -> list[int]:
        """UIDs after `last`.  `n:*` answers the last message also where there is none after it."""
        criteria = f"UID {last + 1}:*"
        if since is not None:
            criteria += f" {since_text(since)}"
        return [uid for uid in self.uids(criteria) if uid > last]

    def unseen(self, since: date | None) -> list[int]:
        """UIDs nobody has marked as read."""
        criteria = "UNSEEN"
        if since is not None:
            criteria += f" {since_text(since)}"
        return self.uids(criteria)

    def fetch(self, uid: int) -> Fetched | None:
        """The raw bytes, not marked as seen; None when the message is gone meanwhile."""
        _status, data = self.box.client.uid("FETCH", str(uid), f"(UID INTERNALDATE BODY.PEEK[]<0.{LARGEST}>)")
        parts = [part for part in data or [] if isinstance(part, tuple)]
        if not parts:
            return None
        head, raw = parts[0][0], parts[0][1]
        said = b" ".join(part[0] if isinstance(part, tuple) else bytes(part) for part in data if part)
        found = UID.search(said)
        if found is not None and int(found[1]) != uid:
            return None
        return Fetched(uid, raw, instant(INTERNAL_DATE.search(head) or INTERNAL_DATE.search(said)))

    def mark_done(self, uids: list[int], folder: str) -> None:
        """Mark as seen, and move where a folder is set."""
        wanted = [str(uid) for uid in uids]
        if not wanted:
            return
        self.box.flag(wanted, r"\Seen", True)
        if folder:
            if not self.box.folder.exists(folder):
                self.box.folder.create(folder)
            self.box.move(wanted, folder)


def since_text(since: date) -> str:
    """The search for what the server took in on a day or after it."""
    return f"SINCE {since:%d}-{MONTHS[since.month - 1]}-{since.year}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def instant(found: "re.Match[bytes] | None") -> datetime | None:
    """The moment a server says it took a mail in."""
    if found is None:
        return None
    try:
        return parsedate_to_datetime(found[1].decode("ascii").strip().replace("-", " ", 2)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


@contextmanager
def connect(
    server: Server, folder: str, timeout: float = TIMEOUT_S, whole: float | None = None
) -> Iterator[Connection]:
    """Sign in and select a folder.  Raises whatever goes wrong; `faults.sentence` says it in words.

    timeout: seconds of silence.  whole: seconds until all of it has to be over, for what does not wait for mail."""
    box = patient_box(server, timeout, whole)
    try:
        box.login(server.user, server.password, initial_folder=None)
        box.folder.set(folder)
        yield Connection(box)
    finally:
        _leave(box)


def _leave(box: Any) -> None:
    try:
        box.logout()
    except Exception:  # the server is gone: only our end is left to close
        with suppress(Exception):
            box.client.shutdown()


def fault(server: Server, folder: str) -> Exception | None:
    """Try to sign in; what went wrong, None when it works."""
    try:
        with connect(server, folder, timeout=10.0, whole=60.0):
            return None
    except Exception as error:  # a server may fail in any way, and each is a sentence
        return error
