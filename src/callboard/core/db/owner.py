"""For a moment the rights of the tables' owner, where this session has them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from callboard.core.db.backend.base import wrapper


@contextmanager
def as_owner() -> Iterator[Any]:
    """A cursor of the owner; the application's role is taken back at once."""
    session = wrapper()
    session.become_owner()
    try:
        with session.cursor() as cursor:
            yield cursor
    finally:
        session.become_application()
