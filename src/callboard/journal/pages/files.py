"""Files of notes, to download."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.refs import BIGGEST
from callboard.journal.models import Interaction, InteractionFile
from callboard.kit.downloads import download
from callboard.kit.pages import Page


class NoteFile(Page):
    """One file of a note; seen by whoever sees the note."""

    model = InteractionFile
    url = "note-files/<int:pk>/"
    name = "note-file"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        found = InteractionFile.objects.filter(pk=pk, removed_at=None).first() if pk <= BIGGEST else None
        if found is None or not visible(Interaction.objects.filter(pk=found.interaction_id), actor).exists():
            raise Http404
        return download(found.sha, found.name, "application/octet-stream")
