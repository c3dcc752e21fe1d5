"""Pages for what went wrong: what happened, what is safe, what to do.  They stand without the frame and ask no database."""

import logging
import sys
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from callboard.core.actions import ActionError, Conflict, Forbidden
from callboard.kit.pages.page import came_from

API = "/api/"
CODES = {400: "bad_request", 403: "forbidden", 404: "not_found", 500: "failed"}
logger = logging.getLogger("callboard.pages")


def problem(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    """A page of kit/problem.html's family.  Rendered without context processors: whatever failed must not fail again."""
    if request.path.startswith(API):
        code = CODES.get(status, "error")
        return JsonResponse({"error": str(context.get("sentence") or code), "code": code, "fields": {}}, status=status)
    shown = {"request": request, **context}
    return HttpResponse(render_to_string(f"kit/{template}.html", shown), status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    sentence = _("The request made no sense. Nothing was changed; go back and try again.")
    return problem(request, "refused", 400, sentence=sentence)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return problem(request, "403", 403, sentence=str(exception) if isinstance(exception, Forbidden) else "")


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return problem(request, "404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    reference = uuid.uuid4().hex[:8]
    logger.error("Page failed, reference %s: %s", reference, request.path, exc_info=sys.exc_info())
    return problem(request, "500", 500, reference=reference)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    sentence = _("This page was open for too long, or the browser keeps no cookies for us. Nothing was changed.")
    answer = problem(request, "refused", 403, sentence=sentence, back_url=came_from(request))
    answer["X-Stale"] = "1"
    return answer


def action_error(request: HttpRequest, error: ActionError) -> HttpResponse:
    """An action refused in a view that did not expect it."""
    template = "403" if error.status == 403 else "409" if isinstance(error, Conflict) else "refused"
    return problem(request, template, error.status, sentence=str(error), back_url=came_from(request))
