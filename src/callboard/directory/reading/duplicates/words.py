"""Texts made comparable: names as words, streets as a number and words, values without their spelling."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’`](?=\w)")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_UNIT = re.compile(r"\b(?:ste|suite|apt|unit|floor|fl|room|rm|bldg|po box|box)\b\.?\s*#?\s*[\w-]*|#\s*[\w-]+")

#: The many spellings of one word.
_SAME = {
    "n": "north", "s": "south", "e": "east", "w": "west", "no": "north", "so": "south",
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive",
    "ln": "lane", "ct": "court", "pl": "place", "pkwy": "parkway", "hwy": "highway", "ter": "terrace", "cir": "circle",
    "sq": "square", "trl": "trail", "expy": "expressway", "mt": "mount", "ft": "fort",
}  # fmt: skip
#: Words of a street that are often left out.
_KINDS = frozenset(_SAME.values()) | {"crescent", "close", "circuit", "way", "loop"}
#: Words of a name that say nothing but its form.
_FORMS = frozenset(
    ("inc", "incorporated", "llc", "llp", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "pc", "pa")
) | {"the", "of", "and"}
_SHORT = {"ctr": "center", "centre": "center", "svc": "service", "svcs": "services", "amer": "american",
          "assoc": "associates", "ins": "insurance", "agcy": "agency", "grp": "group", "bros": "brothers"}  # fmt: skip
_SILENT = str.maketrans("", "", "aeiouyhw")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without marks; apostrophes gone, `&` as `and`, initials together: `J.P. O'Neil` as `jp oneil`."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = _APOSTROPHE.sub("", plain.casefold().replace("&", " and "))
    return _INITIALS.sub(lambda run: run.group().replace(".", "") + " ", plain)


@lru_cache(maxsize=200_000)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without those of its form (Inc., the); all of them where nothing else is left."""
    found = [_SHORT.get(word, word) for word in _WORD.findall(fold(text))]
    return tuple(word for word in found if word not in _FORMS) or tuple(found)


def street_parts(text: str, number: str = "") -> tuple[str, str]:
    """`221 E. 51st St., Ste 4` as (`221`, `51st`): the number, and the words that tell the street from others."""
    words = _WORD.findall(_UNIT.sub(" ", fold(f"{number} {text}")))
    house = words.pop(0) if words and words[0][0].isdigit() and not words[0].endswith(("st", "nd", "rd", "th")) else ""
    if house and words and words[0].isdigit() and len(words) > 1:
        words.pop(0)  # 123-125 Main Street
    spelled = [_SAME.get(word, word) for word in words]
    telling = [word for word in spelled if word not in _KINDS]
    return house, " ".join(telling or spelled)


def plain(text: str) -> str:
    """Its words with single spaces: for towns and states."""
    return " ".join(_WORD.findall(fold(text)))


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """What is left of a word when it is misheard or mistyped: its first letter and the next consonants, none doubled."""
    rest = word[1:].translate(_SILENT)
    kept = [c for place, c in enumerate(rest) if place == 0 or c != rest[place - 1]]
    return word[:1] + "".join(kept)[:4]
