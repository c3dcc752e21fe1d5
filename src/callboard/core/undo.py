"""Undo: the compensating action with the arguments its log line kept, while nothing later touched the record."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.errors import Refusal, Refused
from callboard.core.models import Log
from callboard.core.params import decode
from callboard.core.refs import Ref, records
from callboard.core.registry import register

if TYPE_CHECKING:
    from callboard.core.actions import Action


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


def still_stands(undoes: UUID) -> None:
    """Inside the run that undoes a log line: of two at once the second waits here, and each looks again. Refused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(undoes)])
    refusal = refusal_of(Log.objects.get(pk=undoes))
    if refusal is not None:
        raise Refused(refusal)


@dataclass(frozen=True)
class Undoing:
    """The compensating action of a log line, with what it is called with."""

    action: "Action[..., Any]"
    target: Model | None
    given: dict[str, Any]


def undoing(log: Log) -> Undoing:
    """What undoes ``log``.  Refused with the reason where nothing can."""
    refusal = refusal_of(log)
    if refusal is not None:
        raise Refused(refusal)
    compensating, given = compensation(log)
    return Undoing(compensating, _record(log, compensating) if compensating.target_model else None, given)


def undo(log: Log, *, by: Actor) -> Any:
    """Run the compensating action.  Refused with the reason where it cannot be."""
    return run(undoing(log), log, by=by)


def run(found: Undoing, log: Log, *, by: Actor) -> Any:
    args = [found.target] if found.target is not None else []
    return found.action(*args, by=by, **found.given)


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
