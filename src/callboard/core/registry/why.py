"""Why something is as it is, for whoever asks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callboard.core.actor import Actor


@dataclass(frozen=True)
class Reason:
    """Why something is as it is: a sentence, and (label, value) or (label, value, address) rows; url: all of the rows."""

    sentence: str
    rows: "list[tuple[Any, ...]]" = field(default_factory=list)
    url: str = ""


@dataclass(frozen=True)
class WhyEntry:
    """A reason that can be asked.  of(record of `kind`, actor), or without a kind of(the address's values, actor)."""

    name: str
    label: Any
    of: "Callable[[Any, Actor], Reason | None]"
    kind: str = ""
    operation: str = ""
