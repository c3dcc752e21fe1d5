"""What the sender wrote, what was quoted, and the closing block.

Line by line: each line gets one letter (lines.py), then a few rules over the letters decide.  When in doubt a line stays
in the reply: nothing a customer wrote may vanish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from callboard.channels.reading import quote_words as words
from callboard.channels.reading.lines import letters_of
from callboard.channels.reading.signature import closing_start, has_contact

MAX_LINES = 20_000
FOOTER_LINES = 7
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Wrote:
    """`reply` keeps a mere "Thanks, Ann"; that is then also `closing`.  A block with contact facts is `signature` only."""

    reply: str = ""
    quoted: str = ""
    signature: str = ""
    closing: str = ""


def separate(text: str, name: str = "") -> Wrote:
    """Split a plain-text body.  `name`: the sender's display name, which helps to find a signature."""
    lines = _normalised(text)
    if len(lines) > MAX_LINES:
        return Wrote(reply=text.strip())
    letters = letters_of(lines)
    kept = _kept(lines, letters)
    forwarded = _forwarded(lines, letters, kept)
    if forwarded:
        return forwarded
    own = [lines[at] for at in kept]
    after_at = _after_dashes(lines, letters, kept)
    after = [lines[at] for at in after_at if letters[at] in "tes"][:40]
    own_at = {*kept, *after_at}
    begun = next((at for at, letter in enumerate(letters) if letter in "boh"), len(lines))
    quoted = [
        line
        for at, line in enumerate(lines)
        if at not in own_at and (letters[at] in "qboh" or (at > begun and letters[at] in "ted"))
    ]
    own, mobile = _without_mobile(own)
    start = closing_start(own, name)
    block = own[start:]
    if block and has_contact(block) and any(line.strip() for line in own[:start]):
        own = own[:start]
        signature = [*block, *after, *mobile]
        return Wrote(_joined(own), _joined(quoted), _joined(signature), "")
    return Wrote(
        _joined(own),
        _joined(quoted),
        _joined([*after, *mobile]),
        _joined(block) if len(block) < len(own) or not after else "",
    )


def _forwarded(lines: list[str], letters: list[str], kept: list[int]) -> Wrote | None:
    """A bare forward: nothing was written, so the forwarded text stands in for it, without its headers."""
    if "h" not in letters or any(letters[at] in "tq" for at in kept):
        return None
    start = letters.index("h")
    while start < len(lines) and letters[start] == "h":
        start += 1
    body = [line for line, letter in zip(lines[start:], letters[start:], strict=True) if letter not in "ohb"]
    return Wrote(reply=_joined(body), quoted=_joined(lines)) if _joined(body) else None


def _normalised(text: str) -> list[str]:
    text = INVISIBLE.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u2028", "\n")
    )
    return [line.rstrip() for line in text.split("\n")]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip() if any(line.strip() for line in lines) else ""


def _kept(lines: list[str], letters: list[str]) -> list[int]:
    """The indexes of the lines that are the sender's own (with the quotes they answer, where answered between)."""
    end = _hard_end(lines, letters)
    kept = list(range(end))
    first = next((at for at in kept if letters[at] in "b"), None)
    while first is not None:
        kept, first = _decide(lines, letters, kept, first)
    kept = [at for at in kept if letters[at] not in "boh"]
    texts = [at for at in kept if letters[at] in "td"]
    if texts:
        while kept and letters[kept[-1]] in "qe":
            kept.pop()
    return kept


def _hard_end(lines: list[str], letters: list[str]) -> int:
    """Where everything that follows is quoted or closing, whatever it looks like."""
    for at, letter in enumerate(letters):
        if letter in "oh" and (_has(letters[:at], "t") or letter == "o" or not _has(letters[at:], "t")):
            return at
        if letter in "h":
            return at
        if letter == "d" and _ends_here(lines, letters, at):
            return at
    return len(lines)


def _has(letters: list[str], wanted: str) -> bool:
    return any(letter in wanted for letter in letters)


def _ends_here(lines: list[str], letters: list[str], at: int) -> bool:
    """A rule closes the text when it is the signature's, or when nothing but a few lines or a quote follows."""
    following = letters[at + 1 :]
    stop = next((index for index, letter in enumerate(following) if letter in "boh"), len(following))
    following = following[:stop]
    texts = sum(letter == "t" for letter in following)
    if re.fullmatch(r"\s*(--|—|–|__|ᐧ)\s*", lines[at]):
        return texts <= 25 and (_has(letters[:at], "tq") or texts == 0)
    return (
        texts <= FOOTER_LINES
        and _has(letters[:at], "t")
        and (texts == 0 or bool(words.SIGNATURE_DASHES.match(lines[at])))
    )


def _decide(lines: list[str], letters: list[str], kept: list[int], first: int) -> tuple[list[int], int | None]:
    """Settle one attribution.  Answers the lines kept so far and the next attribution to settle."""
    before = [at for at in kept if at < first]
    after = [
        at for at in kept if (at > first and letters[at] != "b") or (at > first and _next_block(letters, first, at))
    ]
    own_before = [at for at in before if letters[at] == "t"]
    texts_after = [at for at in after if letters[at] == "t"]
    quote_follows = _quote_follows(letters, kept, first)
    following = next((at for at in after if letters[at] == "b"), None)
    if not own_before:
        if not quote_follows or not texts_after:
            return [*before, *after], following
        start = _after_first_quote(letters, after)
        return start, next((at for at in start if letters[at] == "b"), None)
    if not texts_after or not quote_follows or _is_footer(lines, letters, own_before, after):
        return before, None
    return [*before, *after], following


def _next_block(letters: list[str], first: int, at: int) -> bool:
    return any(letter != "b" for letter in letters[first:at])


def _quote_follows(letters: list[str], kept: list[int], first: int) -> bool:
    """Whether marked quotes come right after an attribution."""
    for at in kept:
        if at > first and letters[at] in "qt":
            return letters[at] == "q"
    return False


def _after_first_quote(letters: list[str], after: list[int]) -> list[int]:
    """The answer below a quote: everything from the first text on."""
    return next((after[index:] for index, at in enumerate(after) if letters[at] == "t"), after)


def _is_footer(lines: list[str], letters: list[str], before: list[int], after: list[int]) -> bool:
    """Whether the text below a quote is only the quoted mail's end: short, one block, and the answer stands above."""
    texts = [at for at in after if letters[at] == "t"]
    if len(texts) >= FOOTER_LINES or any(letters[at] in "q" for at in after if at > texts[0]):
        return False
    above = [lines[at] for at in before]
    if any(words.BELOW.search(line) for line in above):
        return False
    said = [line for line in above if not words.GREETING.match(line)]
    return sum(len(line.split()) for line in said) >= 3


def _after_dashes(lines: list[str], letters: list[str], kept: list[int]) -> range:
    """The lines of the signature below `-- `, up to what is quoted."""
    last = kept[-1] if kept else -1
    start = next((at for at in range(last + 1, len(lines)) if letters[at] == "d"), None)
    if start is None or any(letters[at] in "tboh" for at in range(last + 1, start)):
        return range(0)
    end = next((at for at in range(start + 1, len(lines)) if letters[at] in "boh"), len(lines))
    return range(start, end)


def _without_mobile(own: list[str]) -> tuple[list[str], list[str]]:
    """Lines that phones and programs add at the end."""
    removed: list[str] = []
    while own and (not own[-1].strip() or (len(own[-1]) < 160 and words.MOBILE.match(own[-1].strip()))):
        line = own.pop()
        if line.strip():
            removed.insert(0, line)
    return own, removed
