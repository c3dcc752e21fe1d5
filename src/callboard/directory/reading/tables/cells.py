"""What a cell says: the kind of thing a text looks like, and the text of what a workbook holds."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

#: Characters people see as nothing at the ends of a cell.
_EDGES = " \t\r\n\u00a0\u200b\ufeff"
_NUMBER = re.compile(r"[-+(]?\s?[$€£¥]?\s?(\d{1,3}([,.' \u00a0]\d{3})+|\d+)?([.,]\d+)?([eE][-+]?\d+)?\s?[%$€£)]?")
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ]\d{1,2}:\d{2}.*)?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})([T ]\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}[- ][A-Za-z]{3,9}\.?[- ,]+\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?"
)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINK = re.compile(r"(https?://|www\.)\S+", re.I)
_DAY = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ].*)?")


#: Control characters nobody types: Windows' letters that somebody took for Latin-1 before they made them UTF-8.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_CONTROLS = re.compile("[\x00\x80-\x9f]")


def trimmed(text: str) -> str:
    """Without what nobody sees: edges of blanks, and NULs, which no database keeps."""
    if _CONTROLS.search(text):
        text = text.replace("\0", "").translate(_WINDOWS)
    return text.strip(_EDGES)


def kind(text: str) -> str:
    """empty, number, date, mail, link or text."""
    if not text:
        return "empty"
    first = text[0]
    if first.isdigit() or first in "-+($€£¥.,":
        if _NUMBER.fullmatch(text) and any(letter.isdigit() for letter in text):
            return "number"
        if _DATE.fullmatch(text):
            return "date"
    elif first.isalpha() and text[-1].isdigit() and _DATE.fullmatch(text):
        return "date"
    if "@" in text and _MAIL.fullmatch(text):
        return "mail"
    return "link" if _LINK.fullmatch(text) else "text"


def day_order(texts: Iterable[str]) -> str:
    """In which order a column's dates are written: ymd, mdy, dmy; "ask" where every one of them may be either of the last
    two; "both" where some can only be the one and some only the other; "" for no such dates."""
    orders: set[str] = set()
    either = False
    for text in texts:
        found = _DAY.fullmatch(text)
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if len(found[1]) == 4:
            orders.add("ymd")
        elif first > 12 >= second:
            orders.add("dmy")
        elif second > 12 >= first:
            orders.add("mdy")
        elif first != second:
            either = True
    told = orders - {"ymd"}
    if len(told) == 2:
        return "both"
    if told:
        return told.pop()
    if either:
        return "ask"
    return "ymd" if orders else ""


def text_of(value: Any) -> str:
    """The text of what a workbook's cell holds: 7 for 7.0, 2026-03-01 for a midnight, true and false."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _span(value)
    return str(value)


def _number(value: float) -> str:
    """As somebody would type it: no exponent, no trailing zero, 15 digits as spreadsheets have them."""
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.20f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.0f}"
    return text


def _span(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def main_kind(texts: Sequence[str]) -> str:
    """What most cells of a column are, where nine of ten are the same; else text."""
    kinds = [kind(text) for text in texts if text]
    if not kinds:
        return "empty"
    most = max(set(kinds), key=kinds.count)
    return most if kinds.count(most) >= 0.9 * len(kinds) else "text"
