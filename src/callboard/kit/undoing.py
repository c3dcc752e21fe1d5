"""Undo from a page: done and said, or the sentence why not."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from callboard.core.actions import ActionError, Actor
from callboard.core.models import Log
from callboard.core.undo import run, undoing


def undone(request: HttpRequest, line: Log, actor: Actor) -> int:
    """Undo what a log line says was done and leave the sentence for the next page.  The status that belongs to it."""
    try:
        found = undoing(line)
        result = run(found, line, by=actor)
    except ActionError as error:
        messages.error(request, str(error))
        return error.status
    messages.success(request, _("Undone. {what}").format(what=found.action.told(found.target, found.given, result)))
    return 204
