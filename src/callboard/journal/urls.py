"""The addresses of what happened."""

from django.urls import path

from callboard.journal import pages
from callboard.kit.pages import page_urls

urlpatterns = [
    *page_urls(
        pages.Interactions,
        pages.InteractionRecord,
        pages.NoteTemplates,
        pages.NoteTemplateRecord,
        pages.NoteFile,
        pages.Drafts,
        pages.DraftRecord,
    ),
    path("interactions/<int:pk>/seen/", pages.note_seen, name="note-seen"),
    path("notes/check/", pages.note_check, name="note-check"),
    path("notes/words/", pages.note_words, name="note-words"),
]
