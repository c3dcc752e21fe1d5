"""The page of a record that was merged leads to the one that took its place."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.core.links import url_at
from callboard.kit.pages import RecordPage


class Moved(Exception):
    """The record asked for was merged."""

    def __init__(self, record: Any) -> None:
        self.record = record


class LeadsOn(RecordPage):
    """A page of what can be merged. The API answers with the merged record itself, whose `merged_into` says where."""

    def record(self, actor: Actor, pk: int) -> Any:
        found = super().record(actor, pk)
        if found.merged_into_id is not None:
            raise Moved(found)
        return found

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().get(request, actor, pk, **kwargs)
        except Moved as moved:
            messages.info(request, _("{gone} was merged into this one.").format(gone=moved.record))
            return HttpResponseRedirect(url_at(self.model, moved.record.merged_into_id))
