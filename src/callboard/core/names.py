"""The order of names: one key, written in Python, compared bytewise, so every database sorts alike."""

import re
import unicodedata

_DIGITS = re.compile(r"\d+")


def sort_key(name: str) -> str:
    """NFKD without marks, casefolded, spaces squeezed, each run of digits padded to twelve places."""
    if name.isascii():  # most names are: nothing to take apart
        return _DIGITS.sub(_padded, " ".join(name.lower().split()))[:400]
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    squeezed = " ".join(plain.casefold().split())
    return _DIGITS.sub(_padded, squeezed)[:400]


def _padded(run: re.Match[str]) -> str:
    return run.group().zfill(12)
