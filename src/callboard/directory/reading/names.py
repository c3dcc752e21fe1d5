"""What of an organisation's name tells it from others."""

import re

_GENERIC = """
a agcy agency agencies agents advisors and associates assoc assurance broker brokerage brokers center centre co company
corp corporation coverage family financial firm group inc incorporated ins insurance llc llp ltd of partners risk
service services solutions sons the
"""
#: Words half of all agencies have in their name.
GENERIC = frozenset(_GENERIC.split())
_WORD = re.compile(r"[\w']+")


def distinctive(name: str) -> str:
    """`Hargrove Insurance Agency, LLC` as `Hargrove`; the whole name where nothing is left."""
    words = _WORD.findall(name)
    kept = [word for word in words if word.lower() not in GENERIC]
    return " ".join(kept or words)
