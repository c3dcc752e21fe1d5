"""What a run would do: the first 200 targets in full, rolled back; the rest are only counted."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import OperationalError, connection, transaction

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
class Rehearsal:
    """checked: how many were tried in full; the others of ``total`` are expected to go the same way.

    counts by outcome, of those checked.  refusals: the first that would not be done.  sentences: why, with how many.
    examples: what the timelines would say.  results by the id of the target.
    """

    total: int
    checked: int
    counts: dict[str, int]
    refusals: list[Line] = field(default_factory=list)
    sentences: list[tuple[str, int]] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
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
        results, examples = _tried(run, rows, given, by, extra)
        missing = frozenset(root for result in results for root in result.missing)
        if not missing:
            break
        extra |= missing
    return _told(run, rows, results, examples)


def _tried(
    run: Run, rows: list[RunTarget], given: dict[str, Any], by: Actor, extra: frozenset[int]
) -> tuple[list[Result], list[str]]:
    frame = Frame(clock.now(), dry=True)
    bound = replace(by, key=None, frame=frame)
    results: list[Result] = []
    try:
        with reading_once(), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '1s'")
            planned = steps.plan(run, rows, given, bound)
            steps.lock(frame, planned, extra)
            results = [steps.work_one(bound, step) for step in planned]
            raise _Rollback
    except _Rollback:
        return results, [entry.title for entry in frame.effects.timeline[:3]]
    except OperationalError as error:
        raise Busy from error


def _told(run: Run, rows: list[RunTarget], results: list[Result], examples: list[str]) -> Rehearsal:
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
        examples,
        {row.pk: result for row, result in zip(rows, results, strict=True)},
    )
