"""The addresses: each app brings its own list; programs speak to /api/v1/."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []

if find_spec("callboard.config.api") is not None:
    urlpatterns.append(path("api/v1/", import_module("callboard.config.api").api.urls))
urlpatterns += [path("", include(f"{app}.urls")) for app in settings.APPS if find_spec(f"{app}.urls") is not None]

handler400 = "callboard.kit.errors.bad_request"
handler403 = "callboard.kit.errors.forbidden"
handler404 = "callboard.kit.errors.not_found"
handler500 = "callboard.kit.errors.server_error"
