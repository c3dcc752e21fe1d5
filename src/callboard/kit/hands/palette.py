"""The palette: one request answers what was typed with records, commands and what to do with a pasted text.

GET /palette/?q=words&on=address: the lines as HTML (``part=hits``), or a page of everything one can do.  ``>`` at the start:
commands only.  on: addresses of the records that are open or under the keyboard, nearest first; with=1: only what can be
done with that record.  Records come from kit/find.py.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.refs import Ref, kind_of, number_in
from callboard.kit import find
from callboard.kit.hands import commands, match
from callboard.kit.hands.commands import Offer
from callboard.kit.hands.models import Used
from callboard.kit.hands.places import Place, place_of, record_at, seen
from callboard.kit.pages.page import Page, to_sign_in
from callboard.kit.search import address as results_of

LONGEST = 2000
#: A search has at most so many characters; more is a pasted text.
SEARCHED = 100
MOST_ABOUT = 3
MANY, SOME, FEW = 40, 8, 4
FRESH = timedelta(days=7)


@dataclass(frozen=True)
class Line:
    """An offer with what was typed marked in it."""

    offer: Offer
    shown: SafeString


@dataclass(frozen=True)
class Group:
    label: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Habit:
    """How often and when last something was taken."""

    count: int
    last_at: datetime

    def weight(self, now: datetime) -> float:
        return min(30.0, 8 * math.log2(1 + self.count)) + (10 if now - self.last_at < FRESH else 0)


class Palette(Page):
    """Find or do."""

    name = "palette"
    url = "palette/"
    title = _("Everything you can do")
    template: ClassVar[str] = "kit/palette.html"

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponse:
        text = request.GET.get("q", "").replace("\0", "")[:LONGEST]
        addresses = request.GET.getlist("on")[:MOST_ABOUT]
        groups = answer(request, actor, text, addresses, only_with=request.GET.get("with") == "1")
        part = request.GET.get("part") == "hits"
        context = {"title": self.title, "text": text, "groups": groups, "part": part}
        return self.render(request, context, "kit/palette_hits.html" if part else self.template)


def answer(
    request: HttpRequest, actor: Actor, text: str, addresses: Sequence[str], *, only_with: bool = False
) -> list[Group]:
    """The groups, best first; none is empty."""
    about = _about(actor, addresses)
    typed = text.strip()
    if only_with:
        found = [replace(each, detail="") for record in about[:1] for each in commands.with_record(actor, record)]
        label = str(about[0]) if about else ""
        return _groups((label, _fitting(found, typed, {}) if typed else found, typed))
    habits = {row.what: Habit(row.count, row.last_at) for row in Used.objects.filter(person=actor.person_id)[:500]}
    known = commands.all_commands(request, actor, about)
    if typed.startswith(">"):
        return _commands(known, typed[1:].strip(), habits, about)
    if not typed:
        return _at_first(actor, known, habits, about)
    return _found(actor, typed, known, habits)


def _about(actor: Actor, addresses: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for address in addresses:
        record = record_at(address, actor)
        if record is not None and record not in found:
            found.append(record)
    return found


def _found(actor: Actor, typed: str, known: list[Offer], habits: dict[str, Habit]) -> list[Group]:
    fits = _fitting(known, typed, habits)
    sure = [offer for offer in fits if _is_sure(offer, typed)][:FEW]
    rest = [offer for offer in fits if offer not in sure][:SOME]
    pasted = commands.recognised(actor, typed) + _ours(actor, typed)
    records = find.found(actor, typed[:SEARCHED]) if "\n" not in typed else []
    there = {offer.url for offer in pasted}
    hits = []
    # What is surely meant stays first: habit decides only between what fits equally well.
    for group in sorted(records, key=lambda each: (each.tier, -_taken(each, habits))):
        hits.append((str(group.label), [_hit(hit, group.icon) for hit in group.hits if hit.url not in there]))
    named = (
        [] if pasted else [offer for offer in commands.named(actor, typed) if offer.what not in {o.what for o in sure}]
    )
    return _groups(
        (said("What you pasted"), pasted, ""),
        (said("Do"), sure, typed),
        *((label, offers, typed) for label, offers in hits),
        (said("Do") if not sure else said("More to do"), [*rest, *named[:FEW]], typed),
        (said("Everywhere"), [_all(typed)] if hits else [], ""),
    )


def _commands(known: list[Offer], typed: str, habits: dict[str, Habit], about: Sequence[Any]) -> list[Group]:
    if typed:
        return _groups((said("Do"), _fitting(known, typed, habits)[:MANY], typed))
    return _sorted_out(known, about)


def _at_first(actor: Actor, known: list[Offer], habits: dict[str, Habit], about: Sequence[Any]) -> list[Group]:
    """Nothing typed yet: what is used most, what can be done here, where one can go."""
    groups = _sorted_out(known, about)
    recent = _recent(actor, known, habits)
    return [*_groups((said("Recent"), recent, "")), *groups]


def _sorted_out(known: list[Offer], about: Sequence[Any] = ()) -> list[Group]:
    """Everything by kind; of a record only what can be done now, for nobody looks for what cannot."""
    here = [offer for offer in known if offer.what.startswith("command:with:") and not offer.refusal]
    label = said("Do with {record}").format(record=about[0]) if len(about) == 1 else said("Do here")
    if len(about) == 1:
        here = [replace(offer, detail="") for offer in here]
    new = [offer for offer in known if offer.what.startswith("command:do:")]
    go = [offer for offer in known if offer.what.startswith("command:go:")]
    page = [offer for offer in known if not offer.what.startswith(("command:with:", "command:do:", "command:go:"))]
    return _groups(
        (label, here[:MANY], ""),
        (said("New and more"), new[:MANY], ""),
        (said("Go to"), go[:MANY], ""),
        (said("This page and me"), page, ""),
    )


def _recent(actor: Actor, known: list[Offer], habits: dict[str, Habit]) -> list[Offer]:
    now = clock.now()
    order = sorted(habits, key=lambda what: -habits[what].weight(now))[: SOME * 2]
    by_what = {offer.what: offer for offer in known}
    there = seen((ref for what in order if (ref := _ref(what)) is not None), actor)
    found: list[Offer] = []
    for what in order:
        ref = _ref(what)
        if what in by_what:
            found.append(by_what[what])
        elif ref is not None and ref in there and (url := url_of(there[ref])):
            name = str(there[ref]._meta.verbose_name)
            found.append(Offer(str(there[ref]), url, name, "clock", what=what))
    return found[:SOME]


def _fitting(known: list[Offer], typed: str, habits: dict[str, Habit]) -> list[Offer]:
    scored = [(match.score(typed, offer.label, offer.words), offer) for offer in known]
    fits = [(score + _habit(offer, habits), at, offer) for at, (score, offer) in enumerate(scored) if score]
    return [offer for _score, _at, offer in sorted(fits, key=lambda each: (-each[0], each[1]))]


def _is_sure(offer: Offer, typed: str) -> bool:
    """Whether the words are so clearly this command's that it comes before any record."""
    return len(typed) > 1 and match.score(typed, offer.label, offer.words) >= match.START


def _habit(offer: Offer, habits: dict[str, Habit]) -> float:
    what = offer.what or _what(place_of(offer.url))
    found = habits.get(what)
    return found.weight(clock.now()) if found is not None else 0.0


def _taken(group: find.Group, habits: dict[str, Habit]) -> float:
    return max((_habit(_hit(hit, group.icon), habits) for hit in group.hits), default=0.0)


def _hit(hit: find.Hit, icon: str) -> Offer:
    what = _what(place_of(hit.url))
    return Offer(hit.title, hit.url, hit.detail, icon, what=what, shown=hit.shown, said=hit.said)


def _all(typed: str) -> Offer:
    url = results_of(typed, {})
    return Offer(said("All results for “{text}”").format(text=typed), url, "", "search")


def _ours(actor: Actor, typed: str) -> list[Offer]:
    """A pasted address of our own: the page it leads to, by its name."""
    at = typed.find("://")
    path = "/" + typed[at + 3 :].partition("/")[2] if at > 0 else typed
    place = place_of(path) if path.startswith("/") and not path.startswith("//") and " " not in path else None
    if place is None or not place.page.open_to(actor):
        return []
    record = record_at(path, actor)
    if place.pk is not None and record is None:
        return []
    label = str(record) if record is not None else str(place.page.title or path)
    return [Offer(said("Open {thing}").format(thing=label), path, path, "external-link", what=_what(place))]


def _groups(*wanted: tuple[str, Sequence[Offer], str]) -> list[Group]:
    return [
        Group(
            label, [Line(offer, offer.shown or match.marked(offer.label, typed.removeprefix(">"))) for offer in offers]
        )
        for label, offers, typed in wanted
        if offers
    ]


def _what(place: Place | None) -> str:
    if place is None:
        return ""
    if place.model is not None:
        return f"record:{kind_of(place.model)}:{place.pk}"
    return f"command:go:{reverse(place.page.name)}" if "<" not in place.page.url else ""


def _ref(what: str) -> Ref | None:
    kind, _colon, pk = what.removeprefix("record:").rpartition(":")
    number = number_in(pk)
    return Ref(kind, number) if what.startswith("record:") and number is not None else None


@require_POST
def used(request: HttpRequest) -> HttpResponse:
    """Remember what was taken, so that it comes first the next time."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    what = request.POST.get("what", "")
    if len(what) > 160 or "\0" in what or not what.startswith(("command:", "record:")):
        return HttpResponse(status=400)
    # What is done with one record is offered by the record, not by a list of habits that grows with every record.
    if what.startswith("command:with:"):
        return HttpResponse(status=204)
    person, now = request.user.pk, clock.now()
    if not Used.objects.filter(person=person, what=what).update(count=F("count") + 1, last_at=now):
        try:
            with transaction.atomic():
                Used.objects.create(person_id=person, what=what, last_at=now)
        except IntegrityError:
            Used.objects.filter(person=person, what=what).update(count=F("count") + 1, last_at=now)
    return HttpResponse(status=204)
