"""Parameters of a statement whose worth is said when it is sent (core/present.py): the present instant, and what is given."""

from datetime import timedelta

from psycopg import postgres
from psycopg.adapt import Dumper

from callboard.core import clock


class Moment:
    """A parameter that is worth the present instant plus ``shift`` when it is sent."""

    def __init__(self, shift: timedelta) -> None:
        self.shift = shift

    def __repr__(self) -> str:
        return f"Moment({self.shift})"


class Slot:
    """A parameter that is given with the question each time it is asked (core.asking.Statement.answers)."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Slot({self.name})"


class MomentDumper(Dumper):
    oid = postgres.types["timestamptz"].oid

    def dump(self, obj: Moment) -> bytes:
        return (clock.now() + obj.shift).isoformat(" ").encode()
