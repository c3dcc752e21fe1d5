"""Undo from a page: done and said, or the sentence why not."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core.actions import ActionError, Actor
from callboard.core.models import Log
from callboard.core.undo import run, undoing

#: More that was done at once is taken back from the list of one's own actions.
MOST = 50


def undo_url(logs: Sequence[str]) -> str:
    """Where what was done at once is taken back; "" for nothing."""
    if not logs:
        return ""
    first, *also = logs
    beside = f"?{urlencode([('also', log) for log in also])}" if also else ""
    return f"{reverse('undo', args=[first])}{beside}"


def undone(request: HttpRequest, lines: Sequence[Log], actor: Actor) -> int:
    """Undo what log lines say was done at once, the last first, and leave the sentences for the next page: each is taken
    back by itself, so one that cannot be keeps none of the others.  The status that belongs to it."""
    said: list[str] = []
    status = 204
    for line in reversed(lines):
        try:
            found = undoing(line)
            result = run(found, line, by=actor)
        except ActionError as error:
            messages.error(request, str(error))
            status = error.status
        else:
            said.append(found.action.told(found.target, found.given, result))
    if len(said) == 1:
        messages.success(request, _("Undone. {what}").format(what=said[0]))
    elif said:
        messages.success(request, _("Undone: {n} of {all}.").format(n=len(said), all=len(lines)))
    for sentence in actor.said:
        messages.info(request, sentence)
    return status


def uuids_in(texts: Iterable[str]) -> list[UUID]:
    """The ids of log lines among them, each once and as many as are taken back at once; what is none is left out."""
    found: dict[UUID, None] = {}
    for text in texts:
        try:
            found[UUID(text)] = None
        except ValueError:
            continue
    return list(found)[:MOST]
