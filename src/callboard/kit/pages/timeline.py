"""The timeline of a record: entries of the index the actor may see, newest first, a page at a time, filtered, as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, reduce
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from callboard.core.access import sees_all, tokens, visible
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.db.few import any_of
from callboard.core.links import url_at
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of
from callboard.core.registry import TimelineReach, register
from callboard.kit import filtering
from callboard.kit.filters import Between, Choice, Person, Search, too_long
from callboard.kit.paging import BadCursor, Slice, decode, keys_of, page_of
from callboard.kit.tables import Column
from callboard.kit.visits import Since, visits_of

SHOWN = 30
PINNED_SHOWN = 5
#: The parameter that says whose lines: "" for the record's own, else the name of a reach with a label.
OF = "of"
_ORDER = ("-at", "-id")


@dataclass(frozen=True)
class Line:
    """One entry for the template.  person: a name, or None.  chip: whose timeline it is from, where there are several."""

    at: datetime
    kind: str
    icon: str
    tone: str
    title: str
    text: str
    person: str | None
    url: str
    pinned: bool
    id: int = 0
    root: int = 0
    chip: tuple[str, str] | None = None
    new: bool = False


def _kinds() -> list[tuple[str, Any]]:
    return sorted(((kind.name, kind.label) for kind in register.timeline_kind), key=lambda pair: str(pair[1]))


class Words(Search):
    """All of these words, anywhere in title or text: a timeline is read through as far as one account goes."""

    def read(self, text: str, actor: Actor) -> filtering.Taken:
        if sentence := too_long(text, self.label):
            return filtering.Taken(problem=sentence)
        where = Q()
        for word in text.split()[:8]:
            where &= Q(title__icontains=word) | Q(text__icontains=word)
        return filtering.Taken(where, f"“{text}”")


#: What a timeline is filtered by.
FILTERS: tuple[filtering.Filter, ...] = (
    Words((), label=_("Words")),
    Person("by", _("By"), "person"),
    Between("at", _("When")),
    Choice("kind", _("What happened"), choices=_kinds),
)
NAMES = frozenset(name for each in FILTERS for name in each.names()) | {OF}
#: What is read of an entry; a page has thirty of them, so no records are made.
_READ = ("id", "at", "kind", "ref_kind", "ref_id", "root_id", "title", "text", "pinned", "person__name")
#: The name of the account an entry stands on, where a timeline has those of several.
ROOT_NAME = "root_name"


@dataclass(frozen=True)
class Asked:
    """What of a timeline is asked for: the filters of an address, and whose lines."""

    query: Mapping[str, list[str]] = field(default_factory=dict)
    kind: str = ""

    @property
    def of(self) -> str:
        return filtering.first(self.query, OF)

    @cached_property
    def scopes(self) -> list[TimelineReach]:
        """What else than the record's own lines can be chosen."""
        return [reach for reach in register.timeline_reach if reach.kind == self.kind and str(reach.label)]

    @property
    def given(self) -> dict[str, list[str]]:
        """The parameters that count."""
        return {name: list(values) for name, values in self.query.items() if name in NAMES and any(values)}

    def applied(self, actor: Actor) -> filtering.Applied:
        return filtering.apply(FILTERS, self.query, TimelineEntry, actor, lambda rest: "")


NOTHING = Asked()


def entries_about(kind: str, pk: int, actor: Actor, of: str = "") -> QuerySet[TimelineEntry]:
    """The entries of a root, or those about one record and whatever reaches it; hidden ones left out.  of: a reach with a
    label, instead of the record's own."""
    ways, several = _ways(kind, pk, actor, of)
    return _shown(actor, several).filter(reduce(Q.__or__, ways))


def _ways(kind: str, pk: int, actor: Actor, of: str) -> tuple[list[Q], bool]:
    """By what entries belong to a record, one of which each meets; and whether they are of several accounts."""
    mine = [each for each in register.timeline_reach if each.kind == kind]
    chosen = next((each for each in mine if each.name == of and each.label), None)
    if chosen is not None:
        return [chosen.where(pk, actor)], True
    if kind == settings.ROOT_MODEL.lower():
        return [Q(root_id=pk)], any(not each.label for each in mine)
    more = [each.where(pk, actor) for each in mine if not each.label]
    return [Q(ref_kind=kind, ref_id=pk), *more], bool(more)


def _shown(actor: Actor, several: bool) -> QuerySet[TimelineEntry]:
    seen = _seen(TimelineEntry.objects.all(), actor)
    # What stands on several accounts is one thing that happened.
    return _once(seen, actor) if several else seen


def _seen(found: QuerySet[TimelineEntry], actor: Actor) -> QuerySet[TimelineEntry]:
    if actor.kind == "clock":
        return found
    roots = apps.get_model(settings.ROOT_MODEL)
    if not sees_all(actor, roots):
        found = found.filter(any_of(visible(roots._default_manager.filter(pk=OuterRef("root_id")), actor)))
    mine = list(tokens(actor))
    hidden = [f"-{token}" for token in mine if token.startswith("person:")]
    return found.filter(audience__overlap=mine).exclude(audience__overlap=hidden)


def _once(found: QuerySet[TimelineEntry], actor: Actor) -> QuerySet[TimelineEntry]:
    same = TimelineEntry.objects.filter(
        ref_kind=OuterRef("ref_kind"), ref_id=OuterRef("ref_id"), kind=OuterRef("kind"), at=OuterRef("at"),
        title=OuterRef("title"), id__lt=OuterRef("id"),
    )  # fmt: skip
    return found.filter(~Exists(_seen(same, actor)))


def page_about(
    kind: str, pk: int, actor: Actor, cursor: str, size: int, names: Sequence[str], where: Q | None = None, of: str = ""
) -> Slice:
    """A page of them, newest first, each with these values.  One query.  Raises BadCursor."""
    keys = keys_of(TimelineEntry, _ORDER)
    ways, several = _ways(kind, pk, actor, of)
    rows = _shown(actor, several).filter(where or Q())
    if ROOT_NAME in names:
        roots = apps.get_model(settings.ROOT_MODEL)._default_manager.filter(pk=OuterRef("root_id"))
        rows = rows.annotate(**{ROOT_NAME: Subquery(roots.values("name")[:1])})
    rows = rows.values_list(*names, named=True)
    return page_of(rows, keys, decode(cursor, keys) if cursor else None, size, count=False, ways=ways)


def lines(record: Model, actor: Actor, before: str = "", asked: Asked = NOTHING) -> tuple[list[Line], str]:
    """A page of the timeline and the cursor of the next, "" at the end.  One query.  What is pinned stands above, unless
    something is looked for."""
    kind, pk = kind_of(record), int(record.pk)
    of_one = kind == settings.ROOT_MODEL.lower() and not asked.of
    read = _READ if of_one else (*_READ, ROOT_NAME)
    applied = asked.applied(actor)
    if applied.unread:
        return [], ""
    where = applied.where if asked.given else Q(pinned=False)
    try:
        part = page_about(kind, pk, actor, before, SHOWN, read, where, asked.of)
    except BadCursor:
        part = page_about(kind, pk, actor, "", SHOWN, read, where, asked.of)
    found = [(_line(row), getattr(row, ROOT_NAME, "") or "") for row in part.rows]
    return named(found, record), part.next or ""


def named(found: list[tuple[Line, str]], record: Model) -> list[Line]:
    """Each says on whose timeline it stands and who did it, where that is not plain from the page."""
    ours = isinstance(record, get_user_model())
    roots = getattr(record, "roots", None)
    here = set(roots() if callable(roots) else ())
    lines = []
    for line, root in found:
        changes: dict[str, Any] = {"person": None} if ours else {}
        if root and line.root not in here:
            changes["chip"] = (root, "")
        lines.append(_replaced(line, **changes) if changes else line)
    return lines


def _replaced(line: Line, **changes: Any) -> Line:
    return Line(**{**line.__dict__, **changes})


def questions(record: Model, actor: Actor, asked: Asked) -> dict[str, Question]:
    """What the head of a timeline needs to know, asked with the rest of its page: what is pinned, the last visit, and
    which scopes there are."""
    pinned = entries_about(kind_of(record), int(record.pk), actor).filter(pinned=True).order_by("-at", "-id")
    found = {
        "pinned": Question("list", pinned.values(*_READ)[:PINNED_SHOWN]),
        "visit": Question("records", visits_of(record, actor)),
    }
    for reach in asked.scopes:
        if reach.exists is not None:
            found[f"of:{reach.name}"] = Question("exists", reach.exists(record, actor))
    return found


def pinned_lines(rows: Sequence[Mapping[str, Any]]) -> list[Line]:
    """The pinned ones, as their page shows them."""
    return [_line(_Row(row)) for row in rows]


class _Row:
    """A row of .values() read by name."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


def marked(found: list[Line], since: Since | None, actor: Actor) -> list[Line]:
    """Those that came since the last visit, by others."""
    if since is None:
        return found
    me = actor.person.name if actor.person is not None else ""
    return [_replaced(line, new=line.id > since.entry and line.person != me) for line in found]


def _line(row: Any) -> Line:
    kind = register.timeline_kind.get(row.kind)
    icon, tone = (kind.icon, kind.tone) if kind else ("point", "")
    url = url_at(row.ref_kind, row.ref_id)
    return Line(
        row.at, row.kind, icon, tone, row.title, row.text, row.person__name, url, row.pinned, row.id, row.root_id
    )


def _what(entry: TimelineEntry) -> str:
    kind = register.timeline_kind.get(entry.kind)
    return str(kind.label) if kind else entry.kind


#: A timeline as a file.
COLUMNS = (
    Column("at", _("When"), kind="when"),
    Column("kind", _("What"), value=_what),
    Column("title", _("Title")),
    Column("text", _("Text")),
    Column("person", _("By"), kind="person"),
    Column("pinned", _("Pinned"), value=lambda entry: entry.pinned),
)


def rows_of(record: Model, actor: Actor, asked: Asked) -> QuerySet[TimelineEntry]:
    """All of it, for a file; nothing where a filter cannot be read."""
    applied = asked.applied(actor)
    found = entries_about(kind_of(record), int(record.pk), actor, asked.of).filter(applied.where)
    found = found.select_related("person").order_by(*_ORDER)
    return found.none() if applied.unread else found
