"""What a template leaves to be filled in: {name}, {account} and {me}."""

import re
from collections.abc import Mapping

#: Place: the word for it.
PLACES = ("name", "account", "me")
_PLACE = re.compile(r"\{\s*(\w*)\s*\}")


def filled(text: str, known: Mapping[str, str]) -> str:
    """The text with every place that is known filled in; the others stay as they are."""
    return _PLACE.sub(lambda found: known.get(found[1].lower(), "") or found[0], text)


def left_open(text: str) -> str:
    """The first place that nobody filled in, as it is written; "" where there is none."""
    return next((found[0] for found in _PLACE.finditer(text) if found[1].lower() in PLACES), "")


def unknown_place(text: str) -> str:
    """The first place no template knows, as it is written."""
    return next((found[0] for found in _PLACE.finditer(text) if found[1].lower() not in PLACES), "")
