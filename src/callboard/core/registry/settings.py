"""What a company may choose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SettingEntry:
    """A typed setting.  kind: str, int, bool, Decimal, time.  The app that reads it registers it.

    help: a sentence of what it changes.  check(value) -> the value to keep, as what was typed may be written in several
    ways; raises ValueError with the sentence why it cannot be.  choices() -> (group, [(value, its words)]) of all it can be.
    fits(value) raises ValueError where a value that was kept is of no use; asked at every reading, so without the database.
    """

    name: str
    label: Any
    kind: type
    default: Any
    help: Any = ""
    group: Any = ""
    check: "Callable[[Any], Any] | None" = None
    choices: "Callable[[], Iterable[tuple[str, list[tuple[str, str]]]]] | None" = None
    fits: "Callable[[Any], Any] | None" = None
