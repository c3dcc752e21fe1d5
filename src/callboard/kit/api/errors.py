"""What every operation can answer besides success, declared once."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from callboard.core.actions import ActionError, Conflict, Invalid
from callboard.kit.api.auth import TooMany


class Error(Schema):
    """Why it did not work: a sentence for a person, a code for a program, and the fields that are wrong."""

    error: str
    code: str
    fields: dict[str, str] = Field(default_factory=dict)


def answers(success: Any, status: int = 200) -> dict[int, Any]:
    """The `response=` of every operation."""
    return {
        status: success,
        400: Error,
        401: Error,
        403: Error,
        404: Error,
        409: Error,
        422: Error,
        429: Error,
        503: Error,
    }


def declare(api: NinjaAPI) -> None:
    """Answer every error in the one shape."""

    def say(
        request: HttpRequest, status: int, code: str, sentence: str, fields: dict[str, str] | None = None
    ) -> HttpResponse:
        return api.create_response(request, {"error": sentence, "code": code, "fields": fields or {}}, status=status)

    def action_error(request: HttpRequest, error: ActionError) -> HttpResponse:
        fields: dict[str, str] = {}
        if isinstance(error, Invalid):
            fields = {name: str(sentence) for name, sentence in error.errors.items() if name}
        if isinstance(error, Conflict):
            fields = {name: str(error) for name in error.fields}
        return say(request, error.status, error.code, str(error), fields)

    def validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = {_place(each["loc"]): str(each["msg"]) for each in error.errors}
        return say(request, 422, "invalid", _("Some values are missing or make no sense."), fields)

    def http(request: HttpRequest, error: HttpError) -> HttpResponse:
        codes = {400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found"}
        return say(request, error.status_code, codes.get(error.status_code, "error"), str(error))

    def too_many(request: HttpRequest, error: TooMany) -> HttpResponse:
        answer = say(request, 429, "too_many", _("Too many requests. Wait a moment."))
        answer["Retry-After"] = str(error.seconds)
        return answer

    def unknown(request: HttpRequest, error: Exception) -> HttpResponse:
        return say(request, 401, "unauthorized", _("Send a token: Authorization: Bearer …"))

    def missing(request: HttpRequest, error: Exception) -> HttpResponse:
        return say(request, 404, "not_found", _("There is no such record, or you may not see it."))

    def denied(request: HttpRequest, error: Exception) -> HttpResponse:
        return say(request, 403, "forbidden", _("Your roles do not include this."))

    handlers: dict[type[Exception], Callable[..., HttpResponse]] = {
        ActionError: action_error,
        ValidationError: validation,
        HttpError: http,
        TooMany: too_many,
        AuthenticationError: unknown,
        Http404: missing,
        PermissionDenied: denied,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _place(location: Any) -> str:
    """("body", "body", "name") -> "name"."""
    parts = [str(part) for part in location if part not in ("body", "query", "path")]
    return ".".join(parts) or "body"
