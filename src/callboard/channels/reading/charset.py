"""Bytes to text, whatever the mail claims about them."""

from __future__ import annotations

import codecs
import re

# Names seen in mail that Python does not know, and names that in practice mean their larger sibling.
ALIASES = {
    "us-ascii": "ascii",
    "ansi_x3.4-1968": "ascii",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "windows-874": "cp874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "euc-kr": "cp949",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "iso-2022-jp": "iso2022_jp_ext",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
}
CONTROL = re.compile(r"[\x00\x0b\x0c\x0e-\x1f]")


def clean(text: str) -> str:
    """Text that a database takes: no NUL, no control characters but tab and newline, no lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


def codec_of(charset: str) -> str:
    """The Python codec for a charset name, "" where there is none."""
    name = charset.strip().strip("\"'").lower()
    name = ALIASES.get(name, name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    # base64, rot13, zip and the like are codecs too, but not of text; nor is idna or punycode what a mail can mean.
    unsafe = not getattr(info, "_is_text_encoding", True) or info.name in {
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
    }
    return "" if unsafe else info.name


def decode(content: bytes, charset: str = "", fallback: str = "") -> tuple[str, str]:
    """The text and a warning ("" if the charset held)."""
    declared = codec_of(charset) if charset else ""
    warning = ""
    if charset and not declared:
        warning = f"unknown charset {charset[:40]}"
    if not declared and b"\x1b$" in content:
        declared = "iso2022_jp_ext"
    for codec in (declared, "utf-8", codec_of(fallback) if fallback else ""):
        if not codec:
            continue
        try:
            return clean(content.decode(codec)), warning
        except (UnicodeError, ValueError):
            if codec == declared:
                warning = f"text is not valid {charset or codec}"
    if declared and declared not in {"ascii", "utf-8"} and not declared.startswith("utf"):
        return clean(content.decode(declared, "replace")), warning
    return clean(content.decode("cp1252", "replace")), warning or "text of unknown charset"
