"""The job: a run is worked a chunk at a time, and a chunk with its results is one transaction.

A killed worker leaves a chunk undone as a whole; whoever comes next finds its targets waiting.  So each target is done
exactly once, however often the job runs.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.frame import Frame
from callboard.core.jobs import defer, job
from callboard.core.models import Run, RunTarget
from callboard.core.params import decode
from callboard.core.reading import reading_once
from callboard.core.registry import register
from callboard.core.runs import steps
from callboard.core.runs.steps import Outcome, Result
from callboard.core.speaking import speaking_to

logger = logging.getLogger("callboard.runs")

CHUNK = 100
#: A job works so long, then queues itself again: other jobs get their turn, and rights are read anew.
SLICE_S = 5.0
#: A run that nobody touched for so long has lost its worker.
SILENT_AFTER = timedelta(seconds=30)
TRIES = 3
DRAFTS_KEPT = timedelta(days=1)
KEPT = timedelta(days=90)

_STORE = """
UPDATE core_runtarget AS t SET outcome = v.outcome, sentence = v.sentence, reason = v.reason, name = v.name, log_id = v.log_id,
    result_kind = v.result_kind, result_id = v.result_id, target_id = COALESCE(v.target_id, t.target_id)
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::uuid[], %s::text[], %s::bigint[], %s::bigint[])
    AS v(id, outcome, sentence, reason, name, log_id, result_kind, result_id, target_id)
WHERE t.id = v.id
"""


@job(queue="heavy")
def work_on_run(*, run: int) -> None:
    """Work on a run for a while; queues itself again until nothing waits."""
    until = time.monotonic() + SLICE_S
    person = _person_of(run)
    while work_chunk(run, person):
        if time.monotonic() > until:
            defer(work_on_run, run=run)
            return


@job(queue="now", every="* * * * *", once="runs-wake")
def wake_runs(timestamp: int) -> None:
    """Go on with runs whose worker was killed, and those whose time has come."""
    now = clock.now()
    silent = Run.objects.filter(state__in=Run.ACTIVE, touched_at__lt=now - SILENT_AFTER)
    for pk in silent.exclude(not_before_at__gt=now).values_list("pk", flat=True):
        defer(work_on_run, run=pk)


@job(queue="heavy", every="23 3 * * *", once="runs-forget")
def forget_old_runs(timestamp: int) -> None:
    """Nightly: runs nobody started, and those over for 90 days.  What they did stays in the log."""
    now = clock.now()
    Run.objects.filter(state=Run.State.DRAFT, created_at__lt=now - DRAFTS_KEPT).delete()
    Run.objects.filter(finished_at__lt=now - KEPT).delete()


def work_chunk(pk: int, person: Any = None) -> bool:
    """Work on the next targets of a run; False when there is nothing left to do (now).

    A chunk the database would not commit is done target by target, so that one bad target costs only itself.
    """
    person = person or _person_of(pk)
    with speaking_to(person):
        try:
            more, late = _chunk(pk, person, size=CHUNK)
        except DatabaseError as error:
            logger.info("run %s: a chunk failed and is done one by one: %s", pk, error)
            more, late = _one_by_one(pk)
        for target in late:
            _single(pk, person, target)
    return more


def _one_by_one(pk: int) -> tuple[bool, dict[int, frozenset[int]]]:
    waiting = RunTarget.objects.filter(run=pk, outcome=Outcome.WAITING).order_by("position")
    found = {target: frozenset[int]() for target in waiting.values_list("pk", flat=True)[:CHUNK]}
    return bool(found), found


def _single(pk: int, person: Any, target: int) -> None:
    """One target in a transaction of its own; three tries, then it has failed."""
    extra: frozenset[int] = frozenset()
    for _attempt in range(TRIES):
        try:
            _more, late = _chunk(pk, person, only=target, extra=extra)
        except DatabaseError as error:
            logger.info("run %s, target %s: %s", pk, target, error)
            continue
        if target not in late:
            return
        extra = late[target]
    _chunk(pk, person, only=target, give_up=True)


def _chunk(
    pk: int,
    person: Any,
    *,
    size: int = 1,
    only: int | None = None,
    extra: frozenset[int] = frozenset(),
    give_up: bool = False,
) -> tuple[bool, dict[int, frozenset[int]]]:
    """One transaction: the targets, their effects, their results and the run's counts.

    Whether there may be more, and the targets that need accounts locked which are not: they are done by themselves.
    """
    with reading_once(), transaction.atomic():
        run = Run.objects.select_for_update(no_key=True).get(pk=pk)
        frame = Frame(clock.now(), cause=run.log_id)
        if not _goes_on(run, person, frame):
            frame.write()
            return False, {}
        waiting = RunTarget.objects.filter(run=pk, outcome=Outcome.WAITING).order_by("position")
        rows = list(waiting.filter(pk=only) if only is not None else waiting[:size])
        if not rows and only is None:
            _finish(run, frame)
            return False, {}
        by = replace(actor_of(run, person), frame=frame)
        results = _given_up(rows) if give_up else _worked(run, rows, by, extra)
        late = {row.pk: result.missing for row, result in zip(rows, results, strict=True) if result.missing}
        done = [(row, result) for row, result in zip(rows, results, strict=True) if not result.missing]
        store(done)
        _count(run, [result for _row, result in done], frame)
        frame.write()
    return True, late


def _worked(run: Run, rows: Sequence[RunTarget], by: Actor, extra: frozenset[int]) -> list[Result]:
    planned = steps.plan(run, rows, arguments_of(run), by)
    steps.lock(by.run, planned, extra)
    return steps.work(by, planned)


def _given_up(rows: Sequence[RunTarget]) -> list[Result]:
    return [Result(Outcome.FAILED, steps.broken(), row.name) for row in rows]


def _goes_on(run: Run, person: Any, frame: Frame) -> bool:
    """Whether there is work to do; ends a run whose person has left."""
    if run.state not in Run.ACTIVE or (run.not_before_at is not None and run.not_before_at > frame.now):
        return False
    if run.person_id is not None and (person is None or not person.is_active):
        note = _("Whoever started it no longer works here.")
        Run.objects.filter(pk=run.pk).update(state=Run.State.STOPPED, note=note, touched_at=frame.now)
        tell(frame, run)
        return False
    return True


def _finish(run: Run, frame: Frame) -> None:
    Run.objects.filter(pk=run.pk).update(state=Run.State.DONE, finished_at=frame.now, touched_at=frame.now)
    tell(frame, run)
    frame.write()


def _count(run: Run, results: Sequence[Result], frame: Frame) -> None:
    """Counts grow beside the results.  No new version: stopping a run is no conflict with its own progress."""
    came = [result.outcome for result in results]
    Run.objects.filter(pk=run.pk).update(
        state=Run.State.WORKING,
        done=F("done") + came.count(Outcome.DONE),
        refused=F("refused") + came.count(Outcome.REFUSED),
        conflicts=F("conflicts") + came.count(Outcome.CONFLICT),
        failed=F("failed") + came.count(Outcome.FAILED),
        touched_at=frame.now,
    )
    tell(frame, run)


def store(done: "Sequence[tuple[RunTarget, Result]]") -> None:
    """Write what came of targets, in one statement."""
    if not done:
        return
    columns = list(
        zip(
            *(
                (
                    row.pk,
                    str(result.outcome),
                    result.sentence,
                    result.reason or result.sentence[:300],
                    result.name,
                    result.log_id,
                    result.result.kind if result.result else "",
                    result.result.id if result.result else None,
                    row.target_id,
                )
                for row, result in done
            ),
            strict=True,
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(_STORE, [list(column) for column in columns])


def tell(frame: Frame, run: Run) -> None:
    """The pages of the run and the list of runs show it anew."""
    frame.changed(run)
    frame.changed(run, topic=topic_of(run))


def topic_of(run: Run) -> str:
    return f"run:{run.pk}"


def actor_of(run: Run, person: Any) -> Actor:
    """Whoever started it, as the log keeps them."""
    kind: Any = run.actor_kind
    via: Any = run.via
    return Actor(kind, person=person, name=run.actor_name, on_behalf_of_id=run.on_behalf_of_id, via=via)


def arguments_of(run: Run) -> dict[str, Any]:
    """The arguments every target gets."""
    verb = register.actions.get(run.action)
    if verb is None:
        return {}
    return {param.name: decode(param, run.given[param.name]) for param in verb.params if param.name in run.given}


def _person_of(run: int) -> Any:
    person = Run.objects.filter(pk=run).values_list("person", flat=True).first()
    return get_user_model()._default_manager.filter(pk=person).first() if person else None
