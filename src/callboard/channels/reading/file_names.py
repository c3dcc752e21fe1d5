"""What the sender calls a file: the name in its headers, without anything that is no name."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import collapse_rfc2231_value

from callboard.channels.reading.charset import clean, decode
from callboard.channels.reading.headers import decode_words, raw_value


def file_name(part: Message) -> str:
    """The name the sender gave, without any path; RFC 2231 continued and RFC 2047 encoded names are read."""
    for header, parameter in (
        ("content-disposition", "filename"),
        ("content-type", "name"),
        ("content-type", "filename"),
        ("content-disposition", "name"),
    ):
        name = parameter_of(part, parameter, header)
        if name:
            return safe_name(name)
    return ""


def parameter_of(part: Message, parameter: str, header: str) -> str:
    """A parameter of a header, however it is written; "" for none."""
    try:
        value = part.get_param(parameter, "", header)
        text = collapse_rfc2231_value(value) if value else ""
    except (ValueError, TypeError, LookupError, AttributeError):
        text = ""
    if not text:
        match = re.search(rf"\b{parameter}\s*=\s*(\"[^\"]*\"|[^;\s]+)", raw_value(part, header), re.IGNORECASE)
        text = match[1] if match else ""
    content = str(text).encode("utf-8", "surrogateescape")
    return decode_words(decode(content)[0]).strip()


def safe_name(name: str) -> str:
    """A file name that is only a name: no folder, no control character, no leading dot, at most 200 characters."""
    name = clean(name).replace("\\", "/").strip().strip("\"'").rstrip("/").rsplit("/", 1)[-1]
    name = "".join(" " if char in "\n\t" else char for char in name if char.isprintable() or char in "\n\t")
    name = " ".join(name.split()).lstrip(". ") or "file"
    stem, dot, ending = name.rpartition(".")
    if len(name) > 200:
        name = f"{stem[: 199 - len(ending)]}.{ending}" if dot and len(ending) < 20 else name[:200]
    return name
