"""Small views that belong to no record: undo, suggestions for a field, health."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from callboard.core.actions import Actor
from callboard.core.db import versions
from callboard.core.models import Log
from callboard.core.refs import model_of, number_in
from callboard.kit.fields import matching
from callboard.kit.forms import choose_from
from callboard.kit.nav import counts_of
from callboard.kit.pages.acts import page_of
from callboard.kit.pages.page import is_part, safe_path, to_sign_in
from callboard.kit.searching import options_html
from callboard.kit.undoing import undone, uuids_in

SUGGESTED = 20


@require_POST
def undo_view(request: HttpRequest, log: uuid.UUID) -> HttpResponse:
    """Undo what a log line says was done, and what `also` names that was done at once with it.  The compensating action
    asks for its own right."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    wanted = [log, *uuids_in(request.GET.getlist("also"))]
    lines = Log.objects.in_bulk(wanted)
    if log not in lines:
        raise Http404
    status = undone(request, [lines[pk] for pk in dict.fromkeys(wanted) if pk in lines], Actor.of(request))
    back = safe_path(request, request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "") or "/"
    if is_part(request):
        return HttpResponse(status=status, headers={"HX-Redirect": back})
    return HttpResponseRedirect(back)


@require_safe
def counts(request: HttpRequest) -> HttpResponse:
    """The badges of the rail, by the place's name, in one statement: what open pages ask when something of it changed."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    return JsonResponse(counts_of(Actor.of(request)))


@require_safe
def options(request: HttpRequest, kind: str) -> HttpResponse:
    """Suggestions for a field that takes a record: what the actor sees and the action's page allows, at most 20."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor = Actor.of(request)
    page = page_of(request.GET.get("action", ""))()
    if not page.open_to(actor):
        raise PermissionDenied
    name = request.GET.get("field", "")
    param = next((param for param in page.action.params if param.name == name and param.is_model), None)
    if param is None or param.type is not model_of(kind):
        raise Http404
    target = _target(page, actor, request.GET.get("target", ""))
    rows = choose_from(param, actor, lambda name: page.choices(name, actor, target))
    text = (request.GET.get("q") or request.GET.get(name) or "").replace("\0", "").strip()[:100]
    found: Any = matching(rows, text) if text else rows
    return HttpResponse(options_html(found[:SUGGESTED]))


def _target(page: Any, actor: Actor, pk: str) -> Any:
    if page.action.target_model is None:
        return None
    number = number_in(pk)
    if number is None:
        raise Http404
    return page.target(actor, number)


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and has this program's migrations and no newer, else 503.  It needs no sign-in."""
    try:
        executor = MigrationExecutor(connection)
        waiting = bool(versions.waiting(executor) or versions.unknown(executor.loader))
    except DatabaseError:
        return JsonResponse({"database": False, "migrations": False}, status=503)
    return JsonResponse({"database": True, "migrations": not waiting}, status=503 if waiting else 200)
