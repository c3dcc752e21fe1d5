"""Entries by name: what every registry is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar


class Named(Protocol):
    @property
    def name(self) -> str: ...


E = TypeVar("E", bound=Named)


class Entries(Generic[E]):
    """Entries by name, in the order added.  The same name twice is a mistake of ours and raises."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._by_name: dict[str, E] = {}

    def add(self, entry: E) -> E:
        if self._by_name.setdefault(entry.name, entry) is not entry:
            raise ValueError(f"{self.what} {entry.name!r} is registered twice.")
        return entry

    def get(self, name: str) -> E | None:
        return self._by_name.get(name)

    def __getitem__(self, name: str) -> E:
        return self._by_name[name]

    def __iter__(self) -> Iterator[E]:
        return iter(list(self._by_name.values()))

    def __len__(self) -> int:
        return len(self._by_name)


@dataclass(frozen=True)
class Part:
    """An entry whose shape belongs to the app that reads it."""

    name: str
    value: Any = None
    options: dict[str, Any] = field(default_factory=dict)
