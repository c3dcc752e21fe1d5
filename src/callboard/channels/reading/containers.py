"""Files and folders that hold mail: .eml, mbox, Maildir, .msg.

A file is mail when its first non-empty line is a header or `From `; anything else is answered as skipped, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

HEADER_LINE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:From |[A-Za-z][A-Za-z0-9-]{0,76}[ \t]*:)")
FROM_LINE = re.compile(rb"^From [^\r\n]+\r?$", re.MULTILINE)
ENVELOPE = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*[ \t]*:|>From )")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Found:
    """One mail of a file (`raw`), or a file that is none (`raw` None, `skipped` says why).  `part` counts from 1 in an mbox."""

    path: Path
    raw: bytes | None
    part: int = 1
    skipped: str = ""

    @property
    def name(self) -> str:
        return f"{self.path}#{self.part}" if self.part > 1 else str(self.path)


def is_mail(content: bytes) -> bool:
    return bool(HEADER_LINE.match(content[:4096]))


def mails_in(path: Path) -> Iterator[Found]:
    """Every mail below a path, in order of names.  Folders are walked; Maildir's `tmp` is left out, as its rules say."""
    if path.is_dir():
        maildir = (path / "cur").is_dir() and (path / "new").is_dir()
        for child in sorted(path.iterdir()):
            if not (maildir and child.name == "tmp") and not child.is_symlink():
                yield from mails_in(child)
        return
    try:
        content = path.read_bytes()
    except OSError as error:
        yield Found(path, None, skipped=f"cannot be opened: {error.strerror or 'unknown'}")
        return
    yield from mails_of(path, content)


def mails_of(path: Path, content: bytes) -> Iterator[Found]:
    """The mails of one file's bytes."""
    if content.startswith(OLE):
        raw = _from_msg(content)
        yield Found(path, raw, skipped="" if raw else "not a mail of Outlook")
        return
    if not is_mail(content):
        yield Found(path, None, skipped="empty" if not content.strip() else "does not begin like a mail")
        return
    pieces = [content] if path.suffix.lower() == ".eml" else split_mbox(content)
    for index, raw in enumerate(pieces, start=1):
        yield Found(path, raw, part=index)


def split_mbox(content: bytes) -> list[bytes]:
    """The mails of an mbox; a single mail comes back alone.  `>From ` quoting is undone as mboxrd says."""
    if not content.lstrip().startswith(b"From "):
        return [content]
    content = content.lstrip()
    starts = [match.start() + match[0].rindex(b"From ") for match in ENVELOPE.finditer(content)]
    starts = sorted({0, *(start for start in starts if FROM_LINE.match(content, start))})
    pieces = [content[start:end] for start, end in zip(starts, [*starts[1:], len(content)], strict=True)]
    return [
        re.sub(rb"^>(>*From )", rb"\1", piece, flags=re.MULTILINE) if len(pieces) > 1 else piece for piece in pieces
    ]


def _from_msg(content: bytes) -> bytes | None:
    """An Outlook .msg as a mail in standard form, with its attachments; None where it is none."""
    import extract_msg  # heavy, and wanted only for this kind of file

    try:
        with extract_msg.openMsg(content, delayAttachments=False) as source:
            return _standard(source)
    except Exception:  # the file format has many ways of being broken; a broken one is listed as skipped
        return None


def _standard(source: object) -> bytes:
    mail = EmailMessage(policy=SMTP)
    head = getattr(source, "header", None)
    for name in (
        "From",
        "To",
        "Cc",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Auto-Submitted",
        "List-Id",
        "Precedence",
        "Return-Path",
    ):
        value = str(head[name]) if head is not None and head[name] else ""
        value = value or str(
            getattr(
                source,
                {
                    "From": "sender",
                    "To": "to",
                    "Cc": "cc",
                    "Subject": "subject",
                    "Date": "date",
                    "Message-ID": "messageId",
                }.get(name, ""),
                "",
            )
            or ""
        )
        if value:
            mail[name] = " ".join(value.replace("\x00", "").split())
    mail.set_content(str(getattr(source, "body", "") or ""))
    html = getattr(source, "htmlBody", None)
    if html:
        mail.add_alternative(html.decode("utf-8", "replace") if isinstance(html, bytes) else str(html), subtype="html")
    for attached in getattr(source, "attachments", []):
        data = getattr(attached, "data", b"")
        if not isinstance(data, bytes):
            data = data.exportBytes() if hasattr(data, "exportBytes") else b""
        name = getattr(attached, "longFilename", None) or getattr(attached, "shortFilename", None) or "file"
        maintype, _, subtype = (str(getattr(attached, "mimetype", "") or "") or "application/octet-stream").partition(
            "/"
        )
        mail.add_attachment(
            data, maintype=maintype, subtype=subtype or "octet-stream", filename=str(name).replace("\x00", "")
        )
    return mail.as_bytes()
