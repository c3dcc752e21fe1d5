"""The addresses of what happened."""

from callboard.journal.pages import InteractionRecord, Interactions
from callboard.kit.pages import page_urls

urlpatterns = page_urls(Interactions, InteractionRecord)
