"""Imports in the background: rows are read, brought in, taken back, a slice at a time.  (jobs.py names these for the worker.)"""

import time

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.jobs import defer, job
from callboard.directory.actions.importing.checking import look_at, read_rows
from callboard.directory.actions.importing.chunks import work_chunk
from callboard.directory.models import Import, ImportState

#: A job works so long, then queues itself again: other jobs get their turn, and rights are read anew.
SLICE_S = 5.0
SILENT_S = 60


@job(queue="heavy", lock="imports")
def work_on_import(*, batch: int) -> None:
    """Work on an import for a while; queues itself again until nothing waits."""
    state, mapping = Import.objects.filter(pk=batch).values_list("state", "mapping").first() or ("", {})
    if state == ImportState.READING:
        (read_rows if mapping else look_at)(batch)
        return
    until = time.monotonic() + SLICE_S
    while work_chunk(batch):
        if time.monotonic() > until:
            defer(work_on_import, batch=batch)
            return
    for other in Import.objects.filter(state__in=Import.ACTIVE, touched_at=None).values_list("pk", flat=True):
        defer(work_on_import, batch=other)  # to be looked at again, because this one was taken back


def go_on(batch: Import, by: Actor) -> None:
    """Let the worker do it; from the command line the command does."""
    if by.via != "command":
        defer(work_on_import, batch=batch.pk)


@job(queue="now", every="* * * * *", once="imports-wake")
def wake_imports(timestamp: int) -> None:
    """Go on with imports whose worker was killed."""
    silent = clock.now().timestamp() - SILENT_S
    for pk, at in Import.objects.filter(state__in=Import.ACTIVE).values_list("pk", "touched_at"):
        if at is None or at.timestamp() < silent:
            defer(work_on_import, batch=pk)
