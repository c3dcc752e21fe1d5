"""The one way from raw bytes to a ReadMail."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from hashlib import sha256

from callboard.channels.reading import bounces, headers, kind, quotes, signature, spam
from callboard.channels.reading import html as markup
from callboard.channels.reading.bounded import BOUNDED, is_cut
from callboard.channels.reading.charset import clean, decode
from callboard.channels.reading.mail import ReadMail
from callboard.channels.reading.parts import Parts, walk
from callboard.channels.reading.proof import said_of

MAX_RAW = 60 * 1024 * 1024
# Boundaries times bytes: above this the standard parser, which asks every line of every open boundary, takes minutes.
MAX_WORK = 4_000_000_000
MBOX_LINE = re.compile(rb"\A\s*From [^\r\n]*\r?\n")
BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
RETURNED = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
HEAD = re.compile(rb"\r?\n\r?\n|\r\r")


def read(raw: bytes) -> ReadMail:
    """Read a mail.  Never raises, whatever the bytes: what could not be read is named in `warnings`."""
    sha = sha256(raw).hexdigest()
    try:
        return replace(_read(raw), raw_sha=sha)
    except Exception as error:  # the last line of defence: a mail that breaks the reader must still reach a person
        text, _ = decode(raw[:200_000])
        return ReadMail(
            text=text,
            reply=text,
            warnings=(f"could not be read: {type(error).__name__}",),
            auto_answerable=False,
            raw_sha=sha,
        )


def _read(raw: bytes) -> ReadMail:
    warnings: list[str] = []
    message = _parse(raw, warnings)
    senders = headers.addresses_of(message, "from") or headers.addresses_of(message, "sender", "reply-to")
    name, sender = senders[0] if senders else (_bare_name(message), "")
    if not senders:
        warnings.append("no sender address")
    date_at, date_warning = headers.date_of(message)
    parts = walk(message, message.get_content_charset() or "")
    warnings += [warning for warning in (date_warning, *parts.warnings) if warning]
    warnings += _defects(message)
    subject = headers.subject_of(message)
    text, wrote = _body(parts)
    what = kind.kind_of(message, parts, sender, subject, text, wrote.reply)
    closing = signature.facts_of(wrote.signature or wrote.closing, sender, name)
    to, cc, bcc = (headers.addresses_of(message, name) for name in ("to", "cc", "bcc"))
    ids = headers.message_ids([*headers.raw_values(message, "references"), *headers.raw_values(message, "in-reply-to")])
    replied = headers.message_ids(headers.raw_values(message, "in-reply-to"))
    ours = {sender, *(address for _, address in to)}
    return ReadMail(
        kind=what,
        from_address=sender[:320],
        from_name=name,
        to=tuple(address for _, address in to),
        cc=tuple(address for _, address in cc),
        bcc=tuple(address for _, address in bcc),
        reply_to=tuple(address for _, address in headers.addresses_of(message, "reply-to")),
        people=(*to, *cc, *bcc),
        subject=subject,
        date_at=date_at,
        offset_minutes=headers.offset_of(message),
        message_id=headers.message_id_of(message),
        in_reply_to=replied[0] if replied else "",
        references=ids,
        text=text,
        html=parts.html,
        reply=wrote.reply,
        quoted=wrote.quoted,
        signature=wrote.signature or wrote.closing,
        phones=closing.phones,
        title=closing.title,
        company=closing.company,
        attachments=tuple(parts.attachments),
        warnings=tuple(dict.fromkeys(warnings)),
        auto_answerable=kind.may_answer(message, what, sender),
        bounced_addresses=bounces.bounced(message, parts, text, subject, ours) if what == "bounce" else (),
        spam_hints=spam.hints(message, sender, subject, text),
        list_address=_list_address(message),
        vouched=said_of(headers.raw_values(message, "authentication-results"), sender),
        returned_ids=headers.message_ids(RETURNED.findall("\n".join(parts.originals)[:100_000]))
        if what == "bounce"
        else (),
    )


def parsed(raw: bytes) -> Message:
    """The headers of a mail for whoever asks for one that ReadMail does not carry.  Never raises."""
    try:
        return _parse(raw, [])
    except Exception:  # as in `read`: whatever the bytes are
        return Message()


def _parse(raw: bytes, warnings: list[str]) -> Message:
    content = MBOX_LINE.sub(b"", raw.removeprefix(b"\xef\xbb\xbf"), count=1).lstrip(b"\r\n")
    if b"\r" in content and b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    if len(content) > MAX_RAW:
        warnings.append("larger than 60 MB: only the beginning was read; the raw mail has all of it")
        content = content[:MAX_RAW]
    if len(BOUNDARY.findall(content)) * len(content) < MAX_WORK:
        try:
            return email.message_from_bytes(content, policy=BOUNDED)
        except (
            Exception
        ) as error:  # the standard parser fails on about one real mail in a thousand, and on deep nesting
            warnings.append(f"broken structure ({type(error).__name__}): read as one text")
    else:
        warnings.append("too many nested parts: read as one text")
    return _headers_only(content)


def _headers_only(content: bytes) -> Message:
    split = HEAD.search(content)
    head, body = (content[: split.start()], content[split.end() :]) if split else (content, b"")
    try:
        message: Message = BytesParser(policy=BOUNDED).parsebytes(head + b"\n\n", headersonly=True)
    except Exception:  # headers that break the parser themselves: keep the mail as one text
        message, body = Message(), content
    for name in ("content-type", "content-transfer-encoding"):
        del message[name]
    message.set_payload(body.decode("ascii", "surrogateescape"))
    return message


def _body(parts: Parts) -> tuple[str, quotes.Wrote]:
    """The body as text, and who wrote what of it.  HTML knows its quotes better than text where it is all there is."""
    text, html = parts.text, parts.html
    if text.strip() or not html.strip():
        return text.strip("\n"), quotes.separate(text)
    text = markup.to_text(html)
    own, quoted = markup.split_quote(html)
    if not own.strip() or not quoted.strip():
        return text, quotes.separate(text)
    wrote = quotes.separate(own)
    return text, replace(wrote, quoted="\n".join(part for part in (wrote.quoted, quoted.strip()) if part))


def _bare_name(message: Message) -> str:
    return clean(headers.text_of(message, "from"))[:300]


def _list_address(message: Message) -> str:
    """The address of the list, or its name where it gives none; "" for what is no list."""
    found = headers.parse_addresses(headers.raw_value(message, "list-post").replace("mailto:", ""))
    return found[0][1] if found else headers.raw_value(message, "list-id").lower()[:300]


def _defects(message: Message) -> list[str]:
    serious = {
        "StartBoundaryNotFoundDefect": "the parts' boundary is missing",
        "NoBoundaryInMultipartDefect": "the parts have no boundary",
        "CloseBoundaryNotFoundDefect": "the mail ends before its last part does",
        "MissingHeaderBodySeparatorDefect": "headers end without an empty line",
    }
    names = {type(defect).__name__ for part in message.walk() for defect in part.defects}
    found = [sentence for name, sentence in serious.items() if name in names]
    return [*found, "a header is too long: only its beginning was read"] if is_cut(message) else found
