"""Where the words that were looked for stand in a text: pieces to mark, and the part of a long text around the first of them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from callboard.core.search.words import fold

WIDTH = 220
BEFORE = 70

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
#: Endings a word may lose or have without being another one, as far as marking goes.
_ENDINGS = ("ations", "ation", "ing", "als", "al", "ies", "es", "ed", "s", "y")
_STEM = 4

Piece = tuple[str, bool]


def pieces(text: str, words: Sequence[str]) -> list[Piece]:
    """The text in pieces, each with whether it is to be marked.  Together they are the text."""
    found: list[Piece] = []
    after = 0
    for start, end in _places(text, words):
        found += [(text[after:start], False), (text[start:end], True)]
        after = end
    return [piece for piece in (*found, (text[after:], False)) if piece[0]]


def around(text: str, words: Sequence[str], width: int = WIDTH) -> str:
    """The part of a long text that shows the first of the words, cut between words; "" where none stands in it."""
    first = next(_places(text, words), None)
    if first is None:
        return ""
    start = max(0, first[0] - BEFORE)
    if start:
        start = text.find(" ", start, first[0]) + 1 or start
    end = min(len(text), start + width)
    if end < len(text):
        end = max(text.rfind(" ", first[1], end), first[1])
    shown = _SPACE.sub(" ", text[start:end]).strip()
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    if not words:
        return
    if text.isascii():
        lower = text.lower()
        for match in _pattern(tuple(words)).finditer(lower):
            yield match.span()
        return
    stems = [_stem(word) for word in words]
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if any(word.startswith(stem) for stem in stems):
            yield match.span()


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> "re.Pattern[str]":
    """Words that begin so.  Of a longer word the beginning alone is marked while somebody types."""
    ways = []
    for word in sorted(words, key=len, reverse=True):
        stem = _stem(word)
        ways.append(re.escape(word) if stem == word else f"{re.escape(word)}|{re.escape(stem)}[^\\W_]*")
    return re.compile(f"(?<![^\\W_])(?:{'|'.join(ways)})")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
