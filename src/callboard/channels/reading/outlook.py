"""Outlook's .msg as a mail in standard form, so that one reader reads them all."""

from __future__ import annotations

import logging
import subprocess
import sys
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from hashlib import sha256
from subprocess import DEVNULL, PIPE
from typing import Any

from callboard.directory.reading.bounded import bound_this_process

#: What is taken from the headers it came with; a mail that never left the house has none, then the property of that name.
HEADERS = {
    "To": "to",
    "Cc": "cc",
    "Bcc": "bcc",
    "Reply-To": "",
    "Subject": "subject",
    "Date": "date",
    "Message-ID": "messageId",
    "In-Reply-To": "inReplyTo",
    "References": "",
    "Auto-Submitted": "",
    "List-Id": "",
    "Precedence": "",
    "Return-Path": "",
}
#: PidTagSenderSmtpAddress, PidTagSentRepresentingSmtpAddress, PidTagSenderEmailAddress, PidTagSentRepresentingEmailAddress.
ADDRESSES = ("5D01", "5D02", "0C1F", "0065")
NAMES = ("0C1A", "0042")
INTERNET_CODEPAGE = "3FDE0003"
#: PidTagRtfCompressed, PidTagHtml, PidTagBody in either alphabet.
RTF, HTML, BODIES = "__substg1.0_10090102", "__substg1.0_10130102", ("__substg1.0_1000001F", "__substg1.0_1000001E")
#: A mail in a mail in a mail: deeper ones are left out.
DEEPEST = 5
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Rich text is unpacked and taken apart at up to a minute a MB, so a file with some has so much of the processor and of memory,
#: and so much time where the processor is busy with others.
RICH_S, RICH_MEMORY, RICH_WAIT_S = 10, 1024 * 1024 * 1024, 60
TOO_RICH = "The text of this mail is kept as rich text alone and takes too long to be read here. Open it in Outlook."
UNREADABLE = "This attachment could not be read from the Outlook file."


def as_mail(content: bytes) -> bytes | None:
    """The file's mail with its attachments; None where it is none."""
    try:
        rich = _is_rich(content)
    except Exception:  # see _read
        return None
    return _read_apart(content, "rich") or _read_apart(content, "plain") if rich else _read(content)


def what_is(content: bytes) -> str:
    """What Outlook calls the item of a .msg ("ipm.note", "ipm.appointment"), in lower case; "" for what is none."""
    if not content.startswith(OLE):
        return ""
    try:
        with _opened(content) as source:
            return str(source.classType or "").lower()
    except Exception:  # see _read
        return ""


def _opened(content: bytes) -> Any:
    """The file as a container; to open it as a mail is to read its text, rich or not."""
    import extract_msg  # heavy, and wanted only for this kind of file

    # It warns of every property it does not know; what matters of a file is whether it is a mail.
    logging.getLogger("extract_msg").setLevel(logging.CRITICAL)
    return extract_msg.MSGFile(content, delayAttachments=True)


def _is_rich(content: bytes) -> bool:
    """Whether a mail in it keeps its text or its HTML as rich text alone."""
    with _opened(content) as source:
        streams = {"/".join(path) for path in source.listDir(True, False)}
    folders = [stream.removesuffix(RTF) for stream in streams if stream.endswith(RTF)]
    return any(
        f"{folder}{HTML}" not in streams or not any(f"{folder}{body}" in streams for body in BODIES)
        for folder in folders
    )


def _read(content: bytes) -> bytes | None:
    import extract_msg  # see _opened

    logging.getLogger("extract_msg").setLevel(logging.CRITICAL)
    try:
        with extract_msg.openMsg(content, delayAttachments=False) as source:
            return _the_same_each_time(_mail(source, 0), sha256(content).hexdigest()[:24])
    except Exception:  # the file format has many ways of being broken; a broken one is listed as skipped
        return None


def _read_apart(content: bytes, how: str) -> bytes | None:
    """As `_read`, in a process of its own; None also where that took too much.  `how`: rich, or plain without rich text."""
    command = [sys.executable, "-m", __name__, how]
    try:
        done = subprocess.run(command, input=content, stdout=PIPE, stderr=DEVNULL, timeout=RICH_WAIT_S)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout or None if done.returncode == 0 else None


def _child(how: str) -> None:
    """Write the mail that is read from the standard input."""
    bound_this_process(RICH_MEMORY, RICH_S)
    if how == "plain":
        from extract_msg.msg_classes.message_base import MessageBase

        MessageBase.compressedRtf = None  # type: ignore[assignment, method-assign]  # the library finds none
    sys.stdout.buffer.write(_read(sys.stdin.buffer.read()) or b"")


def _mail(source: Any, depth: int) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    head = source.header
    sender = _line(head["From"])
    if "@" not in sender:
        sender = _sender(source) or sender
    if sender:
        mail["From"] = sender
    for name, attribute in HEADERS.items():
        value = _line(head[name]) or _line(getattr(source, attribute, None) if attribute else None)
        if value:
            mail[name] = value
    text, html = str(source.body or ""), _html(source)
    if not text and not html and source.getStream(RTF) is not None and source.compressedRtf is None:
        text = TOO_RICH
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    for attached in source.attachments:
        _attach(mail, attached, depth)
    return mail


def _the_same_each_time(mail: EmailMessage, mark: str) -> bytes:
    """One file is one mail, however often it is loaded: the borders between its parts are not left to chance."""
    for number, part in enumerate(mail.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"=_{mark}_{number}")
    return mail.as_bytes()


def _line(value: Any) -> str:
    """One line of a header."""
    if isinstance(value, datetime):
        return format_datetime(value)
    return " ".join(str(value or "").replace("\x00", "").split())


def _sender(source: Any) -> str:
    """Who wrote it, from the properties: an address of the directory (/O=...) is none a person can answer."""
    addresses = (_line(source.getStringStream(f"__substg1.0_{tag}")) for tag in ADDRESSES)
    address = next((each for each in addresses if "@" in each), "")
    name = next((each for tag in NAMES if (each := _line(source.getStringStream(f"__substg1.0_{tag}")))), "")
    return formataddr((name, address)) if address else ""


def _html(source: Any) -> str:
    html = source.htmlBody
    if not isinstance(html, bytes):
        return str(html or "")
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        page = source.getPropertyVal(INTERNET_CODEPAGE)
    try:
        return html.decode(f"cp{page}", "replace")
    except LookupError:
        return html.decode("cp1252", "replace")


def _attach(mail: EmailMessage, attached: Any, depth: int) -> None:
    """One that cannot be read leaves a line in its place: the mail itself is not lost for it."""
    name = _line(getattr(attached, "longFilename", None) or getattr(attached, "shortFilename", None)) or "file"
    try:
        data = attached.data
        if isinstance(data, bytes):
            maintype, _, subtype = _type_of(attached).partition("/")
            mail.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
        elif depth < DEEPEST:
            mail.add_attachment(_mail(data, depth + 1), filename=name.removesuffix(".msg") + ".eml")
    except Exception:  # see _read: each has many ways of being broken
        mail.add_attachment(UNREADABLE, filename=f"{name}.txt")


def _type_of(attached: Any) -> str:
    said = _line(getattr(attached, "mimetype", "")).lower()
    whole = said.count("/") == 1 and all(said.split("/")) and not said.startswith(("multipart/", "message/"))
    return said if whole else "application/octet-stream"


if __name__ == "__main__":
    _child(sys.argv[1])
