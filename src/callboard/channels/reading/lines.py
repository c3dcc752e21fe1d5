"""One letter a line of a mail, by what it looks like.  Text between code fences is text.

t text   e empty   q quoted   b introduces a quote   o "Original Message"   h header block   d rule or `-- `   s phone's own line
"""

from __future__ import annotations

import re

from callboard.channels.reading import quote_words as words

MAX_ATTRIBUTION_LINES = 7
MAX_LINE = 1_000
#: Real mails need a few tries; a mail made to keep us busy gets no more.
MAX_TRIES = 600
DASHES = re.compile(r"^\s*-{2,}\s*|\s*-{2,}\s*$")
LEADING = re.compile(r"^[\s>|*]+")


def letters_of(lines: list[str]) -> list[str]:
    """As many letters as lines."""
    letters = ["t"] * len(lines)
    fenced = _fenced(lines)
    for at, line in enumerate(lines):
        if at in fenced:
            continue
        letters[at] = _letter(line)
    _mark_attributions(lines, letters, fenced)
    _mark_headers(lines, letters, fenced)
    return letters


def _letter(line: str) -> str:
    if not line.strip():
        return "e"
    if words.ORIGINAL.match(line[:MAX_LINE]):
        return "o"
    if words.QUOTED.match(line):
        return "q"
    if words.RULE.match(line[:MAX_LINE]):
        return "d"
    if len(line) < 160 and words.MOBILE.match(line.strip()):
        return "s"
    return "t"


def _fenced(lines: list[str]) -> set[int]:
    """Lines inside ``` fences, fences included; an unclosed fence counts for nothing."""
    fences = [at for at, line in enumerate(lines) if line.strip().startswith("```")]
    inside: set[int] = set()
    for start, end in zip(fences[::2], fences[1::2], strict=False):
        inside.update(range(start, end + 1))
    return inside


def _mark_attributions(lines: list[str], letters: list[str], fenced: set[int]) -> None:
    at, budget = 0, [None] * MAX_TRIES
    while at < len(lines):
        length = 0 if at in fenced or letters[at] not in "tq" else _attribution_length(lines, letters, at, budget)
        letters[at : at + length] = ["q" if letters[at] == "q" else "b"] * length
        at += max(length, 1)


def _attribution_length(lines: list[str], letters: list[str], at: int, budget: list[None]) -> int:
    """How many lines from here are one attribution; 0 for none, and once `budget` is used up."""
    joined = ""
    for count in range(1, MAX_ATTRIBUTION_LINES + 1):
        index = at + count - 1
        if index >= len(lines) or len(joined) > 400:
            return 0
        if letters[index] == "e":
            if count > 3 or not joined or not _may_go_on(joined):
                return 0
            continue
        if (
            count > 1
            and (letters[index] in "od" or (letters[index] == "q") != (letters[at] == "q"))
            and not _only_a_bracket(lines[index])
        ):
            return 0
        piece = LEADING.sub("", lines[index][:MAX_LINE]).rstrip("* ")
        joined = DASHES.sub("", f"{joined} {piece}").strip()
        if count == 1 and joined[-1:] not in ":：>" and not _may_go_on(joined):
            return 0
        if budget and words.HINT.search(joined):
            budget.pop()
            if any(pattern.fullmatch(joined) for pattern in words.ATTRIBUTIONS):
                return count
        if count == 1 and not _may_go_on(joined):
            return 0
    return 0


def _only_a_bracket(line: str) -> bool:
    return line.strip().startswith(">") and bool(re.match(r"^> ?(wrote|:|a écrit|schrieb)", line.strip()))


def _may_go_on(text: str) -> bool:
    return bool(re.search(r"\d", text)) and bool(re.match(rf"(?:{words.STARTS}|在|\d)", text))


def _mark_headers(lines: list[str], letters: list[str], fenced: set[int]) -> None:
    """A block of mail headers: three kinds, or two with a sender among them below a rule, within a few lines."""
    at = 0
    while at < len(lines):
        if at in fenced or letters[at] not in "td" or not _header_kind(lines[at]):
            at += 1
            continue
        kinds: set[str] = set()
        end, misses = at, 0
        for index in range(at, min(at + 16, len(lines))):
            kind = _header_kind(lines[index])
            if kind:
                kinds.add(kind)
                end, misses = index, 0
            else:
                misses += 1
            if misses > 2 or (misses and not lines[index].strip() and len(kinds) >= 3):
                break
        below = any(letter in "do" for letter in letters[max(0, at - 3) : at])
        if "from" in kinds and (len(kinds) >= 3 or (len(kinds) == 2 and below)):
            letters[at : end + 1] = ["h"] * (end + 1 - at)
        at = end + 1


def _header_kind(line: str) -> str:
    start = line[:60]
    if ":" not in start and "：" not in start:
        return ""
    return next((name for name, pattern in words.HEADERS.items() if pattern.match(start)), "")
