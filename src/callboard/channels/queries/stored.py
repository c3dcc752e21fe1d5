"""Raw mails of the file store, read.  A mail is read when it is stored and again soon after: the second time from memory."""

from collections import OrderedDict
from threading import Lock

from callboard.channels.reading import ReadMail, read
from callboard.core.files import load

KEPT_MAILS = 200
KEPT_BYTES = 256 * 1024
_kept: "OrderedDict[str, ReadMail]" = OrderedDict()
_lock = Lock()


def read_stored(sha: str) -> ReadMail:
    """The mail whose raw bytes are stored under `sha`.  FileNotFoundError when they are gone; nothing else is raised."""
    with _lock:
        found = _kept.get(sha)
    if found is None:
        raw = load(sha)
        found = read(raw)
        if len(raw) <= KEPT_BYTES:
            keep(sha, found)
    return found


def keep(sha: str, mail: ReadMail) -> None:
    """Remember a mail just read."""
    with _lock:
        _kept[sha] = mail
        while len(_kept) > KEPT_MAILS:
            _kept.popitem(last=False)
