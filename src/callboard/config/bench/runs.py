"""A run over 10,000 records: prepared and started here, worked by the company's own worker, watched from outside."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from callboard.config.bench.company import Client, Company
from callboard.config.bench.rows import Figure, at_most, percentile

TARGETS = 10_000
LIMIT_S = 600.0
EACH = 2000
PEOPLE, MOST_TIMES = 20, 2.0
#: How long somebody looks at a page before they open the next, and how long is measured before the run.
READING_S, WARM_S, QUIET_S = (1.0, 3.0), 8.0, 25.0
OPENED = ("/", "/inbox/", "/accounts/", "/accounts/?sort=-mrr", "/orders/", "/tasks/", "/pipeline/", "/board/")


def bulk_run(company: Company, speed: float) -> Figure:
    """Seconds from pressing start until the last of 10,000 tasks is pinned, one by one: that verb has no set-based twin."""
    with tasks() as (by, ids):
        taken = _pinned(by, ids)
    return at_most(taken, 60.0, speed, "s")


def bulk_while_working(company: Company, speed: float) -> Figure:
    """The same while twenty people open pages: what theirs cost at p95, by what they cost before."""
    with tasks() as (by, ids):
        people = [_Worker(client, number) for number, client in enumerate(company.colleagues(PEOPLE))]
        stop = threading.Event()
        threads = [threading.Thread(target=each.work, args=(stop,)) for each in people]
        for thread in threads:
            thread.start()
        time.sleep(WARM_S)
        before = _of(people, QUIET_S)
        first = [len(each.taken) for each in people]
        taken = _pinned(by, ids)
        during = [ms for each, start in zip(people, first, strict=True) for ms in each.taken[start:]]
        stop.set()
        for thread in threads:
            thread.join()
        failed = [each.failed for each in people if each.failed]
        if failed:
            raise RuntimeError(failed[0])
    calm, busy = percentile(before, 0.95), percentile(during, 0.95)
    allowed = 60.0 / min(speed, 1.0)
    ok = taken <= allowed and busy <= MOST_TIMES * calm
    note = f"p95 of {len(people)} people {calm:.0f} ms before ({len(before)} pages), {busy:.0f} ms meanwhile ({len(during)})"
    return Figure(taken, "s", None, busy / calm, f"<= {allowed:.3g} s, {MOST_TIMES:g}x", ok, note)


class _Worker:
    """Somebody who opens one page after the other and reads each for a while."""

    def __init__(self, client: Client, number: int) -> None:
        self.client = client
        self.rng = random.Random(number)
        self.taken: list[float] = []
        self.failed = ""

    def work(self, stop: threading.Event) -> None:
        try:
            while not stop.wait(self.rng.uniform(*READING_S)):
                self.taken.append(self.client.timed("GET", self.rng.choice(OPENED)))
        except Exception as fault:  # said by the row: a thread's own fault is seen by nobody
            self.failed = f"{type(fault).__name__}: {fault}"


def _of(people: list[_Worker], seconds: float) -> list[float]:
    """What everybody's pages take from now on, for so long."""
    first = [len(each.taken) for each in people]
    time.sleep(seconds)
    return [ms for each, start in zip(people, first, strict=True) for ms in each.taken[start:]]


def _pinned(by: Any, ids: list[int]) -> float:
    """Seconds the run takes."""
    from callboard.core.actions import Text
    from callboard.core.models import Run
    from callboard.core.runs.actions import prepare_run, start_run

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
    return taken


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
