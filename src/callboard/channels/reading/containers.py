"""Files and folders that hold mail: .eml, mbox, Maildir, .msg.

A file is mail when its first non-empty line is a header or `From `; anything else is answered as skipped, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from callboard.channels.reading import outlook

HEADER_LINE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:From |[A-Za-z][A-Za-z0-9-]{0,76}[ \t]*:)")
FROM_LINE = re.compile(rb"^From [^\r\n]+\r?$", re.MULTILINE)
ENVELOPE = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*[ \t]*:|>From )")


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
    if content.startswith(outlook.OLE):
        raw = outlook.as_mail(content)
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
