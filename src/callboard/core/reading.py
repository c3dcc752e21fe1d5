"""What is read once while a page is made or an action runs: the company's settings, its holidays.

Never longer: the next request reads again, so every process knows a change at once.  Whoever writes such a row calls ``forget()``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
_kept: "ContextVar[dict[Any, Any] | None]" = ContextVar("kept", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """Inside, ``once`` keeps what it made.  A block inside another begins anew."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(key: Any, make: Callable[[], T]) -> T:
    """What ``make`` gave for ``key`` in this request or run; outside of both it is asked each time."""
    kept = _kept.get()
    if kept is None:
        return make()
    if key not in kept:
        kept[key] = make()
    found: T = kept[key]
    return found


def forget(**_signal: Any) -> None:
    """Read again: something kept was written, or taken back.  Also a receiver of Django's save and delete signals."""
    kept = _kept.get()
    if kept is not None:
        kept.clear()
