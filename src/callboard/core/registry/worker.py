"""What the worker keeps running."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Watcher:
    """Something the worker keeps running in a thread of its own until ``stop`` is set (a mailbox's IDLE)."""

    name: str
    run: Callable[[Any], None]
