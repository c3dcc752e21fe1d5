"""What is worked out once in a process and kept: pieces of pages and words that depend on their arguments and the language alone.

Never for what a record or a right decides: that is asked anew for every page.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, TypeVarTuple

from django.utils.translation import get_language

Ts = TypeVarTuple("Ts")
R = TypeVar("R")

MOST = 4096
_known: list[Any] = []


def kept(function: Callable[[*Ts], R]) -> Callable[[*Ts], R]:
    """Decorator: the same arguments give what was worked out before, in each language by itself.  All must be hashable.

    A text that is safe and the same text that is not are two things.
    """

    @lru_cache(maxsize=MOST, typed=True)
    def in_language(language: str, *args: Any) -> Any:
        return function(*args)

    @wraps(function)
    def asked(*args: *Ts) -> R:
        found: R = in_language(get_language() or "", *args)
        return found

    _known.append(in_language)
    return asked


def forget_kept() -> None:
    """Everything is worked out anew: the catalogue of a language changed under the running program."""
    for each in _known:
        each.cache_clear()
