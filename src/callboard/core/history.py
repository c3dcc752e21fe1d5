"""What changed, tied to the action that did it: django-pghistory event tables written by triggers."""

from typing import Any, TypeVar

import pghistory
from django.db.models import Model

M = TypeVar("M", bound=type[Model])


def history(model: M) -> M:
    """Keep every version of a model's rows in an event table beside it, with the log's id as context.

    Fields a model lists in `not_in_history` (a password, what changes every minute) are left out.
    """
    left_out: list[str] = list(getattr(model, "not_in_history", ()))
    tracked: Any = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        exclude=left_out,
    )
    done: M = tracked(model)
    return done


def events_of(model: type[Model]) -> Any:
    """The table beside a model that keeps its versions."""
    tracked: Any = model
    return tracked.pgh_event_model
