"""The timeline as a record page shows it: its filters, what is pinned, the line of the last visit, the pages, the files."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.core.registry import register
from callboard.kit import filtering
from callboard.kit.export import export
from callboard.kit.filtering import Chip, Control
from callboard.kit.listing import address
from callboard.kit.pages import timeline
from callboard.kit.pages.timeline import COLUMNS, FILTERS, OF, Asked
from callboard.kit.visits import since

#: Parts of a record page that are its timeline's.
PARTS = ("timeline", "timeline-filters")


def asked_of(request: HttpRequest, record: Model) -> Asked:
    """What of its timeline the address asks for."""
    return Asked(address.of(request.GET.lists()), kind_of(record))


def context(
    request: HttpRequest, actor: Actor, record: Model, asked: Asked, found: Mapping[str, Any]
) -> dict[str, Any]:
    """What kit/timeline.html shows.  found: the answers to `timeline.questions`."""
    before = request.GET.get("before", "")
    entries, older = timeline.lines(record, actor, before, asked)
    visit = next(iter(found.get("visit", [])), None)
    last = since(visit, clock.now())
    entries = timeline.marked(entries, last, actor)
    applied, given = asked.applied(actor), asked.given
    first = not before
    return {
        "timeline": True,
        "entries": entries,
        "pinned": timeline.pinned_lines(found.get("pinned", [])) if first and not given else [],
        "older_url": _address(given, part="timeline", before=older) if older else "",
        "live_src": _address(given, part="timeline"),
        "last_seen_at": last.at if last is not None and first else None,
        "news": sum(line.new for line in entries) if first else 0,
        "tl_chips": [_without(chip, given) for chip in applied.chips],
        "tl_problems": applied.problems,
        "tl_scopes": _scopes(asked, found, given),
        "tl_filters_url": _address(given, part="timeline-filters"),
        "tl_files": {f"{form}_url": _address(given, part="timeline", format=form) for form in ("xlsx", "csv")},
        "tl_filtered": bool(given),
        "tl_none": _none(record),
        "tl_quick": [] if given or "part" in request.GET else _quick(record),
    }


def filters(request: HttpRequest, actor: Actor, asked: Asked) -> dict[str, Any]:
    """The inside of the filters' popover: fetched when it is opened."""
    drawn: list[Control] = filtering.controls(FILTERS, asked.query, TimelineEntry, actor)
    hidden = [(OF, asked.of)] if asked.of else []
    return {"filters": drawn, "hidden": hidden, "clear_url": "?", "given": asked.given}


def as_file(form: str, record: Model, actor: Actor, asked: Asked) -> HttpResponseBase | None:
    """The timeline as csv or xlsx; None for another form."""
    title = f"{_('Timeline')} {record}"
    return export(form, "timeline", title, COLUMNS, timeline.rows_of(record, actor, asked))


def _address(given: Mapping[str, list[str]], **more: str) -> str:
    return f"?{urlencode({**given, **more}, doseq=True)}"


def _without(chip: Chip, given: Mapping[str, list[str]]) -> Chip:
    names = next(each.names() for each in FILTERS if each.key == chip.key)
    rest = {name: values for name, values in given.items() if name not in names}
    url = f"?{urlencode(rest, doseq=True)}"
    return Chip(chip.key, chip.label, chip.value, url, chip.wrong)


def _scopes(asked: Asked, found: Mapping[str, Any], given: Mapping[str, list[str]]) -> list[tuple[str, Any, bool]]:
    """(address, label, chosen) of whose lines can be shown; none where there is only one choice."""
    offered = [reach for reach in asked.scopes if found.get(f"of:{reach.name}", True)]
    if not offered:
        return []
    rest = {name: values for name, values in given.items() if name != OF}
    own = (f"?{urlencode(rest, doseq=True)}", _("This one"), not asked.of)
    return [own, *((_address(rest, of=reach.name), reach.label, asked.of == reach.name) for reach in offered)]


def _none(record: Model) -> Any:
    """What an empty timeline says: a person's has what they did, not what they were given."""
    if isinstance(record, get_user_model()):
        return _("They have done nothing with a customer yet")
    return _("Nothing has happened yet")


def _quick(record: Model) -> list[tuple[str, Any]]:
    """(address, label) of what is asked most."""
    today = clock.business_day(clock.now()).isoformat()
    found: list[tuple[str, Any]] = [(_address({}, at_from=today, at_to=today), _("Today"))]
    return found if isinstance(record, get_user_model()) else [(_address({}, by="me"), _("Mine")), *found]


def is_known(asked: Asked) -> bool:
    """Whether what it asks for exists."""
    return not asked.of or any(reach.name == asked.of for reach in register.timeline_reach if reach.kind == asked.kind)
