"""How the practice company is made: every app adds its part to one ``World``, bottom up, by set-based writers."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model
from psycopg import sql

from callboard.core.db.owner import as_owner
from callboard.core.models import TimelineEntry
from callboard.core.reading import forget

M = TypeVar("M", bound=Model)
R = TypeVar("R")
BATCH = 5000
#: How much of the past the practice company has.
MONTHS = 18


@dataclass
class World:
    """What has been made so far.  The same seed and the same ``now`` make the same company.

    ``made`` collects lists by name for the apps above: ``people``, ``teams``, ``accounts``, ``contacts``, ``products`` ...
    """

    seed: int
    now: datetime
    scale: float = 1.0
    made: dict[str, list[Any]] = field(default_factory=dict)
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)

    @property
    def since(self) -> datetime:
        """Where its past begins."""
        return self.now - timedelta(days=MONTHS * 30)

    def count(self, number: int) -> int:
        """``number`` at scale 1, at least one."""
        return max(1, round(number * self.scale))

    def __getitem__(self, name: str) -> list[Any]:
        return self.made[name]

    def keep(self, name: str, records: Iterable[Any]) -> list[Any]:
        """Remember records under a name and return them."""
        self.made[name] = list(records)
        return self.made[name]

    def moment(self, start: datetime | None = None, end: datetime | None = None) -> datetime:
        """An instant between two, by default in the whole of the past."""
        begin, stop = start or self.since, end or self.now
        return begin + timedelta(seconds=self.rng.random() * max(0.0, (stop - begin).total_seconds()))

    def timeline(self, entries: Sequence[TimelineEntry]) -> None:
        write(TimelineEntry, entries)


def write(model: type[M], records: Sequence[M]) -> list[M]:
    """Insert records in batches; their ids are set.  No action, no log, no change row: history's insert trigger still fires."""
    written: list[M] = []
    for start in range(0, len(records), BATCH):
        written += model._default_manager.bulk_create(records[start : start + BATCH])
    forget()
    return written


def update(records: Iterable[Model], names: Sequence[str]) -> None:
    """Write some fields of records that are there already, in batches: one statement each, whatever the number of fields."""
    for some in batched(records, BATCH):
        meta = some[0]._meta
        fields: list[Any] = [meta.get_field(name) for name in names]
        key: Any = meta.pk
        columns = [sql.Identifier(field.column) for field in fields]
        values = [[one.get_db_prep_save(getattr(row, one.attname), connection) for row in some] for one in fields]
        types = ["%s::bigint[]", *(f"%s::{field.db_type(connection)}[]" for field in fields)]
        statement = "UPDATE {table} AS t SET {set} FROM unnest({given}) AS v({names}) WHERE t.{key} = v.pk"
        made = sql.SQL(statement).format(
            table=sql.Identifier(meta.db_table),
            set=sql.SQL(", ").join([sql.SQL("{0} = v.{0}").format(column) for column in columns]),
            given=sql.SQL(", ".join(types)),
            names=sql.SQL(", ").join([sql.Identifier("pk"), *columns]),
            key=sql.Identifier(key.column),
        )
        with connection.cursor() as cursor:
            cursor.execute(made, [[row.pk for row in some], *values])
    forget()


def batched(records: Iterable[R], size: int) -> Iterator[list[R]]:
    """The same, so many at a time."""
    rest = iter(records)
    while some := list(islice(rest, size)):
        yield some


def analyze(*, vacuum: bool = False) -> None:
    """Let the planner know what was written; outside a transaction also which pages everybody may see."""
    with as_owner() as cursor:
        cursor.execute("VACUUM (ANALYZE)" if vacuum else "ANALYZE")
