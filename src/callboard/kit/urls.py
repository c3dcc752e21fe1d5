"""Addresses of the kit: every action's page, undo, suggestions, health, find."""

from django.urls import path

from callboard.kit import views
from callboard.kit.find import Find
from callboard.kit.grammar import grammar_file
from callboard.kit.hands.urls import urlpatterns as hands
from callboard.kit.listing.urls import urlpatterns as listing
from callboard.kit.notices import Notices
from callboard.kit.pages import page_urls
from callboard.kit.pages.acts import do
from callboard.kit.presence import here_view
from callboard.kit.runs.bulk import prepare
from callboard.kit.runs.pages import RunRecord, RunRows, Runs
from callboard.kit.runs.paste import paste
from callboard.kit.search import SearchPage
from callboard.kit.tokens import TokenRecord, Tokens
from callboard.kit.why import why

urlpatterns = [
    path("do/<str:name>/", do, name="do"),
    path("do/<str:name>/<int:pk>/", do, name="do"),
    path("undo/<uuid:log>/", views.undo_view, name="undo"),
    path("counts/", views.counts, name="counts"),
    path("options/<str:kind>/", views.options, name="options"),
    path("why/<str:name>/", why, name="why"),
    path("why/<str:name>/<int:pk>/", why, name="why"),
    path("here/", here_view, name="here"),
    path("grammar/<str:version>/<str:name>", grammar_file, name="grammar"),
    path("health/", views.health, name="health"),
    path("bulk/<str:name>/<str:verb>/", prepare, name="bulk"),
    path("paste/<str:name>/", paste, name="paste"),
    *hands,
    *listing,
    *page_urls(Tokens, TokenRecord, Find, Notices, SearchPage, Runs, RunRows, RunRecord),
]
