"""What else a word is called: groups of words and of phrases, from a file beside this one."""

from functools import cache
from pathlib import Path

from callboard.core.search.words import fold, parts

FILE = Path(__file__).with_name("synonyms.txt")
Phrase = tuple[str, ...]


def read(text: str) -> dict[Phrase, tuple[Phrase, ...]]:
    """Each member of a group with the others.  A member of two groups has the others of both."""
    found: dict[Phrase, dict[Phrase, None]] = {}
    for line in text.splitlines():
        group = [words_of(member) for member in line.partition("#")[0].split(",")]
        for member in filter(None, group):
            found.setdefault(member, {}).update((other, None) for other in group if other and other != member)
    return {member: tuple(others) for member, others in found.items()}


def words_of(text: str) -> Phrase:
    return tuple(word for chunk in fold(text).split() for word in ("".join(parts(chunk)),) if word)


@cache
def known() -> dict[Phrase, tuple[Phrase, ...]]:
    return read(FILE.read_text(encoding="utf-8"))


@cache
def longest() -> int:
    return max(map(len, known()), default=0)
