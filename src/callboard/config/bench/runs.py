"""A run over 10,000 records: prepared and started here, worked by the company's own worker, watched from outside."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from callboard.config.bench.company import Company
from callboard.config.bench.rows import Figure, at_most

TARGETS = 10_000
LIMIT_S = 600.0
EACH = 2000


def bulk_run(company: Company, speed: float) -> Figure:
    """Seconds from pressing start until the last of 10,000 tasks is pinned, one by one: that verb has no set-based twin."""
    from callboard.core.actions import Text
    from callboard.core.models import Run
    from callboard.core.runs.actions import prepare_run, start_run

    with tasks() as (by, ids):
        listed = Text(",".join(map(str, ids)))
        run = prepare_run(by=by, verb="work.pin_task", source="tasks", ids=listed)
        begun = time.perf_counter()
        start_run(run, by=by, confirmed=True)
        while time.perf_counter() - begun < LIMIT_S:
            run.refresh_from_db()
            if run.state == Run.State.DONE:
                break
            time.sleep(0.2)
        taken = time.perf_counter() - begun
        if run.done != TARGETS:
            raise RuntimeError(
                f"{run.done} of {TARGETS} were done: {run.state}, {run.refused} refused, {run.failed} failed"
            )
    return at_most(taken, 60.0, speed, "s")


@contextmanager
def tasks() -> "Iterator[tuple[Any, list[int]]]":
    """Somebody with 10,000 open tasks of their own; away again afterwards, so that no other row measures them."""
    from callboard.core import clock
    from callboard.core.actor import Actor
    from callboard.core.demo import write
    from callboard.team.models import PersonRole
    from callboard.work.models import Task

    person = PersonRole.objects.filter(role="sales_support").order_by("person_id")[0].person
    now = clock.now()
    titles = (f"Bench {turn}" for turn in range(TARGETS))
    made = write(Task, [Task(title=title, owner=person, created_at=now, updated_at=now) for title in titles])
    ids = [task.pk for task in made]
    try:
        yield Actor("person", person=person, via="command"), ids
    finally:
        for start in range(0, len(ids), EACH):
            Task.objects.filter(pk__in=ids[start : start + EACH]).delete()
