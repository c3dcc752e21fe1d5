"""What somebody typed, understood: words, phrases, what must not be there, numbers, and what it is limited to.

``@dana`` people · ``#1003`` numbers · ``order:rater`` one kind · ``"lone star"`` together · ``-renewal`` without.
A quote that is not closed, a lone minus, brackets and wildcards are only letters: no text is an error.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from callboard.core.search import synonyms
from callboard.core.search.words import fold, keys_of, parts, placed

LONGEST = 200
TERMS = 8
#: Shorter words are looked for at the beginning of titles only: nearly everything contains them.
FEWEST_LETTERS = 3

_CHUNK = re.compile(r'-?"[^"]*"?|\S+')
_EMAIL = re.compile(r"[^\s<>()\",;:]+@[^\s<>()\",;:]+\.[^\s<>()\",;:]+")
_PHONE = re.compile(
    r"(?<![\w-])(?:\+\d[\d\s().\-/]{6,}\d|(?:1[\s.\-])?\(?\d{3}\)?[\s.\-/]*\d{3}[\s.\-/]*\d{4}|\d{3}[.\-]\d{4}|\d{7,15})(?!\w)"
    r"(?:\s*(?:x|ext\.?)\s*\d+)?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"(?:x|ext\.?)\s*\d+$", re.IGNORECASE)
#: Somebody who pastes this much means the address or number in it.
PASTED = 60


@dataclass(frozen=True)
class Term:
    """One thing that must be there: its words side by side, or one of what else it is called.

    whole: as written, not as a beginning.  keys: it as a number or an address.
    """

    words: tuple[str, ...]
    whole: bool = False
    others: tuple[tuple[str, ...], ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def short(self) -> bool:
        """Too short for the index of words."""
        return not self.keys and max(map(len, self.words), default=0) < FEWEST_LETTERS


@dataclass(frozen=True)
class Asked:
    """A question.  short: the whole text folded, what a title may begin with.  only: "@" people, "#" numbers.  kind: one kind.

    keys: the numbers and addresses in it, as a whole.
    """

    text: str = ""
    short: str = ""
    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    only: str = ""
    kind: str = ""
    keys: tuple[str, ...] = ()
    any_word: bool = False

    @property
    def empty(self) -> bool:
        return not self.terms

    @property
    def typed(self) -> list[str]:
        """The words that may hold a typing error."""
        return [
            term.words[0] for term in self.terms if len(term.words) == 1 and not (term.whole or term.keys or term.short)
        ]

    def meaning(self, corrected: Mapping[str, Iterable[str]]) -> "Asked":
        """The same question where each word may also be one of those it was corrected to."""
        terms = [
            replace(term, others=(*term.others, *((word,) for word in corrected.get(term.words[0], ()))))
            if len(term.words) == 1
            else term
            for term in self.terms
        ]
        return replace(self, terms=tuple(terms))


def read(text: str, kinds: Mapping[str, str] | None = None) -> Asked:
    """Understand a text.  kinds: the words of limits like ``order:`` and the kind each means."""
    text = text.replace("\0", "")
    if len(text) > PASTED or "\n" in text.strip():
        text = _pasted(text) or text
    text = " ".join(text[:LONGEST].split())
    text, only = (text[1:].strip(), text[0]) if text[:1] in ("@", "#") and "@" not in text[1:] else (text, "")
    head, colon, rest = text.partition(":")
    kind = (kinds or {}).get(fold(head), "") if colon and not only else ""
    text = rest.strip() if kind else text
    if only == "#":
        numbers = tuple(keys_of(text.replace(" ", "")))
        words = tuple(parts(fold(text)))
        return Asked(text, "", (Term(words, keys=numbers),) if numbers else (), (), only, "", numbers)
    terms, without = _terms(text)
    keys = dict.fromkeys(term.keys[0] for term in terms if term.keys)
    return Asked(text, fold(text.replace('"', "")), tuple(terms), tuple(without), only, kind, tuple(keys))


def _pasted(text: str) -> str:
    """The first address in a signature or a mail that was pasted, else its first telephone."""
    found = _EMAIL.search(text) or _PHONE.search(text)
    return found.group() if found else ""


def _terms(text: str) -> tuple[list[Term], list[Term]]:
    wanted: list[Term] = []
    without: list[Term] = []
    for phone in _PHONE.finditer(text):
        wanted.append(_number(phone.group()))
    for chunk in _CHUNK.findall(_PHONE.sub(" ", text)):
        minus = len(chunk) > 1 and chunk[0] == "-" and (chunk[1].isalnum() or chunk[1] == '"')
        term = _term(chunk[1:] if minus else chunk)
        if term is not None:
            (without if minus else wanted).append(term)
    return _with_synonyms(wanted[:TERMS]), without[:TERMS]


def _number(text: str) -> Term:
    keys = keys_of(_EXTENSION.sub("", text))
    return Term((keys[0],), keys=tuple(keys))


def _term(chunk: str) -> Term | None:
    folded = fold(chunk.strip('"'))
    if chunk.startswith('"'):
        words = tuple(word for part in folded.split() for word in parts(part))
        return Term(words, whole=True) if words else None
    if address := _EMAIL.fullmatch(folded):
        whole = address.group()
        return Term((whole,), keys=(whole, whole.rpartition("@")[2]))
    words = tuple(parts(folded))
    if not words:
        return None
    looks_like_key = "@" in folded or any(letter.isdigit() for letter in folded)
    return Term(words, keys=tuple(keys_of(folded.strip(",;"))) if looks_like_key else ())


def _with_synonyms(terms: list[Term]) -> list[Term]:
    """Terms that are called something else too, a phrase of several among them as one."""
    known, found, at = synonyms.known(), [], 0
    while at < len(terms):
        for length in range(min(synonyms.longest(), len(terms) - at), 0, -1):
            some = terms[at : at + length]
            phrase = tuple("".join(term.words) for term in some)
            if phrase in known and not any(term.whole or term.keys for term in some):
                found.append(Term(phrase if length > 1 else some[0].words, whole=length > 1, others=known[phrase]))
                at += length
                break
        else:
            found.append(terms[at])
            at += 1
    return found


def title_words(short: str) -> set[str]:
    """The words of a folded title."""
    return {word for word, _place in placed(short)}
