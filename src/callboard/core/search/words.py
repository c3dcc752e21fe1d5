"""Words as they are compared: without marks and case, cut into tokens; numbers and addresses whole.  Pure text, no database.

The index and the question go through the same functions, so nothing depends on the database's locale.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

#: Longer words are cut, on both sides.
LONGEST_WORD = 40
LONGEST_KEY = 100
#: A number shorter than this is a number; from here on it may be a telephone.
PHONE_DIGITS = 7
#: How many digits of its end find a telephone.
ENDING = 4

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d")
_PHONE = re.compile(r"[\d\s().+/\-]+")


def fold(text: str) -> str:
    """NFKD without marks, casefolded, spaces squeezed, signs without a shape (direction, joiners, control) left out."""
    if text.isascii():
        return " ".join(text.lower().split()).replace("\0", "")
    plain = "".join(_plain(letter) for letter in unicodedata.normalize("NFKD", text))
    return " ".join(plain.casefold().split())


def _plain(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    category = unicodedata.category(letter)
    return letter if category[0] != "C" else " " if letter.isspace() else ""


def parts(chunk: str) -> list[str]:
    """The words of a folded text that has no spaces: ``o'brien`` is o and brien."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(chunk)]


def placed(folded: str) -> Iterator[tuple[str, int]]:
    """Every word of a folded text with its place, counted from 1.  A chunk of several also stands there as one word: ``obrien``;
    but no address, which is found by its beginning as a key.
    """
    place = 1
    for chunk in folded.split():
        words = parts(chunk)
        if len(words) > 1 and "@" not in chunk:
            yield "".join(words)[:LONGEST_WORD], place
        for word in words:
            yield word, place
            place += 1


def keys_of(value: object) -> list[str]:
    """What a number or address is found by: whole, and a telephone also by its last ten and seven digits."""
    text = fold(str(value)).lstrip("=#")[:LONGEST_KEY]
    digits = "".join(_DIGITS.findall(text))
    if len(digits) >= PHONE_DIGITS and _PHONE.fullmatch(text):
        return sorted({digits, digits[-10:], digits[-PHONE_DIGITS:]}, key=len, reverse=True)
    return [text] if text else []


def endings_of(keys: Iterable[str]) -> list[str]:
    """The last four digits of each telephone among the keys: what people remember of one. Looked for among the words,
    so that a record of that number comes first."""
    return list(dict.fromkeys(key[-ENDING:] for key in keys if key.isdigit() and len(key) == PHONE_DIGITS))


def quoted(lexeme: str) -> str:
    """A lexeme as a tsvector or tsquery writes it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def vector(lexemes: Iterable[tuple[str, int]], bare: Iterable[str] = ()) -> str:
    """The text of a tsvector: words with places, and lexemes without one."""
    places: dict[str, list[int]] = {}
    for word, place in lexemes:
        places.setdefault(word, []).append(min(place, 16000))
    found = [f"{quoted(word)}:{','.join(map(str, at[:200]))}" for word, at in places.items()]
    return " ".join([*found, *(quoted(each) for each in dict.fromkeys(bare) if each not in places)])
