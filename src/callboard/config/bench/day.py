"""My Day of somebody who has far too much: the page over HTTP, and the order of a whole company after its table changed."""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Any

from callboard.config.bench.company import Company
from callboard.config.bench.pages import times
from callboard.config.bench.rows import Figure, at_most, percentile

HIS, ALL, EACH = 5_000, 100_000, 5_000


def my_day(company: Company, speed: float) -> Figure:
    """The whole page of somebody with 5,000 open tasks, all of them weighed, p95."""
    from callboard.team.models import PersonRole

    person = PersonRole.objects.filter(role="administrator").order_by("person_id")[0].person
    with _tasks([person], HIS):
        taken = times(company.browser(), "/")
    return at_most(percentile(taken, 0.95), 50.0, speed, "ms")


def reweighed(company: Company, speed: float) -> Figure:
    """Seconds until 100,000 open tasks stand in the order of a changed table.  No weight is stored: the table is read when
    a list is, so a change costs nothing by itself, and what is measured is every person's whole list ranked anew."""
    from callboard.core import clock
    from callboard.team.models import Person
    from callboard.work.models import Task
    from callboard.work.queries.weighing import ranked

    people = list(Person.objects.active().order_by("pk")[:20])
    with _tasks(people, ALL // len(people)):
        begun, now, found = time.perf_counter(), clock.now(), 0
        for person in people:
            today = now.astimezone(person.tz).date()
            mine = Task.objects.open().filter(owner=person)
            found += len(ranked(mine, now, today, person.tz).values_list("pk", flat=True))
        taken = time.perf_counter() - begun
    if found < ALL:
        raise RuntimeError(f"{found} of {ALL} tasks were ranked")
    return at_most(taken, 60.0, speed, "s")


@contextmanager
def _tasks(people: Sequence[Any], each: int) -> Iterator[None]:
    """So many open tasks of each, due some weeks around now; away again afterwards, so that no other row measures them."""
    from django.db import connection

    from callboard.core import clock
    from callboard.core.demo import write
    from callboard.directory.models import Account
    from callboard.work.models import DueKind, Task

    now, rng = clock.now(), random.Random(each)
    accounts = list(Account.objects.order_by("pk").values_list("pk", flat=True)[:500])
    made: list[int] = []
    try:
        for person in people:
            rows = (
                Task(
                    title=f"Bench {turn}",
                    owner=person,
                    account_id=rng.choice(accounts),
                    due_at=now + timedelta(minutes=rng.randrange(-20_000, 20_000)),
                    due_kind=rng.choice(DueKind.values),
                    promised=rng.random() < 0.1,
                    stake=Decimal(rng.randrange(1, 10_000)),
                    created_at=now - timedelta(days=rng.randrange(30)),
                    updated_at=now,
                )
                for turn in range(each)
            )
            made += [task.pk for task in write(Task, list(rows))]
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE work_task")
        yield
    finally:
        # One statement a lot: nothing points at them, which Django would ask for each lot anew.
        with connection.cursor() as cursor:
            for start in range(0, len(made), EACH):
                cursor.execute("DELETE FROM work_task WHERE id = ANY(%s)", [made[start : start + EACH]])
