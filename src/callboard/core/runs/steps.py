"""One chunk of a run inside one frame: each target in its own savepoint, what came of it, and the set-based twin."""

import logging
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pghistory
from django.core.exceptions import ObjectDoesNotExist
from django.db import DataError, Error, IntegrityError, OperationalError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.access import visible
from callboard.core.actions import Action, ActionError, Actor, Busy, Conflict, Forbidden, Invalid, Refusal, Refused
from callboard.core.errors import RootsMissing
from callboard.core.frame import GONE, Frame
from callboard.core.models import Log, Run, RunTarget
from callboard.core.params import decode
from callboard.core.refs import Ref, kind_of, model_of
from callboard.core.registry import register
from callboard.core.undo import compensation, may_take_back, record_of, refusal_of

logger = logging.getLogger("callboard.runs")
Outcome = RunTarget.Outcome
#: Why a row is not made that looks like a record we have.
DUPLICATE = gettext_lazy("It looks like one that is here already.")
_LOCK_TIMEOUT = "55P03"


@dataclass
class Step:
    """A target and what is done to it; ``error`` where it is clear beforehand that it will not be."""

    row: RunTarget
    verb: Action[..., Any] | None = None
    target: Model | None = None
    given: dict[str, Any] = field(default_factory=dict)
    error: ActionError | None = None
    log: Log | None = None

    def refuse(self, code: str, sentence: Any) -> None:
        self.error = Refused(Refusal(code, sentence))


@dataclass(frozen=True)
class Result:
    """What came of one target.  ``missing``: accounts it needs locked that are not; it is done later, by itself."""

    outcome: str
    sentence: str = ""
    name: str = ""
    log_id: uuid.UUID | None = None
    result: Ref | None = None
    missing: frozenset[int] = frozenset()
    reason: str = ""


def plan(run: Run, rows: Sequence[RunTarget], given: dict[str, Any], by: Actor) -> list[Step]:
    """The steps of some targets, with their records as they are now (not yet locked)."""
    if run.undoes_id is not None:
        return _plan_undo(rows, by)
    verb = register.actions.get(run.action)
    steps = [Step(row, verb, None, dict(given)) for row in rows]
    if verb is None:
        for step in steps:
            step.refuse("unknown", _("This program no longer knows how to do it."))
    elif verb.target_model is None:
        for step in steps:
            _read_given(step, verb)
    else:
        _find(steps, verb.target_model, by)
        for step in steps:
            if step.row.target_version is not None:
                step.given["_version"] = step.row.target_version
    return steps


def _read_given(step: Step, verb: Action[..., Any]) -> None:
    stored = step.row.given or {}
    try:
        step.given |= {param.name: decode(param, stored[param.name]) for param in verb.params if param.name in stored}
    except (ValueError, TypeError, ArithmeticError, ObjectDoesNotExist):
        step.refuse("gone", _("A record it refers to is no longer there."))


def _find(steps: Sequence[Step], model: type[Model], by: Actor) -> None:
    ids = [step.row.target_id for step in steps]
    found = {row.pk: row for row in visible(model._default_manager.filter(pk__in=ids), by)}
    for step in steps:
        step.target = found.get(step.row.target_id) or _given_away(step, model, by)
        if step.target is None and step.error is None:
            step.refuse("gone", GONE)


def _given_away(step: Step, model: type[Model], by: Actor) -> Model | None:
    """What the run of the same person gave to somebody else: they no longer see it, and may take it back."""
    if step.log is None or step.verb is None:
        return None
    record = model._default_manager.filter(pk=step.row.target_id).first()
    return record if record is not None and may_take_back(step.verb, by, record, step.log.pk) else None


def _plan_undo(rows: Sequence[RunTarget], by: Actor) -> list[Step]:
    logs = Log.objects.in_bulk([row.undoes_id for row in rows if row.undoes_id])
    steps = [Step(row, log=logs.get(row.undoes_id)) for row in rows]
    by_model: dict[type[Model], list[Step]] = {}
    for step in steps:
        if step.log is None:
            step.refuse("gone", GONE)
            continue
        try:
            step.verb, step.given = compensation(step.log)
        except ActionError as error:
            step.error = error
            continue
        ref = record_of(step.log, step.verb) if step.verb.target_model else None
        model = model_of(ref.kind) if ref else None
        if ref is not None and model is not None:
            step.row.target_id = ref.id
            by_model.setdefault(model, []).append(step)
    for model, some in by_model.items():
        _find(some, model, by)
    return steps


def lock(frame: Frame, steps: Sequence[Step], extra: frozenset[int] = frozenset()) -> None:
    """Accounts by ascending id, then the targets of each model by ascending id; the steps hold what is locked."""
    going = [step for step in steps if step.error is None and step.verb is not None]
    roots = {root for step in going if step.verb for root in step.verb.roots_of(step.target, step.given)}
    frame.lock_roots(roots | extra)
    models: dict[type[Model], tuple[set[int], tuple[str, ...]]] = {}
    for step in going:
        if step.target is not None:
            needs = step.verb.twin.needs if step.verb and step.verb.twin else ()
            models.setdefault(type(step.target), (set(), needs))[0].add(step.target.pk)
    for model in sorted(models, key=kind_of):
        ids, needs = models[model]
        rows = model._default_manager.filter(pk__in=ids)
        frame.lock_targets(rows.select_related(*needs) if needs else rows)


def work(by: Actor, steps: Sequence[Step]) -> list[Result]:
    """Do the steps, by the twin where there is one and it goes through, else one by one."""
    verbs = {step.verb for step in steps if step.error is None}
    verb = verbs.pop() if len(verbs) == 1 else None
    if verb is not None and verb.twin is not None and not any(step.log for step in steps):
        done = _by_twin(by, verb, steps)
        if done is not None:
            return done
    return [work_one(by, step) for step in steps]


def work_one(by: Actor, step: Step) -> Result:
    """One target in its savepoint."""
    frame = by.run
    name = str(held(frame, step) or step.row.name)[:200]
    if step.error is not None or step.verb is None:
        return result_of(step.error or Refused(Refusal("gone", GONE)), name)
    mark = len(frame.effects.logs)
    try:
        with frame.savepoint():
            if step.log is not None and (refusal := refusal_of(step.log)):
                raise Refused(refusal)
            made = step.verb.within(by, held(frame, step), step.given)
    except RootsMissing as missing:
        return Result(Outcome.WAITING, name=name, missing=frozenset(missing.roots))
    except ActionError as error:
        return result_of(error, name)
    except Error as error:
        return Result(Outcome.FAILED, _of_database(error), name)
    except Exception:
        logger.exception("%s, row %s of run %s", step.verb.name, step.row.position, step.row.run_id)
        return Result(Outcome.FAILED, broken(), name)
    ref = Ref(kind_of(made), int(made.pk)) if isinstance(made, Model) and made.pk is not None else None
    if step.target is None and ref is not None:
        name = str(made)[:200]  # what was made, not the row it was made from
    return Result(Outcome.DONE, "", name, frame.effects.logs[mark].id, ref)


def held(frame: Frame, step: Step) -> Model | None:
    """The target as it is locked."""
    if step.target is None:
        return None
    return frame.targets.get((kind_of(step.target), int(step.target.pk)), step.target)


def result_of(error: ActionError, name: str) -> Result:
    """An error as the outcome of a target."""
    if isinstance(error, Conflict):
        return Result(Outcome.CONFLICT, str(error)[:500], name)
    reason = error.refusal.reason if isinstance(error, Refused) else str(error)
    if isinstance(error, Invalid) and set(error.errors) == {"confirmed"}:
        reason = str(DUPLICATE)
    outcome = Outcome.FAILED if isinstance(error, Busy) else Outcome.REFUSED
    return Result(outcome, str(error)[:500], name, reason=reason[:300])


def broken() -> str:
    return _("Something broke on our side. Nothing was changed here; the log of the program has the details.")


def _of_database(error: Error) -> str:
    if isinstance(error, OperationalError):
        if getattr(error.__cause__, "sqlstate", None) != _LOCK_TIMEOUT:
            raise error  # a deadlock or a lost connection: the whole chunk begins again
        return str(Busy())
    if isinstance(error, DataError):
        return _("One of the values is too long or too large to be kept. Nothing was changed.")
    if isinstance(error, IntegrityError):
        return _("The same is there already, or what it belongs to is gone. Nothing was changed; look again.")
    raise error


def _by_twin(by: Actor, verb: Action[..., Any], steps: Sequence[Step]) -> list[Result] | None:
    """All steps by the twin; None where it did not go through, and the loop finds out for whom."""
    frame, results, going = by.run, {}, []
    for step in steps:
        target = held(frame, step)
        error = step.error or _objection(by, verb, target, step.given)
        if error is not None or target is None:
            results[step.row.pk] = result_of(
                error or Refused(Refusal("gone", GONE)), str(target or step.row.name)[:200]
            )
        else:
            going.append((step, target))
    if not going:
        return [results[step.row.pk] for step in steps]
    try:
        with frame.savepoint():
            logs = _written(by, verb, going)
    except (ActionError, RootsMissing, DataError, IntegrityError):
        return None
    for (step, target), log in zip(going, logs, strict=True):
        ref = Ref(kind_of(target), int(target.pk))
        results[step.row.pk] = Result(Outcome.DONE, "", str(target)[:200], log.id, ref)
    return [results[step.row.pk] for step in steps]


def _objection(by: Actor, verb: Action[..., Any], target: Model | None, given: dict[str, Any]) -> ActionError | None:
    if not verb.allowed(by, target):
        return Forbidden(verb.who)
    version = given.get("_version")
    if version is not None and version != getattr(target, "version", version):
        return Conflict()
    refusal = verb.refusal(target, by.now, by)
    return Refused(refusal) if refusal is not None else None


def _written(by: Actor, verb: Action[..., Any], going: "Sequence[tuple[Step, Model]]") -> list[Log]:
    frame = by.run
    if verb.twin is None:
        raise TypeError(f"{verb.name} has no twin.")
    logs = []
    for _step, target in going:
        logs.append(frame.open_log(verb.name, by, target))
        frame.stack.pop()
    given = {name: value for name, value in going[0][0].given.items() if not name.startswith("_")}
    with pghistory.context(log=str(frame.cause), action=verb.name):
        verb.twin.function([target for _step, target in going], by=by, **given)
    for (_step, target), log in zip(going, logs, strict=True):
        frame.stack.append(log)
        frame.close_log(log, target)
        frame.changed(target)
    return logs
