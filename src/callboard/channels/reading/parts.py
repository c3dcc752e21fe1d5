"""The body and the files of a mail: text, HTML, attachments, and what a report carries for programs."""

from __future__ import annotations

import base64
import binascii
import email
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message

from callboard.channels.reading.bounded import BOUNDED
from callboard.channels.reading.charset import clean, decode
from callboard.channels.reading.file_names import file_name, parameter_of, safe_name
from callboard.channels.reading.headers import decode_words, raw_value
from callboard.channels.reading.mail import Attachment

MAX_DEPTH = 40
MAX_PARTS = 2_000
MAX_TEXT = 2_000_000
MAX_UUENCODED = 100
EXTENSIONS = {
    "text/calendar": ".ics",
    "text/html": ".html",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "application/ms-tnef": ".dat",
}
UUENCODED = re.compile(r"^begin [0-7]{3,4} ([^\n]{1,200})\n(.*?)\n(?:[`' ]?\n)?end[ \t]*$", re.DOTALL | re.MULTILINE)
FIRST_BOUNDARY = re.compile(r"^--([^\s\"][^\"\n]{0,198})$", re.MULTILINE)
UU_LINE = re.compile(r"[ -`]*")
REPORT_TYPES = {
    "message/delivery-status",
    "message/global-delivery-status",
    "message/feedback-report",
    "message/disposition-notification",
}
ORIGINAL_TYPES = {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}


@dataclass(slots=True)
class Parts:
    """What one walk over the tree found.  `reports` maps a report's type to its text, `originals` are texts of returned mails."""

    texts: list[str] = field(default_factory=list)
    htmls: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reports: dict[str, list[str]] = field(default_factory=dict)
    originals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    types: set[str] = field(default_factory=set)

    def warn(self, sentence: str) -> None:
        if sentence and sentence not in self.warnings and len(self.warnings) < 50:
            self.warnings.append(sentence)

    @property
    def text(self) -> str:
        return "\n".join(text.strip("\n") for text in self.texts if text.strip())[:MAX_TEXT]

    @property
    def html(self) -> str:
        return "\n".join(self.htmls)[:MAX_TEXT]


def walk(message: Message, fallback_charset: str = "") -> Parts:
    """Every leaf of the tree, each once; what cannot be decoded is kept as it stands and named in the warnings."""
    parts = Parts()
    stack: list[tuple[Message, int, bool, bool]] = [(message, 0, False, False)]
    seen = 0
    while stack:
        part, depth, nested, report = stack.pop()
        seen += 1
        if seen > MAX_PARTS:
            parts.warn(f"more than {MAX_PARTS} parts: the rest was left in the raw mail")
            break
        kind = content_type(part)
        parts.types.add(kind)
        children = _children(part)
        if not children and kind.startswith("multipart/"):
            children = _repaired(part, parts)
        inside_report = report or kind == "multipart/report"
        if kind == "message/rfc822" or (
            kind.startswith("message/") and kind not in REPORT_TYPES and children and depth
        ):
            _returned_or_forwarded(part, parts, report, seen, nested)
            nested = True
        elif kind in REPORT_TYPES:
            _report(part, parts, kind)
            continue
        elif not children:
            _leaf(part, parts, nested, fallback_charset, seen)
            continue
        if report and kind == "message/rfc822":
            continue
        if depth >= MAX_DEPTH:
            parts.warn(f"nested deeper than {MAX_DEPTH}: the rest was kept as one file")
            parts.attachments.append(Attachment("nested.eml", "message/rfc822", as_bytes(part)))
            continue
        stack.extend((child, depth + 1, nested, inside_report) for child in reversed(children))
    return parts


def content_type(part: Message) -> str:
    try:
        return part.get_content_type()
    except (ValueError, TypeError, AttributeError, RecursionError):
        return "application/octet-stream"


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _repaired(part: Message, parts: Parts) -> list[Message]:
    """The parts of a multipart whose header lost its boundary: the first line that looks like one and comes again is it."""
    payload = part.get_payload()
    if not isinstance(payload, str):
        return []
    match = next(
        (found for found in FIRST_BOUNDARY.finditer(payload[:100_000]) if payload.count(found[0].rstrip()) > 1), None
    )
    if match is None:
        return []
    parts.warn("a missing boundary was guessed")
    head = f'Content-Type: {content_type(part)}; boundary="{match[1].rstrip()}"\n\n'
    try:
        return _children(email.message_from_string(head + payload, policy=BOUNDED))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return []


def _report(part: Message, parts: Parts, kind: str) -> None:
    children = _children(part)
    text = "\n\n".join(_source(child) for child in children) if children else _decoded_text(part, parts, "")
    # Some senders encode the report although the standard forbids it; the parser then finds blocks of base64.
    if raw_value(part, "content-transfer-encoding").lower() == "base64" and ":" not in text.strip()[:40]:
        try:
            text = decode(base64.b64decode(re.sub(r"[^A-Za-z0-9+/=]", "", text) + "==="))[0]
        except (binascii.Error, ValueError):
            parts.warn("a report that does not decode")
    parts.reports.setdefault(kind, []).append(text)
    parts.attachments.append(
        Attachment(file_name(part) or kind.replace("/", "-").removeprefix("message-") + ".txt", kind, text.encode())
    )


def _source(message: Message) -> str:
    return decode(as_bytes(message))[0].strip()


def _returned_or_forwarded(part: Message, parts: Parts, report: bool, index: int, nested: bool) -> None:
    children = _children(part)
    content = b"\n".join(as_bytes(child) for child in children) if children else payload_bytes(part, parts)
    if report or not parts.originals:
        parts.originals.append(decode(content[:200_000])[0])
    subject = decode_words(raw_value(children[0], "subject")) if children else ""
    name = file_name(part) or safe_name(subject[:80] or f"message-{index}") + ".eml"
    parts.attachments.append(Attachment(name, content_type(part), content, nested=nested))


def _leaf(part: Message, parts: Parts, nested: bool, fallback: str, index: int) -> None:
    kind = content_type(part)
    if kind.startswith("multipart/"):  # its parts cannot be told apart: better all of it as text than nothing
        kind = "text/plain"
    name = file_name(part)
    disposition = raw_value(part, "content-disposition").lower().split(";")[0].strip()
    if kind in ORIGINAL_TYPES:
        parts.originals.append(_decoded_text(part, parts, fallback))
    is_body = kind in {"text/plain", "text/html"} or (
        kind.startswith("text/") and kind not in ORIGINAL_TYPES and not name and kind != "text/calendar"
    )
    if (
        is_body
        and disposition != "attachment"
        and not nested
        and (not name or (disposition == "inline" and not parts.texts and not parts.htmls))
    ):
        text = _decoded_text(part, parts, fallback)
        if kind == "text/html":
            parts.htmls.append(text)
        else:
            parts.texts.append(_without_uuencoded(text, parts))
        return
    if nested and not name and disposition != "attachment":
        return  # the text of a forwarded mail is inside its .eml already
    content = payload_bytes(part, parts)
    if not content and not name and disposition != "attachment":
        return
    name = name or safe_name(f"part-{index}") + EXTENSIONS.get(kind, ".bin")
    content_id = raw_value(part, "content-id").strip("<> ")[:300]
    parts.attachments.append(
        Attachment(name, kind, content, disposition == "inline" or bool(content_id), clean(content_id), nested)
    )


def _without_uuencoded(text: str, parts: Parts) -> str:
    """Files written into the text the way mail did before MIME become attachments."""
    begun = text.count("\nbegin ") + text.startswith("begin ")
    if not begun or begun > MAX_UUENCODED or "\nend" not in text:
        return text

    def taken(match: re.Match[str]) -> str:
        content = _uudecoded(match[2])
        if content is None:
            return match[0]
        parts.attachments.append(Attachment(safe_name(match[1].strip()), "application/octet-stream", content))
        return ""

    return UUENCODED.sub(taken, text)


def _uudecoded(block: str) -> bytes | None:
    out: list[bytes] = []
    for line in block.split("\n"):
        if not UU_LINE.fullmatch(line):
            return None
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            length = (((ord(line[0]) - 32) & 63) * 4 + 5) // 3
            try:
                out.append(binascii.a2b_uu(line[:length]))
            except binascii.Error:
                return None
    return b"".join(out)


def _decoded_text(part: Message, parts: Parts, fallback: str) -> str:
    content = payload_bytes(part, parts)
    text, warning = decode(content[: MAX_TEXT * 2], _charset(part), fallback)
    if len(content) > MAX_TEXT * 2:
        warning = "a very long text was cut; the raw mail has all of it"
    parts.warn(warning)
    return text


def _charset(part: Message) -> str:
    return parameter_of(part, "charset", "content-type").strip().strip("'\"")


def payload_bytes(part: Message, parts: Parts | None = None) -> bytes:
    """The decoded content.  What does not decode is answered as it stands in the mail, with a warning."""
    try:
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            encoding = raw_value(part, "content-transfer-encoding").lower().strip("; \t'\"")
            return _second_try(part, content, encoding)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        if parts is not None:
            parts.warn("a part does not decode: kept as it stands")
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else as_bytes(part)


def _second_try(part: Message, content: bytes, encoding: str) -> bytes:
    """Encodings written with stray characters (`base64;`, `quoted printable`) that the parser does not know."""
    exact = raw_value(part, "content-transfer-encoding").lower()
    if exact in {"", "7bit", "8bit", "binary", "base64", "quoted-printable"}:
        return content
    if encoding.startswith("base64"):
        try:
            return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/=]", b"", content))
        except (binascii.Error, ValueError):
            return content
    if encoding.startswith("quoted"):
        return binascii.a2b_qp(content)
    return content


def as_bytes(message: Message) -> bytes:
    attempts: tuple[Callable[[], bytes], ...] = (
        message.as_bytes,
        lambda: message.as_string().encode("utf-8", "surrogateescape"),
    )
    for attempt in attempts:
        try:
            return attempt()
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            continue
    head = "\n".join(f"{name}: {value}" for name, value in message.raw_items())
    body = message.get_payload()
    return (head + "\n\n" + (body if isinstance(body, str) else "")).encode("utf-8", "surrogateescape")
