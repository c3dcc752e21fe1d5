"""Folders of somebody's own mailbox: which one holds what they sent, and the headers of what lies in one."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from imap_tools.errors import MailboxFolderSelectError

from callboard.channels.imap.client import INTERNAL_DATE, UID, Connection, instant, since_text
from callboard.channels.reading.own import KEYWORDS, Head, head_of, is_private_folder

#: Headers asked for at once.
BATCH = 200
#: So much of a header is asked for: a stranger decides how long it is, and all of a batch are one answer.
LARGEST_HEAD = 200_000
FLAGS = re.compile(rb"\bFLAGS \(([^)]*)\)")
#: What folders of sent mail are called where the server does not say which one it is (RFC 6154).
SENT_NAMES = (
    "sent",
    "sent items",
    "sent mail",
    "sent messages",
    "[gmail]/sent mail",
    "gesendet",
    "gesendete elemente",
    "enviados",
    "elementos enviados",
    "éléments envoyés",
    "envoyés",
    "posta inviata",
    "verzonden items",
)


def folder_names(connection: Connection) -> list[str]:
    """Every folder that can be opened, in the server's order."""
    return [info.name for info in connection.box.folder.list() if "\\noselect" not in _lower(info.flags)]


def sent_folder(connection: Connection) -> str:
    """The folder the server calls its sent one; else the one with a usual name; "" for none."""
    found = list(connection.box.folder.list())
    special = next((info.name for info in found if "\\sent" in _lower(info.flags)), "")
    by_name = {_bare(info.name, info.delim): info.name for info in reversed(found)}
    return special or next((by_name[name] for name in SENT_NAMES if name in by_name), "")


def private_folders(connection: Connection) -> list[str]:
    return [name for name in folder_names(connection) if is_private_folder(name)]


def _lower(flags: Sequence[str]) -> set[str]:
    return {flag.lower() for flag in flags}


def _bare(name: str, delimiter: str | None) -> str:
    """A name without the "INBOX." some servers put before every folder."""
    lower = name.lower()
    return lower.removeprefix(f"inbox{delimiter or '.'}")


def select(connection: Connection, name: str) -> bool:
    """Look into another folder, without changing anything in it; False where there is none of that name."""
    with suppress(MailboxFolderSelectError):
        connection.select(name)
        return True
    return False


def marked(connection: Connection, since: date) -> list[int]:
    """UIDs of the mails somebody flagged as private."""
    found: set[int] = set()
    for keyword in sorted(KEYWORDS):
        found |= set(connection.uids(f"KEYWORD {keyword} {since_text(since)}"))
    return sorted(found)


def heads(connection: Connection, uids: Sequence[int], folder: str = "") -> Iterator[list[Head]]:
    """The headers of so many mails, in batches; nothing is marked as read, and no body is fetched."""
    for first in range(0, len(uids), BATCH):
        yield _heads(connection, uids[first : first + BATCH], folder)


def _heads(connection: Connection, uids: Sequence[int], folder: str) -> list[Head]:
    wanted = ",".join(map(str, uids))
    _status, data = connection.box.client.uid(
        "FETCH", wanted, f"(UID FLAGS INTERNALDATE BODY.PEEK[HEADER]<0.{LARGEST_HEAD}>)"
    )
    found: list[Head] = []
    for place, part in enumerate(data or []):
        if not isinstance(part, tuple):
            continue
        after = data[place + 1] if place + 1 < len(data) and isinstance(data[place + 1], bytes) else b""
        said = b" ".join((part[0], after))
        uid, flags = UID.search(said), FLAGS.search(said)
        if uid is None:
            continue
        keywords = flags[1].decode("ascii", "replace").split() if flags else []
        found.append(head_of(int(uid[1]), part[1], keywords, folder, instant(INTERNAL_DATE.search(said))))
    return sorted(found, key=lambda head: head.uid)
