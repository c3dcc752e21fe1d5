"""What was worked out lately, by key: the last few hundred stay."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Generic, TypeVar

V = TypeVar("V")


class Lately(Generic[V]):
    """``lately.get(key, make)`` gives what ``make`` gave for this key before; of more than ``most`` keys the one not asked for
    longest goes.  Threads may ask at once: at worst one makes again what another has just made.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._known: dict[Hashable, V] = {}

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        found = self._known.pop(key, None)
        if found is None:
            found = make()
        self._known[key] = found  # the last asked stands last
        while len(self._known) > self.most:
            with suppress(KeyError, RuntimeError, StopIteration):  # another thread was first
                del self._known[next(iter(self._known))]
        return found

    def forget(self) -> None:
        self._known.clear()
