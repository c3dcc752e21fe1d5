"""The addresses: each app brings its own list; programs speak to /api/v1/."""

from django.urls import URLPattern, URLResolver, include, path

from callboard.config.api import api

handler400 = "callboard.kit.errors.bad_request"
handler403 = "callboard.kit.errors.forbidden"
handler404 = "callboard.kit.errors.not_found"
handler500 = "callboard.kit.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("", include("callboard.kit.urls")),
    path("", include("callboard.team.urls")),
    path("", include("callboard.directory.urls")),
    path("", include("callboard.channels.urls")),
    path("", include("callboard.calendar.urls")),
    path("", include("callboard.work.urls")),
    path("", include("callboard.journal.urls")),
    path("", include("callboard.orders.urls")),
    path("", include("callboard.pipeline.urls")),
    path("", include("callboard.intake.urls")),
    path("", include("callboard.board.urls")),
]
