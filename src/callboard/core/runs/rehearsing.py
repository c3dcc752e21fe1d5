"""What a run would do: the first 200 targets in full, rolled back; the rest are only counted."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import DateTimeField, Field, Model

from callboard.core import clock
from callboard.core.actions import Actor, Busy
from callboard.core.frame import Frame
from callboard.core.models import Run, RunTarget
from callboard.core.reading import reading_once
from callboard.core.runs import steps
from callboard.core.runs.steps import Outcome, Result

IN_FULL = 200
SHOWN = 20
TRIES = 3
_BOOKKEEPING = ("id", "version", "sort_key")


class _Rollback(Exception):
    pass


@dataclass(frozen=True)
class Line:
    """One target that would not be done, and why."""

    row: RunTarget
    name: str
    outcome: str
    sentence: str


@dataclass(frozen=True)
class Changed:
    """A field of a target with what stood in it and what would: raw values, ids of records."""

    field: Field[Any, Any]
    before: Any
    after: Any


@dataclass(frozen=True)
class Effect:
    """What would become of one target: the fields that change, and what its timeline would say."""

    changes: tuple[Changed, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rehearsal:
    """checked: how many were tried in full; the others of ``total`` are expected to go the same way.

    counts by outcome, of those checked.  refusals: the first that would not be done.  sentences: why, with how many.
    effects: what becomes of each that would be done, by the id of the target.  results by the id of the target.
    """

    total: int
    checked: int
    counts: dict[str, int]
    refusals: list[Line] = field(default_factory=list)
    sentences: list[tuple[str, int]] = field(default_factory=list)
    effects: dict[int, Effect] = field(default_factory=dict)
    results: dict[int, Result] = field(default_factory=dict)

    @property
    def would(self) -> int:
        """How many of those checked would be done."""
        return self.counts.get(Outcome.DONE, 0)

    @property
    def unchecked(self) -> int:
        return self.total - self.checked


def rehearse(run: Run, given: dict[str, Any], *, by: Actor) -> Rehearsal:
    """Try the run and take everything back.  Waits at most a second for a lock; Busy when it is not given."""
    waiting = run.targets.filter(outcome=Outcome.WAITING).order_by("position")
    rows = list(waiting[:IN_FULL])
    extra: frozenset[int] = frozenset()
    for _attempt in range(TRIES):
        results, effects = _tried(run, rows, given, by, extra)
        missing = frozenset(root for result in results for root in result.missing)
        if not missing:
            break
        extra |= missing
    return _told(run, rows, results, effects)


def _tried(
    run: Run, rows: list[RunTarget], given: dict[str, Any], by: Actor, extra: frozenset[int]
) -> tuple[list[Result], dict[int, Effect]]:
    frame = Frame(clock.now(), dry=True)
    bound = replace(by, key=None, frame=frame)
    results: list[Result] = []
    effects: dict[int, Effect] = {}
    try:
        with reading_once(), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '1s'")
            planned = steps.plan(run, rows, given, bound)
            steps.lock(frame, planned, extra)
            for step in planned:
                result, effect = _tried_one(bound, frame, step)
                results.append(result)
                if result.outcome == Outcome.DONE:
                    effects[step.row.pk] = effect
            raise _Rollback
    except _Rollback:
        return results, effects
    except OperationalError as error:
        raise Busy from error


def _tried_one(bound: Actor, frame: Frame, step: steps.Step) -> tuple[Result, Effect]:
    mark, before = len(frame.effects.timeline), _values(steps.held(frame, step))
    result = steps.work_one(bound, step)
    after = _values(steps.held(frame, step))
    changes = tuple(Changed(field, before[field], after[field]) for field in before if before[field] != after[field])
    said = tuple(". ".join(filter(None, (entry.title, entry.text))) for entry in frame.effects.timeline[mark:])
    return result, Effect(changes, said)


def _values(target: Model | None) -> dict[Field[Any, Any], Any]:
    """What stands in its columns that a person would call a change; when it changed is none."""
    if target is None:
        return {}
    deferred = target.get_deferred_fields()
    return {
        field: getattr(target, field.attname)
        for field in target._meta.concrete_fields
        if field.attname not in deferred and field.name not in _BOOKKEEPING and not isinstance(field, DateTimeField)
    }


def _told(run: Run, rows: list[RunTarget], results: list[Result], effects: dict[int, Effect]) -> Rehearsal:
    counts = Counter(str(result.outcome) for result in results)
    lines = [
        Line(row, result.name or str(row), str(result.outcome), result.sentence)
        for row, result in zip(rows, results, strict=True)
        if result.outcome != Outcome.DONE
    ]
    why = Counter(result.reason or result.sentence for result in results if result.outcome != Outcome.DONE)
    return Rehearsal(
        run.total - run.over,
        len(rows),
        dict(counts),
        lines[:SHOWN],
        why.most_common(SHOWN),
        effects,
        {row.pk: result for row, result in zip(rows, results, strict=True)},
    )
