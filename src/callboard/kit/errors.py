"""Pages for what went wrong: what happened, what is safe, what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from callboard.core.actions import ActionError, Forbidden, Invalid
from callboard.kit.pages.page import is_part


def error_page(request: HttpRequest, status: int, title: str, text: str, **extra: Any) -> HttpResponse:
    """One page for all; a part of it when a script asks."""
    context = {"status": status, "title": title, "text": text, "dialog": is_part(request), **extra}
    signed_in = status < 500 and getattr(request, "user", None) is not None and request.user.is_authenticated
    template = "kit/error.html" if signed_in and not is_part(request) else "kit/error_bare.html"
    return HttpResponse(render_to_string(template, context, request if status < 500 else None), status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return error_page(request, 400, _("The request made no sense"), _("Nothing was changed. Go back and try again."))


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    text = str(exception) if isinstance(exception, Forbidden) else ""
    why = text or _("Your roles do not include this page. An administrator can change that.")
    return error_page(request, 403, _("Not for your roles"), why)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    text = _("Nothing is at this address, or you may not see it. Search for what you were looking for.")
    return error_page(request, 404, _("Not found"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    """No database, no session, no frame: whatever failed must not fail again here."""
    text = _(
        "Something of ours failed. What you did last was not saved; everything before it is safe. Try again in a minute."
    )
    return error_page(request, 500, _("It did not work"), text)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    text = _(
        "The page was open for too long, or the browser keeps no cookies for us. Nothing was changed. Load the page again."
    )
    return error_page(request, 403, _("The form had expired"), text)


def action_error(request: HttpRequest, error: ActionError) -> HttpResponse:
    """An action refused in a view that did not expect it."""
    titles = {
        403: _("Not for your roles"),
        409: _("Not now"),
        422: _("Something is missing"),
        503: _("Too busy just now"),
    }
    fields = {name: str(sentence) for name, sentence in error.errors.items()} if isinstance(error, Invalid) else {}
    return error_page(request, error.status, titles.get(error.status, _("It did not work")), str(error), fields=fields)
