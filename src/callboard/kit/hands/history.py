"""What I did last, with Undo where it is still allowed.  ``u`` takes back the newest of it on the page one is on."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.models import Log
from callboard.core.refs import Ref, kind_of
from callboard.core.registry import register
from callboard.core.undo import REACH, refusals_of
from callboard.kit.hands import drafts
from callboard.kit.hands.places import place_of, record_at, seen
from callboard.kit.pages.page import is_part, safe_path, to_sign_in
from callboard.kit.pages.reports import ReportPage
from callboard.kit.undoing import undone, uuids_in

SHOWN = 50
NONE = Ref("", 0)


class LastActions(ReportPage):
    """My last actions, newest first."""

    title = _("My last actions")
    url = "done/"
    name = "done"
    who = drafts.OPERATION
    template = "kit/done.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """Lines: (instant, what, record, its page, undo address, sentence why not)."""
        logs = list(mine(actor)[:SHOWN])
        refused = refusals_of(logs)
        records = seen((ref for log in logs if (ref := about(log)) is not None), actor)
        return {"lines": [_line(log, records.get(about(log) or NONE), refused.get(log.pk)) for log in logs]}


def mine(actor: Actor) -> QuerySet[Log]:
    """What the actor did themselves, not what followed from it, newest first."""
    rows = Log.objects.filter(person=actor.person_id, actor_kind="person", cause_id=None)
    return rows.order_by("-at", "-id")


def about(log: Log) -> Ref | None:
    """What was done to, else what it made."""
    if log.target_id:
        return Ref(log.target_kind, log.target_id)
    return Ref(log.result_kind, log.result_id) if log.result_id else None


def _line(log: Log, record: Any, refusal: Any) -> dict[str, Any]:
    action = register.actions.get(log.action)
    return {
        "at": log.at,
        "icon": (action and action.icon) or "point",
        "what": action.label if action is not None else log.action,
        "undoes": log.undoes_id is not None,
        "record": record,
        "url": url_of(record) if record is not None else "",
        "undo_url": "" if refusal is not None else reverse("undo", args=[log.pk]),
        "refusal": str(refusal or ""),
    }


@require_POST
def undo_last(request: HttpRequest) -> HttpResponse:
    """Undo the actor's newest action on the page at ``page`` (what its script remembers as ``log`` comes first: one line, or
    several of what was done at once)."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor, page = Actor.of(request), request.POST.get("page", "")
    # What was done before its reach is taken back from the list, where one sees what it was.
    logs = _newest(actor, page, request.POST.get("log", ""))
    if not logs:
        messages.warning(request, said("There is nothing of yours to undo here."))
    else:
        undone(request, logs, actor)
    back = (safe_path(request, page) if place_of(page) is not None else "") or reverse("home")
    if is_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": back})
    return HttpResponseRedirect(back)


def _newest(actor: Actor, page: str, known: str) -> list[Log]:
    """The newest of mine that belongs here and was neither undone nor is an undo."""
    rows = mine(actor).filter(undoes_id=None, at__gt=clock.now() - REACH)
    if pks := uuids_in(known.split()):
        found = list(rows.filter(pk__in=pks).order_by("at", "id"))
        refused = refusals_of(found) if page else {}
        if left := [log for log in found if log.pk not in refused]:
            return left
    record = record_at(page, actor)
    if record is None:
        return []
    here = Q(target_kind=kind_of(record), target_id=record.pk) | Q(result_kind=kind_of(record), result_id=record.pk)
    if kind_of(record) == _root_kind():
        here |= Q(root_id=record.pk)
    done = [log for log in rows.filter(here)[:SHOWN] if register.actions.get(log.action) is not None]
    refused = refusals_of(done)
    return [log for log in done if getattr(refused.get(log.pk), "code", "") != "already_undone"][:1]


def _root_kind() -> str:
    return str(settings.ROOT_MODEL).lower()
