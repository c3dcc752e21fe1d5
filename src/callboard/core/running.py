"""One call of an action: its transaction and locks, right and state asked, its body and log line; tried again after a deadlock."""

import logging
import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pghistory
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import Model

from callboard.core import clock, once
from callboard.core.actor import Actor
from callboard.core.errors import Busy, Conflict, Forbidden, Refusal, Refused, RootsMissing
from callboard.core.frame import Frame
from callboard.core.leavers import given_again
from callboard.core.models.record import Model as Record
from callboard.core.moved import given_to_kept
from callboard.core.reading import reading_once
from callboard.core.undo import may_take_back, still_stands

if TYPE_CHECKING:
    from callboard.core.actions import Action

TRIES = 3
#: SQLSTATE of serialization_failure, deadlock_detected, lock_not_available.
_AGAIN = {"40001", "40P01"}
_LOCK_TIMEOUT = "55P03"
log_restarts = logging.getLogger("callboard.restarts")


class _Rollback(Exception):
    pass


def outermost(
    verb: "Action[..., Any]", by: Actor, target: Model | None, given: dict[str, Any], dry: Frame | None = None
) -> Any:
    """In a transaction of its own.  dry: the frame of a dry run, rolled back and read by whoever gave it.  Errors: Action's."""
    ask_right(verb, by, target, given)
    extra: set[int] = set()
    # A run that first learns its accounts has not used up a try against a deadlock.
    restarts, tries = 0, 0
    while restarts <= TRIES and tries < TRIES:
        try:
            return _try(verb, by, target, given, extra, dry)
        except RootsMissing as missing:
            restarts += 1
            extra |= missing.roots
            log_restarts.info("%s restarts for accounts %s", verb.name, sorted(missing.roots))
        except OperationalError as error:
            tries += 1
            _judge(verb, error, tries)
        except DatabaseError as error:
            tries += 1
            given = given_again(error, given, last=tries == TRIES)
    raise Busy


def ask_right(verb: "Action[..., Any]", by: Actor, target: Model | None, given: dict[str, Any]) -> None:
    """Forbidden where the matrix does not let the actor do it, unless it takes back what they did themselves."""
    if not verb.allowed(by, target) and not may_take_back(verb, by, target, given.get("_undoes")):
        raise Forbidden(verb.who)


def _judge(verb: "Action[..., Any]", error: OperationalError, attempt: int) -> None:
    state = getattr(error.__cause__, "sqlstate", None)
    if state == _LOCK_TIMEOUT:
        raise Busy from error
    if state not in _AGAIN:
        raise error
    log_restarts.info("%s try %s: %s", verb.name, attempt, state)
    # Whoever we were in the way of wakes up first; otherwise we would take the same lock before them, again.
    time.sleep(random.uniform(0.02, 0.06) * attempt)


def _try(
    verb: "Action[..., Any]", by: Actor, target: Model | None, given: dict[str, Any], extra: set[int], dry: Frame | None
) -> Any:
    frame = Frame(clock.now()) if dry is None else _fresh(dry)
    by = replace(by, frame=frame)
    result: Any = None
    try:
        with reading_once(), transaction.atomic():
            if frame.dry:
                _lock_timeout()
            seen = once.claim(by, verb.name, target, given) if by.key else None
            if seen is not None and seen.done:
                by.ran.append(seen.log_id)
                return seen.result
            frame.lock_roots(verb.roots_of(target, given) | extra)
            result = _run(verb, by, target, given if verb.merges else given_to_kept(given, frame))
            log = frame.effects.logs[0]
            frame.write(*([seen.filled(log, result)] if seen is not None else []))
            if frame.dry:
                raise _Rollback
    except _Rollback:
        return result
    by.ran.append(log.id)
    return result


def nested(verb: "Action[..., Any]", by: Actor, target: Model | None, given: dict[str, Any]) -> Any:
    """Inside the frame `by` is bound to."""
    by.run.require_roots(verb.roots_of(target, given))
    return _run(verb, by, target, given)


def _run(verb: "Action[..., Any]", by: Actor, target: Model | None, given: dict[str, Any]) -> Any:
    given = dict(given)
    version, based_on, undoes = (
        given.pop("_version", None),
        given.pop("_based_on", None),
        given.pop("_undoes", None),
    )
    frame = by.run
    if target is not None:
        target = frame.lock_target(target)
        frame.begin()
        _compare(target, version, based_on, given)
    if undoes is not None:
        still_stands(undoes, verb, by, target)
    refusal = verb.refusal(target, frame.now, by) or _refused_with(given)
    if refusal is not None:
        raise Refused(refusal)
    log = frame.open_log(verb.name, by, target)
    log.undoes_id = undoes
    stood = target.pk if target is not None else None
    with pghistory.context(log=str(log.id), action=verb.name):
        result: Any = verb.body(*([target] if target is not None else []), by=by, **given)
    frame.close_log(log, result)
    if target is not None and target.pk is None:
        target.pk = stood  # the body removed it: whoever reads the changes must hear which one
    for record in (target, result):
        if isinstance(record, Model):
            frame.changed(record)
    return result


def refused_by(record: Any) -> Refusal | None:
    """Why nothing is done to a record any more, whatever the verb (core.models.Model.refuses)."""
    return record.refuses() if isinstance(record, Record) else None


def _refused_with(given: dict[str, Any]) -> Refusal | None:
    """The same of the records among the arguments, as they are now: a form may have been open for long."""
    asked: dict[type[Model], list[Any]] = {}
    for value in given.values():
        for each in value if isinstance(value, list | tuple) else (value,):
            if isinstance(each, Record) and type(each).refuses is not Record.refuses and each.pk is not None:
                asked.setdefault(type(each), []).append(each.pk)
    found = (now.refuses() for model, keys in asked.items() for now in model._base_manager.filter(pk__in=keys))  # type: ignore[attr-defined]
    return next((refusal for refusal in found if refusal is not None), None)


def _fresh(dry: Frame) -> Frame:
    """A dry run that starts again keeps the frame its caller reads."""
    dry.__init__(dry.now, dry=True)  # type: ignore[misc]
    return dry


def _lock_timeout() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '1s'")


def _compare(target: Model, version: int | None, based_on: dict[str, Any] | None, given: dict[str, Any]) -> None:
    """An edit conflicts where the same field changed since; a state verb where the record did."""
    if based_on is not None:
        changed = [
            name for name, old in based_on.items() if name in given and getattr(target, name) not in (old, given[name])
        ]
        if changed:
            raise Conflict(changed)
    elif version is not None and version != getattr(target, "version", version):
        raise Conflict
