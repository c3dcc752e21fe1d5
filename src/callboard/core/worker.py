"""The worker: one process that runs the jobs, numbers the changes and keeps the watchers (mailboxes) going."""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections, connections
from django.db.models import QuerySet
from procrastinate.contrib.django import app

from callboard.core import changes, clock, files, once
from callboard.core.jobs import job
from callboard.core.models import Heartbeat
from callboard.core.present import Present
from callboard.core.registry import register

logger = logging.getLogger("callboard.worker")

HEARTBEAT = "worker"
BEAT_S = 2.0
NUMBER_EVERY_S = 0.1
#: Pages call the worker dead when it has not been heard of for this long.
SILENT_AFTER = timedelta(seconds=10)
CHANGES_KEPT = timedelta(days=7)
#: A job "doing" for this long under a worker that is gone is run again.
STALLED_AFTER_S = 60
RETRY_S = 2.0


def run() -> None:
    """Run until SIGTERM or SIGINT.  Every thread ends with it."""
    stop = threading.Event()
    threads = [_thread("changes", _number, stop), _thread("heartbeat", _beat, stop)]
    threads += [_thread(watcher.name, watcher.run, stop) for watcher in register.watcher]
    try:
        asyncio.run(_jobs(stop))
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=5)


def alive() -> bool:
    """Whether a worker has been heard of lately."""
    return beats().exists()


def beats() -> "QuerySet[Heartbeat]":
    """The beat of a worker that lives; none where it was not heard of lately."""
    return Heartbeat.objects.filter(name=HEARTBEAT, at__gt=Present(-SILENT_AFTER))


def beat(name: str, note: str = "") -> None:
    """Say that a part lives."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": clock.now(), "note": note[:300]})


async def _jobs(stop: threading.Event) -> None:
    loop = asyncio.get_running_loop()
    worker_app = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
    async with worker_app.open_async():
        working = asyncio.ensure_future(
            worker_app.run_worker_async(concurrency=4, install_signal_handlers=False, delete_jobs="successful")
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, working.cancel)
        try:
            await working
        except asyncio.CancelledError:
            logger.info("worker stops")
    stop.set()


def _thread(name: str, work: Callable[[threading.Event], None], stop: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=_keep, args=(name, work, stop), name=name, daemon=True)
    thread.start()
    return thread


def _keep(name: str, work: Callable[[threading.Event], None], stop: threading.Event) -> None:
    """Start ``work`` again when it fails: a lost database must not end a watcher."""
    while not stop.is_set():
        try:
            work(stop)
        except Exception:
            logger.exception("%s failed and starts again", name)
            connections.close_all()
            stop.wait(RETRY_S)
    connections.close_all()


def _number(stop: threading.Event) -> None:
    while not stop.is_set():
        if changes.number_changes() is None:
            stop.wait(NUMBER_EVERY_S)


def _beat(stop: threading.Event) -> None:
    while not stop.is_set():
        beat(HEARTBEAT)
        close_old_connections()
        stop.wait(BEAT_S)


@job(queue="now", every="*/1 * * * *", once="stalled")
async def retry_stalled(timestamp: int) -> None:
    """Run again what a killed worker left half done: every job is safe to repeat."""
    for stalled in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_S):
        await app.job_manager.retry_job(stalled, retry_at=clock.now())


@job(queue="heavy", every="17 3 * * *", once="sweep")
def forget_old(timestamp: int) -> None:
    """Nightly: old keys, old changes, files nothing refers to."""
    now = clock.now()
    once.forget_old(now=now)
    while changes.forget_old(before=now - CHANGES_KEPT):
        pass
    files.sweep(now_s=now.timestamp())
