"""The order of names: one key, written in Python, compared bytewise, so every database sorts alike."""

import re
import unicodedata

_DIGITS = re.compile(r"\d+")


def sort_key(name: str) -> str:
    """NFKD without marks, casefolded, spaces squeezed, each run of digits padded to twelve places."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    squeezed = " ".join(plain.casefold().split())
    return _DIGITS.sub(lambda run: run.group().zfill(12), squeezed)[:400]
