"""What a mail says, once read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

KINDS = ("message", "auto_reply", "bounce", "feedback", "list")


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that came with a mail.  `type` is a MIME type in lower case, `size` counts bytes."""

    name: str
    type: str
    content: bytes
    inline: bool = False
    content_id: str = ""
    #: It lies in a mail that is a file of this one itself.
    nested: bool = False

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def sha(self) -> str:
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A mail as read.  Text is free of NUL and lone surrogates; addresses are in lower case; absent is "" or None.

    `date_at` is what the sender's Date header claims (aware), None where it claims nothing usable.  `text` is the whole
    body, `reply` what the sender wrote, `quoted` what was quoted, `signature` the closing block.  `phones` are E.164.
    `auto_answerable` is False for whatever RFC 3834 says must never be answered by a program.
    `bounced_addresses` are those a bounce calls undeliverable for good; a mere delay names none; `returned_ids` are the
    Message-IDs of the mails it returns.
    """

    kind: str = "message"
    from_address: str = ""
    from_name: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    #: Whom a mail of a sent folder went to unseen by the others.
    bcc: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    subject: str = ""
    date_at: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    reply: str = ""
    quoted: str = ""
    signature: str = ""
    phones: tuple[str, ...] = ()
    title: str = ""
    company: str = ""
    attachments: tuple[Attachment, ...] = ()
    warnings: tuple[str, ...] = ()
    auto_answerable: bool = True
    bounced_addresses: tuple[str, ...] = ()
    spam_hints: tuple[str, ...] = ()
    list_address: str = ""
    returned_ids: tuple[str, ...] = ()
    #: What servers on its way say of the sender, the last one first: (which server, what); reading/proof.py.
    vouched: tuple[tuple[str, str], ...] = ()
    raw_sha: str = ""
    #: (name, address) of those it went to, copies too.
    people: tuple[tuple[str, str], ...] = ()
    #: Minutes from UTC of the clock it was written by.
    offset_minutes: int = 0
