"""The record an address names, for whoever may see it."""

from typing import Any

from django.db.models import Model
from django.http import Http404

from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.refs import BIGGEST


def record_named(model: type[Model] | None, pk: int | None, actor: Actor) -> Any:
    """The record; None where neither a model nor a number is given.  Http404 for one without the other, or not to be seen."""
    if (model is None) != (pk is None):
        raise Http404
    if model is None or pk is None:
        return None
    found = visible(model._default_manager.all(), actor).filter(pk=pk).first() if pk <= BIGGEST else None
    if found is None:
        raise Http404
    return found
