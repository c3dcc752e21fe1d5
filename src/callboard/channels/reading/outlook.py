"""Outlook's .msg as a mail in standard form, so that one reader reads them all."""

from __future__ import annotations

import logging
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from hashlib import sha256
from typing import Any

#: What is taken from the headers it came with; a mail that never left the house has none, then the property of that name.
HEADERS = {
    "To": "to",
    "Cc": "cc",
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
#: A mail in a mail in a mail: deeper ones are left out.
DEEPEST = 5
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A body of rich text is taken apart at about 20 s a MB; a longer one is not, and its place says so.
LONGEST_RTF = 300_000
TOO_RICH = "The text of this mail is kept as rich text alone and is too long to be read here. Open it in Outlook."
UNREADABLE = "This attachment could not be read from the Outlook file."


def as_mail(content: bytes) -> bytes | None:
    """The file's mail with its attachments; None where it is none."""
    import extract_msg  # heavy, and wanted only for this kind of file

    # It warns of every property it does not know; what matters of a file is whether it is a mail.
    logging.getLogger("extract_msg").setLevel(logging.CRITICAL)
    try:
        with extract_msg.openMsg(content, delayAttachments=False) as source:
            return _the_same_each_time(_mail(source, 0), sha256(content).hexdigest()[:24])
    except Exception:  # the file format has many ways of being broken; a broken one is listed as skipped
        return None


def what_is(content: bytes) -> str:
    """What Outlook calls the item of a .msg ("ipm.note", "ipm.appointment"), in lower case; "" for what is none."""
    if not content.startswith(OLE):
        return ""
    import extract_msg  # see as_mail

    logging.getLogger("extract_msg").setLevel(logging.CRITICAL)
    try:
        with extract_msg.openMsg(content, delayAttachments=True) as source:
            return str(source.classType or "").lower()
    except Exception:  # see as_mail
        return ""


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
    rich = _too_rich(source)
    mail.set_content(str(source.body or "") or (TOO_RICH if rich else ""))
    html = _html(source) if source.body or not rich else ""
    if html:
        mail.add_alternative(html, subtype="html")
    for attached in source.attachments:
        _attach(mail, attached, depth)
    return mail


def _too_rich(source: Any) -> bool:
    """Whether it has a body of rich text that would take too long; then the file is read as if it had none."""
    packed = source.compressedRtf or b""
    if len(packed) > LONGEST_RTF or len(source.rtfBody or b"") > LONGEST_RTF:
        source.__dict__["rtfBody"] = None  # what the library would work out when asked
        return True
    return False


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
    except Exception:  # see as_mail: each has many ways of being broken
        mail.add_attachment(UNREADABLE, filename=f"{name}.txt")


def _type_of(attached: Any) -> str:
    said = _line(getattr(attached, "mimetype", "")).lower()
    whole = said.count("/") == 1 and all(said.split("/")) and not said.startswith(("multipart/", "message/"))
    return said if whole else "application/octet-stream"
