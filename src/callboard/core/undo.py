"""Undo: the compensating action with the arguments its log line kept, while nothing later touched the record."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.errors import Refusal, Refused
from callboard.core.models import Log
from callboard.core.params import decode
from callboard.core.refs import Ref, records
from callboard.core.registry import register


def refusal_of(log: Log) -> Refusal | None:
    """Why ``log`` cannot be undone, or None."""
    done = register.actions.get(log.action)
    if done is None or done.undo is None:
        return Refusal("final", (done and done.final) or _("This cannot be undone."))
    if Log.objects.filter(undoes_id=log.pk).exists():
        return Refusal("already_undone", _("It was undone already."))
    if _touched_since(log):
        return Refusal(
            "touched", _("Something was done to it since, so it cannot simply be undone. Look at its history.")
        )
    return None


def undo(log: Log, *, by: Actor) -> Any:
    """Run the compensating action.  Refused with the reason where it cannot be."""
    refusal = refusal_of(log)
    if refusal is not None:
        raise Refused(refusal)
    compensating, given = compensation(log)
    args = [_record(log, compensating)] if compensating.target_model else []
    return compensating(*args, by=by, **given)


def compensation(log: Log) -> tuple[Any, dict[str, Any]]:
    """The compensating action and the arguments its log line kept.  Refused where there is none."""
    done = register.actions.get(log.action)
    if done is None or done.undo is None:
        raise Refused(Refusal("final", (done and done.final) or _("This cannot be undone.")))
    stored = log.undo_args or {}
    given = {param.name: decode(param, stored[param.name]) for param in done.undo.params if param.name in stored}
    return done.undo, given | {"_undoes": log.pk}


def record_of(log: Log, compensating: Any) -> Ref | None:
    """The target of the undo: the result where the undo takes one of its kind, else the target."""
    wanted = compensating.target_model._meta.label_lower
    either = ((log.result_kind, log.result_id), (log.target_kind, log.target_id))
    return next((Ref(kind, pk) for kind, pk in either if kind == wanted and pk), None)


def _record(log: Log, compensating: Any) -> Any:
    ref = record_of(log, compensating)
    found = records([ref]) if ref is not None else {}
    if not found:
        raise Refused(Refusal("gone", _("The record is no longer there.")))
    return next(iter(found.values()))


def _touched_since(log: Log) -> bool:
    same = Q()
    for kind, pk in ((log.result_kind, log.result_id), (log.target_kind, log.target_id)):
        if pk:
            same |= Q(target_kind=kind, target_id=pk)
    later = Log.objects.filter(same, at__gt=log.at).exclude(cause_id=log.pk)
    return bool(same) and later.exists()
