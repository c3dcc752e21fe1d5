"""Whether the rows of a list are wider than its pane on a small desk screen, before a browser has drawn them.

Reckoned by letters, for a table only knows its widths when it stands on the page.  Where it is wrong by a few letters
a long text is cut a little early, or the table scrolls as it did.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from callboard.core.money import shown
from callboard.kit.tables import Cells, Column

#: What a list has at 1280 px beside the rail, less its wider edges and the arrow of what it is sorted by; the box that
#: ticks a row.  Pixels.
ROOM: Final = 1045
BOX: Final = 44
#: A letter of a row, and what stands at both sides of a cell.
LETTER: Final = 6.1
SIDES: Final = 20
#: No cell but the first asks for more (list.css: .al td.el).
MOST: Final = 280
#: What stands beside the letters, and what is as wide whatever it says.
BESIDE: Final[Mapping[str, int]] = {"person": 28, "chip": 20}
FIXED: Final[Mapping[str, int]] = {"date": 95, "when": 145, "phone": 125}


def is_crowded(lines: Iterable[Cells]) -> bool:
    """Whether these rows, side by side as they are, need more than the pane has."""
    widest: dict[str, float] = {}
    for line in lines:
        for place, (column, value) in enumerate(line):
            widest[column.key] = max(widest.get(column.key, 0), _width(column, value, names=place == 0 or column.link))
    return BOX + sum(widest.values()) > ROOM


def _width(column: Column, value: Any, *, names: bool) -> float:
    head = len(str(column.label)) * LETTER + SIDES
    if value is None or value == "":
        return head
    if column.kind in FIXED:
        return max(head, FIXED[column.kind])
    if column.kind == "money":
        said = shown(value, full=column.full)
    else:
        said = str(value[0] if isinstance(value, tuple) else value)
    wide = len(said) * LETTER + SIDES + BESIDE.get(column.kind, 0)
    return max(head, wide if names or column.kind == "chip" else min(wide, MOST))
