"""A mail inside a mail: what was forwarded, as it was before, whatever program passed it on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from callboard.channels.reading import quote_words as words
from callboard.channels.reading import quotes
from callboard.channels.reading.dates import date_in
from callboard.channels.reading.headers import ADDRESS, Pair, bare, parse_addresses
from callboard.channels.reading.lines import letters_of
from callboard.channels.reading.mail import Attachment, ReadMail
from callboard.channels.reading.read import read

#: Lines looked at for the head of what was forwarded; longer introductions are none.
MAX_LINES = 2_000
HEAD_LINES = 24
MAX_LINE = 2_000
ANSWER = re.compile(r"^\s*(?:re|aw|antw|sv|odp|ynt)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
PASSED_ON = re.compile(
    r"forward|weitergeleitet|transf[ée]r|r[ée]exp[ée]di|reenviado|inoltrat|doorgestuurd|encaminhada|vidarebefordrat|"
    r"przekazana|пересла|пересыла|轉寄|转发",
    re.IGNORECASE,
)
QUOTE = re.compile(r"^\s{0,3}>\s?")
MAILTO = re.compile(r"\s*<mailto:[^>]*>", re.IGNORECASE)
OLD_MAILTO = re.compile(r"\[mailto:([^\]]+)\]", re.IGNORECASE)
MAIL_NAMES = (".eml", ".msg")


def original(mail: ReadMail) -> ReadMail | None:
    """What `mail` passes on; None where it passes on nothing, or merely answers.

    Its attachments are those of the mail that carried it.  A time without a zone is that of whoever passed it on.
    """
    return _inside(mail) or _attached(mail)


def enclosed(mail: ReadMail) -> list[Attachment]:
    """Where it passes on several mails as files, these; none where it passes on one or none (`original`)."""
    found = [each for each in mail.attachments if is_mail(each) and not each.nested]
    return found if len(found) > 1 and _inside(mail) is None else []


def _attached(mail: ReadMail) -> ReadMail | None:
    """The first mail among its files."""
    found = next((each for each in mail.attachments if is_mail(each)), None)
    if found is None:
        return None
    inner = read(found.content)
    return inner if inner.from_address or inner.subject else None


def is_mail(attached: Attachment) -> bool:
    """Whether a file is a mail itself."""
    return attached.type == "message/rfc822" or attached.name.lower().endswith(MAIL_NAMES[0])


def _inside(mail: ReadMail) -> ReadMail | None:
    lines = mail.text.split("\n")
    for at, marked in _starts(lines[:MAX_LINES]):
        # A line that says "Original message" stands above an answered mail too.
        if ANSWER.match(mail.subject) and not (marked and PASSED_ON.search(lines[at - 1])):
            continue
        rest = lines[at:]
        if QUOTE.match(rest[0]):
            rest = [QUOTE.sub("", line) for line in rest]
        head, end = _head(rest)
        if "from" in head and len(head) >= (2 if marked else 3):
            return _from_head(mail, head, "\n".join(rest[end:]).strip())
    return None


def _starts(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """Where a head may begin, the first first; whether a line above says so."""
    letters = letters_of(lines)
    before = ""
    for at, letter in enumerate(letters):
        marked = letter == "q" and bool(words.ORIGINAL.match(lines[at][:MAX_LINE]))
        if (letter == "o" or marked) and at + 1 < len(lines):
            yield at + 1, True
            return
        if letter == "h" and before != "h":
            yield at, False
            return
        before = letter


def _head(lines: list[str]) -> tuple[dict[str, str], int]:
    """The lines of the head by kind, and where the text begins."""
    found: dict[str, str] = {}
    last = ""
    for at, line in enumerate(lines[:HEAD_LINES]):
        kind = _kind(line)
        if kind:
            found.setdefault(kind, re.split("[:：]", line[:MAX_LINE], maxsplit=1)[1].strip(" \t*"))
            last = kind
        elif not line.strip() or words.RULE.match(line[:MAX_LINE]):
            if "from" in found and len(found) > 1:
                return found, at
        elif last in ("to", "cc", "subject"):
            found[last] = f"{found[last]} {line[:MAX_LINE].strip()}"
        else:
            return found, at
    return found, min(len(lines), HEAD_LINES)


def _kind(line: str) -> str:
    start = line[:60]
    return next((name for name, pattern in words.HEADERS.items() if pattern.match(start)), "")


def _from_head(mail: ReadMail, head: dict[str, str], text: str) -> ReadMail:
    senders = _pairs(head["from"])
    name, address = senders[0] if senders else (_plain(head["from"]), "")
    to, cc = _pairs(head.get("to", "")), _pairs(head.get("cc", ""))
    wrote = quotes.separate(text, name)
    return replace(
        mail,
        kind="message",
        from_address=address[:320],
        from_name=name[:300],
        to=tuple(address for _name, address in to),
        cc=tuple(address for _name, address in cc),
        bcc=(),
        people=(*to, *cc),
        reply_to=(),
        subject=" ".join(head.get("subject", "").split()) or mail.subject,
        date_at=date_in(head.get("date", ""), mail.offset_minutes),
        in_reply_to="",
        references=(),
        text=text,
        html="",
        reply=wrote.reply,
        quoted=wrote.quoted,
        signature=wrote.signature or wrote.closing,
        phones=(),
        title="",
        company="",
        list_address="",
    )


def _pairs(value: str) -> tuple[Pair, ...]:
    """(name, address) of each; Outlook parts them by semicolons and writes "Surname, First name"."""
    value = OLD_MAILTO.sub(r"<\1>", MAILTO.sub("", value))
    found: dict[str, Pair] = {}
    for piece in value.split(";") if ";" in value else [value]:
        there = list(ADDRESS.finditer(piece))
        pairs = parse_addresses(piece) if len(there) > 1 else [(_plain(piece[: m.start()]), bare(m[0])) for m in there]
        for pair in pairs:
            found.setdefault(pair[1], (pair[0] if pair[0].lower() != pair[1] else "", pair[1]))
    return tuple(found.values())


def _plain(name: str) -> str:
    return " ".join(name.strip(" \t<>*\"'[]").split())[:300]
