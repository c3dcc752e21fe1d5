"""Search: the page of results with its filters.

The palette and ``/find/`` take the same lines in groups (find.py); ``GET /api/v1/search`` gives them as data (api/search.py).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.models import SearchEntry
from callboard.core.refs import number_in
from callboard.core.registry import register
from callboard.core.search import finding
from callboard.core.search.finding import Found, Limits
from callboard.core.search.ranking import Hit
from callboard.kit import filtering
from callboard.kit.filtering import Control, Taken
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.hits import Line, lines_of
from callboard.kit.listing.address import of
from callboard.kit.pages.page import Page
from callboard.kit.paging import BadCursor, Cursor, Key, decode, encode
from callboard.kit.tables import Text

SHOWN = 25
LONGEST = 2000
SUGGESTED = 8
ABOUT_OFFERED = 30
_RANK = tuple(Key(name) for name in ("tier", "others", "weight", "at", "id"))


@dataclass(frozen=True)
class Asking:
    """What an address asks: the words, the limits, and how the limits are shown."""

    text: str
    limits: Limits
    applied: filtering.Applied


@dataclass(frozen=True)
class About:
    """Records of one account: ``account=12``.  Offers the accounts of what was found."""

    label: Text
    key: str = "account"
    offered: tuple[tuple[int, str], ...] = ()

    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def take(self, query: filtering.Query, model: type[Model], actor: Actor) -> Taken:
        text = filtering.first(query, self.key)
        if not text:
            return Taken()
        pk = number_in(text) or 0
        name = dict(roots_named([pk], actor)).get(pk)
        if name is None:
            return Taken(problem=now_("No account “{value}” is known to you.").format(value=text[:40]))
        return Taken(Q(root_id=pk), name)

    def control(self, query: filtering.Query, model: type[Model], actor: Actor) -> Control:
        chosen = filtering.first(query, self.key)
        options: list[tuple[str, Text, bool]] = [(str(pk), name, str(pk) == chosen) for pk, name in self.offered]
        return Control(self.key, self.label, "person", options)


def roots_named(ids: Iterable[int], actor: Actor) -> list[tuple[int, str]]:
    """Accounts the actor may see, by name."""
    root: Any = apps.get_model(settings.ROOT_MODEL)
    rows = visible(root._default_manager.filter(pk__in=list(ids)), actor)
    return sorted(((row.pk, str(row)) for row in rows), key=lambda pair: pair[1])


WHEN = Between("at", _("When"), "at")
ACCOUNT = _("Account")
OWNER = Person("owner", _("Owner"), "owner_id")


def filters_of(actor: Actor, about: About | None = None) -> tuple[filtering.Filter, ...]:
    """What a search can be limited to."""
    kinds = [(source.name, source.label) for source in finding.kinds_of(actor)]
    return (Choice("kind", _("What"), "ref_kind", choices=kinds), OWNER, about or About(ACCOUNT), WHEN)


def asking(query: filtering.Query, actor: Actor) -> Asking:
    """Read an address; what makes no sense limits nothing and is named in ``applied.problems``."""
    query = of(query.items())
    text = filtering.first(query, "q")[:LONGEST]
    applied = filtering.apply(filters_of(actor), query, SearchEntry, actor, lambda kept: address(text, kept))
    kept = applied.kept
    seen = {source.name for source in finding.kinds_of(actor)}
    days = dict(getattr(WHEN.take(kept, SearchEntry, actor).where, "children", ()))
    owners = (_owner(value, actor) for value in filtering.every(kept, "owner"))
    account = filtering.first(kept, "account")
    limits = Limits(
        kinds=tuple(value for value in filtering.every(kept, "kind") if value in seen),
        owners=tuple(owner for owner in owners if owner is not None),
        account=number_in(account),
        since=days.get("at__gte"),
        until=days.get("at__lt"),
    )
    return Asking(text, limits, applied)


def _owner(value: str, actor: Actor) -> int | None:
    if value == "me":
        return actor.person_id
    return 0 if value == "none" else number_in(value)


def address(text: str, kept: filtering.Query, **more: str) -> str:
    """The page of results of a text and filters."""
    given = {
        "q": [text],
        **{name: list(values) for name, values in kept.items()},
        **{key: [value] for key, value in more.items() if value},
    }
    return f"{reverse('search')}?{urlencode({name: values for name, values in given.items() if values != ['']}, doseq=True)}"


@dataclass(frozen=True)
class Results:
    """One page of results.  counts: hits by kind, over all kinds, whatever kinds are chosen; more: there are more than counted."""

    found: Found
    hits: Sequence[Hit]
    counts: Counter[str]
    above: int
    total: int
    next: str
    previous: str


def results(actor: Actor, asked: Asking, after: str = "", size: int = SHOWN) -> Results:
    """Find and cut one page out of the ranking.  Raises BadCursor for an address of another ranking."""
    cursor = decode(after, _RANK) if after else None
    everything = finding.find(actor, asked.text, replace(asked.limits, kinds=()), most=finding.PAGE)
    counts = Counter(hit.ref.kind for hit in everything.hits)
    found = everything
    if asked.limits.kinds and everything.cut:
        found = finding.find(actor, asked.text, asked.limits, most=finding.PAGE)
        counts.update(dict.fromkeys(asked.limits.kinds, 0))
        counts |= Counter(hit.ref.kind for hit in found.hits)
    chosen = [hit for hit in found.hits if not asked.limits.kinds or hit.ref.kind in asked.limits.kinds]
    start = _start(chosen, cursor, size)
    shown = chosen[start : start + size]
    return Results(
        found,
        shown,
        counts,
        start,
        len(chosen),
        encode(Cursor(shown[-1].rank)) if start + size < len(chosen) else "",
        encode(Cursor(shown[0].rank, backward=True)) if start else "",
    )


def _start(hits: Sequence[Hit], cursor: Cursor | None, size: int) -> int:
    """Where a page begins: behind the hit of the cursor, wherever that stands by now."""
    if cursor is None:
        return 0
    if cursor.backward:
        return max(0, sum(hit.rank < cursor.values for hit in hits) - size)
    return sum(hit.rank <= cursor.values for hit in hits)


class SearchPage(Page):
    """GET /search/?q=words&kind=&owner=&account=&at_from=&at_to=: everything that was found, best first."""

    name = "search"
    url = "search/"
    title = _("Search")
    template: ClassVar[str] = "kit/search.html"

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponse:
        query = {name: list(values) for name, values in request.GET.lists()}
        asked, problem = asking(query, actor), ""
        try:
            found = results(actor, asked, filtering.first(query, "after"))
        except BadCursor:
            problem = now_("That page of the results no longer exists; this is the first.")
            found = results(actor, asked)
        texts = finding.texts_of(actor, (hit.ref for hit in found.hits))
        lines = lines_of(found.found, found.hits, texts)
        context = {
            "title": self.title,
            "text": asked.text,
            "lines": lines,
            "meant": found.found.meant,
            "meant_url": address(found.found.meant, asked.applied.kept),
            "tabs": _tabs(asked, found),
            "chips": [chip for chip in asked.applied.chips if chip.key != "kind"],
            "problems": [*asked.applied.problems, *([problem] if problem else [])],
            "controls": self._controls(query, actor, found),
            "kept": [(name, value) for name, values in asked.applied.kept.items() for value in values],
            "everywhere_url": address(asked.text, {}),
            "pager": _pager(asked, found),
            "others": self._others(actor, asked) if not lines else [],
        }
        return self.render(request, context)

    def _controls(self, query: filtering.Query, actor: Actor, found: Results) -> list[Control]:
        """The filters but for the kind, which are the tabs; offered are the accounts of what was found."""
        roots = Counter(hit.root_id for hit in found.found.hits if hit.root_id)
        offered = tuple(roots_named((root for root, _n in roots.most_common(ABOUT_OFFERED)), actor)) if roots else ()
        return [
            each.control(query, SearchEntry, actor)
            for each in filters_of(actor, About(ACCOUNT, offered=offered))
            if each.key != "kind"
        ]

    def _others(self, actor: Actor, asked: Asking) -> list[Line]:
        """Where nothing has all the words: what has some of them, within the limits or not."""
        found = finding.find(actor, asked.text, any_word=True)
        return lines_of(found, found.hits[:SUGGESTED]) if len(found.asked.terms) > 1 else []


def _tabs(asked: Asking, found: Results) -> list[dict[str, Any]]:
    """A tab a kind that has hits, in the order of their weight, behind one for all."""
    kept = {name: values for name, values in asked.applied.kept.items() if name != "kind"}
    total, plus = sum(found.counts.values()), "+" if found.found.cut else ""
    tabs = [{"label": _("All"), "url": address(asked.text, kept), "on": not asked.limits.kinds, "n": f"{total}{plus}"}]
    for kind, count in sorted(found.counts.items(), key=lambda pair: -register.search_source[pair[0]].weight):
        if count or kind in asked.limits.kinds:
            url = address(asked.text, {**kept, "kind": [kind]})
            label = register.search_source[kind].label
            tabs.append({"label": label, "url": url, "on": kind in asked.limits.kinds, "n": count})
    return tabs


def _pager(asked: Asking, found: Results) -> dict[str, str]:
    if not found.hits:
        return {"prev_url": "", "next_url": "", "text": ""}
    text = now_("{start}–{end} of {count}").format(
        start=found.above + 1, end=found.above + len(found.hits), count=f"{found.total}{'+' if found.found.cut else ''}"
    )
    kept = asked.applied.kept
    return {
        "prev_url": address(asked.text, kept, after=found.previous) if found.previous else "",
        "next_url": address(asked.text, kept, after=found.next) if found.next else "",
        "text": text,
    }
