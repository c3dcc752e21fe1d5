"""The state of a list in its address.

What a list shows is its address: the filters' own parameters, then

``where=mrr~ge~500`` (repeated) and ``match=any``: conditions of the builder;
``sort=tier,-mrr``; ``cols=name:240,tier``; ``group=owner``; ``open=7,none``; ``show=board|calendar``; ``date=close_on``;
``month=2026-03``; ``view=12`` opens a saved view, ``view=all`` the list without one; ``from=12`` says which view the rest
of the address departs from.

Forms send rows of the builder and columns one by one (f, o, v; col, width-name, s1 d1 ... s3 d3); ``folded`` turns those into
the parameters above, so that every address a person can copy is in one form.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import zip_longest

from django.utils.translation import gettext as _

from callboard.core.given import cleaned, storable
from callboard.kit.numbers import plain_number

Query = dict[str, list[str]]

#: What a view keeps besides the filters' own parameters.
SHAPE = ("where", "match", "sort", "cols", "group", "show", "date")
#: What says where one looks, and is no part of a view.
PLACE = ("after", "open", "month", "view", "from", "part", "format", "cell", "beside", "full")
_TYPED = ("f", "o", "v", "col", "shape", "s1", "d1", "s2", "d2", "s3", "d3")
#: No filter of a list may be called so.
RESERVED = frozenset((*SHAPE, *PLACE, *_TYPED))
_WIDTH = "width-"
#: The operator for a text letter by letter: groups lead to it, and it is never shortened.
EXACT = "exact"
SORTS = 3
CONDITIONS = 12
WIDTHS = range(40, 801)


def of(given: Iterable[tuple[str, Iterable[str]]]) -> Query:
    """The parameters of a request, without what no database takes."""
    return {name: [cleaned(value) for value in values] for name, values in given}


def strange(query: Mapping[str, list[str]], filters: Collection[str], also: Collection[str] = ()) -> list[str]:
    """A sentence for each parameter the list would pass over: a name it does not know (also: what else may stand there),
    what stands beside a saved view, a value that holds what no text does.  A page leaves them out; a program or a run
    would get more rows than were meant."""
    known = {*filters, *SHAPE, *PLACE, *also}
    found = [_("This list has no filter “{name}”.").format(name=name[:40]) for name in query if name not in known]
    if (query.get("view") or ["all"])[0] not in ("", "all"):
        said = _("A saved view has filters of its own; “{name}” beside it would count for nothing.")
        found += [said.format(name=name) for name in query if name in known - {*PLACE, *also}]
    odd = [name for name, values in query.items() if not all(map(storable, values))]
    return [*found, *(_("“{name}” holds characters no text has.").format(name=name[:40]) for name in odd)]


def is_typed(query: Mapping[str, list[str]]) -> bool:
    """Whether a form sent its fields one by one."""
    return any(name in query for name in _TYPED)


def folded(query: Query, numbers: Collection[str] = ()) -> Query:
    """The same state in the one form; what is empty falls away.  numbers: the fields whose values are numbers."""
    own = {name: values for name, values in query.items() if name not in _TYPED and not name.startswith(_WIDTH)}
    kept = {name: [value for value in values if value.strip()] for name, values in own.items()}
    found = {name: values for name, values in kept.items() if values}
    if "f" in query or "v" in query:
        found["where"] = _conditions(query, numbers)
    if "shape" in query:
        found |= _columns(query)
    return {name: values for name, values in found.items() if values}


def _conditions(query: Query, numbers: Collection[str]) -> list[str]:
    # A row half filled in is kept: the list says what it lacks.
    rows = zip_longest(query.get("f", []), query.get("o", []), query.get("v", []), fillvalue="")
    return [
        f"{name}~{operator}~{_value(operator, value, name in numbers)}"
        for name, operator, value in rows
        if name or value.strip()
    ]


def _value(operator: str, value: str, number: bool) -> str:
    """What a condition is compared with; an exact text keeps its spaces."""
    if operator == EXACT:
        return value
    return plain_number(value) if number else value.strip()


def _columns(query: Query) -> Query:
    chosen = query.get("col", [])
    typed = {name.removeprefix(_WIDTH): values[0] for name, values in query.items() if name.startswith(_WIDTH)}
    sizes = {key: size for key, size in typed.items() if size.isdecimal()}
    cols = ",".join(f"{key}:{sizes[key]}" if key in sizes else key for key in chosen)
    sorts = [
        f"{(query.get(f'd{place}') or [''])[0]}{key}"
        for place in range(1, SORTS + 1)
        if (key := (query.get(f"s{place}") or [""])[0])
    ]
    return {"cols": [cols] if cols else [], "sort": [",".join(dict.fromkeys(sorts))] if sorts else []}


def split(text: str) -> list[str]:
    """The parts of a value that holds several."""
    return [part.strip() for part in text.split(",") if part.strip()]
