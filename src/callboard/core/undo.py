"""Undo: the compensating action with the arguments its log line kept, while nothing later touched the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.errors import Refusal, Refused
from callboard.core.models import Change, Log, Run
from callboard.core.params import decode
from callboard.core.refs import Ref, kind_of, records, ref_of
from callboard.core.registry import register

if TYPE_CHECKING:
    from callboard.core.actions import Action


#: ``u`` reaches so far back, and so long what one did oneself is taken back with the right one had then.
REACH = timedelta(hours=12)
FINAL = _("This cannot be undone.")
UNDONE = Refusal("already_undone", _("It was undone already."))
UNCHANGED = Refusal("unchanged", _("Nothing was changed then, so there is nothing to take back."))
LOST = Refusal("gone", _("What it was before is no longer there, so it cannot be undone."))
TOUCHED = Refusal("touched", _("Something was done to it since, so it cannot simply be undone. Look at its history."))


def refusal_of(log: Log) -> Refusal | None:
    """Why ``log`` cannot be undone, or None."""
    return refusals_of([log]).get(log.pk)


def refusals_of(logs: Sequence[Log]) -> dict[UUID, Refusal]:
    """Why each of them cannot be undone; those that can are absent.  Two queries for any number."""
    found: dict[UUID, Refusal] = {}
    for log in logs:
        done = register.actions.get(log.action)
        if done is None or done.undo is None:
            found[log.pk] = Refusal("final", (done and done.final) or FINAL)
        elif any(param.required and param.name not in (log.undo_args or {}) for param in done.undo.params):
            found[log.pk] = UNCHANGED
    rest = [log for log in logs if log.pk not in found]
    undone = set(Log.objects.filter(undoes_id__in=[log.pk for log in rest]).values_list("undoes_id", flat=True))
    found |= {log.pk: UNDONE for log in rest if log.pk in undone}
    rest = [log for log in rest if log.pk not in undone]
    return found | dict.fromkeys(_touched_since(rest), TOUCHED)


def may_take_back(verb: "Action[..., Any]", by: Actor, target: Model | None, undoes: UUID | None) -> bool:
    """Whether a person undoes, within `REACH`, what they did themselves: the right they had then is enough, also where the
    record is somebody else's now because of it.  They must still do such things at all; what merely followed from their
    action is not theirs to take back by itself."""
    log = Log.objects.filter(pk=undoes).first() if undoes is not None and by.person_id is not None else None
    if log is None or log.at <= clock.now() - REACH:
        return False
    if (log.person_id, log.actor_kind, log.on_behalf_of_id) != (by.person_id, by.kind, by.on_behalf_of_id):
        return False
    done = register.actions.get(log.action)
    if done is None or done.undo is not verb or not (done.allowed(by) and verb.allowed(by)):
        return False
    if target is not None and record_of(log, verb) != ref_of(target):
        return False
    return log.cause_id is None or Run.objects.filter(log_id=log.cause_id).exists()


def still_stands(undoes: UUID, verb: "Action[..., Any]", by: Actor, target: Model | None) -> None:
    """Inside the run that undoes a log line: of two at once the second waits here, and each looks again. Refused.

    Whose right is that of then alone takes nothing back that changed in any way since, with a log line of its own or
    without."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(undoes)])
    log = Log.objects.get(pk=undoes)
    refusal = refusal_of(log)
    if refusal is None and target is not None and not verb.allowed(by, target) and _changed_since(log, target):
        refusal = TOUCHED
    if refusal is not None:
        raise Refused(refusal)


def _changed_since(log: Log, record: Model) -> bool:
    return Change.objects.filter(kind=kind_of(record), object_id=record.pk, at__gt=log.at).exists()


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
    """The compensating action and the arguments its log line kept.  Refused where there is none, or where a record it
    would be called with is no longer there."""
    done = register.actions.get(log.action)
    if done is None or done.undo is None:
        raise Refused(Refusal("final", (done and done.final) or _("This cannot be undone.")))
    stored = log.undo_args or {}
    try:
        given = {param.name: decode(param, stored[param.name]) for param in done.undo.params if param.name in stored}
    except ObjectDoesNotExist as error:
        raise Refused(LOST) from error
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


def _refs(log: Log) -> set[tuple[str, int]]:
    pairs = ((log.result_kind, log.result_id), (log.target_kind, log.target_id))
    return {(kind, pk) for kind, pk in pairs if pk}


def _touched_since(logs: Sequence[Log]) -> set[UUID]:
    """Those of whose records something else was done later, as target or as what came of it; one query.

    What was done and is undone again touched nothing, nor did its undo."""
    refs = {log.pk: _refs(log) for log in logs}
    by_kind: dict[str, set[int]] = {}
    for kind, pk in set().union(*refs.values()):
        by_kind.setdefault(kind, set()).add(pk)
    if not by_kind:
        return set()
    same = Q()
    for kind, ids in by_kind.items():
        same |= Q(target_kind=kind, target_id__in=ids) | Q(result_kind=kind, result_id__in=ids)
    back = Log.objects.filter(undoes_id=OuterRef("pk"))
    undoes_at = Log.objects.filter(pk=OuterRef("undoes_id")).values("at")
    later = Log.objects.filter(same, at__gt=min(log.at for log in logs)).annotate(undoes_at=Subquery(undoes_at))
    touches = list(later.filter(~Exists(back.filter(~Exists(back)))))
    return {log.pk for log in logs if any(_touches(each, log, refs[log.pk]) for each in touches)}


def _touches(later: Any, log: Log, refs: set[tuple[str, int]]) -> bool:
    if later.at <= log.at or later.cause_id == log.pk or not _refs(later) & refs:
        return False
    return later.undoes_at is None or later.undoes_at <= log.at
