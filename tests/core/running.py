"""A run as the tests make it: prepared, started, and done here and now instead of by the worker."""

from typing import Any

from callboard.core.actions import Actor
from callboard.core.models import Run
from callboard.core.runs import working
from callboard.core.runs.actions import prepare_run, start_run


def prepared(by: Actor, verb: str = "core.rename", source: str = "accounts", ids: list[int] | None = None) -> Run:
    return prepare_run(by=by, verb=verb, source=source, ids=",".join(map(str, ids)) if ids is not None else None)


def started(run: Run, by: Actor, given: str = "{}", **more: Any) -> Run:
    return start_run(run, by=by, given=given, **more)


def finish(run: Run) -> Run:
    """What the worker does, here and now."""
    while working.work_chunk(run.pk):
        pass
    run.refresh_from_db()
    return run


def outcomes(run: Run) -> list[tuple[str, str, str]]:
    return list(run.targets.order_by("position").values_list("name", "outcome", "sentence"))
