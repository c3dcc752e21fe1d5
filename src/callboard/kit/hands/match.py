"""How well a command fits what was typed: its own words, words that mean the same, letters in order."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

SYNONYMS = Path(__file__).with_name("synonyms.txt")
#: What each kind of match is worth; letters in order are worth less the further apart they stand.
WHOLE, START, WORD, SAME, INSIDE, LETTERS = 100.0, 80.0, 60.0, 45.0, 30.0, 20.0
_SPLIT: Final = re.compile(r"[^\w+]+")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Lower case without marks: "Kündigung" -> "kundigung"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).strip()


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _SPLIT.split(plain(text)) if word)


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Every word or phrase of the file and those it may stand for."""
    found: dict[str, set[str]] = {}
    for line in SYNONYMS.read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if not line:
            continue
        first, _equals, rest = line.partition("=")
        group = [plain(first), *(plain(each) for each in rest.split(","))]
        for each in group:
            found.setdefault(each, set()).update(group)
    return {word: frozenset(group - {word}) for word, group in found.items()}


def score(typed: str, label: str, more: Iterable[str] = ()) -> float:
    """0 where it does not fit.  more: other words the command is known by."""
    wanted, name = words(typed), plain(label)
    if not wanted:
        return 1.0
    own = _of(wanted, words(label), name)
    if own:
        return own
    others = max((_of(wanted, words(each), plain(each)) for each in more), default=0.0)
    if others:
        return min(others, SAME)
    return max(_same(wanted, name), _letters("".join(wanted), name))


def _of(wanted: Sequence[str], known: Sequence[str], name: str) -> float:
    """Every typed word begins a word of the name."""
    text = " ".join(wanted)
    if text == name:
        return WHOLE
    if name.startswith(text):
        return START
    if all(any(word.startswith(each) for word in known) for each in wanted):
        return WORD - len(known)
    return INSIDE if len(text) > 2 and text in name else 0.0


def _same(wanted: Sequence[str], name: str) -> float:
    """A word that means the same stands in the name; each typed word must find one, or stand there itself."""
    text = " ".join(wanted)
    if _stands_for(text, name):
        return SAME
    known = name.split()
    fits = [_stands_for(each, name) or any(word.startswith(each) for word in known) for each in wanted]
    return SAME - 5 if len(wanted) > 1 and all(fits) else 0.0


def _stands_for(typed: str, name: str) -> bool:
    """Whether the name has a word the typed text (or its beginning, from three letters on) means."""
    meant = _meant_by(typed)
    return meant is not None and meant.search(name) is not None


@lru_cache(maxsize=4096)
def _meant_by(typed: str) -> re.Pattern[str] | None:
    """What a name has where it means what was typed.  One text is held against a hundred names."""
    groups = [
        group for word, group in synonyms().items() if word == typed or (len(typed) > 2 and word.startswith(typed))
    ]
    # "opportunity" also stands in "opportunities".
    others = sorted({re.escape(other.removesuffix("y")) for group in groups for other in group})
    return re.compile(rf"\b(?:{'|'.join(others)})") if others else None


def _letters(typed: str, name: str) -> float:
    """The letters in order, the first of them at the beginning of a word: "crord" -> "create order"."""
    if len(typed) < 3:
        return 0.0
    starts = [at for at, letter in enumerate(name) if letter == typed[0] and (at == 0 or not name[at - 1].isalnum())]
    best = 0.0
    for start in starts:
        at, last = start, start
        for letter in typed[1:]:
            at = name.find(letter, last + 1)
            if at < 0:
                break
            last = at
        else:
            best = max(best, LETTERS * len(typed) / (last - start + 1))
    return best if best > LETTERS / 3 else 0.0


def marked(text: str, typed: str) -> SafeString:
    """The text as HTML, with the beginnings of its words that were typed marked."""
    wanted = [re.escape(escape(word)) for word in sorted(_SPLIT.split(typed), key=len, reverse=True) if word]
    shown = str(escape(text))
    if wanted:
        shown = re.sub(rf"(?<![\w&])({'|'.join(wanted)})", r'<mark class="hit">\1</mark>', shown, flags=re.I)
    return mark_safe(shown)  # noqa: S308 - every part was escaped above
