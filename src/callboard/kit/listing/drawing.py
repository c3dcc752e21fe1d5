"""What the templates of a list draw: rows, groups, lanes or a month; totals; the bar of views, columns and conditions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.money import shown
from callboard.kit.listing import grouping, lanes, months, sums
from callboard.kit.listing.address import Query
from callboard.kit.listing.lanes import Board, Lane
from callboard.kit.listing.shape import BOARD, CALENDAR
from callboard.kit.paging import COUNT_LIMIT, Key, Slice, bounded_count, ordering, page_of, value_of
from callboard.kit.tables import Column, Table, Text
from callboard.kit.when import clock_text

if TYPE_CHECKING:
    from callboard.kit.listing.asked import Seen
    from callboard.kit.pages.lists import ListPage


@dataclass(frozen=True)
class GroupView:
    """A group for its template.  cells: (column, sum) under the columns; only_url: the list of this group alone."""

    label: Text
    record: Any
    count: int
    cells: list[tuple[Column, Any]]
    open: bool
    toggle_url: str
    only_url: str
    rows: list[Any]
    more: int


@dataclass(frozen=True)
class Drawn:
    """How the list is shown.  display: "" for rows, else groups, board, calendar.  text: what stands instead of "1–50 of 310"."""

    display: str
    part: Slice
    totals: sums.Totals | None = None
    groups: Sequence[GroupView] = ()
    all_url: str = ""
    none_url: str = ""
    board: Board | None = None
    lanes: Sequence[Lane] = ()
    month: months.Month | None = None
    text: str = ""
    notice: str = ""


def drawn(page: "ListPage", actor: Actor, seen: "Seen", rows: QuerySet[Any]) -> Drawn:
    """The rows as the address wants them shown; none of them where it cannot be told which are wanted."""
    if seen.wrong:
        return Drawn("", Slice([], 0, 0, None, None))
    if seen.shape.display == BOARD and page.board is not None:
        return _board(page, page.board, actor, seen, rows)
    if seen.shape.display == CALENDAR:
        return _calendar(page, actor, seen, rows)
    if seen.shape.group is not None:
        found = _groups(page, seen, rows)
        if found is not None:
            return found
        said = _("More than {n} rows are too many to group. Narrow the list first; here it is ungrouped.")
        return replace(_table(page, seen, rows), notice=said.format(n=_number(sums.GROUP_LIMIT)))
    return _table(page, seen, rows)


def _table(page: "ListPage", seen: "Seen", rows: QuerySet[Any]) -> Drawn:
    part = page_of(rows, seen.keys, seen.cursor, page.size, count=False)
    wanted = seen.shape.sums()
    whole = seen.cursor is None and part.next is None
    found = sums.totals_of(part.rows, wanted) if whole else sums.totals(rows, wanted)
    return Drawn("", replace(part, total=found.count), found if wanted and part.rows else None)


def _groups(page: "ListPage", seen: "Seen", rows: QuerySet[Any]) -> Drawn | None:
    by = seen.shape.group
    wanted = seen.shape.sums()
    found = grouping.groups_of(rows, by, wanted, seen.shape.actor) if by is not None else None
    if by is None or found is None:
        return None
    groups = found.groups
    opened = grouping.open_tokens(seen.shape.given, groups)
    loaded = grouping.first_rows(
        rows, by, [each for each in groups if each.token in opened], seen.keys, seen.shape.table.plan
    )
    base = page.base(seen)

    def toggle(token: str) -> str:
        left = sorted(opened ^ {token}) or [grouping.CLOSED]
        return page.address({**base, "open": [grouping.BETWEEN.join(left)]})

    views = [_group_view(page, seen, each, loaded.get(each.token, []), each.token in opened, toggle) for each in groups]
    flat = [row for each in groups for row in loaded.get(each.token, [])]
    total = found.totals.count
    text = ngettext("{n} in {groups} groups", "{n} in {groups} groups", total)
    cut = _("These are the {shown} largest of {groups} groups; the count and the sums are of all of them.")
    return Drawn(
        "groups",
        Slice(flat, 0, total, None, None),
        found.totals if wanted else None,
        views,
        page.address({**base, "open": [grouping.EVERY]}),
        page.address({**base, "open": [grouping.CLOSED]}),
        text=text.format(n=_number(total), groups=_number(found.number)),
        notice=cut.format(shown=_number(len(groups)), groups=_number(found.number))
        if found.number > len(groups)
        else "",
    )


def _group_view(
    page: "ListPage", seen: "Seen", group: Any, rows: Sequence[Any], opened: bool, toggle: Any
) -> GroupView:
    table = seen.shape.table
    cells = [(column, group.totals.sums.get(column.key)) for column in table.all]
    made = [page.row(row, table) for row in rows]
    return GroupView(
        group.label, group.record, group.totals.count, cells, opened, toggle(group.token),
        only_url(page, seen, group.where), made, group.totals.count - len(made) if opened else 0,
    )  # fmt: skip


def only_url(page: "ListPage", seen: "Seen", where: Query) -> str:
    """The list with these conditions on top, neither grouped nor a board."""
    state = {name: values for name, values in seen.state.items() if name not in ("group", "show", "date")}
    more = {**where, "where": [*state.get("where", []), *where["where"]]}
    if "match" in state:
        # Any of several and this one besides cannot be said in one level: this one alone is.
        more["where"] = where["where"]
        state.pop("match")
    return page.address({**state, **more, **seen.departing})


def _board(page: "ListPage", board: Board, actor: Actor, seen: "Seen", rows: QuerySet[Any]) -> Drawn:
    labels = lanes.labels_of(board, page.model)
    by = grouping.Grouping(board.field, "", board.field)
    inside = rows.filter(**{f"{board.field}__in": list(labels)})
    found = grouping.groups_of(inside, by, seen.shape.sums(), actor)
    if found is None:
        said = _("More than {n} rows are too many for a board. Narrow the list first; here it is as rows.")
        return replace(_table(page, seen, rows), notice=said.format(n=_number(sums.GROUP_LIMIT)))
    loaded = grouping.first_rows(inside, by, found.groups, seen.keys, seen.shape.table.plan, lanes.CARDS)
    back = page.address(page.base(seen))
    columns = seen.shape.table.all
    may = frozenset(value for value, action in board.moves.items() if action is board.mover)
    made = lanes.lanes_of(
        board,
        labels,
        found.groups,
        loaded,
        lambda row: lanes.card_of(row, columns, board, labels, actor, back),
        lambda group: only_url(page, seen, {"where": [f"{board.field}~is~{group.value}"]}),
        may,
        [column for column, _path in seen.shape.sums() if column.kind == "money"][:1],
    )
    total = sum(lane.count for lane in made)
    flat = [row for values in loaded.values() for row in values]
    text = ngettext("{n} card", "{n} cards", total).format(n=_number(total))
    return Drawn("board", Slice(flat, 0, total, None, None), board=board, lanes=made, text=text)


def _calendar(page: "ListPage", actor: Actor, seen: "Seen", rows: QuerySet[Any]) -> Drawn:
    subject, month_first = seen.shape.date, seen.shape.month
    if subject is None:
        return _table(page, seen, rows)
    weeks = months.grid(month_first)
    days = (weeks[0][0], weeks[-1][-1])
    inside = rows.filter(months.between(subject, days, page.model, actor))
    key = Key(subject.path)
    base, today = page.base(seen), timezone.localdate(clock.now())
    title = next((column for column in seen.shape.table.all if column.link), seen.shape.table.all[0])
    month = months.shown(
        month_first,
        subject,
        inside.order_by(*ordering((key, Key("id")))),
        lambda row: value_of(row, key),
        title.of,
        lambda day: only_url(page, seen, {"where": [months.day_condition(subject, day)]}),
        lambda text: page.address({**base, **({"month": [text]} if text else {})}),
        today,
    )
    count = sum(len(day.entries) + day.more for week in month.weeks for day in week if day.inside)
    text = _("{month}, by {date}: {n}").format(month=month.title, date=subject.label, n=_number(count))
    flat = [entry.obj for week in month.weeks for day in week for entry in day.entries]
    said = _("This month holds more than {n} rows; those after it are left out. Narrow the list.")
    notice = said.format(n=_number(months.A_MONTH)) if month.cut else ""
    return Drawn("calendar", Slice(flat, 0, count, None, None), month=month, text=text, notice=notice)


# Totals


@dataclass(frozen=True)
class TotalsRow:
    """The row under a table.  cells: (column, sum or None).  at: when it was added up; over: there are more rows than are added."""

    label: str
    cells: list[tuple[Column, Any]]
    at: str
    over: bool

    @property
    def money(self) -> tuple[Column, str] | None:
        """The first column of amounts with its sum as text."""
        amounts = ((column, sum_) for column, sum_ in self.cells if column.kind == "money" and sum_ is not None)
        return next(((column, shown(sum_)) for column, sum_ in amounts), None)


def totals_row(table: Table, found: sums.Totals) -> TotalsRow | None:
    """None where there is nothing to add."""
    # Groups are added up further than a plain list is: where there are sums, they are of all rows.
    over = found.count > COUNT_LIMIT and not found.sums
    if not found.sums and not over:
        return None
    at = clock_text(clock.now())
    label = ngettext("{n} row", "All {n} rows", found.count).format(n=_number(found.count))
    if over:
        label = _("More than {n} rows: narrow the list to see sums").format(n=_number(COUNT_LIMIT))
    return TotalsRow(label, [(column, found.sums.get(column.key)) for column in table.all], at, over)


def counted(rows: QuerySet[Any]) -> str:
    """ "37 rows", "more than 10,000 rows": what the filters being chosen would show."""
    count = bounded_count(rows)
    if count > COUNT_LIMIT:
        return _("more than {n} rows").format(n=_number(COUNT_LIMIT))
    return ngettext("{n} row", "{n} rows", count).format(n=_number(count))


def _number(number: int) -> str:
    return str(formats.number_format(number, use_l10n=True, force_grouping=True))
