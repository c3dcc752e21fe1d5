"""What a kept list shows, in the words its own page uses: "Tier: A, B · sorted by MRR ↓"."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from callboard.core.actor import Actor
from callboard.kit.fields import words
from callboard.kit.listing.models import LiveLink, SavedView, Schedule
from callboard.kit.listing.shape import BOARD, CALENDAR
from callboard.kit.pages.page import PAGES
from callboard.kit.pages.reports import is_list

if TYPE_CHECKING:
    from callboard.kit.listing.asked import Seen
    from callboard.kit.pages.lists import ListPage


def told(kept: "SavedView | LiveLink | Schedule") -> str:
    """Filters, order, columns, groups and display; read with the rights of whoever keeps it."""
    state = {str(name): [str(each) for each in values] for name, values in kept.query.items()}
    found: Any = PAGES.get(kept.page)
    if found is None or not is_list(found):
        return " · ".join(f"{words(name)}: {', '.join(values)}" for name, values in state.items()) or _("All of it")
    page: ListPage = found()
    seen = page.read(state, Actor("person", person=kept.owner), page.the_table())
    return " · ".join([*_filters(seen), *_shape(seen), *seen.problems]) or _("All rows")


def _filters(seen: "Seen") -> list[str]:
    found: list[str] = []
    for chip in seen.applied.chips:
        said = f"{chip.label}: {chip.value}"
        if chip.key == "or" and found:
            found[-1] = _("{one} or {other}").format(one=found[-1], other=said)
        else:
            found.append(said)
    return found


def _shape(seen: "Seen") -> list[str]:
    shape, found = seen.shape, []
    if seen.sort:
        found.append(_("sorted by {columns}").format(columns=", ".join(map(_sorted(seen), seen.sort.split(",")))))
    if shape.cols:
        found.append(_("columns {names}").format(names=", ".join(str(column.label) for column in shape.table.all)))
    if shape.group is not None:
        found.append(_("grouped by {field}").format(field=shape.group.label))
    if shape.display:
        found.append({BOARD: _("as a board"), CALENDAR: _("as a calendar")}[shape.display])
    return found


def _sorted(seen: "Seen") -> Any:
    """A column of an order in words, with the arrow its head shows."""
    offered = seen.shape.every
    return lambda part: f"{offered[part.lstrip('-')].label} {'↓' if part.startswith('-') else '↑'}"
