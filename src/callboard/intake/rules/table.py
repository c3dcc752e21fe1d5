"""Reading what a person types into a routing rule."""

from collections.abc import Collection, Iterable
from typing import Any


class Unknown(ValueError):
    """A word that is none of the choices."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(", ".join(words))


def listed(text: str, allowed: Collection[str] | None = None, *, upper: bool = False) -> list[str]:
    """Codes separated by commas or spaces, each once, in the order typed.  Unknown names those not allowed."""
    words = dict.fromkeys(word.upper() if upper else word for word in text.replace(",", " ").split())
    strange = [word for word in words if allowed is not None and word not in allowed]
    if strange:
        raise Unknown(strange)
    return list(words)


def conditions(**asked: Any) -> dict[str, Any]:
    """What a rule asks, as it is stored: what asks nothing is left out."""
    return {name: value for name, value in asked.items() if value is not None and value != [] and value != ""}
