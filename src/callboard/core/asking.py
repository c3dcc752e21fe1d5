"""Several small questions in one statement: how many rows, whether there are any, the few rows themselves.

Each would be a round trip and a plan of its own; a page asks a dozen of them.
"""

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any, Generic, Literal, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import QuerySet
from django.db.models.query import get_related_populators
from psycopg import sql

from callboard.core.db.moment import Slot
from callboard.core.lately import Lately

K = TypeVar("K")
Row = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """What is asked of a queryset.

    count: how many rows (int).  exists: whether there is one (bool).  list: the rows of .values(), with the same names and
    types as evaluating it gives.  records: the records with what select_related names and annotations.  Of both only few:
    they travel as one value, as JSON.
    """

    kind: Literal["count", "exists", "list", "records"]
    rows: QuerySet[Any, Any]

    def asked(self) -> QuerySet[Any, Any]:
        """The rows with nothing read that the answer does not need."""
        if self.kind in ("list", "records") or not self.rows.query.default_cols:
            return self.rows
        return self.rows.order_by().select_related(None).values("pk")

    def reader(self, compiler: Any) -> Callable[[Any], Any]:
        """From what the database answers to the answer."""
        if self.kind == "list":
            return _rows(compiler)
        return _records(compiler) if self.kind == "records" else _as_it_is


_LISTED = sql.SQL("(SELECT coalesce(json_agg(listed), '[]')::text FROM ({}) listed)")
_PARTS = {
    "count": sql.SQL("(SELECT count(*) FROM ({}) counted)"),
    "exists": sql.SQL("EXISTS ({})"),
    # As text: a number read as a float would not be the number that is stored.
    "list": _LISTED,
    "records": _LISTED,
}


@dataclass(frozen=True)
class Statement(Generic[K]):
    """Questions put into one statement.  found: the answers that need no asking; read: how each other answer is read.

    ``one & other`` asks the questions of both in one statement.
    """

    parts: tuple[str, ...]
    values: tuple[Any, ...]
    read: Mapping[K, Callable[[Any], Any]]
    found: Mapping[K, Any]

    def __and__(self, other: "Statement[K]") -> "Statement[K]":
        if self.read.keys() & other.read.keys():
            raise ValueError("Two questions have one name.")
        parts, values = self.parts + other.parts, self.values + other.values
        return Statement(parts, values, {**self.read, **other.read}, {**self.found, **other.found})

    @property
    def text(self) -> str:
        return f"SELECT {', '.join(self.parts)}"

    def answers(self, **given: int | Sequence[int] | datetime) -> dict[K, Any]:
        """The answers, asked now.  One query; none where nothing is asked.  given: what each `Given` of the questions is."""
        if not self.read:
            return dict(self.found)
        values: list[Any] = [given[value.name] if isinstance(value, Slot) else value for value in self.values]
        with connection.cursor() as cursor:
            cursor.execute(self.text, values)
            answered = zip(self.read, cursor.fetchone(), strict=True)
            return {**self.found, **{key: self.read[key](value) for key, value in answered}}


def answers(questions: Mapping[K, Question]) -> dict[K, Any]:
    """The answer to each question under its key.  One query; none where nothing is asked."""
    return statement(questions).answers()


def statement(questions: Mapping[K, Question]) -> Statement[K]:
    """The questions in one statement.  No query."""
    found: dict[K, Any] = {}
    read: dict[K, Callable[[Any], Any]] = {}
    parts: list[str] = []
    values: list[Any] = []
    for key, question in questions.items():
        compiler = question.asked().query.get_compiler(connection=connection)
        try:
            query, given = compiler.as_sql()
        except EmptyResultSet:  # a condition nothing can meet has no SQL
            found[key] = {"count": 0, "exists": False}.get(question.kind, [])
            continue
        read[key] = question.reader(compiler)
        # As text: what watches statements (the history's context, a log) reads them.
        parts.append(_PARTS[question.kind].format(sql.SQL(query)).as_string())
        values += given
    return Statement(tuple(parts), tuple(values), read, found)


#: So many statements are kept, those asked last.
_statements: Lately[Statement[Any]] = Lately(500)


def kept(key: Hashable, questions: Callable[[], Mapping[K, Question]]) -> Statement[K]:
    """The statement of questions that are always the same for one key: put into SQL once, which costs more than asking it.

    key: everything the questions are made of (whose rights, which day).  In them the present instant is written `Present()`,
    and the number of a record that comes each time `Given("its name")`.
    """
    return _statements.get(key, lambda: statement(questions()))


def _as_it_is(value: Any) -> Any:
    return value


def _floats(value: Any) -> Any:
    """What a JSON column holds has floats, not decimals."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list):
        return [_floats(each) for each in value]
    return {name: _floats(each) for name, each in value.items()} if isinstance(value, dict) else value


_KINDS: tuple[tuple[type["models.Field[Any, Any]"], Callable[[Any], Any]], ...] = (
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.TimeField, time.fromisoformat),
    (models.DecimalField, Decimal),
    (models.FloatField, float),
    (models.UUIDField, UUID),
    (models.JSONField, _floats),
)
_CANNOT = (models.DurationField, models.BinaryField)


@cache
def _kind(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    """How a field's value is read from JSON; None where it is what JSON carries.  TypeError for what does not survive."""
    if isinstance(field, _CANNOT):
        raise TypeError(f"{type(field).__name__} does not travel as JSON.")
    return next((read for known, read in _KINDS if isinstance(field, known)), None)


def _rows(compiler: Any) -> Callable[[str], list[Row]]:
    """The rows of .values()."""
    columns = (
        (alias or expression.target.column, expression.output_field) for expression, _sql, alias in compiler.select
    )
    kinds = {name: kind for name, field in columns if (kind := _kind(field)) is not None}

    def read(text: str) -> list[Row]:
        rows: list[Row] = json.loads(text, parse_float=Decimal)
        for row in rows:
            for name, kind in kinds.items():
                if row[name] is not None:
                    row[name] = kind(row[name])
        return rows

    return read


def _records(compiler: Any) -> Callable[[str], list[Any]]:
    """The records, put together by Django from the columns in their order; several tables have columns of one name."""
    select, made, added = compiler.select, compiler.klass_info, compiler.annotation_col_map
    kinds = [
        (place, kind)
        for place, (expression, _sql, _alias) in enumerate(select)
        if (kind := _kind(expression.output_field)) is not None
    ]
    first, last = made["select_fields"][0], made["select_fields"][-1] + 1
    names = [expression.target.attname for expression, _sql, _alias in select[first:last]]
    related = get_related_populators(made, select, connection.alias)  # type: ignore[call-arg]  # the stubs are ahead

    def record(row: list[Any]) -> Any:
        for place, kind in kinds:
            if row[place] is not None:
                row[place] = kind(row[place])
        found = made["model"].from_db(connection.alias, names, row[first:last])
        for each in related:
            each.populate(row, found)
        for name, place in added.items():
            setattr(found, name, row[place])
        return found

    def read(text: str) -> list[Any]:
        rows = json.loads(text, parse_float=Decimal, object_pairs_hook=_Pairs)
        return [record([_plain(value) if type(value) in _NESTED else value for _name, value in row]) for row in rows]

    return read


class _Pairs(list[tuple[str, Any]]):
    """A JSON object as its pairs: none is lost where two have one name."""


_NESTED = (_Pairs, list)


def _plain(value: Any) -> Any:
    """A JSON column's own objects are dicts again."""
    if isinstance(value, _Pairs):
        return {name: _plain(each) for name, each in value}
    return [_plain(each) for each in value] if isinstance(value, list) else value
