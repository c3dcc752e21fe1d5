"""For every request: the person's language and time zone, nothing kept in caches, pages for actions that were refused."""

from collections.abc import Callable
from contextlib import nullcontext

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from callboard.core.actions import ActionError
from callboard.core.reading import reading_once
from callboard.core.speaking import speaking_to
from callboard.kit.errors import action_error


class CompressedMiddleware(GZipMiddleware):
    """Pages go out gzipped, of a length that says nothing (BREACH); a stream goes as it is made."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)


class PersonMiddleware:
    """Stands after AuthenticationMiddleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A page that only reads asks for settings once; one that writes has a run of its own for that.
        once = reading_once() if request.method in ("GET", "HEAD") else nullcontext()
        with speaking_to(request.user if request.user.is_authenticated else None), once:
            response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            # After a sign-out the back button must not show the page, nor a dialog's part as a page.
            response["Cache-Control"] = "no-store"
            patch_vary_headers(response, ["HX-Request"])
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return action_error(request, exception) if isinstance(exception, ActionError) else None
