"""When two mails are one."""

from __future__ import annotations

import json
from datetime import UTC
from hashlib import sha256

from callboard.channels.reading.mail import ReadMail


def digest(mail: ReadMail) -> str:
    """SHA-256 (hex) of normalised From, Date, Subject and body, the body with its attachments.

    Transport changes (Received, folding, line ends, trailing blanks, transfer encoding) do not change it.  A mail of
    which nothing could be read is told apart by its raw bytes.
    """
    body = " ".join((mail.text or mail.html).split())
    files = sorted(attachment.sha for attachment in mail.attachments)
    date = mail.date_at.astimezone(UTC).isoformat() if mail.date_at else ""
    parts = [mail.from_address, date, " ".join(mail.subject.split()), body, *files]
    if not any(parts):
        parts = ["raw", mail.raw_sha]
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def fingerprint(mail: ReadMail) -> str:
    """What is kept of a mail of which nothing else is: never the digest of one that is kept."""
    return sha256(f"fingerprint:{mail.message_id}:{digest(mail)}".encode()).hexdigest()
