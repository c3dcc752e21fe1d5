"""Who else has a record open.  Rows of a minute, no action and no log: nobody's work is measured by them.

A page beats every twenty seconds while it is seen; whoever comes, goes or begins to type is a Change of the topic
``here:<kind>:<id>``, so that open pages show it within the second.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from callboard.core import clock
from callboard.core.access import may_see
from callboard.core.actions import Actor
from callboard.core.frame import audience_of
from callboard.core.jobs import job
from callboard.core.models import Change
from callboard.core.refs import kind_of, model_of, number_in
from callboard.core.registry import register
from callboard.kit.here import here
from callboard.kit.models import Presence
from callboard.kit.pages.page import to_sign_in
from callboard.kit.visits import visited

LIVES = timedelta(seconds=60)


def others(record: Model, person_id: int, now: datetime) -> list[Presence]:
    """Who else has it open, who types first."""
    rows = Presence.objects.filter(kind=kind_of(record), object_id=record.pk, at__gt=now - LIVES)
    return list(rows.exclude(person=person_id).select_related("person").order_by("-typing", "person__name", "id"))


@transaction.atomic
def beat(record: Model, person_id: int, *, typing: bool, now: datetime) -> None:
    """Say that somebody has it open; tells the pages when that is new."""
    where = {"kind": kind_of(record), "object_id": record.pk, "person_id": person_id}
    known = Presence.objects.filter(**where).first()
    new = known is None or known.at <= now - LIVES or known.typing != typing
    Presence.objects.update_or_create(**where, defaults={"typing": typing, "at": now})
    if new:
        _tell(record, now)


@transaction.atomic
def leave(record: Model, person_id: int, *, now: datetime) -> None:
    """It is closed."""
    if Presence.objects.filter(kind=kind_of(record), object_id=record.pk, person=person_id).delete()[0]:
        _tell(record, now)


def _tell(record: Model, now: datetime) -> None:
    roots = getattr(record, "roots", None)
    Change.objects.create(
        at=now,
        kind=kind_of(record),
        object_id=record.pk,
        root_id=min(roots(), default=None) if callable(roots) else None,
        topic=here(record).topic,
        audience=audience_of(record),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def here_view(request: HttpRequest) -> HttpResponse:
    """``?kind=&id=``: who else has it open.  POST with ``typing=1`` beats, with ``leave=1`` goes.  404 for who may not see it."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    actor, now = Actor.of(request), clock.now()
    posted = request.method == "POST"
    record = _record(actor, request.POST if posted else request.GET)
    if posted and request.POST.get("leave") == "1":
        leave(record, actor.person.pk, now=now)
        return HttpResponse(status=204)
    if posted:
        beat(record, actor.person.pk, typing=request.POST.get("typing") == "1", now=now)
        visited(record, actor.person.pk, now)
    return TemplateResponse(request, "kit/here.html", {"others": others(record, actor.person.pk, now)}).render()


def _record(actor: Actor, given: QueryDict) -> Model:
    """The record, which has a page and is seen by the actor.  Http404 for any other."""
    kind, pk = given.get("kind", ""), number_in(given.get("id", ""))
    model = model_of(kind) if kind in register.record_urls else None
    if model is None or pk is None:
        raise Http404
    record = model._default_manager.filter(pk=pk).first()
    if record is None or not may_see(actor, record):
        raise Http404
    return record


@job(queue="now", every="*/10 * * * *", once="presence-old")
def forget_presence(timestamp: int) -> None:
    """Rows of pages that were never closed."""
    Presence.objects.filter(at__lt=clock.now() - LIVES).delete()
