"""A mail of somebody's own mailbox by its header alone: what is marked private, what a rule covers, its one key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from callboard.channels.reading import headers
from callboard.channels.reading.read import parsed, read

#: "Re:", "Fwd:" and the like before a subject.
PREFIX = re.compile(r"^\s*((re|fwd?|aw|wg|sv|antw|tr|rv|vs|odp)(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
SUBJECT_MARK = re.compile(r"^\s*(\[\s*private\s*\]|private\s*:)", re.IGNORECASE)
#: Outlook's "Sensitivity", RFC 2156: Personal, Private, Company-Confidential.
SENSITIVE = {"personal", "private", "company-confidential"}
KEYWORDS = {"$private", "private"}
FOLDER = "private"
HEADER, KEYWORD, IN_FOLDER, SUBJECT, RULE, HAND = "header", "keyword", "folder", "subject", "rule", "hand"


@dataclass(frozen=True, slots=True)
class Head:
    """What the header of a mail says.  Addresses are in lower case; `kind` and `vouched` as in ReadMail, `parties` all but the
    sender."""

    uid: int
    sender: str = ""
    parties: tuple[str, ...] = ()
    subject: str = ""
    at: datetime | None = None
    message_id: str = ""
    kind: str = "message"
    mark: str = ""
    vouched: tuple[tuple[str, str], ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        return (self.sender, *self.parties)


@dataclass(frozen=True, slots=True)
class Rule:
    """`covers`: address, domain or word."""

    covers: str
    value: str


def head_of(uid: int, raw: bytes, keywords: Iterable[str] = (), folder: str = "", at: datetime | None = None) -> Head:
    """Read the header of a mail; never raises.  `at`: when the server took it in."""
    mail = read(raw)
    message = parsed(raw)
    parties = [address for _name, address in headers.addresses_of(message, "to", "cc", "bcc")]
    return Head(
        uid,
        mail.from_address,
        tuple(parties),
        mail.subject[:500],
        at or mail.date_at,
        mail.message_id[:500],
        mail.kind,
        private_mark(headers.raw_value(message, "sensitivity"), keywords, folder, mail.subject),
        mail.vouched,
    )


def private_mark(sensitivity: str, keywords: Iterable[str], folder: str, subject: str) -> str:
    """Which mark makes a mail private; "" for none."""
    if sensitivity.strip().lower() in SENSITIVE:
        return HEADER
    if {word.strip().lower() for word in keywords} & KEYWORDS:
        return KEYWORD
    if is_private_folder(folder):
        return IN_FOLDER
    return SUBJECT if SUBJECT_MARK.match(PREFIX.sub("", subject)) else ""


def is_private_folder(name: str) -> bool:
    """Whether a folder, or one it lies in, is called Private."""
    return FOLDER in (part.strip().lower() for part in re.split(r"[/.\\]", name))


def covered(rules: Sequence[Rule], addresses: Iterable[str], subject: str) -> bool:
    """Whether one of the rules covers a mail.  A domain covers what lies below it; a word stands by itself, in any case."""
    known = {address.strip().lower() for address in addresses if address}
    return any(_covers(rule, known, subject) for rule in rules)


def _covers(rule: Rule, addresses: set[str], subject: str) -> bool:
    value = rule.value.strip().lower()
    if not value:
        return False
    if rule.covers == "word":
        return bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", subject.lower()))
    if rule.covers == "address":
        return value in addresses
    return any(domain == value or domain.endswith(f".{value}") for domain in map(_domain, addresses))


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def key_of(mailbox_id: int, head: Head) -> str:
    """What is kept of a mail so that it is known again: no Message-ID can be read out of it.  The sender belongs to it, since
    anybody can write a Message-ID of somebody else."""
    said = head.message_id or f"{head.at.isoformat() if head.at else ''}|{head.subject}"
    return sha256(f"{mailbox_id}:{head.sender}:{said}".encode()).hexdigest()
