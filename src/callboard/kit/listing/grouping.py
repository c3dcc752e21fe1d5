"""Rows in groups: by a choice, a person or another record, yes or no, a text, the month of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from django.db import connection, models
from django.db.models import Expression, F, Model, QuerySet, Window
from django.db.models.functions import Cast, Coalesce, RowNumber, TruncMonth
from django.utils.translation import gettext as _
from psycopg import sql

from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.kit.listing.address import EXACT, Query
from callboard.kit.listing.conditions import NOT_SEEN, SEPARATOR
from callboard.kit.listing.months import month_text, next_month
from callboard.kit.listing.subjects import Subject
from callboard.kit.listing.sums import GROUPS, Sums, Totals, added_up, by_group
from callboard.kit.paging import Key, ordering
from callboard.kit.tables import Text, field_of

#: Rows a group shows before it leads to the filtered list.
ROWS = 10
#: So many groups stand open when nobody said which.
OPEN_AT_FIRST = 12
#: Tokens of the address that are no value: the group without one, all groups, none of them.
NONE, EVERY, CLOSED = "none", "all", "none-"
#: Between tokens, and before one that would be read as something else.
BETWEEN, ESCAPED = "|", "="


@dataclass(frozen=True)
class Grouping:
    """What rows are grouped by.  path: the database's; month: by the month of it; text: by its letters as they are."""

    key: str
    label: Text
    path: str
    month: bool = False
    text: bool = False

    def expression(self, model: type[Model]) -> Expression | F:
        if self.month:
            return Cast(TruncMonth(self.path), models.DateField())
        # Unknown and empty are one group.
        return Coalesce(F(self.path), models.Value("")) if self.text else F(self.path)


@dataclass(frozen=True)
class Group:
    """One group.  value: as the database has it.  token: as the address names it.  record: what it is, where it is one."""

    value: Any
    token: str
    label: Text
    totals: Totals
    where: Query
    record: Any = None


@dataclass(frozen=True)
class Grouped:
    """The groups shown, the largest where there are too many; number and totals are of all."""

    groups: Sequence[Group]
    number: int
    totals: Totals


def groupings(known: Mapping[str, Subject], model: type[Model]) -> dict[str, Grouping]:
    """What a list can be grouped by: of the fields conditions can be about, those that come in kinds."""
    found = {}
    for each in known.values():
        if each.path and each.kind in ("choice", "person", "record", "flag", "day"):
            if field_of(model, each.path) is not None:
                found[each.key] = Grouping(each.key, each.label, each.path, month=each.kind == "day")
        elif each.kind == "text" and isinstance(field_of(model, each.path), models.CharField):
            found[each.key] = Grouping(each.key, each.label, each.path, text=True)
    return found


def groups_of(rows: QuerySet[Any], grouping: Grouping, sums: Sums, actor: Actor) -> Grouped | None:
    """The groups in the order of their field; None when there are too many rows.  Two queries at most."""
    found = by_group(rows, grouping.expression(rows.model), sums)
    if found is None:
        return None
    stored = field_of(rows.model, grouping.path)
    shown = found[:GROUPS]
    records = _records(stored, [value for value, _totals in shown], actor)
    made = [_group(grouping, stored, value, totals, records) for value, totals in shown]
    groups = sorted(made, key=lambda group: _place(stored, group))
    return Grouped(groups, len(found), added_up([totals for _value, totals in found]))


def _records(stored: Any, values: Sequence[Any], actor: Actor) -> dict[Any, Any]:
    """The records among the values, by id: those the actor may see by name, the others without one."""
    if stored is None or not stored.is_relation:
        return {}
    known = [value for value in values if value]
    found = visible(stored.related_model._default_manager.all(), actor).in_bulk(known)
    return {value: found.get(value, NOT_SEEN) for value in known}


def token_of(value: str) -> str:
    """How a group of this value stands in ``open=``."""
    taken = value in (NONE, EVERY, CLOSED) or value.startswith(ESCAPED) or BETWEEN in value
    return f"{ESCAPED}{quote(value, safe='')}" if taken else value


def _group(grouping: Grouping, stored: Any, value: Any, totals: Totals, records: Mapping[Any, Any]) -> Group:
    if value in (None, ""):
        return Group(value, NONE, _("none"), totals, {"where": [SEPARATOR.join((grouping.key, "empty", ""))]})
    if grouping.month:
        first, last = value, next_month(value) - timedelta(days=1)
        span = [SEPARATOR.join((grouping.key, "from", str(first))), SEPARATOR.join((grouping.key, "to", str(last)))]
        return Group(value, f"{first:%Y-%m}", month_text(first), totals, {"where": span})
    record = records.get(value)
    text = "1" if value is True else "0" if value is False else str(value)
    if record is None and stored is not None and stored.choices:
        label: Text = dict(stored.flatchoices).get(value, value)
    else:
        label = (_("yes") if value else _("no")) if isinstance(value, bool) else str(record or value)
    where = SEPARATOR.join((grouping.key, EXACT if grouping.text else "is", text))
    return Group(value, token_of(text), label, totals, {"where": [where]}, record if record is not NOT_SEEN else None)


def _place(stored: Any, group: Group) -> tuple[Any, ...]:
    """Choices in their order, months newest first, everything else by its name; unknown last."""
    if group.value in (None, ""):
        return (1,)
    if stored is not None and stored.choices:
        return (0, [value for value, _label in stored.flatchoices].index(group.value) if _listed(stored, group) else 99)
    if isinstance(group.value, date):
        return (0, -int(group.token.replace("-", "")))
    return (0, str(group.label).casefold())


def _listed(stored: Any, group: Group) -> bool:
    return group.value in dict(stored.flatchoices)


def open_tokens(query: Query, groups: Sequence[Group]) -> set[str]:
    """Which groups stand open: those the address names, else all of a few."""
    asked = query.get("open")
    every = {group.token for group in groups}
    if not asked:
        return every if len(groups) <= OPEN_AT_FIRST else set()
    wanted = {part for text in asked for part in text.split(BETWEEN)}
    if EVERY in wanted:
        return every
    return wanted & every


def first_rows(
    rows: QuerySet[Any],
    grouping: Grouping,
    wanted: Iterable[Group],
    keys: Sequence[Key],
    plan: Any,
    most: int = ROWS,
) -> dict[str, list[Any]]:
    """The first rows of each of these groups in the list's order, by token.  Two queries for any number of groups.

    plan: gives the queryset the relations its columns read.
    """
    chosen = list(wanted)
    if not chosen:
        return {}
    group = grouping.expression(rows.model)
    number = Window(RowNumber(), partition_by=[group], order_by=ordering(keys))
    inner = rows.order_by().select_related(None).annotate(_g=group, _n=number).values_list("pk", "_g", "_n")
    question, values = inner.query.sql_with_params()
    asked = sql.SQL("SELECT pk, g FROM ({}) AS seen(pk, g, n) WHERE n <= {} ORDER BY n").format(
        sql.SQL(question),
        sql.Literal(most),
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, values)
        found = cursor.fetchall()
    by_value = {each.value: each.token for each in chosen}
    ids = [pk for pk, value in found if value in by_value]
    loaded = {row.pk: row for row in plan(rows).filter(pk__in=ids)}
    shown: dict[str, list[Any]] = {}
    for pk, value in found:
        if value in by_value and pk in loaded:
            shown.setdefault(by_value[value], []).append(loaded[pk])
    return shown
