"""What every page is: an address, a name, a right, and a view that asks for a sign-in first."""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, ClassVar
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from callboard.core.access import allows, view_of
from callboard.core.actions import Actor

#: Every page of the program by name, in the order defined.
PAGES: "dict[str, type[Page]]" = {}


class Page:
    """A page.  A subclass with a `name` of its own registers itself.

    who: the operation of the matrix that opens it; by default that of the model, else whoever is signed in.
    topics: the topics of Change rows that make it fetch itself again.
    parts: what can be fetched alone, as ``?part=<name>``, and the template of each.
    near: names of the pages it leads to in its head.
    """

    name: ClassVar[str] = ""
    url: ClassVar[str] = ""
    title: Any = ""
    who: ClassVar[str] = ""
    model: ClassVar[type[Model] | None] = None
    topics: ClassVar[Sequence[str]] = ()
    parts: ClassVar[dict[str, str]] = {}
    template: ClassVar[str] = ""
    near: ClassVar[Sequence[str]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not cls.__dict__.get("name"):
            return
        known = PAGES.setdefault(cls.name, cls)
        if known is not cls and (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise ValueError(f"The page name {cls.name!r} is taken by {known.__qualname__}.")
        PAGES[cls.name] = cls
        cls.registered()

    @classmethod
    def registered(cls) -> None:
        """Called once when the page joins PAGES."""

    @classmethod
    def operation(cls) -> str:
        """The row of the matrix that opens the page; "" for everyone signed in."""
        if cls.who or cls.model is None:
            return cls.who
        return view_of(cls.model)

    @classmethod
    def open_to(cls, actor: Actor) -> bool:
        operation = cls.operation()
        return not operation or allows(actor, operation)

    @classmethod
    def near_pages(cls, actor: Actor) -> list[tuple[Any, str]]:
        """(title, address) of the pages near it that the actor may open."""
        pages = (PAGES[name] for name in cls.near)
        return [(page.title, reverse(page.name)) for page in pages if page.open_to(actor)]

    @classmethod
    def as_view(cls) -> Callable[..., HttpResponseBase]:
        def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            return cls().respond(request, **kwargs)

        view.__name__ = cls.__name__
        view.__doc__ = cls.__doc__
        return view

    def respond(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """Sign-in, right, then `get` or `post`.  405 for anything else."""
        if not request.user.is_authenticated:
            return to_sign_in(request)
        actor = Actor.of(request)
        if not self.open_to(actor):
            raise PermissionDenied
        method = "get" if request.method == "HEAD" else (request.method or "").lower()
        answer = getattr(self, method, None) if method in ("get", "post") else None
        if answer is None:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        found: HttpResponseBase = answer(request, actor, **kwargs)
        return found

    def render(
        self, request: HttpRequest, context: dict[str, Any], template: str = "", status: int = 200
    ) -> HttpResponse:
        return TemplateResponse(request, template or self.template, context, status=status).render()


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back; a part of a page (htmx, live) gets 401, so that it cannot swap a form into a table.

    Who sent a form comes back to the page it stands on, where the browser has kept what was typed.
    """
    if is_part(request):
        return HttpResponse(status=401)
    if request.method == "POST":
        return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': came_from(request), 'typed': 1})}")
    return redirect_to_login(request.get_full_path())


def is_part(request: HttpRequest) -> bool:
    """Whether a script asks for a piece of a page."""
    return request.headers.get("HX-Request") == "true"


def safe_path(request: HttpRequest, url: str) -> str:
    """The path and query of an address of this site; "" for any other."""
    if "\\" in url or not url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure()):
        return ""
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return path if path.startswith("/") and not path.startswith("//") else ""


def came_from(request: HttpRequest) -> str:
    """The page of this site a form was sent from, else the address it was sent to."""
    return safe_path(request, request.headers.get("Referer", "")) or request.path


def page_urls(*pages: type[Page]) -> list[URLPattern]:
    """The addresses of an app: `urlpatterns = page_urls(Orders, OrderRecord)`.  Pages without an address are skipped."""
    return [path(page.url, page.as_view(), name=page.name) for page in pages if page.url or page.name == "home"]


def load_pages() -> None:
    """Import the pages of every app, so that PAGES is whole."""
    for app in settings.APPS:
        for module in ("pages", "urls"):
            if find_spec(f"{app}.{module}") is not None:
                import_module(f"{app}.{module}")
