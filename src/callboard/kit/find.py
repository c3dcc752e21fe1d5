"""Find: one box over every list that has a search.  A list page is a source by having a Search filter; more register themselves.

``@dana`` looks for people only (lists that say ``people``, and those who sign in), ``#1003`` for numbers only; plain words look everywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.asking import Question, answers
from callboard.core.links import url_of
from callboard.core.registry import Nav, register
from callboard.kit.addresses import page_url
from callboard.kit.filters import BIGGEST, Search
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, Page
from callboard.kit.tables import Column, Text, field_of

SHOWN = 6
LONGEST = 100
#: What customers are comes first, then what is to do, then our own house.
GROUP_ORDER = {"customers": 0, "today": 1, "team": 2}


@dataclass(frozen=True)
class Hit:
    """A record that was found: its name, its page, a word about it."""

    title: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """What one list found; all_url is the list with the same search."""

    label: Text
    icon: str
    hits: Sequence[Hit]
    all_url: str = ""


def found(actor: Actor, text: str) -> list[Group]:
    """The groups that have something, best first.  One query for all lists the actor may open; nothing for no text."""
    wanted, only = read(text)
    if not wanted:
        return []
    asked = [each for page, entry in _sources(actor) if (each := _asked(page, entry, actor, wanted, only)) is not None]
    rows = answers({each.page.name: Question("records", each.rows) for each in asked})
    groups = [_group(each, rows[each.page.name]) for each in asked]
    more = [group for part in register.search_source for group in part.value(actor, wanted)] if not only else []
    return [group for group in (*groups, *more) if group.hits]


def read(text: str) -> tuple[str, str]:
    """The words, and what they are limited to: "@" people, "#" numbers, "" everything."""
    text = text.replace("\0", "").strip()[:LONGEST]
    if text[:1] in ("@", "#"):
        return text[1:].strip(), text[0]
    return text, ""


def _sources(actor: Actor) -> Iterator[tuple[type[ListPage], Nav | None]]:
    entries = {entry.url_name: entry for entry in register.nav}
    pages = [
        page for page in PAGES.values() if issubclass(page, ListPage) and page_url(page.name) and page.open_to(actor)
    ]
    place = {page: entries.get(page.name) for page in pages}
    pages.sort(key=lambda page: _rank(place[page]))
    for page in pages:
        yield page, place[page]


def _rank(entry: Nav | None) -> tuple[int, int]:
    return (GROUP_ORDER.get(entry.group, 3), entry.order) if entry is not None else (3, 0)


@dataclass(frozen=True)
class _Asked:
    """A list that is looked through: its rows with these words, the columns that say what they are."""

    page: type[ListPage]
    entry: Nav | None
    rows: QuerySet[Any]
    columns: Sequence[Column]
    all_url: str


def _asked(page: type[ListPage], entry: Nav | None, actor: Actor, text: str, only: str) -> _Asked | None:
    source = page()
    where, all_url = _condition(source, actor, text, only)
    if where is None:
        return None
    table = source.the_table()
    return _Asked(page, entry, table.plan(source.queryset(actor).filter(where))[:SHOWN], table.all, all_url)


def _group(asked: _Asked, rows: Iterable[Any]) -> Group:
    first, others = (asked.columns[0], asked.columns[1:]) if asked.columns else (None, ())
    hits = []
    for row in rows:
        url = url_of(row)
        if url:
            title = first.of(row) if first is not None else row
            hits.append(Hit(str(title if title not in (None, "") else row), url, _detail(row, others)))
    return Group(asked.page.title, asked.entry.icon if asked.entry is not None else "list", hits, asked.all_url)


def _condition(source: ListPage, actor: Actor, text: str, only: str) -> tuple[Q | None, str]:
    """What the rows must fulfil, and the list that shows them all; None when this list is not asked."""
    if only == "@" and not (source.people or source.model is get_user_model()):
        return None, ""
    numbered = _numbered(source.model, text)
    search = next((each for each in source.all_filters() if isinstance(each, Search)), None)
    if only == "#" or search is None:
        return numbered, ""
    where = search.take({search.key: [text]}, source.model, actor).where or Q(pk__in=[])
    all_url = f"{reverse(source.name)}?{urlencode({search.key: text})}"
    return (where | numbered, "") if numbered is not None else (where, all_url)


def _numbered(model: Any, text: str) -> Q | None:
    """The row of this number, where rows have one: 1003 or A-1003."""
    field = field_of(model, "number")
    if field is None:
        return None
    if not isinstance(field, IntegerField):
        return Q(number__iexact=text)
    return Q(number=int(text)) if text.isascii() and text.isdecimal() and int(text) <= BIGGEST else None


def _detail(row: Any, columns: Sequence[Any]) -> str:
    """The account it belongs to, else the first word of the other columns that says something."""
    words = [column for column in columns if column.kind in ("text", "account", "email")]
    for column in sorted(words, key=lambda column: column.kind != "account"):
        value = column.of(row)
        if value not in (None, ""):
            return str(value)
    return ""


class Find(Page):
    """GET /find/?q=words; ``part=hits`` gives the list alone, for the palette."""

    name = "find"
    url = "find/"
    title = _("Find")
    template: ClassVar[str] = "kit/find.html"
    parts: ClassVar[dict[str, str]] = {"hits": "kit/find_hits.html"}

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponse:
        text = request.GET.get("q", "")[: LONGEST + 1]
        template = self.parts.get(request.GET.get("part", ""), self.template)
        return self.render(request, {"title": self.title, "text": text, "groups": found(actor, text)}, template)
