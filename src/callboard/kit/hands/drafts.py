"""Drafts: what is typed in a form is kept on the server as it is typed, and comes back on any machine.

drafts.js saves the changed fields of a ``form[data-draft]`` under the address the form is sent to.  A save says which
revision it goes on from: when another tab or machine wrote since, nothing is overwritten and the answer (409) carries
what stands there.  A form that was done (its nonce is in the table of once keys) takes no more saves, so that one that was
under way when it was sent cannot bring the draft back.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from callboard.core import clock
from callboard.core.access import allows
from callboard.core.actions import Actor
from callboard.core.given import cleaned, read_json
from callboard.core.models import OnceKey
from callboard.kit.hands.keeping import LONGEST_KEY, forget
from callboard.kit.hands.models import Draft
from callboard.kit.pages.page import to_sign_in
from callboard.kit.when import clock_text, day_text

#: Characters of one draft, and how many a person keeps: the oldest make room.
LARGEST = 200_000
MOST = 200
OPERATION = "kit.hands"


@dataclass(frozen=True)
class Save:
    """What a page sends: see Draft.  base: the revision it goes on from, 0 for none.  mine: overwrite whatever stands there."""

    key: str
    fields: list[list[Any]]
    base: int
    tab: str
    nonce: str
    title: str
    page: str
    mine: bool


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest) -> HttpResponse:
    """GET ?key=: the draft or 204.  POST: save, or discard where no field is left."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    if not allows(actor, OPERATION):
        raise PermissionDenied
    if request.method == "GET":
        return _get(actor, request.GET.get("key", "")[:LONGEST_KEY])
    wanted = _read(request)
    if isinstance(wanted, HttpResponse):
        return wanted
    if not wanted.fields:
        forget(actor, wanted.key)
        return HttpResponse(status=204)
    return _save(actor, wanted)


def _get(actor: Actor, key: str) -> HttpResponse:
    found = Draft.objects.filter(person=actor.person_id, key=key).first()
    return JsonResponse(_told(found)) if found is not None else HttpResponse(status=204)


def _read(request: HttpRequest) -> Save | HttpResponse:
    given = request.POST
    if len(given.get("fields", "")) > LARGEST:
        said = _("This text is too long to be kept as a draft. Send it, or shorten it.")
        return JsonResponse({"error": said}, status=413)
    try:
        fields, base = read_json(given.get("fields", "[]")), int(given.get("base") or 0)
    except ValueError:
        fields, base = None, 0
    key = cleaned(given.get("key", ""))
    if (
        not key.startswith("/")
        or len(key) > LONGEST_KEY
        or not isinstance(fields, list)
        or not all(map(_is_field, fields))
    ):
        return JsonResponse({"error": _("This is no draft.")}, status=400)
    texts = {name: cleaned(given.get(name, "")) for name in ("tab", "nonce", "title", "page")}
    return Save(
        key,
        fields,
        min(max(base, 0), 2**31 - 1),
        texts["tab"][:40],
        texts["nonce"][:200],
        texts["title"][:200],
        texts["page"][:600],
        given.get("mine") == "1",
    )


def _is_field(each: Any) -> bool:
    """[name, value, checked or None]."""
    if not isinstance(each, list) or len(each) != 3 or not isinstance(each[0], str) or not isinstance(each[1], str):
        return False
    return each[2] in (None, True, False)


def _save(actor: Actor, wanted: Save) -> HttpResponse:
    if _done(actor, wanted.nonce):
        return HttpResponse(status=410)
    values = {
        "fields": wanted.fields,
        "tab": wanted.tab,
        "title": wanted.title,
        "page": wanted.page,
        "saved_at": clock.now(),
    }
    mine = Draft.objects.filter(person=actor.person_id, key=wanted.key)
    # One statement: whoever wrote since has raised rev, and then no row fits.
    fits = mine if wanted.mine else mine.filter(rev=wanted.base) | mine.filter(tab=wanted.tab).exclude(tab="")
    if not fits.update(rev=F("rev") + 1, **values):
        try:
            with transaction.atomic():
                Draft.objects.create(person=actor.person, key=wanted.key, **values)
            _make_room(actor)
        except IntegrityError:
            return JsonResponse(_told(mine.get()), status=409)
    kept = mine.get()
    return JsonResponse({"rev": kept.rev, "at": _at(kept)})


def _told(found: Draft) -> dict[str, Any]:
    return {"rev": found.rev, "at": _at(found), "fields": found.fields, "tab": found.tab}


def _at(found: Draft) -> str:
    """When it was typed: the time of day, with the day unless it is today."""
    day = timezone.localdate(found.saved_at)
    today = timezone.localdate(clock.now())
    time = clock_text(found.saved_at)
    return time if day == today else f"{day_text(day, today)} {time}"


def _done(actor: Actor, nonce: str) -> bool:
    """Whether the form of this nonce was sent and done."""
    return bool(nonce) and OnceKey.objects.filter(identity=actor.identity, key=nonce).exclude(log_id=None).exists()


def _make_room(actor: Actor) -> None:
    mine = Draft.objects.filter(person=actor.person_id)
    old = list(mine.order_by("-saved_at").values_list("pk", flat=True)[MOST : MOST + 50])
    if old:
        mine.filter(pk__in=old).delete()
