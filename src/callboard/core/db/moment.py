"""The present instant as a parameter of a statement (core/present.py): what it is worth is said when it is sent."""

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


class MomentDumper(Dumper):
    oid = postgres.types["timestamptz"].oid

    def dump(self, obj: Moment) -> bytes:
        return (clock.now() + obj.shift).isoformat(" ").encode()
