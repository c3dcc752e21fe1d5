"""Find: one box over everything a person may see, in groups for the palette.

``@dana`` looks for people only (who works for a customer, and our own), ``#1003`` for numbers only, ``order:rater`` for one
kind; plain words look everywhere.  What is found, and how, is core/search; the page with everything is search.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.core.search import finding, ranking
from callboard.kit.hits import Line, lines_of
from callboard.kit.pages.page import Page
from callboard.kit.pieces.atoms import time_of
from callboard.kit.search import address
from callboard.kit.tables import Text

NOTHING = SafeString("")
#: Hits of a kind, and kinds.
SHOWN, KINDS = 5, 5
#: So many more are asked for their right, in case a copy was behind.
SPARE = 3
LONGEST = 2000


@dataclass(frozen=True)
class Hit:
    """A record that was found: its name, its page, a word about it.  shown, said: name and word with what was typed marked;
    said begins with when it was, where one name has many (notes, calls).
    """

    title: str
    url: str
    detail: str = ""
    icon: str = ""
    shown: SafeString = NOTHING
    said: SafeString = NOTHING


@dataclass(frozen=True)
class Group:
    """What was found of one kind; all_url is the page with all of it.  tier: how surely its best hit is meant, 0 surest."""

    label: Text
    icon: str
    hits: Sequence[Hit]
    all_url: str = ""
    tier: int = 0


def found(actor: Actor, text: str) -> list[Group]:
    """The groups that have something, best first.  Two questions, three where a typing error was mended; none for no text."""
    answer = finding.find(actor, text[:LONGEST], each=SHOWN + SPARE)
    by_kind: dict[str, list[Line]] = {}
    lines = lines_of(answer, answer.hits)
    best = _best(answer, lines)
    for line in lines[1:] if best else lines:
        by_kind.setdefault(line.ref.kind, []).append(line)
    tiers = {hit.ref: hit.tier for hit in answer.hits}
    groups = [Group(_("Best match"), best.icon, [_hit(best)])] if best else []
    for kind, some in list(by_kind.items())[:KINDS]:
        source = register.search_source[kind]
        all_url = address(text, {"kind": [kind]})
        hits = [_hit(line) for line in some[:SHOWN]]
        groups.append(Group(source.label, source.icon, hits, all_url, tiers[some[0].ref]))
    return groups


def _best(answer: finding.Found, lines: Sequence[Line]) -> Line | None:
    """The first line, where it is what was asked for by its name or number and nothing else is."""
    sure = [hit for hit in answer.hits[:2] if hit.tier == ranking.EXACT]
    return lines[0] if len(sure) == 1 and lines and lines[0].ref == sure[0].ref else None


def _hit(line: Line) -> Hit:
    said = line.detail
    if line.at is not None and not register.search_source[line.ref.kind].named:
        said = format_html("{} {}", time_of(line.at, clock.now(), ""), said)
    return Hit(line.plain, line.url, str(line.plain_detail), line.icon, line.title, said)


class Find(Page):
    """GET /find/?q=words; ``part=hits`` gives the list alone, for the palette; without it the page of results answers."""

    name = "find"
    url = "find/"
    title = _("Find")
    template: ClassVar[str] = "kit/find_hits.html"
    parts: ClassVar[dict[str, str]] = {"hits": "kit/find_hits.html"}

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponse:
        text = request.GET.get("q", "").replace("\0", "")[:LONGEST]
        if request.GET.get("part") != "hits":
            return HttpResponseRedirect(address(text, {}))
        return self.render(request, {"text": text, "groups": found(actor, text), "all_url": address(text, {})})
