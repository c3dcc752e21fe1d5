"""The bar of a list: its views, the switch of displays, columns, order, groups, conditions, ways out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.kit.listing.address import SORTS, Query
from callboard.kit.listing.conditions import OPERATORS, WORDS
from callboard.kit.listing.models import SavedView, Sharing
from callboard.kit.listing.shape import BOARD, CALENDAR
from callboard.kit.listing.shown import Tab
from callboard.kit.listing.subjects import shown_subjects
from callboard.kit.tables import Text, sort_path
from callboard.kit.when import full_text

if TYPE_CHECKING:
    from callboard.kit.listing.asked import Seen
    from callboard.kit.pages.lists import ListPage


@dataclass(frozen=True)
class Choice:
    """An option of a select, a column of the chooser, a display of the switch."""

    key: str
    label: Text
    on: bool = False
    icon: str = ""
    url: str = ""
    width: int = 0
    down: bool = False


@dataclass(frozen=True)
class Bar:
    """The bar of a list.

    view: the saved view seen, or None; changed: the list departs from it, or from the plain list.  save_url, keep_url:
    the actions that keep the state (as new, in the view); reset_url: the view as it was.  verbs: what can be done with the
    view.  displays: rows, board, calendar; dates: what the calendar may be of.  send: ways out that stay current.
    """

    view: SavedView | None
    changed: bool
    save_url: str
    keep_url: str
    reset_url: str
    verbs: list[Choice]
    displays: list[Choice]
    display: str
    dates: list[Choice]
    kept: list[tuple[str, str]]
    columns_url: str
    send: list[Choice]
    sized: bool
    at: str


@dataclass(frozen=True)
class Builder:
    """rows: (field, operator, value, why it cannot be read) of the conditions; fields: for the page's script."""

    subjects: list[Choice]
    operators: list[Choice]
    rows: list[tuple[str, str, str, str]]
    any: bool
    fields: dict[str, Any]
    count_url: str


@dataclass(frozen=True)
class Chooser:
    """columns: those seen in their order, then the others; sorts: for each place the columns, the chosen one on."""

    columns: list[Choice]
    sorts: list[list[Choice]]
    groups: list[Choice]
    kept: list[tuple[str, str]]


def view_tabs(page: "ListPage", seen: "Seen") -> list[Any]:
    """The saved views as tabs."""
    on = seen.opened.view
    return [
        Tab(
            view.name,
            page.address({"view": [str(view.pk)]}),
            on == view,
            _("shared") if view.sharing != Sharing.MINE else "",
        )
        for view in page.views
    ]


def bar(page: "ListPage", actor: Actor, seen: "Seen") -> Bar:
    """Everything of the bar; asks nothing of the database.  What cannot be read is neither kept nor sent."""
    from callboard.kit.listing import verbs

    view, shape = seen.opened.view, seen.shape
    state = {name: values for name, values in seen.state.items() if values}
    given = {"page": page.name, "query": json.dumps(state)}
    changed = seen.opened.changed if view is not None else bool(state) and not _is_tab(page, seen)
    of_calendar = shape.display == CALENDAR
    return Bar(
        view=view,
        changed=changed,
        save_url=verbs.save_url(actor, given) if state and not seen.wrong else "",
        keep_url=verbs.keep_url(actor, view, given) if view is not None and changed and not seen.wrong else "",
        reset_url=page.address({"view": [str(view.pk)]}) if view is not None and changed else "",
        verbs=[Choice(name, label, icon=icon, url=url) for name, label, icon, url in verbs.of_view(actor, view)],
        displays=_displays(page, seen, {**seen.state, **seen.departing}),
        display=shape.display,
        dates=_options(shape.dates, shape.date.key if shape.date else "") if of_calendar else [],
        kept=_kept(seen) if of_calendar else [],
        columns_url=page.address({**page.base(seen), "part": ["columns"]}),
        send=[] if seen.wrong else verbs.sending(actor, given),
        sized=bool(shape.widths),
        at=full_text(clock.now()),
    )


def builder(page: "ListPage", seen: "Seen") -> Builder:
    """The conditions as a form."""
    shape = seen.shape
    known = shown_subjects(shape.known)
    return Builder(
        subjects=[Choice(each["key"], each["label"]) for each in known],
        operators=[Choice(name, label) for name, label in WORDS.items()],
        rows=[(each.subject.key, each.operator, each.value, each.wrong) for each in shape.built.conditions],
        any=shape.built.any,
        fields={"subjects": list(known), "operators": OPERATORS},
        count_url=reverse(page.name),
    )


def chooser(seen: "Seen") -> Chooser:
    """Columns, order and groups as a form."""
    shape = seen.shape
    return Chooser(
        _columns(seen), _sorts(seen), _options(shape.groupings, shape.group.key if shape.group else ""), _kept(seen)
    )


def _is_tab(page: "ListPage", seen: "Seen") -> bool:
    return urlencode(seen.state, doseq=True) in {query for _label, query in page.tabs}


def _displays(page: "ListPage", seen: "Seen", base: Query) -> list[Choice]:
    if not seen.shape.displays:
        return []
    plain = {name: values for name, values in base.items() if name not in ("show", "date")}
    found = [Choice("", _("List"), not seen.shape.display, "list", page.address(plain))]
    labels = {BOARD: (_("Board"), "layout-kanban"), CALENDAR: (_("Calendar"), "calendar")}
    for name in seen.shape.displays:
        label, icon = labels[name]
        found.append(Choice(name, label, seen.shape.display == name, icon, page.address({**plain, "show": [name]})))
    return found


def _columns(seen: "Seen") -> list[Choice]:
    """Those seen in their order, then the others."""
    shape = seen.shape
    on = [Choice(each.key, each.label, True, width=shape.widths.get(each.key, 0)) for each in shape.table.all]
    shown = {each.key for each in on}
    return [*on, *(Choice(key, each.label) for key, each in shape.every.items() if key not in shown)]


def _sorts(seen: "Seen") -> list[list[Choice]]:
    """For each of the sorts: the columns, the chosen one on."""
    now = [part for part in seen.sort.split(",") if part]
    found = []
    for place in range(SORTS):
        chosen = now[place] if place < len(now) else ""
        options = [
            Choice(key, column.label, key == chosen.lstrip("-"), down=chosen.startswith("-"))
            for key, column in seen.shape.every.items()
            if _sorts_by(seen, key)
        ]
        found.append(options)
    return found


def _sorts_by(seen: "Seen", key: str) -> bool:
    return sort_path(seen.shape.page.model, seen.shape.every[key]) is not None


def _options(known: Mapping[str, Any], chosen: str) -> list[Choice]:
    return [Choice(key, each.label, key == chosen) for key, each in known.items()]


def _kept(seen: "Seen") -> list[tuple[str, str]]:
    """What the form of columns carries along: filters, conditions, display."""
    shape = {name: values for name, values in seen.shape.query.items() if name in ("where", "match", "show", "date")}
    kept = {**seen.applied.kept, **shape, **seen.departing}
    return [(name, value) for name, values in kept.items() for value in values]
