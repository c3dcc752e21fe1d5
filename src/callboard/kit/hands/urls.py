"""Addresses of the hands."""

from django.urls import path

from callboard.kit.hands import drafts, parking
from callboard.kit.hands.history import LastActions, undo_last
from callboard.kit.hands.mapping import ResetKeys, SetKey
from callboard.kit.hands.palette import Palette, used
from callboard.kit.hands.parking import Parking
from callboard.kit.pages import page_urls

#: Pages of actions register by being imported.
ACTION_PAGES = (SetKey, ResetKeys)

urlpatterns = [
    path("drafts/", drafts.draft, name="drafts"),
    path("drafts/<int:pk>/discard/", parking.discard, name="draft-discard"),
    path("parked/new/", parking.park, name="park"),
    path("parked/<int:pk>/back/", parking.back, name="parked-back"),
    path("parked/<int:pk>/remove/", parking.remove, name="parked-remove"),
    path("palette/used/", used, name="palette-used"),
    path("undo/last/", undo_last, name="undo-last"),
    *page_urls(Parking, LastActions, Palette),
]
