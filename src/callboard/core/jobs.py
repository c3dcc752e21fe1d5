"""Jobs: Procrastinate as a doorbell.  The table is the queue; one job takes a batch.

Queues: ``now`` (what a person waits for), ``mail``, ``heavy`` (one at a time, in a child process).
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate import exceptions
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

Job = Task[Any, Any, Any]
Decorator = Callable[[Callable[..., Any]], Job]


def job(*, queue: str = "now", lock: str | None = None, once: str | None = None, every: str | None = None) -> Decorator:
    """Make a function a job.  lock: jobs with the same lock never run at once.  once: while one waits, a second is not queued.

    every: a cron line; such a function takes ``timestamp`` and is idempotent, because a missed run is caught up once.
    """

    def made(function: Callable[..., Any]) -> Job:
        task: Any = app.task(
            queue=queue, lock=lock, queueing_lock=once, name=f"{function.__module__}.{function.__name__}"
        )(function)
        if every:
            app.periodic(cron=every, periodic_id=task.name)(task)
        found: Job = task
        return found

    return made


def defer(task: Job, *, at: datetime | None = None, **arguments: Any) -> bool:
    """Queue a job in the transaction under way; False when the same one waits already."""
    try:
        with transaction.atomic():
            task.configure(schedule_at=at).defer(**arguments)
    except exceptions.AlreadyEnqueued:
        return False
    return True
