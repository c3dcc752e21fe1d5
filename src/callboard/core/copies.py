"""A practice company of many times the size: every app's rows copied by the database itself, set by set.

What an app wrote for one company stands again as many times as asked, under new ids and new names.  Ids of every copied
table are moved by one fixed step for each copy, so that what pointed at a row points at its copy.
"""
# ruff: noqa: S608  every expression is ours

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models

from callboard.core.db.owner import as_owner

#: What points at a record of any kind: the column of its kind, the column of its id.
REFS = (("ref_kind", "ref_id"), ("source_kind", "source_id"))
#: What holds the id of an account.
ROOT, ROOTS = "root_id", "directory.account"


@dataclass(frozen=True)
class Copied:
    """How the rows of a model are copied.

    changed: columns that are not taken over, as SQL over ``t`` (the row), ``k.n`` (the copy's number) and what ``joins``
    names; ``{account_id}`` in either is the copied row's value of that column.  numbers: columns counted by a sequence.
    where: which rows.  after: statements run when everything is copied; ``{first}`` is the first new id.
    """

    model: type[models.Model]
    changed: Mapping[str, str] = field(default_factory=dict)
    joins: str = ""
    where: str = "true"
    numbers: Mapping[str, str] = field(default_factory=dict)
    after: Sequence[str] = ()

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def key(self) -> str:
        return str(self.model._meta.pk.column)


@dataclass(frozen=True)
class Span:
    """The ids a table had before: the first, and how many places there are up to the last."""

    first: int
    places: int

    @property
    def following(self) -> int:
        return self.first + self.places


class Copying:
    """One run over everything that is copied, in the transaction under way."""

    def __init__(self, copied: Sequence[Copied], times: int) -> None:
        self.copied = copied
        self.times = times
        self.spans = {each.model: span for each in copied if (span := _span(each.table, each.key)) is not None}

    def run(self) -> None:
        """Write the copies; the sequences stand behind them afterwards."""
        with connection.cursor() as cursor:
            # With triggers at work a statement stays small: what it queues for them costs as its square.
            quiet = _silence()
            steps = [(1, self.times)] if quiet else [(number, number) for number in range(1, self.times + 1)]
            for each in self.copied:
                for first, last in steps if each.model in self.spans else ():
                    self._copy(cursor, each, first, last)
            for each in self.copied:
                if each.model in self.spans:
                    self._finish(cursor, each)
                    if quiet:
                        self._remember(cursor, each)
            if quiet:
                _listen()

    def _copy(self, cursor: Any, each: Copied, first: int, last: int) -> None:
        shifted = self._shifted(each)
        names = _columns(each.model)
        fill = {name: shifted.get(name, f't."{name}"') for name in names}
        values = shifted | {name: _filled(text, fill) for name, text in each.changed.items()}
        chosen = ", ".join(values.get(name, f't."{name}"') for name in names)
        cursor.execute(
            f'INSERT INTO "{each.table}" ({_listed(names)}) SELECT {chosen} FROM "{each.table}" AS t'
            f" CROSS JOIN generate_series({first}, {last}) AS k(n) {_filled(each.joins, fill)}"
            f' WHERE t."{each.key}" < {self.spans[each.model].following} AND ({each.where}) ORDER BY k.n, t."{each.key}"'
        )

    def _shifted(self, each: Copied) -> dict[str, str]:
        """Column -> expression, of all that points at what is copied too, and of what a sequence counts."""
        found: dict[str, str] = {}
        fields: list[Any] = list(each.model._meta.concrete_fields)
        for one in fields:
            target = each.model if one.primary_key and not one.remote_field else one.related_model
            if isinstance(target, type) and target in self.spans:
                found[one.column] = f't."{one.column}" + k.n * {self.spans[target].places}'
        columns = set(_columns(each.model))
        for kind, of in REFS:
            if {kind, of} <= columns:
                found[of] = self._pointed(kind, of)
        if ROOT in columns:
            found[ROOT] = f't."{ROOT}" + k.n * {self._kinds()[ROOTS]}'
        for column in each.numbers:
            span = _span(each.table, column)
            found[column] = f't."{column}" + k.n * {span.places if span else 0}'
        return found

    def _pointed(self, kind: str, of: str) -> str:
        cases = " ".join(f"WHEN '{name}' THEN {places}" for name, places in self._kinds().items())
        return f't."{of}" + k.n * CASE t."{kind}" {cases} ELSE 0 END'

    def _kinds(self) -> dict[str, int]:
        return {model._meta.label_lower: span.places for model, span in self.spans.items()}

    def _finish(self, cursor: Any, each: Copied) -> None:
        for statement in each.after:
            cursor.execute(statement.replace("{first}", str(self.spans[each.model].following)))
        for column, sequence in each.numbers.items():
            cursor.execute(f'SELECT setval(\'{sequence}\', (SELECT max("{column}") FROM "{each.table}"))')
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [each.table, each.key])
        (sequence,) = cursor.fetchone()
        if sequence:
            cursor.execute(f'SELECT setval(%s, (SELECT max("{each.key}") FROM "{each.table}"))', [sequence])

    def _remember(self, cursor: Any, each: Copied) -> None:
        """The history every copy begins with, as its table's trigger writes it."""
        for event in apps.get_models():
            if getattr(event, "pgh_tracked_model", None) is not each.model:
                continue
            own = [name for name in _columns(event) if not name.startswith("pgh_")]
            cursor.execute(
                f'INSERT INTO "{event._meta.db_table}" ({_listed(own)}, pgh_created_at, pgh_label, pgh_obj_id)'
                f' SELECT {_listed(own)}, now(), \'insert\', "{each.key}" FROM "{each.table}"'
                f' WHERE "{each.key}" >= {self.spans[each.model].following} ORDER BY "{each.key}"'
            )


def listed_ids(ids: Iterable[int | None]) -> str:
    """``(3, 7)`` for SQL; of none a list that holds no id."""
    return "(" + ", ".join(str(int(one)) for one in [0, *(each or 0 for each in ids)]) + ")"


def _filled(text: str, fill: Mapping[str, str]) -> str:
    for name, expression in fill.items():
        text = text.replace("{" + name + "}", f"({expression})")
    return text


def _columns(model: type[models.Model]) -> list[str]:
    generated = {"pgh_id"}
    fields: list[Any] = list(model._meta.concrete_fields)
    return [str(one.column) for one in fields if one.column not in generated and not one.generated]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _span(table: str, column: str) -> Span | None:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT min("{column}"), max("{column}") FROM "{table}"')
        first, last = cursor.fetchone()
    return None if first is None else Span(int(first), int(last) - int(first) + 1)


def _silence() -> bool:
    """Let no trigger run: what is copied held before.  False where only the database's administrator may say so."""
    with as_owner() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        (may,) = cursor.fetchone()
        cursor.execute("SET LOCAL session_replication_role = replica" if may else "SET CONSTRAINTS ALL IMMEDIATE")
    return bool(may)


def _listen() -> None:
    with as_owner() as cursor:
        cursor.execute("SET LOCAL session_replication_role = origin")
