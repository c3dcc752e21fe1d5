"""Why: a sentence and the rows behind a number, a state, an assignment.  Beside the figure by ``w``, or as a page.

An app registers a reason by name; what it is about is a record the actor may see, or (a board's figure) the address.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from callboard.core.access import allows
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.refs import model_of
from callboard.core.registry import Reason, WhyEntry, register
from callboard.kit.pages.page import is_part, safe_path, to_sign_in
from callboard.kit.seen import record_named


def why_url(name: str, record: Any = None) -> str:
    """The address of a registered reason, "" where there is none of this name."""
    if register.why.get(name) is None:
        return ""
    return reverse("why", args=[name, record.pk] if record is not None else [name])


def why(request: HttpRequest, name: str, pk: int | None = None) -> HttpResponse:
    """The view of /why/<name>/[<pk>/]: a part for a script, else a page.  404 for what the actor may not see."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    entry, actor = register.why.get(name), Actor.of(request)
    if entry is None or (entry.operation and not allows(actor, entry.operation)):
        raise Http404
    record = _record(entry, actor, pk)
    reason: Reason | None = entry.of(record if record is not None else request.GET.dict(), actor)
    if reason is None:
        raise Http404
    back = url_of(record) if record is not None else safe_path(request, request.headers.get("Referer", ""))
    context = {"reason": reason, "label": entry.label, "record": record, "back_url": back or "/"}
    template = "kit/why_part.html" if is_part(request) else "kit/why.html"
    return TemplateResponse(request, template, context).render()


def _record(entry: WhyEntry, actor: Actor, pk: int | None) -> Any:
    return record_named(model_of(entry.kind) if entry.kind else None, pk, actor)
