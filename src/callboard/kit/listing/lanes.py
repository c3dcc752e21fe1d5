"""A list as a board: a lane a state; moving a card is the action that leads to that state.

A page says which: ``board = Board("stage", {"demo": move_stage, "won": win_opportunity})``.  Every card carries a menu of
the lanes it may go to; a script may let it be dragged (lanes.js reads ``data-lane`` and the links of the menu).
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from callboard.core.actions import Action, Actor
from callboard.core.links import url_of
from callboard.kit.addresses import action_url
from callboard.kit.listing.grouping import Group
from callboard.kit.tables import Column, Text

#: Cards a lane shows before it leads to the filtered list.
CARDS = 25
DETAILS = 4


@dataclass(frozen=True)
class Board:
    """How a list becomes a board.

    field: the choice field whose values are the lanes.  moves: the action that leads to a value; a parameter of the
    action with the field's name is filled with it.  lanes: the values shown, in order; by default all of the field.
    """

    field: str
    moves: Mapping[str, Action[..., Any]] = dataclasses.field(default_factory=dict)
    lanes: Sequence[str] = ()

    @property
    def mover(self) -> Action[..., Any] | None:
        """The action that takes the lane as its parameter: with it a card is moved by hand (board.js)."""
        return next((each for each in self.moves.values() if any(p.name == self.field for p in each.params)), None)


class Card(NamedTuple):
    """A row as a card.  details: (column, value).  moves: (lane, label, address of the action).  move_url: of the mover."""

    obj: Any
    url: str
    title: Any
    details: list[tuple[Column, Any]]
    moves: list[tuple[str, Text, str]]
    move_url: str = ""


@dataclass(frozen=True)
class Lane:
    """value: of the field.  more_url: the filtered list, where the lane has more than it shows.  takes: cards can be moved here."""

    value: str
    label: Text
    count: int
    sums: Sequence[tuple[Text, Any]]
    cards: Sequence[Card]
    more_url: str
    takes: bool


def move_url(action: Action[..., Any], record: Any, field_name: str, value: str, back: str) -> str:
    """The action's page for this record, filled with the lane, leading back to the board."""
    names = {param.name for param in action.params}
    given = {field_name: value} if field_name in names else {}
    return f"{action_url(action, record)}?{urlencode({**given, 'next': back})}"


def card_of(
    row: Any, columns: Sequence[Column], board: Board, lanes: Mapping[str, Text], actor: Actor, back: str
) -> Card:
    """A row as a card of the lane it stands in."""
    first = next((column for column in columns if column.link), columns[0])
    shown = [
        (column, value)
        for column in columns
        if _detail(column, first, board) and (value := column.of(row)) not in (None, "")
    ]
    now = str(getattr(row, board.field))
    moves = [
        (value, label, move_url(board.moves[value], row, board.field, value, back))
        for value, label in lanes.items()
        if value != now and value in board.moves and board.moves[value].allowed(actor, row)
    ]
    mover = board.mover
    by_hand = action_url(mover, row) if mover is not None and mover.allowed(actor, row) else ""
    return Card(row, url_of(row), first.of(row), shown[:DETAILS], moves, by_hand)


def _detail(column: Column, first: Column, board: Board) -> bool:
    return column is not first and column.key != board.field


def lanes_of(
    board: Board,
    labels: Mapping[str, Text],
    groups: Sequence[Group],
    rows: Mapping[str, Sequence[Any]],
    card: Any,
    more_url: Any,
    may: frozenset[str],
    added: Sequence[Column],
) -> list[Lane]:
    """The lanes in their order, empty ones too.

    card(row) -> Card; more_url(group) -> address; may: lanes that take cards; added: the columns whose sums are shown.
    """
    by_value = {str(group.value): group for group in groups}
    found = []
    for value, label in labels.items():
        group = by_value.get(value)
        cards = [card(row) for row in rows.get(group.token, ())] if group is not None else []
        count = group.totals.count if group is not None else 0
        more = more_url(group) if group is not None and count > len(cards) else ""
        amounts = group.totals.sums if group is not None else {}
        sums = [(column.label, amounts[column.key]) for column in added if amounts.get(column.key)]
        found.append(Lane(value, label, count, sums, cards, more, value in may))
    return found


def labels_of(board: Board, model: Any) -> dict[str, Text]:
    """The lanes: value and label."""
    pairs = {str(value): label for value, label in model._meta.get_field(board.field).flatchoices}
    return {value: pairs[value] for value in (board.lanes or pairs)}
