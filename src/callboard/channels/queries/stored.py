"""Raw mails of the file store, read.  A mail is read when it is stored and again soon after: the second time from memory."""

from collections import OrderedDict
from threading import Lock

from callboard.channels.reading import ReadMail, read
from callboard.core.files import load

KEPT_BYTES = 48 * 1024 * 1024
LARGEST_KEPT = 1024 * 1024


class Kept:
    """Mails just read, by the SHA-256 of their raw bytes; the oldest go when they grow beyond 48 MB of raw mail."""

    def __init__(self) -> None:
        self.mails: OrderedDict[str, tuple[int, ReadMail]] = OrderedDict()
        self.bytes = 0
        self.lock = Lock()

    def get(self, sha: str) -> ReadMail | None:
        with self.lock:
            found = self.mails.get(sha)
        return found[1] if found else None

    def put(self, sha: str, size: int, mail: ReadMail) -> None:
        if size > LARGEST_KEPT:
            return
        with self.lock:
            if sha not in self.mails:
                self.mails[sha] = (size, mail)
                self.bytes += size
            while self.bytes > KEPT_BYTES:
                _sha, (gone, _mail) = self.mails.popitem(last=False)
                self.bytes -= gone

    def clear(self) -> None:
        with self.lock:
            self.mails.clear()
            self.bytes = 0


kept = Kept()


def read_stored(sha: str, raw: bytes | None = None) -> ReadMail:
    """The mail whose raw bytes are stored under `sha`.  FileNotFoundError when they are gone; nothing else is raised."""
    found = kept.get(sha)
    if found is None:
        content = load(sha) if raw is None else raw
        found = read(content)
        kept.put(sha, len(content), found)
    return found
