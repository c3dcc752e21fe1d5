"""Parked pages: put aside with ``.``, taken back with ``,``, on any machine; and what was typed and not sent."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from callboard.core.access import allows
from callboard.core.actions import ActionError, Actor, Text
from callboard.kit.hands import drafts
from callboard.kit.hands.actions import park_page, take_back
from callboard.kit.hands.models import Draft, Parked
from callboard.kit.hands.places import gone
from callboard.kit.pages.page import is_part, to_sign_in
from callboard.kit.pages.reports import ReportPage

SHOWN = 100


@dataclass(frozen=True)
class Line:
    """A parked page or a draft for its template.  gone: what it led to is no longer there for this person."""

    record: Any
    url: str
    gone: bool = False


class Parking(ReportPage):
    """The stack of parked pages, newest first, and the drafts."""

    title = _("Parked and drafts")
    url = "parked/"
    name = "parked"
    who = drafts.OPERATION
    template = "kit/parked.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        parked = list(Parked.objects.filter(person=actor.person_id, taken_at=None).order_by("-id")[:SHOWN])
        typed = list(Draft.objects.filter(person=actor.person_id).order_by("-saved_at")[:SHOWN])
        missing = gone([each.url for each in parked] + [each.page for each in typed if each.page], actor)
        return {
            "parked_rows": [Line(each, reverse("parked-back", args=[each.pk]), each.url in missing) for each in parked],
            "draft_rows": [Line(each, each.page, not each.page or each.page in missing) for each in typed],
        }


@require_POST
def park(request: HttpRequest) -> HttpResponse:
    """What ``.`` sends: url, title, state.  Where it leads is the script's to say: the page stays where it is."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor, given = Actor.of(request), request.POST
    texts = {name: given.get(name, "").replace("\0", "") for name in ("url", "title", "state")}
    try:
        park_page(by=actor, url=texts["url"], title=texts["title"], state=Text(texts["state"]))
    except ActionError as error:
        return JsonResponse({"error": str(error)}, status=error.status)
    messages.success(request, said("Parked: {title}").format(title=texts["title"][:80]), extra_tags=_undo(actor))
    return JsonResponse({"next": reverse("home")})


@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a page from the stack: the script gets its address and state, without script one is led there."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    parked = get_object_or_404(Parked, person=actor.person_id, pk=pk)
    if gone([parked.url], actor):
        sentence = said("“{title}” is no longer there, or no longer yours to see. It stays here until you remove it.")
        messages.error(request, sentence.format(title=parked.title))
        return _led(request, reverse("parked"), {})
    try:
        take_back(parked, by=actor)
    except ActionError as error:
        messages.error(request, str(error))
        return _led(request, reverse("parked"), {})
    return _led(request, parked.url, parked.state)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """From the stack without going there; can be undone."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    parked = get_object_or_404(Parked, person=actor.person_id, pk=pk)
    try:
        take_back(parked, by=actor)
    except ActionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said("Removed from the stack"), extra_tags=_undo(actor))
    return HttpResponseRedirect(reverse("parked"))


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw one of my drafts away, from the page that lists them."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    if not allows(Actor.of(request), drafts.OPERATION):
        raise PermissionDenied
    removed, _rows = Draft.objects.filter(person=request.user.pk, pk=pk).delete()
    if not removed:
        raise Http404
    messages.success(request, said("Draft thrown away"))
    return HttpResponseRedirect(reverse("parked"))


def _led(request: HttpRequest, url: str, state: dict[str, Any]) -> HttpResponse:
    return JsonResponse({"url": url, "state": state}) if is_part(request) else HttpResponseRedirect(url)


def _undo(actor: Actor) -> str:
    return f"undo:{actor.ran[-1]}" if actor.ran else ""
