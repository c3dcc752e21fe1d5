"""Header values: raw bytes to text, addresses, dates and message ids."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime, parsedate_tz

from callboard.channels.reading.charset import CONTROL, clean, codec_of, decode

# A stranger writes them: none of these patterns looks again at what it has passed, however long a header is.
WORD = re.compile(r"=\?([^?\s*]+)(?:\*[^?]*)?\?([bBqQ])\?((?:(?!=\?[^=]).)*?)\?=", re.DOTALL)
BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?)")
_PART = r"[^\s<>()\[\],;:\"'@]"
ADDRESS = re.compile(rf"(?<!{_PART}){_PART}++@{_PART}+")
COMMENT = re.compile(r"\([^()]*\)")
MESSAGE_ID = re.compile(r"<([^<>\s]{1,900})>")
FOLD = re.compile(r"[\r\n]+[ \t]*|[\r\n]+")
INDEX = "headers by name"
MAX_ADDRESSES = 1000
MAX_REFERENCES = 200
MAX_SUBJECT = 2000
#: What stands at the ends of the calendar is another day in another zone, which there is not.
FIRST_YEAR, LAST_YEAR = 1900, 9999
#: Of a date so much is looked at.
MAX_DATE = 500

Pair = tuple[str, str]


def raw_values(message: Message, name: str) -> list[str]:
    """Every value of a header as it stands, bytes beyond ASCII decoded by guess, folding undone."""
    return [_text(value) for value in _by_name(message).get(name.lower(), ())]


def _by_name(message: Message) -> dict[str, list[object]]:
    """The headers by lower-case name, sorted out once a message."""
    known: dict[str, list[object]] | None = message.__dict__.get(INDEX)
    if known is None:
        known = {}
        for key, value in message.raw_items():
            known.setdefault(key.lower(), []).append(value)
        message.__dict__[INDEX] = known
    return known


def raw_value(message: Message, name: str) -> str:
    values = raw_values(message, name)
    return values[0] if values else ""


def _text(value: object) -> str:
    text = str(value)
    if not text.isascii():
        text = decode(text.encode("utf-8", "surrogateescape"))[0]
    elif "\x1b$" in text or CONTROL.search(text):
        text = decode(text.encode())[0]
    return FOLD.sub(" ", text).strip()


def decode_words(value: str) -> str:
    """RFC 2047: encoded words to text; neighbours in one charset are joined before decoding, as split characters need."""
    if "=?" not in value:
        return value
    value = BETWEEN_WORDS.sub(r"\1", value)
    out: list[str] = []
    pending: list[tuple[str, bytes]] = []
    position = 0
    for match in WORD.finditer(value):
        if match.start() > position:
            out.append(_joined(pending))
            pending = []
            out.append(value[position : match.start()])
        content = _word_bytes(match[2], match[3])
        if pending and codec_of(pending[-1][0]) != codec_of(match[1]):
            out.append(_joined(pending))
            pending = []
        pending.append((match[1], content))
        position = match.end()
    out.append(_joined(pending))
    out.append(value[position:])
    return clean("".join(out))


def _joined(words: list[tuple[str, bytes]]) -> str:
    return decode(b"".join(content for _, content in words), words[0][0])[0] if words else ""


def _word_bytes(encoding: str, text: str) -> bytes:
    content = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return quopri.decodestring(content.replace(b"_", b"=20"))
    try:
        return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/]", b"", content) + b"===")
    except (binascii.Error, ValueError):
        return content


def text_of(message: Message, name: str) -> str:
    """A header as a person reads it, on one line."""
    return " ".join(decode_words(raw_value(message, name)).split())


def subject_of(message: Message) -> str:
    return text_of(message, "subject")[:MAX_SUBJECT]


def addresses_of(message: Message, *names: str) -> list[Pair]:
    """(name, address) of every address in those headers, in order, no address twice."""
    found: dict[str, Pair] = {}
    for name in names:
        for value in raw_values(message, name):
            for pair in parse_addresses(value):
                found.setdefault(pair[1], pair)
                if len(found) >= MAX_ADDRESSES:
                    return list(found.values())
    return list(found.values())


def parse_addresses(value: str) -> list[Pair]:
    value = value[:200_000]
    try:
        parsed = getaddresses([value])
    except (ValueError, IndexError, TypeError, RecursionError):
        parsed = []
    pairs = [(_name(name), bare(address)) for name, address in parsed if ADDRESS.fullmatch(bare(address))]
    if not pairs:
        pairs = _by_pattern(value)
    return pairs


def _by_pattern(value: str) -> list[Pair]:
    """Addresses in a value that is no address list: one name before one `<...>`, or bare addresses."""
    value = decode_words(value)
    found = list(ADDRESS.finditer(value))
    if len(found) == 1:
        return [(_name(value[: found[0].start()].rstrip(" <")), bare(found[0][0]))]
    return [("", bare(match[0])) for match in found]


def _name(name: str) -> str:
    return " ".join(decode_words(name).strip().strip("\"'").split())[:300]


def bare(address: str) -> str:
    """An address to compare by: lower case, no blanks, no brackets, no final dot."""
    return clean(decode_words(address)).strip().strip("<>'\"").rstrip(".").lower()


def date_of(message: Message) -> tuple[datetime | None, str]:
    """The claimed instant, aware, and a warning."""
    value = raw_value(message, "date")[:MAX_DATE]
    if not value:
        return None, "no Date header"
    for candidate in (value, COMMENT.sub("", value), value.replace(".", ":")):
        try:
            parsed = parsedate_to_datetime(candidate)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if parsed.tzinfo is None:
            parsed = parsed.replace(tzinfo=UTC)
        try:
            found = parsed.astimezone(UTC)
        except (OverflowError, ValueError):
            continue
        if FIRST_YEAR <= found.year < LAST_YEAR:
            return found, ""
    return None, "unreadable Date header"


def offset_of(message: Message) -> int:
    """Minutes from UTC of the clock it was written by; 0 where it says none."""
    try:
        found = parsedate_tz(raw_value(message, "date")[:MAX_DATE])
    except (ValueError, TypeError, IndexError):
        return 0
    minutes = (found[9] or 0) // 60 if found is not None else 0
    return minutes if abs(minutes) < 24 * 60 else 0


def message_ids(values: Iterable[str]) -> tuple[str, ...]:
    """Every id between angle brackets, without them, in order, none twice."""
    found: dict[str, None] = {}
    for value in values:
        for match in MESSAGE_ID.finditer(value):
            found.setdefault(clean(match[1]))
    return tuple(found)[-MAX_REFERENCES:]


def message_id_of(message: Message) -> str:
    value = raw_value(message, "message-id")
    ids = message_ids([value])
    return ids[0] if ids else "".join(value.strip("<> ").split())[:900]
